"""The command line: thin commands over functions that any other interface could call."""
