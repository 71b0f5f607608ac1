"""Vietnamese on paper: how dates, numbers, names, recipients and signatures are written.

Pure functions over values and a thể thức pack; nothing here prints or reads files.
"""
