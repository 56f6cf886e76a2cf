"""Formats of others' making are read in a process that can be stopped, bounded and lost."""

import multiprocessing
import os
import sys
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from kzref.model.errors import InputError
from kzref.readers import confined
from kzref.readers.confined import READER, Reader
from kzref.readers.files import read_file
from kzref.readers.formats import read_bytes
from tests.readers.small_pdf import pdf
from tests.readers.test_formats import as_rich_text, as_word

PDF = pdf([["Статья 1. Ветер", "1. Силен."]])


def refused(reader: Reader, data: bytes = PDF) -> str:
    with pytest.raises(InputError) as refusal:
        reader.read(data, "x.pdf")
    assert refusal.value.message.arguments["file"] == "x.pdf"
    return refusal.value.message.key


@pytest.mark.parametrize("data", [PDF, as_word(), as_rich_text()], ids=["pdf", "docx", "rtf"])
def test_what_the_process_hands_back_is_what_was_read(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(data)
    assert read_file(path) == read_bytes(data, "a")
    assert READER._child is not None


def test_one_process_reads_many_files_and_says_what_is_wrong() -> None:
    reader = Reader()
    first = reader.read(PDF, "x.pdf")
    child = reader._child
    assert refused(reader, b"%PDF-1.4 nothing") == "own.damaged_file"
    assert reader.read(PDF, "x.pdf") == first
    assert reader._child is child
    reader.stop()


def test_a_process_that_went_home_is_started_again() -> None:
    reader = Reader()
    reader.read(PDF, "x.pdf")
    assert reader._child is not None
    reader._child.kill()
    reader._child.join()
    assert reader.read(PDF, "x.pdf").format == "pdf"
    reader.stop()


def test_a_reading_that_is_stopped_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "serve", never_answers)
    reader = Reader()
    threading.Timer(1.5, reader.stop).start()
    assert refused(reader) == "import.stopped"


def test_a_reading_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "serve", never_answers)
    monkeypatch.setattr(confined, "_START_SECONDS", 0.0)
    reader = Reader(seconds=1.0)
    assert refused(reader) == "own.too_slow"
    assert reader._child is None  # nothing is left running


def test_a_crash_of_the_library_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "serve", crashes)
    assert refused(Reader()) == "import.crashed"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system bounds no memory")
def test_a_library_that_takes_all_memory_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "serve", takes_all_memory)
    assert refused(Reader(memory=1 << 30)) == "import.too_much_memory"


def takes_all_memory(pipe: "Connection", _seconds: float, memory: int) -> None:
    confined._confine(memory)
    key = "import.crashed"
    try:
        bytearray(2 * memory)
    except MemoryError:
        key = "import.too_much_memory"
    pipe.send_bytes(confined._packed({"refused": key, "arguments": {"file": "x.pdf"}}))


def never_answers(_pipe: object, _seconds: float, _memory: int) -> None:
    time.sleep(60)


def crashes(_pipe: object, _seconds: float, _memory: int) -> None:
    os._exit(139)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_devices_pipes_links_and_huge_files_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with (tmp_path / "sparse").open("wb") as sparse:
        sparse.truncate(1 << 30)
    for name, key in (
        ("pipe", "own.no_file"), ("link", "own.no_file"), ("loop", "own.no_file"),
        ("sparse", "own.too_large"), ("nul\0name", "own.no_file"), ("n" * 5000, "own.no_file"),
    ):  # fmt: skip
        with pytest.raises(InputError) as refusal:
            read_file(tmp_path / name)
        assert refusal.value.message.key == key


def test_no_process_outlives_its_parent() -> None:
    assert all(child.daemon for child in multiprocessing.active_children())


def test_a_process_that_cannot_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    context = multiprocessing.get_context("spawn")

    def no_room(_child: object) -> None:
        raise OSError(11, "no more processes")

    monkeypatch.setattr(context.Process, "start", no_room)
    assert refused(Reader()) == "import.no_reader"
