"""Widgets that several pages use; they know no services."""
