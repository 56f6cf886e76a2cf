"""Makes text safe within HTML, as `html.escape` does, which would load two thousand names of signs."""

_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def escape(text: str) -> str:
    """The text with the signs that HTML reads as its own written out."""
    return text.translate(_SIGNS)
