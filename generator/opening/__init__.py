"""Opens any file from outside, within limits, and returns the text that a reader would see."""
