"""Recognises files received from outside and checks them against what the dossier requires."""
