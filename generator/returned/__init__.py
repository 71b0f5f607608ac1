"""Forms that people filled in and sent back, read into the data with where each value came from."""
