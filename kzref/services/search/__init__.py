"""The one search box: from what is typed to places, hits and suggestions, in three languages."""
