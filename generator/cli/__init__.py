"""The command line: thin commands over the same functions that anything else would call."""
