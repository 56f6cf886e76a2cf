"""Build time: `data/` in, `reference.db` and the search index out. The app never imports this room."""
