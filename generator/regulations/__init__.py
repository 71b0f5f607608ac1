"""The regulations as dated data with the source of each value, and typed access to them."""
