"""The window: PySide6 widgets over services. No SQL, no file reading, no legal rule."""

from kzref.ui.unread_sources import leave_sources_unread

leave_sources_unread()
