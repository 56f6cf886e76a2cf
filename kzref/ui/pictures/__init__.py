"""Drawings beside an answer: crisp at every scale, told apart without colour, each said in words too."""
