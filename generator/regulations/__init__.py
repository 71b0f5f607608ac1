"""What the regulations prescribe, as dated data with the source of each value, and typed access."""
