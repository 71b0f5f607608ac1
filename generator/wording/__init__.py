"""Formats dates, numbers, names, recipients and signatures as Vietnamese documents write them.

Pure functions of values and a thể thức pack; nothing here prints or reads files.
"""
