"""Letters and words as they are typed, printed and compared; no law in here."""
