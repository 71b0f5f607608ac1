"""Checks of what a letter says: each yields its problems, with where they stand."""
