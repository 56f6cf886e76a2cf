"""A checklist in the window: its questions, the answers while it is open, and the draft they come to."""
