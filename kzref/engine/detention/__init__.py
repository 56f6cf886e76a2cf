"""Holding without a court: by the police, for an administrative offence, at questioning."""
