"""Draws without a screen, by our own choice: Qt's offscreen platform, without its idle complaint."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_IDLE = "This plugin does not support propagateSizeHints()"
"""Said of every window that has a size of its own; nothing is wrong with it."""


def go_offscreen() -> None:
    """Let Qt draw into memory. Call it before the application is made; what Qt says is still heard."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_hear)


def _hear(kind: QtMsgType, context: QMessageLogContext, said: str | None) -> None:
    del kind, context
    if said and said != _IDLE:
        sys.stderr.write(f"{said}\n")
