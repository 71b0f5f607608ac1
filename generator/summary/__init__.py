"""Summarises the results of a whole campaign: counts, checks, and writes them as Word and Excel."""
