"""All kinds of paper: their values, subjects and conditions; from data to bytes."""
