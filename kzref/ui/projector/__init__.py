"""Showing law and situations to a room: the public screen, and the window of whoever presents.

`stage`, `type_area`, `pointer` and `audience` are the public side: they know finished slides, and the
linter keeps every page, note and fact away from them. All the rest is private: `presenter` is the
window, `screens` puts it and the public one where they belong, `conductor` leads the talk, `staging`
holds what was set for it.
"""
