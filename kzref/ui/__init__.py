"""The window: PySide6 widgets over services. No SQL, no file reading, no legal rule."""

from kzref.ui.pyside_at_need import load_pyside

load_pyside()
