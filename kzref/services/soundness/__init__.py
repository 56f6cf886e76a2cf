"""Whether this copy is whole, unaltered and right, and who vouches for it."""
