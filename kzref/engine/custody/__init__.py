"""Custody before trial and its substitutes: may it be, how long, what it counts for."""
