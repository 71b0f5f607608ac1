"""Sổ văn bản đi: the numbers a body gives its outgoing documents."""
