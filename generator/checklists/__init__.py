"""Checklists of dossiers: reading them, what their conditions mean, which items they come to."""
