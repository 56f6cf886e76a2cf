"""How the bench looks: sizes in points, colours of the stage."""

from PySide6.QtWidgets import QFrame, QLabel

from kzref.ui.projector.stage import Stage


def style(stage: Stage) -> str:
    """The style sheet of the bench in these colours."""
    return (
        f"QWidget#bench {{background:{stage.ground}}} QLabel {{color:{stage.ink}}}"
        "QLabel#clock {font-size:72pt;font-weight:bold}"
        "QLabel#clock[over='true'] {font-size:32pt}"
        f"QLabel#small {{font-size:16pt;color:{stage.quiet}}}"
        f"QLabel#authority {{font-size:16pt;color:{stage.quiet}}}"
        f"QLabel#source {{font-size:14pt;color:{stage.quiet}}}"
        "QLabel#title, QLabel#citation {font-size:20pt;font-weight:bold}"
        f"QLabel#help {{font-size:12pt;color:{stage.quiet}}}"
        f"QLabel#badge {{font-size:20pt;font-weight:bold;border:2px solid {stage.ink};"
        f"border-radius:6px}} QFrame#line {{color:{stage.line}}}"
    )


def label(name: str, *, wraps: bool = True) -> QLabel:
    """An empty label of that look."""
    made = QLabel()
    made.setObjectName(name)
    made.setWordWrap(wraps)
    return made


def line() -> QFrame:
    """A line between two zones."""
    made = QFrame()
    made.setObjectName("line")
    made.setFrameShape(QFrame.Shape.HLine)
    return made
