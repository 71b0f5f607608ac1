"""Every kind of paper: what it prints, for whom, when; from data to bytes."""
