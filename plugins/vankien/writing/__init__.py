"""How things are written: pure functions on strings."""
