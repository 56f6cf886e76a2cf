"""Reads formats of others' making in a process of their own, with a clock and a bound of memory.

PDF, DOCX and RTF are read by libraries that cannot be stopped from inside: a hostile file could
keep them busy for ever, fill the memory or crash them. So one child process reads them, a file at a
time; it serves as long as files keep coming and goes when it has been idle. It hands back plain
values, never objects, so that what took hold of it takes hold of nothing else.

This is the one door to processes; `stop` may be called from any thread.
"""

import sys
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from kzref.model.errors import InputError
from kzref.model.message import Message
from kzref.model.own_text import ReadFile, ReadParagraph
from kzref.readers.limits import MEGABYTE, MOST_SECONDS

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

MOST_MEMORY: Final = 2048 * MEGABYTE  # of addresses; a code of 350 pages needs a tenth
_START_SECONDS: Final = 30.0  # a slow disk may need long to start a process
_IDLE_SECONDS: Final = 60.0
_FIELDS: Final = ("text", "line", "page", "indent", "is_heading", "is_quoted", "gap", "opens_foot",
                  "is_row", "note")  # fmt: skip


class Reader:
    """A child process that reads files one after another."""

    def __init__(self, seconds: float = MOST_SECONDS, memory: int = MOST_MEMORY) -> None:
        """Allow so much for each file; the process starts with the first one."""
        self._seconds = seconds
        self._memory = memory
        self._one_at_a_time = threading.Lock()
        self._child: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._stopped = False

    def read(self, data: bytes, name: str) -> ReadFile:
        """The paragraphs of what a file holds.

        Raises:
            InputError: it cannot be read, asked for too much, or `stop` was called.
        """
        with self._one_at_a_time:
            self._stopped = False
            for attempt in (1, 2):
                try:
                    self._pipe_to_child().send_bytes(_packed((name, data)))
                    break
                except (OSError, ValueError):  # it went home just now
                    self._end()
                    if self._stopped:
                        raise InputError("import.stopped", file=name) from None
                    if attempt == 2:  # noqa: PLR2004
                        raise InputError("import.no_reader", file=name) from None
            return self._answer(name)

    def stop(self) -> None:
        """Stop reading at once; the reading that waits is refused."""
        self._stopped = True
        if child := self._child:
            child.kill()

    def _answer(self, name: str) -> ReadFile:
        pipe = self._pipe_to_child()
        try:
            if not pipe.poll(self._seconds + _START_SECONDS):
                self._end()
                raise InputError("own.too_slow", file=name)
            answer = _unpacked(pipe.recv_bytes())
        except (EOFError, OSError):
            self._end()
            key = "import.stopped" if self._stopped else "import.crashed"
            raise InputError(key, file=name) from None
        if "refused" in answer:
            raise InputError(answer["refused"], **answer["arguments"])
        return _file(answer)

    def _pipe_to_child(self) -> "Connection":
        if self._pipe is None or self._child is None or not self._child.is_alive():
            from multiprocessing import get_context  # noqa: PLC0415 - for those files only

            self._end()
            context = get_context("spawn")
            pipe, other = context.Pipe()
            child = context.Process(
                target=serve, args=(other, self._seconds, self._memory), daemon=True
            )
            child.start()  # until then there is nothing that could be killed
            other.close()
            self._pipe, self._child = pipe, child
            if self._stopped:  # while it started
                child.kill()
        return self._pipe

    def _end(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.join()
        if self._pipe is not None:
            self._pipe.close()
        self._child = self._pipe = None


READER: Final = Reader()


def serve(pipe: "Connection", seconds: float, memory: int) -> None:
    """Read what comes through the pipe until nothing more comes (in the child)."""
    _confine(memory)
    from kzref.readers.formats import read_bytes  # noqa: PLC0415 - in the child only

    while pipe.poll(_IDLE_SECONDS):
        try:
            name, data = _unpacked(pipe.recv_bytes())
        except (EOFError, OSError):
            return
        _limit_time(seconds)
        try:
            answer = _plain(read_bytes(data, name))
        except InputError as error:
            answer = _refused(error.message)
        except MemoryError:
            answer = _refused(Message("import.too_much_memory", {"file": name}))
        except Exception:  # noqa: BLE001 - the door: whatever a library throws, the file is damaged
            answer = _refused(Message("import.crashed", {"file": name}))
        pipe.send_bytes(_packed(answer))


def _confine(memory: int) -> None:
    """Bound the memory where the system offers it, and let a crash leave no dump."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on every system

    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(limit, (most, most))
        except (OSError, ValueError):  # macOS bounds no addresses
            continue


def _limit_time(seconds: float) -> None:
    """Bound the work of the next file, should the parent be gone when it is over."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on every system

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + 2
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or most <= hard:
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


# --- over the pipe: plain values only


def _plain(file: ReadFile) -> dict[str, Any]:
    return {
        "file": [file.name, file.format, file.encoding, file.sha256],
        "paragraphs": [[getattr(one, name) for name in _FIELDS] for one in file.paragraphs],
        "doubts": [[one.key, dict(one.arguments)] for one in file.doubts],
    }


def _file(answer: Mapping[str, Any]) -> ReadFile:
    name, form, encoding, sha256 = answer["file"]
    return ReadFile(
        name=name,
        format=form,
        encoding=encoding,
        sha256=sha256,
        paragraphs=tuple(
            ReadParagraph(**dict(zip(_FIELDS, values, strict=True)))
            for values in answer["paragraphs"]
        ),
        doubts=tuple(Message(key, arguments) for key, arguments in answer["doubts"]),
    )


def _refused(message: Message) -> dict[str, Any]:
    return {"refused": message.key, "arguments": dict(message.arguments)}


def _packed(value: object) -> bytes:
    import msgspec  # noqa: PLC0415 - for those files only

    return msgspec.msgpack.encode(value)


def _unpacked(data: bytes) -> Any:  # noqa: ANN401 - plain values
    import msgspec  # noqa: PLC0415

    return msgspec.msgpack.decode(data)
