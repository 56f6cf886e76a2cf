"""The table of terms, read without the library that wrote it."""

from pathlib import Path

import pytest

from kzref.store.index.building import build
from kzref.store.index.search_index import FIELDS
from kzref.store.index.term_table import TERMS, TermTable
from tests.store.passage_world import EDITION, PASSAGES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build(tmp_path / "index", PASSAGES, edition=EDITION)
    return tmp_path / "index"


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::SyntaxWarning")
def test_it_knows_exactly_the_terms_that_whoosh_reads(folder: Path) -> None:
    from whoosh.codec.whoosh3 import W3TermInfo
    from whoosh.filedb.filestore import FileStorage
    from whoosh.filedb.filetables import OrderedHashReader

    reader = OrderedHashReader.open(FileStorage(folder, readonly=True), TERMS)
    names = {number: name for name, number in reader.extras["fieldmap"].items()}
    every = {
        (names[int.from_bytes(key[:2], "big")], key[2:].decode()): W3TermInfo.from_bytes(value)
        for key, value in reader.items()
    }
    reader.close()
    assert len(every) > 100
    assert {field for field, _ in every} == set(FIELDS)
    table = TermTable(folder, FIELDS)
    for (field, text), info in every.items():
        term = table.find(field, text)
        assert term is not None
        numbers, counts = table.postings(term)
        assert (numbers[0], numbers[-1]) == (info.min_id(), info.max_id())
        assert (len(numbers), sum(counts)) == (info.doc_frequency(), info.weight())
        assert (table.find(field, text + "x") is not None) == ((field, text + "x") in every)


def test_a_term_is_known_only_in_its_field(folder: Path) -> None:
    table = TermTable(folder, FIELDS)
    assert table.find("en", "custodi")
    assert table.find("ru", "custodi") is None


def test_another_file_is_refused(folder: Path) -> None:
    (folder / TERMS).write_bytes(b"something else altogether")
    with pytest.raises(ValueError, match="passages"):
        TermTable(folder, FIELDS)
