"""Showing law and situations to a room: the public screen, and the window of whoever presents.

`stage`, `type_area` and `audience` are the public side: they know finished slides, and the linter
keeps every page, note and fact away from them. `talk`, `presenter` and `opening` are the private side.
"""
