"""The index on disk: what it refuses to open, and what it knows when open."""

import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from kzref.model.errors import DataError
from kzref.model.text import Language
from kzref.store.index.building import build
from kzref.store.index.search_index import REFERENCES, STARTS, SearchIndex
from tests.store.passage_world import EDITION, PASSAGES, paragraph


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build(tmp_path / "index", PASSAGES, edition=EDITION)
    return tmp_path / "index"


def opened(folder: Path) -> SearchIndex:
    return SearchIndex(folder, edition=EDITION)


def test_a_stem_leads_to_its_passages(folder: Path) -> None:
    index = opened(folder)
    numbers, counts = index.postings("en", "custodi")
    assert "ngo-iccpr-2016 II.9 4" in {index.cards.ids[number] for number in numbers}
    assert index.frequency("en", "custodi") == len(numbers) == len(counts)
    assert list(numbers) == sorted(numbers)


def test_an_unknown_stem_leads_nowhere(folder: Path) -> None:
    assert opened(folder).postings("en", "zebra") == ((), ())
    assert opened(folder).frequency("ru", "зебра") == 0


def test_a_passage_is_found_by_what_it_cites_and_by_the_larger_places(folder: Path) -> None:
    index = opened(folder)
    for reference in ("CPC_147(1)", "CPC_147", "CPC"):
        numbers, _ = index.postings(REFERENCES, reference)
        assert "ngo-iccpr-2016 II.9 4" in {index.cards.ids[number] for number in numbers}


def test_beginnings_are_those_of_the_words_as_spelled(folder: Path) -> None:
    index = opened(folder)
    assert index.frequency(STARTS, "сан")
    assert index.frequency(STARTS, "санк")
    assert not index.frequency(STARTS, "санкц")


def test_notions_are_named_in_every_language(folder: Path) -> None:
    lexicon = opened(folder).lexicon
    for language, run in (
        (Language.EN, ["remand"]),
        (Language.RU, ["страж"]),
        (Language.KK, ["кузет", "уста"]),
    ):
        assert {naming.notion for naming in lexicon.named(run, language)} == {"term:custody"}


def test_the_index_works_on_a_read_only_medium(folder: Path) -> None:
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    try:
        assert len(opened(folder).cards)
    finally:
        folder.chmod(0o755)


def test_the_same_passages_are_indexed_again_over_an_older_index(folder: Path) -> None:
    build(folder, PASSAGES[:2], edition=EDITION)
    assert len(opened(folder).cards) == 2


def test_a_word_counts_as_often_as_it_stands_there(tmp_path: Path) -> None:
    texts = [("Bail. " * at, "залог", "кепіл") for at in (1, 300, 2)]
    made = [paragraph(f"ngo-iccpr-2016 II.9 {at}", text) for at, text in enumerate(texts)]
    build(tmp_path / "index", made, edition=EDITION)
    numbers, counts = opened(tmp_path / "index").postings("en", "bail")
    assert list(numbers) == [0, 1, 2]
    assert list(counts) == [2, 255, 4]  # twice for the text; no more than a byte holds


def test_long_lists_come_back_as_they_were(tmp_path: Path) -> None:
    made = [
        paragraph(f"ngo-iccpr-2016 II.9 {at}", ("hare" if at % 7 else "bail", "заяц", "қоян"))
        for at in range(2000)
    ]
    build(tmp_path / "index", made, edition=EDITION)
    index = opened(tmp_path / "index")
    assert list(index.postings("en", "bail")[0]) == list(range(0, 2000, 7))
    assert list(index.postings("ru", "заяц")[0]) == list(range(2000))


def test_the_same_passages_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        build(tmp_path / name, PASSAGES, edition=EDITION)
    one, other = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "other")
    )
    assert one == other


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def swap_edition(folder: Path) -> None:
    manifest = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    (folder / "index.json").write_text(json.dumps({**manifest, "edition": "another"}), "utf-8")


@pytest.mark.parametrize(
    ("damage", "key"),
    [
        (lambda folder: flip(next(folder.glob("*.trm"))), "index.damaged"),
        (lambda folder: flip(next(folder.glob("*.toc"))), "index.damaged"),
        (lambda folder: flip(folder / "lexicon.db"), "index.damaged"),
        (lambda folder: next(folder.glob("*.trm")).unlink(), "index.damaged"),
        (lambda folder: (folder / "_MAIN_2.toc").write_bytes(b"pickle"), "index.damaged"),
        (lambda folder: (folder / "index.json").write_bytes(b"{"), "index.damaged"),
        (lambda folder: (folder / "index.json").unlink(), "index.missing"),
        (swap_edition, "index.other_edition"),
    ],
)
def test_an_index_that_is_not_the_one_built_is_refused_before_it_is_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[Path], object], key: str
) -> None:
    damage(folder)
    for opens in ("TermTable", "Cards", "Lexicon"):
        monkeypatch.setattr(
            f"kzref.store.index.search_index.{opens}",
            lambda *_: pytest.fail("opened"),
            raising=True,
        )
    with pytest.raises(DataError) as fault:
        opened(folder)
    assert fault.value.message.key == key


def test_a_missing_folder_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(DataError) as fault:
        opened(tmp_path / "nowhere")
    assert fault.value.message.key == "index.missing"


def test_searching_loads_no_whoosh_and_holds_no_lexicon() -> None:
    """What a search leaves in memory is a few answers, not the words and terms of the edition."""
    program = """
        import gc, sys
        from kzref.services.desk import Desk

        search = Desk().search
        before = sys.getallocatedblocks()
        for typed in ("custody", "задержание", "zaderzhanie", "ұстап алу", "zaderzhanye", "131 4"):
            search.find(typed)
        gc.collect()
        print("whoosh" in sys.modules, sys.getallocatedblocks() - before, len(search.opened.index.cards))
    """
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", textwrap.dedent(program)], check=True, capture_output=True, text=True
    )
    whoosh, blocks, passages = done.stdout.split()
    assert whoosh == "False"
    assert int(passages) > 1_000
    assert int(blocks) < 150_000


def test_translations_are_learned_from_the_passages(tmp_path: Path) -> None:
    texts = [
        ("The ban was lifted.", "Запрет отменён.", "Тыйым жойылды."),
        ("A ban on rallies.", "Запрет митингов.", "Митингіге тыйым."),
        ("Rallies without notice.", "Митинги без уведомления.", "Хабарламасыз митинг."),
    ]
    made = [paragraph(f"ngo-iccpr-2016 II.21 {at}", text) for at, text in enumerate(texts)]
    other = [
        paragraph(f"ngo-iccpr-2016 II.22 {at}", (f"word{at}", f"слово{at}", f"сөз{at}"))
        for at in range(20)
    ]
    build(tmp_path / "index", made + other, edition=EDITION)
    found = opened(tmp_path / "index").lexicon.translations(Language.EN, "ban")
    surest = max((pair for pair in found if pair.other is Language.RU), key=lambda p: p.sureness)
    assert surest.meant == "запрет"
