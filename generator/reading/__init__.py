"""From YAML files to typed, frozen values, or to problems with their line and column.

`load` is the way in; the steps are `text_file` (bytes to text), `yaml_text` (text to a tree in
which every scalar is text), `validate` (tree to model), `checks` (between keys and between files)
and `positions` (line and column, looked up only when there is a problem).
"""
