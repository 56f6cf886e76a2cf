"""The bundled law and documents: browsed, quoted, compared over time, with who cites what."""
