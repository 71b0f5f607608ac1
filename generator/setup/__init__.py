"""Occasional tasks: creating a campaign folder, checking templates, examining the machine."""
