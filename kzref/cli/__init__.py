"""The same services from a shell: one JSON object on standard output, or one sentence of refusal."""

from kzref.cli.command_line import main

__all__ = ["main"]
