"""Progress on standard error while a person looks at it; nothing where the output is a file."""

import sys

_WIDTH = 60  # characters of a line that is written over


class Progress:
    """One line that is written over; cleared at the end."""

    def __init__(self) -> None:
        """Show nothing yet."""
        self._shown = ""

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_fault: object) -> None:
        self.say("")

    def share(self, finished: float) -> None:
        """Show the finished share of the work, from 0 to 1."""
        self.say(f"{int(finished * 100)} %")

    def say(self, line: str) -> None:
        """Show a line in place of the last one."""
        if line == self._shown or not sys.stderr.isatty():
            return
        self._shown = line
        sys.stderr.write(f"\r{line[:_WIDTH]:<{_WIDTH}}" if line else f"\r{'':<{_WIDTH}}\r")
        sys.stderr.flush()
