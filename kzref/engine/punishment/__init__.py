"""Terms and amounts of criminal law: categories, fines, ages, limitation, parole."""
