"""kzref: an offline reference for defence lawyers in Kazakhstan."""

__version__ = "0.1.0"
