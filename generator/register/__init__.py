"""Sổ văn bản đi: the numbers that a body gives its outgoing documents."""
