"""The user's own texts in the window: brought, kept, compared."""
