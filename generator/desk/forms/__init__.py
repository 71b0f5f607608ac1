"""Forms to fill in: what a model asks as typed fields in the order of the paper, and back."""
