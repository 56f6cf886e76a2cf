"""The full-text index: written with Whoosh, read a term at a time, ranked; and what it knows of words."""
