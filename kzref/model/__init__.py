"""The nouns of the field as frozen values: no files, no SQL, no Qt, no clock."""
