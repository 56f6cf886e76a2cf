"""The window: PySide6 widgets over services. No SQL, no file reading, no legal rule."""
