"""The only room with SQL and Whoosh: it returns model objects."""
