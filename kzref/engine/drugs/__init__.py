"""The size of a drug, the part it leads to, and what that part threatens."""
