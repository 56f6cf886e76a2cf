"""Photographs every screen in every language, look and size, and looks for what is cut off (`make gallery`)."""
