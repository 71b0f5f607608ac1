"""From data to files: which template, what it prints, and writing it so that it is whole."""
