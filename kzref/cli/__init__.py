"""The same services from a shell: one JSON object on standard output, or one sentence of refusal."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one command; alone, open the window. The exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # neither way loads what only the other needs: the window must start quickly
    if not given:
        from kzref.app import main as open_window  # noqa: PLC0415

        return open_window()
    from kzref.cli.command_line import answer  # noqa: PLC0415

    return answer(given)
