"""Writes sheets and records as files: HTML, Word, calendar, CSV, JSON; the PDF is Qt's (`kzref.ui.paper`)."""
