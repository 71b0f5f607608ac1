"""The Word engine: checks and compiles a template once, then renders it once per document.

It contains no Party rules: it takes templates and plain values and returns the bytes of a `.docx`.
`compile.compile_template` makes a template of a file, `render.render` fills it; whoever needs only
the text of values (`richtext`) or the shape of a template (`fields`) loads nothing of Word.
"""
