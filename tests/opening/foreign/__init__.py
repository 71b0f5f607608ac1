"""Files of other people: well-formed ones of each kind, spoilt in every way known to come in."""
