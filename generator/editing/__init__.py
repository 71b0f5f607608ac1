"""Changes to YAML files that keep every other byte."""
