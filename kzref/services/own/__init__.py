"""The user's own texts and files: understood, stored, searched, compared, backed up."""
