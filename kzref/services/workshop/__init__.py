"""What can be done with a situation in front of a room: move its clock, change the day of its law, vote.

Made from the edition alone, like the slides: no fact of a case, no note and no text of the user's own
can come here (the linter keeps them away).
"""
