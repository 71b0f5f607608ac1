"""Checks whether a dossier is complete: required documents, evidence, verdicts, reports."""
