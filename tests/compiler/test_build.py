"""What is compiled again when something changed: that, and nothing else."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from kzref.compiler import build as builder
from kzref.compiler.build import build, changed
from kzref.compiler.inspection import FaultyDataError
from kzref.model.text import Language
from tests.conftest import ROOT


class Recorder:
    """A checkout with few files, and the parts that were written."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.out = root, root / "out"
        self.written: list[str] = []
        (root / "data").mkdir()
        shutil.copy(ROOT / "data" / "edition.yaml", root / "data")
        for language in Language:
            self.put(f"resources/translations/{language.value}/ui.po", SENTENCE)
        self.put("resources/styles/kzref.qss", "QWidget {}")
        self.put("tests/cases/some/card.yaml", "facts: {}")
        self.put("kzref/model/text.py", "")
        monkeypatch.setattr(
            builder, "check", lambda _root: (SimpleNamespace(everyday_words=()), [])
        )
        monkeypatch.setattr(builder, "passages", lambda _edition: ())
        monkeypatch.setattr(builder, "write_database", self._database)
        monkeypatch.setattr(builder, "build_index", self._index)
        monkeypatch.setattr(builder, "write_translations", self._translations)
        monkeypatch.setattr(builder, "write_fonts", self._fonts)
        self.put("kzref/compiler/fonts.py", "")
        self.put("kzref/compiler/signs.py", "")

    def put(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _database(self, _edition: object, path: Path, **_named: object) -> None:
        path.touch()
        self.written.append("database")

    def _index(self, folder: Path, _passages: object, **_named: object) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "index.json").touch()
        self.written.append("index")

    def _translations(self, _messages: object, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "en.mo").touch()
        self.written.append("translations")

    def _fonts(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "OFL.txt").touch()
        self.written.append("fonts")

    def compile(self) -> list[str]:
        self.written.clear()
        build(self.root, self.out, only_changed=True)
        return list(self.written)


SENTENCE = 'msgid "some.key"\nmsgstr "some words"\n'
CODE = ["database", "index", "translations"]
EVERYTHING = [*CODE, "fonts"]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    made = Recorder(tmp_path, monkeypatch)
    assert made.compile() == EVERYTHING
    return made


def test_nothing_changed_nothing_done(checkout: Recorder) -> None:
    assert changed(checkout.root, checkout.out) == set()
    assert checkout.compile() == []


@pytest.mark.parametrize(
    ("file", "text", "written"),
    [
        ("resources/translations/ru/ui.po", SENTENCE + "\n", ["translations"]),
        ("resources/styles/kzref.qss", "QWidget { margin: 0 }", []),
        ("tests/cases/some/card.yaml", "facts: {a: 1}", ["database"]),
        ("data/acts/new.yaml", "a: 1", ["database", "index"]),
        ("kzref/model/text.py", "pass", ["database", "index"]),
        ("kzref/compiler/build.py", "pass", CODE),
        ("kzref/compiler/fonts.py", "pass", EVERYTHING),
    ],
)
def test_only_what_was_made_of_the_changed_file_is_written(
    checkout: Recorder, file: str, text: str, written: list[str]
) -> None:
    checkout.put(file, text)
    assert checkout.compile() == written
    assert checkout.compile() == []


def test_a_changed_style_reaches_the_bundle_and_a_removed_one_leaves_it(checkout: Recorder) -> None:
    styles = checkout.out / "resources" / "styles"
    checkout.put("resources/styles/kzref.qss", "QWidget { margin: 0 }")
    checkout.compile()
    assert "margin" in (styles / "kzref.qss").read_text(encoding="utf-8")
    (checkout.root / "resources" / "styles" / "kzref.qss").rename(
        checkout.root / "resources" / "styles" / "other.qss"
    )
    checkout.compile()
    assert [path.name for path in styles.iterdir()] == ["other.qss"]


@pytest.mark.parametrize(
    ("lost", "written"),
    [
        ("reference.db", ["database"]),
        ("index/index.json", ["index"]),
        ("translations/en.mo", ["translations"]),
        ("fonts/OFL.txt", ["fonts"]),
        ("manifest.json", EVERYTHING),
    ],
)
def test_a_part_that_is_gone_is_written_again(
    checkout: Recorder, lost: str, written: list[str]
) -> None:
    (checkout.out / lost).unlink()
    assert checkout.compile() == written
    assert checkout.compile() == []


def test_a_faulty_sentence_is_told_and_leaves_the_bundle(checkout: Recorder) -> None:
    checkout.put("resources/translations/ru/ui.po", 'msgid "some.key"\nmsgstr "слово {x}"\n')
    with pytest.raises(FaultyDataError):
        checkout.compile()
    assert checkout.written == []
    assert (checkout.out / "manifest.json").is_file()


def test_a_compile_that_was_cut_short_is_done_again(
    checkout: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_arguments: object, **_named: object) -> None:
        raise KeyboardInterrupt

    before = (checkout.root / "data" / "edition.yaml").read_text(encoding="utf-8")
    checkout.put("data/new.yaml", "a: 1")
    with monkeypatch.context() as broken:
        broken.setattr(builder, "build_index", cut)
        with pytest.raises(KeyboardInterrupt):
            checkout.compile()
    (checkout.root / "data" / "new.yaml").unlink()  # the database is not of these sources any more
    checkout.put("data/edition.yaml", before)
    assert checkout.compile() == EVERYTHING
