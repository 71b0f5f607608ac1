"""What a unit hands in: the pack, and its verification on the receiving side."""
