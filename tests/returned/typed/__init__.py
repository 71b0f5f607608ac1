"""Forms typed in a word processor, key by key, and kept (`README.md`)."""
