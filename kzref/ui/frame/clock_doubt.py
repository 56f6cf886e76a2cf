"""Says it, under the bar, when the computer's clock cannot be right."""

from kzref.ui.clock_watch import steady_seconds
from kzref.ui.context import Context
from kzref.ui.frame.frame import Frame


class ClockDoubt:
    """Looks at the clock with every tick; the reader can settle it."""

    def __init__(self, context: Context, frame: Frame) -> None:
        """Begin with the next tick."""
        self._context, self._frame = context, frame
        self._is_connected = False
        context.ticked.connect(self._look)

    def _look(self) -> None:
        context, frame = self._context, self._frame
        doubt = context.clock_watch.doubt(context.now, steady_seconds())
        if doubt is None and frame.notice is None:
            return
        notice, words = frame.put_notice(), context.words
        if not self._is_connected:
            notice.settled.connect(self._on_accepted)
            self._is_connected = True
        notice.say(words.say(doubt) if doubt else "", words("clock.is_right"))

    def _on_accepted(self) -> None:
        self._context.clock_watch.accept(self._context.now, steady_seconds())
        self._look()
