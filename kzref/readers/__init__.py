"""Files in, structure out: paragraphs, articles, notes. No SQL, no Qt, no clock."""
