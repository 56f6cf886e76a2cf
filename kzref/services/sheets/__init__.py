"""Puts on paper what the window shows: outcomes, places of the law, checklists and records as sheets."""
