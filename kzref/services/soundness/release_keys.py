"""The public keys that sign releases of kzref; `packaging/README.md` says how one is made.

A release is signed with the private half, which is in no repository. No key stands here yet: until
the owner adds one, every copy calls itself unsigned, which is what it is.
"""

RELEASE_KEYS: tuple[str, ...] = ()
"""Ed25519 public keys in hexadecimal, the newest first."""
