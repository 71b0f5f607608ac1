"""Reads YAML files into typed, frozen values, or into problems with line and column.

`load` is the entry point; the steps are `text_file` (bytes to text), `yaml_text` (text to a tree
whose scalars are text), `validate` (tree to model), `checks` (between keys and between files) and
`positions` (line and column, computed only for problems).
"""
