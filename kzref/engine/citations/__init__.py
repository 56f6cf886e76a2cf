"""Citations read in any spelling, and written in the form of each language."""
