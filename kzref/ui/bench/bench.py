"""The bench: the whole window becomes a prompter, and `V` shows the judge the bare provision."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kzref.model.outcome import Outcome
from kzref.model.pinpoint import Pinpoint
from kzref.services.calculations.prompter import Prompt, Prompter
from kzref.ui.awake import AwakeWhileShown
from kzref.ui.bench.judge import Judge
from kzref.ui.bench.look import label, line, style
from kzref.ui.bench.rule_zone import RuleZone
from kzref.ui.bench.say_this import COUNT, SayThis
from kzref.ui.bench.time_left import TimeLeft
from kzref.ui.context import Context
from kzref.ui.frame.overlay import Overlay
from kzref.ui.pressed import pressed
from kzref.ui.projector.stage import IVORY, NIGHT, Stage
from kzref.ui.theme import Theme

SHARE = 0.52  # of the height, at most, for the sentences
SIDE, ABOVE, BELOW, BETWEEN = 40, 6, 6, 4  # pixels


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
        self.stage: Stage = IVORY
        self.time, self.rule, self.say_this = TimeLeft(), RuleZone(), SayThis()
        self.help = label("help")
        self.judge = Judge(context, self)
        AwakeWhileShown(self)
        self.setObjectName("bench")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, ABOVE, SIDE, BELOW)
        column.setSpacing(BETWEEN)
        self._lines = above, below = line(), line()
        for zone in (self.time, above, self.rule, below, self.say_this, self.help):
            column.addWidget(zone, int(zone is self.rule))
        self._acts: dict[str, Callable[[], None]] = {
            **{str(n): lambda n=n: self._authority(n) for n in range(1, COUNT + 1)},  # type: ignore[misc]
            **dict.fromkeys(("Space", "Down", "PgDown"), self.rule.turn),
            "Right": lambda: self._step(1),
            "Left": lambda: self._step(-1),
            "Tab": self._turn_sentences,
            "V": self.show_judge,
            "D": self._darken,
        }
        self.say_this.pressed.connect(self._authority)
        context.ticked.connect(self._tick)
        context.language_changed.connect(self._again)

    def prompt(self, outcome: Outcome | None, pinpoint: Pinpoint | None) -> None:
        """Turn the window into the prompter of this calculation and this provision."""
        self._outcome, self._pinpoint, self._at = outcome, pinpoint, 0
        self.stage = IVORY if self._context.theme is Theme.LIGHT else NIGHT
        self.judge.hide()
        self.arrange()
        self.open()
        self._again()  # when it is shown: what is hidden does not tell its height
        self.setFocus()

    @override
    def arrange(self) -> None:
        """Over everything."""
        self.setGeometry(self._under.rect())

    def _again(self) -> None:
        """Say everything in the language, in the colours, for the size."""
        words = self._context.words
        self._prompt = self._prompter().prompt(self._outcome, self._pinpoint, self._context.now)
        self.setAccessibleName(words("bench.name"))
        self.setStyleSheet(style(self.stage))
        self.time.show_clock(self._prompt.clock, words, self._context.now)
        self._show_rule()
        sentences, beside = self._prompt.sentences, bool(self._prompt.rules)
        self.say_this.show_sentences(sentences, words, self.stage, beside=beside)
        self._fit()
        if self.judge.screen.isVisible():
            self.show_judge(alone=self.judge.is_alone)

    def _prompter(self) -> Prompter:
        return Prompter(wording=self._context.wording, as_of=self._context.as_of)

    def _show_rule(self) -> None:
        rule = self._prompter().rule(self._reference) if self._reference else None
        which = (self._at + 1, len(self._prompt.rules))
        self.rule.show_rule(rule, which, self._context.words, self.stage)

    @property
    def _room(self) -> tuple[int, int]:
        """The width and the height that the sentences may take: what the others do not need."""
        width = self.width() - 2 * SIDE
        edges = sum(one.sizeHint().height() for one in self._lines) + self.help.heightForWidth(
            width
        )
        needed = self.time.height_in(width) + self.rule.least + edges + 5 * BETWEEN
        left = self.height() - ABOVE - BELOW - needed
        return width, min(left, int(self.height() * SHARE))

    def _fit(self) -> None:
        self.say_this.fit(*self._room)
        self._tell_keys()
        self.rule.mark()

    def _tell_keys(self) -> None:
        """The keys that do something now; first of all that there is more to say."""
        words = self._context.words
        first, last, count = self.say_this.page
        keys = {
            "authority": self._prompt.sentences,
            "rules": len(self._prompt.rules) > 1,
            "judge": self._reference,
            "dark": self.stage is IVORY,
            "light": self.stage is not IVORY,
            "back": True,
        }
        said = [words(f"bench.key.{name}") for name, does in keys.items() if does]
        if last - first + 1 < count:
            said.insert(0, words("lectern.more_to_say", first=first, last=last, count=count))
        self.help.setText("   ".join(said))

    def _tick(self) -> None:
        if self.isVisible():
            self.time.count(self._context.words, self._context.now)

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
            self._prompt = replace(self._prompt, rules=rules)
        self._at = rules.index(reference)
        self._show_rule()
        self._tell_keys()

    def _step(self, by: int) -> None:
        if self._prompt.rules:
            self._at = (self._at + by) % len(self._prompt.rules)
            self._show_rule()

    def show_judge(self, *, alone: bool = False) -> None:
        """Show the bare provision and nothing else; `alone`: Esc leads back past the bench."""
        if self._reference:
            self.judge.show(self._reference, self.stage, alone=alone)

    @override
    def close_if_open(self) -> bool:
        """Esc: from the judge's view to where it was called, from the bench to the window."""
        if self.judge.screen.isVisible() and not self.judge.is_alone:
            self.judge.hide()
            return True
        return super().close_if_open()

    def press(self, chord: str) -> bool:
        """Do what a key stands for; False when it stands for nothing here."""
        if chord == "F9":
            self.judge.hide()
            return self.close_if_open()
        if self.judge.screen.isVisible():
            return self.judge.press(chord) or (chord == "V" and self.close_if_open())
        act = self._acts.get(chord)
        if act is not None:
            act()
        return act is not None

    def _turn_sentences(self) -> None:
        self.say_this.turn(*self._room)
        self._tell_keys()

    def _darken(self) -> None:
        self.stage = NIGHT if self.stage is IVORY else IVORY
        self._again()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep keys from the actions of the page beneath; languages, Esc and full screen stay."""
        if isinstance(event, QKeyEvent):
            meant = set(pressed(event))
            if event.type() == QEvent.Type.ShortcutOverride and not {"F8", "Esc", "F11"} & meant:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                return self.press("Tab")  # else Qt would look for another widget to go to
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for; the others do nothing here."""
        any(self.press(chord) for chord in pressed(event))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new size."""
        self._fit()
        self.judge.arrange()
