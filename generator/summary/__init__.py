"""The results of a whole campaign: counted once, checked, written as Word and Excel."""
