"""`kzref import` and `kzref show --official`, as the contract has them."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from kzref.cli import main

ACT = """\
Статья 131. Лодка
1. Лодка стоит у причала.
4. Лодку держат на привязи:
5) у камня.
Статья 500-1. Весло
Весло сушат.
"""


def ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main([*arguments, "--json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments, "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert "own." not in said.err  # a sentence, not its key
    return said.err


@pytest.fixture
def act(tmp_path: Path) -> str:
    path = tmp_path / "lake.txt"
    path.write_text(ACT, encoding="utf-8")
    return str(path)


def test_import_and_show(capsys: pytest.CaptureFixture[str], act: str) -> None:
    wishes = ("--instrument", "cpc-2014", "--language", "ru", "--redaction", "2026-01-03")
    answer = ask(capsys, "import", act, *wishes)
    assert set(answer) >= {"imported", "articles", "unclassified", "doubts"}
    assert (answer["articles"], answer["unclassified"]) == (2, [])
    shown = ask(capsys, "show", "ст. 131 ч. 4 п. 5 УПК", "--official")
    assert (shown["text"], shown["layer"], shown["in_force_from"]) == (
        "5) у камня.",
        "official",
        "2026-01-03",
    )
    assert shown["digest"]


def test_an_article_without_a_digest_opens_too(
    capsys: pytest.CaptureFixture[str], act: str
) -> None:
    ask(capsys, "import", act, "--instrument", "CPC")
    assert ask(capsys, "show", "CPC 500-1", "--official")["text"] == "Весло сушат."


def test_a_dry_run_keeps_nothing(capsys: pytest.CaptureFixture[str], act: str) -> None:
    assert ask(capsys, "import", act, "--instrument", "CPC", "--dry-run")["articles"] == 2
    assert "CPC 131" in refused(capsys, "show", "CPC 131", "--official")


def test_what_was_recognised_is_said(capsys: pytest.CaptureFixture[str], act: str) -> None:
    answer = ask(capsys, "import", act, "--instrument", "CPC")
    assert "The language was recognised by the text: Russian" in json.dumps(answer["imported"])


def test_faults_are_sentences(capsys: pytest.CaptureFixture[str], act: str, tmp_path: Path) -> None:
    assert "none.txt" in refused(capsys, "import", str(tmp_path / "none.txt"))
    assert "--instrument" in refused(capsys, "import", act)
    assert "--as" in refused(capsys, "import", act, "--instrument", "CPC", "--as", "kz-bill-2024")


def test_digest_stays_the_default(capsys: pytest.CaptureFixture[str], act: str) -> None:
    ask(capsys, "import", act, "--instrument", "CPC")
    shown = ask(capsys, "show", "CPC 131(4)(5)")
    assert shown["layer"] == "digest"
    assert "guard" in shown


def test_what_is_in_the_library_is_listed_deleted_and_brought_back(
    capsys: pytest.CaptureFixture[str], act: str
) -> None:
    ask(capsys, "import", act, "--instrument", "CPC")
    (text,) = ask(capsys, "import", "--list")["texts"]
    number = str(text["id"])
    assert (text["work"], text["file"]) == ("cpc-2014", "lake.txt")
    ask(capsys, "import", "--delete", number)
    found = ask(capsys, "import", "--list")
    assert (found["texts"], found["deleted"]) == ([], [text])
    assert number in refused(capsys, "import", "--delete", number)
    assert ask(capsys, "import", "--undo")["restored"] == text
    assert "--list" in refused(capsys, "import", "--undo")
    assert ask(capsys, "show", "CPC 500-1", "--official")["text"] == "Весло сушат."


def test_the_same_file_is_never_said_to_be_of_another_redaction(
    capsys: pytest.CaptureFixture[str], act: str
) -> None:
    ask(capsys, "import", act, "--instrument", "CPC", "--redaction", "2026-01-03")
    said = refused(capsys, "import", act, "--instrument", "CPC", "--redaction", "2020-01-03")
    assert "3 January 2026" in said
    again = ask(capsys, "import", act, "--instrument", "CPC")
    assert again["imported"][0]["redaction"] == "2026-01-03"


def test_a_digest_that_a_newer_text_contradicts_turns_amber_and_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    newer = tmp_path / "newer.txt"
    newer.write_text(
        "УГОЛОВНО-ПРОЦЕССУАЛЬНЫЙ КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН\n\n"
        "Статья 131. О лодках\n\n4. Лодка стоит не более девяноста часов.\n\n"
        "Сноска. Статья 131 с изменениями, внесенными Законом РК от 15.10.2026 № 200-VIII.\n",
        encoding="utf-8",
    )
    before = ask(capsys, "show", "CPC 131(4)", "--as-of", "2026-11-20")
    assert (before["currency"], before["guard"]) == ("ok", [])
    ask(capsys, "import", str(newer), "--instrument", "CPC", "--redaction", "2026-11-01")
    after = ask(capsys, "show", "CPC 131(4)", "--as-of", "2026-11-20")
    assert after["currency"] == "amber"
    assert any("200-VIII" in one for one in after["guard"])
    assert main(["show", "CPC 131(4)", "--as-of", "2026-11-20"]) == 0
    assert "! Law No. 200-VIII" in capsys.readouterr().out


def test_nothing_to_import_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--list" in refused(capsys, "import")


def test_what_came_again_meanwhile_is_not_brought_back(
    capsys: pytest.CaptureFixture[str], act: str
) -> None:
    first = ask(capsys, "import", act, "--instrument", "CPC")["imported"]
    ask(capsys, "import", "--delete", str(first[0]["id"]))
    ask(capsys, "import", act, "--instrument", "CPC")
    assert "lake.txt" in refused(capsys, "import", "--undo")


def test_a_folder_goes_in_and_goes_on(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    (folder / "more").mkdir(parents=True)
    (folder / "a.txt").write_text(ACT, encoding="utf-8")
    (folder / "more" / "b.txt").write_text("Лодка.\n\nВесло.\n", encoding="utf-8")
    (folder / "more" / "twin.txt").write_text("Лодка.\n\nВесло.\n", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    first = ask(capsys, "import", str(folder), "--instrument", "CPC", "--redaction", "2026-01-03")
    stages = {Path(one["path"]).name: one["stage"] for one in first["files"]}
    assert stages["a.txt"] == "stored"
    assert stages["broken.pdf"] == "refused"
    (folder / "c.txt").write_text("Якорь.\n", encoding="utf-8")
    again = ask(capsys, "import", str(folder))
    stages = {Path(one["path"]).name: one["stage"] for one in again["files"]}
    assert (stages["a.txt"], stages["c.txt"]) == ("present", "stored")
    assert stages["twin.txt"] == "present"


def test_a_backup_is_restored(capsys: pytest.CaptureFixture[str], act: str, tmp_path: Path) -> None:
    ask(capsys, "import", act, "--instrument", "CPC")
    target = str(tmp_path / "kept.kzref")
    assert ask(capsys, "backup", target)["files"][0]["name"] == "library.db"
    ask(capsys, "import", "--delete", "1")
    assert "--replace" in refused(capsys, "restore", target)
    ask(capsys, "restore", target, "--replace")
    assert len(ask(capsys, "import", "--list")["texts"]) == 1
    assert "--replace" in refused(capsys, "backup", target)


def test_the_real_code_goes_in_within_fifteen_seconds(
    capsys: pytest.CaptureFixture[str], shared: Path
) -> None:
    started = time.monotonic()
    answer = ask(capsys, "import", str(shared / "law" / "cpc-2014-ru.txt"))
    assert time.monotonic() - started < 15
    assert (answer["articles"], answer["unclassified"]) == (686, [])


@pytest.mark.parametrize(
    ("code", "document", "place", "words"),
    [
        ("000", "kz-response-2020", "Q4 p2", "Procedural"),
        ("001", "kz-bill-2024", "body p4", "Mazhilis"),
        ("002", "ngo-iccpr-2016", "II.9 4", "pre-trial"),
        ("003", "incsr-2015", "B.2 p1", "2014"),
        ("004", "caricc-2019-43", "item1 p3", "1400"),
    ],
)
def test_a_digest_opens_its_verbatim_paragraph(
    capsys: pytest.CaptureFixture[str],
    shared: Path,
    code: str,
    document: str,
    place: str,
    words: str,
) -> None:
    (path,) = (shared / "sources").glob(f"{code}_*.txt")
    answer = ask(capsys, "import", str(path), "--as", document)
    assert answer["doubts"] == []
    shown = ask(capsys, "show", f"{document} {place}", "--official")
    assert shown["layer"] == "official"
    assert words in str(shown["text"])
    assert shown["digest"]
