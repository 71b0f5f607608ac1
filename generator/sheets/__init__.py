"""Excel out and in: the lists of a unit as a workbook, and other people's lists as our data."""
