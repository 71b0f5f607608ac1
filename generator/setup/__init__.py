"""What is not a campaign's daily work: a new folder, checking templates, looking at the machine."""
