"""A campaign at work: opened once, asked many times, at the cost of what changed."""
