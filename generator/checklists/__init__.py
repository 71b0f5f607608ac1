"""Checklists of dossiers: loads them, evaluates their conditions and expands their items."""
