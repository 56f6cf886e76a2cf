"""The user's own texts in the search: found as they stand, in step with the library, never half."""

import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kzref.model.own_text import OwnText, Structure, TextKind, Unit, UnitKind
from kzref.model.text import Language
from kzref.services.desk import Desk as WholeDesk
from kzref.services.own.passages import OwnPassages
from kzref.services.own.search import OwnSearch
from kzref.services.search.answer import Found, Hit
from kzref.services.search.search import Search
from kzref.store.index.building import build
from kzref.store.library_db import Bringing, LibraryDb
from tests.conftest import ROOT
from tests.services.test_search import Desk, places
from tests.store.passage_world import EDITION, PASSAGES, Shelf

NOW = datetime(2026, 11, 23, tzinfo=UTC)
UNITS = (
    Unit(kind=UnitKind.FRONT, text="Кодекс о ветрах и незамедлительности", line=1),
    Unit(kind=UnitKind.ARTICLE, text="Статья 131. Порядок", line=2, holder="131", number="131"),
    Unit(
        kind=UnitKind.PART, text="4. Освобождается незамедлительно.", line=3, holder="131",
        at="(4)", number="4",
    ),
    Unit(
        kind=UnitKind.POINT, text="1) при отсутствии штиля;", line=4, holder="131", at="(4)(1)",
        number="1",
    ),
    Unit(kind=UnitKind.FURNITURE, text="незамедлительно 17", line=5),
)  # fmt: skip
STRUCTURE = Structure(kind=TextKind.ACT, units=UNITS)
DOCUMENT = Structure(
    kind=TextKind.DOCUMENT,
    units=(
        Unit(
            kind=UnitKind.PARAGRAPH, text="The judge orders custody at the lighthouse.", line=1,
            holder="II.9", at="4", number="4",
        ),
    ),
)  # fmt: skip


class Acts:
    """The acts of the edition."""

    def __init__(self) -> None:
        self.instruments = {act.key: act for act in WholeDesk().library.instruments.values()}


class World:
    """A search over a few passages and a library of own texts."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.library = LibraryDb(home / "library.db")
        build(home / "index", PASSAGES, edition=EDITION)
        self.search = self.opened()

    def opened(self) -> Search:
        passages = OwnPassages(self.library.path, Acts())  # type: ignore[arg-type]
        own = OwnSearch(passages, self.home / "own-index")
        return Search(Shelf(), self.home / "index", Desk(), self.home / "rebuilt", own=own)

    def bring(
        self,
        structure: Structure = STRUCTURE,
        *,
        work: str = "cpc-2014",
        redaction: date | None = None,
        language: Language = Language.RU,
    ) -> OwnText:
        bringing = Bringing(
            work=work, language=language, redaction=redaction, title="Ветры",
            file_name="winds.txt", sha256=f"{work} {redaction}", at=NOW,
        )  # fmt: skip
        return self.library.add(structure, bringing)

    def find(self, typed: str, as_of: date | None = None) -> Found:
        return self.search.find(typed, as_of=as_of)

    def own(self, typed: str, as_of: date | None = None) -> list[Hit]:
        return [hit for hit in self.find(typed, as_of).hits if hit.kind == "own-text"]

    @property
    def index(self) -> Path:
        (folder,) = (self.home / "own-index").iterdir()
        return folder


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_without_own_texts_nothing_is_made(world: World) -> None:
    world.search.take_in()
    assert not world.find("незамедлительно").own_missing
    assert not (world.home / "own-index").exists()


def test_a_text_is_found_as_it_stands_once_it_is_taken_in(world: World) -> None:
    world.bring()
    assert world.find("незамедлительно").own_missing
    told: list[tuple[int, int]] = []
    world.search.take_in(lambda done, every: told.append((done, every)))
    assert told[-1][0] == told[-1][1] > 0
    found = world.find("незамедлительный")  # by its stem
    assert not found.own_missing
    (hit,) = found.hits
    assert (hit.kind, hit.document, hit.section, hit.paragraph) == (
        "own-text", "cpc-2014", "131", "(4)",
    )  # fmt: skip
    assert hit.citation == "ч. 4 ст. 131 УПК"
    assert "4. Освобождается [[незамедлительно]]." in hit.snippet
    assert found.counts == {"own-text": 1}


def test_a_place_that_has_a_digest_too_is_one_hit(world: World) -> None:
    world.bring()
    world.search.take_in()
    hits = [hit for hit in world.find("незамедлительно часов").hits if hit.place == "CPC 131(4)"]
    assert len(hits) == 1
    names = {hits[0].id, *hits[0].others}
    assert "own:1:2" in names
    assert "CPC 131(4)@2018-01-09" in names


def test_a_paragraph_of_a_document_joins_its_digest(world: World) -> None:
    world.bring(DOCUMENT, work="ngo-iccpr-2016", language=Language.EN)
    world.search.take_in()
    (hit,) = world.find("lighthouse").hits
    assert hit.place == "ngo-iccpr-2016 II.9 4"
    assert "[[lighthouse]]" in hit.snippet
    both = world.find("judge custody")
    assert places(both).count("ngo-iccpr-2016 II.9 4") == 1
    assert both.counts["own-text"] == 1


def test_notions_of_the_glossary_find_own_texts_across_languages(world: World) -> None:
    world.bring(DOCUMENT, work="ngo-iccpr-2016", language=Language.EN)
    world.search.take_in()
    found = world.search.find("күзетпен ұстау", kinds=["own-text"])
    assert places(found) == ["ngo-iccpr-2016 II.9 4"]


def test_words_that_only_own_texts_hold_are_known_and_mended(world: World) -> None:
    world.bring()
    world.search.take_in()
    assert world.own("штил")[0].place == "CPC 131(4)(1)"
    assert world.own("незамедлитльно")  # a slip
    assert world.own("ytpfvtlkbntkmyj")  # the other layout


def test_each_redaction_answers_for_its_own_days(world: World) -> None:
    world.bring(redaction=date(2020, 1, 1))
    world.bring(redaction=date(2024, 1, 1))
    world.search.take_in()
    assert [hit.id for hit in world.own("незамедлительно", date(2021, 1, 1))] == ["own:1:2"]
    assert [hit.id for hit in world.own("незамедлительно", date(2024, 1, 1))] == ["own:2:2"]
    assert world.own("незамедлительно", date(2019, 1, 1)) == []


def test_a_deleted_text_is_gone_at_once_and_back_when_restored(world: World) -> None:
    text = world.bring()
    world.search.take_in()
    assert world.own("незамедлительно")
    world.library.delete(text, NOW)
    assert not world.own("незамедлительно")
    world.search.take_in()
    assert list((world.home / "own-index").iterdir()) == []
    world.library.restore(text)
    assert world.find("незамедлительно").own_missing
    world.search.take_in()
    assert world.own("незамедлительно")


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def of_another_edition(folder: Path) -> None:
    manifest = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    (folder / "index.json").write_text(json.dumps({**manifest, "edition": "another"}), "utf-8")


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: flip(next(folder.glob("*.trm"))),
        lambda folder: flip(next(folder.glob("*.toc"))),
        lambda folder: flip(folder / "lexicon.db"),
        lambda folder: next(folder.glob("*.trm")).unlink(),
        lambda folder: (folder / "index.json").unlink(),
        lambda folder: (folder / "index.json").write_bytes(b"{"),
        of_another_edition,
    ],
)
def test_a_damaged_index_is_not_opened_but_built_anew(
    world: World, damage: Callable[[Path], object]
) -> None:
    world.bring()
    world.search.take_in()
    damage(world.index)
    world.search = world.opened()
    found = world.find("custody незамедлительно")
    assert found.own_missing
    assert found.hits  # the edition answers meanwhile
    assert all(hit.kind != "own-text" for hit in found.hits)
    world.search.take_in()
    assert world.own("незамедлительно")


def test_a_damaged_library_leaves_the_edition_searchable(world: World) -> None:
    world.bring()
    world.search.take_in()
    world.library.close()
    world.library.path.write_bytes(b"no database" * 100)
    assert world.find("custody").hits
    assert not world.own("незамедлительно")


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from tests.services.test_own_search import World

    world = World.__new__(World)
    from kzref.store.library_db import LibraryDb
    world.home = Path(sys.argv[1])
    world.library = LibraryDb(world.home / "library.db")
    left = int(sys.argv[2])

    def watch(event, _arguments):
        global left
        if event in {"open", "os.rename", "os.mkdir"}:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    search = world.opened()
    search.find("custody")
    sys.addaudithook(watch)
    search.take_in()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("step", [1, 4, 8, 12, 16, 20])
def test_a_kill_at_any_moment_leaves_no_half_index(world: World, step: int) -> None:
    world.bring()
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", textwrap.dedent(KILLED), str(world.home), str(step)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL
    world.find("custody")  # whatever was left is not opened unless it is whole
    world.search.take_in()
    assert [hit.place for hit in world.own("незамедлительно")] == ["CPC 131(4)"]
    assert world.index.name.count(".") == 0  # no draft is left
