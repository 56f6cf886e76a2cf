"""Checks between files: what a single file cannot show about itself."""
