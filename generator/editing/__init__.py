"""Edits values of YAML files and keeps every other byte."""
