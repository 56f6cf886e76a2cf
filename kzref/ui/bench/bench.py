"""The bench: the whole window becomes a prompter, and `V` shows the judge the bare provision."""

from datetime import UTC, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kzref.model.outcome import Outcome
from kzref.model.pinpoint import Pinpoint
from kzref.services.calculations.prompter import Prompt, Prompter
from kzref.services.slides import Slides
from kzref.ui.awake import AwakeWhileShown
from kzref.ui.bench.spoken import Spoken
from kzref.ui.context import Context
from kzref.ui.frame.overlay import Overlay
from kzref.ui.pressed import pressed
from kzref.ui.projector.audience import Audience
from kzref.ui.projector.stage import IVORY, NIGHT, Stage
from kzref.ui.projector.type_area import Passage
from kzref.ui.theme import Theme
from kzref.ui.widgets.countdown import time_left

RULE = (40, 36, 32, 30, 28)  # points; what does not fit goes on overleaf
SENTENCE = (30, 28, 26, 24, 22, 20, 18)
SHARE = 0.46  # of the height, at most, for the sentences
SHARE_OF_SMALL = 0.41  # where the lines are shorter the rule needs more of them
SMALL = 1200  # pixels wide
SIDE = 40  # pixels


class Bench(Overlay):
    """Covers the window that it is a child of, until Esc."""

    def __init__(self, context: Context, window: QWidget) -> None:
        """Build the three zones over that window; `prompt` fills and shows them."""
        super().__init__(window, width=0, height=0)
        self._context = context
        self._outcome: Outcome | None = None
        self._pinpoint: Pinpoint | None = None
        self._prompt = Prompt(clock=None, rules=(), sentences=())
        self._at = 0  # which rule is shown
        self._said_of_rule = ""
        self._is_for_judge = False
        self._judged = 0  # which page of it the judge sees
        self._stage: Stage = IVORY
        self._title, self._clock, self._said, self._help = QLabel(), QLabel(), QLabel(), QLabel()
        self._citation, self._source = QLabel(), QLabel()
        self.rule = Spoken(RULE)
        self.sentences = [Spoken(SENTENCE) for _ in range(3)]
        self._badges = [QLabel() for _ in self.sentences]
        self.judge = Audience(self)
        AwakeWhileShown(self)
        self._build()
        context.ticked.connect(self._tick)
        context.language_changed.connect(self._again)

    def _build(self) -> None:
        self.setObjectName("bench")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 14, SIDE, 10)
        column.setSpacing(4)
        for label, name in (
            (self._title, "title"), (self._clock, "clock"), (self._said, "small"),
            (self._citation, "citation"), (self._source, "small"), (self._help, "help"),
        ):  # fmt: skip
            label.setObjectName(name)
            label.setWordWrap(name != "clock")
        above = QHBoxLayout()
        above.setSpacing(36)
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self._title)
        beside.addWidget(self._said)
        beside.addStretch(1)
        above.addWidget(self._clock)
        above.addLayout(beside, 1)
        column.addLayout(above)
        column.addWidget(_line())
        column.addWidget(self._citation)
        column.addWidget(self.rule, 1)
        column.addWidget(self._source)
        column.addWidget(_line())
        for number, (badge, sentence) in enumerate(
            zip(self._badges, self.sentences, strict=True), 1
        ):
            badge.setObjectName("badge")
            badge.setText(str(number))
            badge.setFixedWidth(46)
            badge.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(sentence, 1)
            column.addLayout(row)
            sentence.pressed.connect(lambda number=number: self._authority(number))
        column.addWidget(self._help)
        self.rule.fitted.connect(self._mark_pages)
        self.judge.hide()

    def prompt(self, outcome: Outcome | None, pinpoint: Pinpoint | None) -> None:
        """Turn the window into the prompter of this calculation and this provision."""
        self._outcome, self._pinpoint, self._at = outcome, pinpoint, 0
        self._stage = IVORY if self._context.theme is Theme.LIGHT else NIGHT
        self._is_for_judge = False
        self.judge.hide()
        self.arrange()
        self._again()
        self.open()
        self.setFocus()

    @override
    def arrange(self) -> None:
        """Over everything."""
        self.setGeometry(self._under.rect())

    def _again(self) -> None:
        """Say everything in the language, in the colours, for the size."""
        words = self._context.words
        prompter = self._prompter()
        self._prompt = prompter.prompt(self._outcome, self._pinpoint, self._context.now)
        self.setAccessibleName(words("bench.name"))
        self._help.setText(words("bench.keys"))
        self._dress()
        clock = self._prompt.clock
        self._title.setText(clock.title if clock else words("bench.no_clock"))
        said = (
            [clock.said, *(words("bench.or", value=other) for other in clock.others)]
            if clock
            else []
        )
        self._said.setText("\n".join(said))
        self._clock.setVisible(clock is not None)
        self._said.setVisible(clock is not None)
        self._count()
        self._show_rule()
        self._show_sentences()
        if self.judge.isVisible():
            self.show_judge(alone=self._is_for_judge)

    def _prompter(self) -> Prompter:
        return Prompter(wording=self._context.wording, as_of=self._context.as_of)

    def _show_rule(self) -> None:
        words, rules = self._context.words, self._prompt.rules
        rule = self._prompter().rule(self._reference) if self._reference else None
        count = (
            words("bench.which", number=self._at + 1, count=len(rules)) if len(rules) > 1 else ""
        )
        self._citation.setText(
            "    ".join(filter(None, (rule.citation if rule else words("bench.no_rule"), count)))
        )
        self.rule.say((Passage(text=rule.text),) if rule else (), self._stage)
        self._said_of_rule = rule.source if rule else ""
        self._mark_pages()

    def _show_sentences(self) -> None:
        words, said = self._context.words, self._prompt.sentences
        for number, (badge, spoken) in enumerate(zip(self._badges, self.sentences, strict=True)):
            shown = said[number] if number < len(said) else None
            for widget in (badge, spoken):
                widget.setVisible(shown is not None or (number == 0 and not said))
            badge.setVisible(shown is not None)
            if shown is not None:
                breach = f"{words('bench.breached').upper()}: " if shown.is_breached else ""
                spoken.say(
                    (
                        Passage(text=f"{breach}{shown.text}"),
                        Passage(text=shown.citation, scale=0.68, gap=0.0),
                    ),
                    self._stage,
                )
            elif number == 0:
                spoken.say((Passage(text=words("bench.no_sentence")),), self._stage)
        self._share_out()
        self._mark_pages()

    def _mark_pages(self) -> None:
        """Say that the rule goes on, where it does."""
        pages = self.rule.area.pages
        mark = f"    ↓ {self.rule.page + 1}/{pages}" if pages > 1 else ""
        self._source.setText(self._said_of_rule + mark)

    def _share_out(self) -> None:
        """Give the sentences the largest size in which all of them fit their share."""
        shown = [spoken for spoken in self.sentences if spoken.isVisibleTo(self)]
        width = self.width() - 2 * SIDE - 58
        share = SHARE if self.width() >= SMALL else SHARE_OF_SMALL
        for points in SENTENCE:
            heights = [spoken.height_in(points, width) for spoken in shown]
            if sum(heights) <= self.height() * share or points == SENTENCE[-1]:
                for spoken, height in zip(shown, heights, strict=True):
                    spoken.setFixedHeight(height)
                return

    def _tick(self) -> None:
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        clock = self._prompt.clock
        if clock is None:
            return
        left = clock.until.astimezone(UTC) - self._context.now.astimezone(UTC)
        text = time_left(self._context.words, abs(left).total_seconds())
        over = left < timedelta(0)
        if self._clock.property("over") != over:  # then it is a sentence, not a running clock
            self._clock.setProperty("over", over)
            self._clock.style().polish(self._clock)
        self._clock.setText(self._context.words("bench.over", time=text) if over else text)
        self._clock.setAccessibleName(f"{clock.title}: {self._clock.text()}")

    def _dress(self) -> None:
        stage = self._stage
        self.setStyleSheet(
            f"QWidget#bench {{background:{stage.ground}}} QLabel {{color:{stage.ink}}}"
            "QLabel#clock {font-size:72pt;font-weight:bold}"
            "QLabel#clock[over='true'] {font-size:38pt}"
            f"QLabel#small {{font-size:16pt;color:{stage.quiet}}}"
            f"QLabel#title {{font-size:20pt;font-weight:bold}}"
            f"QLabel#citation {{font-size:20pt;font-weight:bold}}"
            f"QLabel#help {{font-size:12pt;color:{stage.quiet}}}"
            f"QLabel#badge {{font-size:20pt;font-weight:bold;border:2px solid {stage.ink};"
            f"border-radius:6px}} QFrame#line {{color:{stage.line}}}"
        )

    @property
    def _reference(self) -> str:
        """The provision that is shown; empty when there is none."""
        rules = self._prompt.rules
        return rules[self._at] if self._at < len(rules) else ""

    def _authority(self, number: int) -> None:
        """Show what carries a sentence, in the place of the rule."""
        if number > len(self._prompt.sentences):
            return
        reference, rules = self._prompt.sentences[number - 1].reference, self._prompt.rules
        if reference not in rules:
            rules = (*rules, reference)
            self._prompt = Prompt(
                clock=self._prompt.clock, rules=rules, sentences=self._prompt.sentences
            )
        self._at = rules.index(reference)
        self._show_rule()

    def _step(self, by: int) -> None:
        if self._prompt.rules:
            self._at = (self._at + by) % len(self._prompt.rules)
            self._show_rule()

    def show_judge(self, *, alone: bool = False) -> None:
        """Show the bare provision and nothing else; `alone`: Esc leads back past the bench."""
        if not self._reference:
            return
        self._is_for_judge = alone
        desk, context = self._context.desk, self._context
        slides = Slides(
            library=desk.library, citations=desk.citations, words=context.words,
            as_of=context.as_of, official=desk.own_library.official,
        )  # fmt: skip
        self.judge.set_stage(self._stage)
        self.judge.show_slide(slides.provision(self._reference))
        self.judge.setGeometry(self.rect())
        self._judged = 0
        self.judge.show()
        self.judge.raise_()

    def _turn_judge(self) -> None:
        self._judged = (self._judged + 1) % self.judge.pages
        self.judge.show_slide(self.judge.slide, self._judged)

    @override
    def close_if_open(self) -> bool:
        """Esc: from the judge's view to where it was called, from the bench to the window."""
        if self.judge.isVisible() and not self._is_for_judge:
            self.judge.hide()
            return True
        return super().close_if_open()

    def press(self, chord: str) -> bool:
        """Do what a key stands for; False when it stands for nothing here."""
        if chord == "F9":
            self.judge.hide()
            self.close_if_open()
        elif self.judge.isVisible():
            if chord in {"Space", "Right", "PgDown", "Down"}:
                self._turn_judge()
            elif chord == "V":
                self.close_if_open()
        elif chord in {"1", "2", "3"}:
            self._authority(int(chord))
        elif chord in {"Right", "Left"}:
            self._step(1 if chord == "Right" else -1)
        elif chord in {"Space", "Down", "PgDown"}:
            self.rule.turn()
            self._mark_pages()
        elif chord == "V":
            self.show_judge()
        elif chord == "D":
            self._stage = NIGHT if self._stage is IVORY else IVORY
            self._again()
        else:
            return False
        return True

    @override
    def event(self, event: QEvent) -> bool:
        """Keep keys from the actions of the page beneath; languages, Esc and full screen stay."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if {"F8", "Esc", "F11"} & set(pressed(event)):
                return super().event(event)
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for; the others do nothing here."""
        any(self.press(chord) for chord in pressed(event))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new size."""
        self._share_out()
        self._mark_pages()
        self.judge.setGeometry(self.rect())


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    line.setFrameShape(QFrame.Shape.HLine)
    return line
