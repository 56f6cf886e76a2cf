"""The command line keeps its contract: one JSON object, or one sentence and exit 2."""

import json
from pathlib import Path
from typing import Any

import pytest

from kzref.cli import main
from kzref.services.inventory import LISTED

CARD = ["police-detention", "detained_at=2026-11-20T23:40", "protocol_at=2026-11-21T01:10"]


def ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    status = main([*arguments, "--json"])
    printed = capsys.readouterr()
    assert status == 0, printed.err
    answer: dict[str, Any] = json.loads(printed.out)
    return answer


def refuse(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    status = main(list(arguments))
    printed = capsys.readouterr()
    assert status == 2
    assert "Traceback" not in printed.err
    sentence = printed.err.strip()
    assert len(sentence.splitlines()) == 1
    assert "{" not in sentence
    return sentence


def test_citation_jumps(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(capsys, "search", "131 4 5")
    assert answer["jump"]["eid"] == "art_131__para_4__point_5"
    assert answer["jump"]["instrument"] in {"cpc-2014", "CPC"}


def test_search_offers_what_exists(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(capsys, "search", "CPC 131-1")
    assert answer["candidates"] == []
    offered = {"kind": "citation", "text": "CPC art. 131", "citation": "CPC 131"}
    assert offered in answer["suggestions"]


def test_search_puts_the_article_before_what_cites_it(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(capsys, "search", "131 задержание")
    assert answer["candidates"] == ["CPC 131"]
    assert answer["hits"][0]["citation"] == "CPC art. 131"


def test_hits_have_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(capsys, "search", "задержание несовершеннолетнего", "--kind", "source-paragraph")
    assert answer["hits"]
    assert set(answer["hits"][0]) >= {
        "kind", "id", "title", "citation", "document", "section", "paragraph", "snippet", "score",
    }  # fmt: skip
    assert all(hit["kind"] == "source-paragraph" for hit in answer["hits"])


@pytest.mark.parametrize(
    "citation",
    ["CPC 131(4)(5)", "ст. 131 ч. 4 п. 5 УПК", "131 4 5", "ҚПК 131-бап 4-бөлік 5) тармақ"],
)
def test_show_reads_any_spelling(capsys: pytest.CaptureFixture[str], citation: str) -> None:
    answer = ask(capsys, "show", citation)
    assert answer["reference"] == "CPC 131(4)(5)"
    assert answer["layer"] == "digest"
    assert answer["verified"]["on"]
    assert answer["citation_ru"]
    assert answer["citation_kk"]


def test_show_of_old_law(capsys: pytest.CaptureFixture[str]) -> None:
    old = ask(capsys, "show", "CPC 131(4)", "--as-of", "2016-05-01")
    new = ask(capsys, "show", "CPC 131(4)", "--as-of", "2026-05-01")
    assert old["in_force_until"] == new["in_force_from"]
    assert "72" in old["text"]
    assert "48" in new["text"]


def test_show_of_a_paragraph(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(capsys, "show", "kz-response-2020 Q4 p2")
    assert "48" in answer["text"]
    assert answer["document"] == "kz-response-2020"


def test_calculation_has_the_promised_shape(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(capsys, "calc", *CARD)
    readings = answer["results"]["release_by"]["readings"]
    assert readings[0]["value"] == "2026-11-22T23:40+05:00"
    assert readings[0]["references"]
    assert all(step["text"] and "{" not in step["text"] for step in answer["trace"])
    assert answer["certificate"]


def test_certificate_is_recomputed(capsys: pytest.CaptureFixture[str]) -> None:
    certificate = ask(capsys, "calc", *CARD)["certificate"]
    assert ask(capsys, "verify", certificate)["match"] is True
    other = certificate.replace("23:40", "23:41")
    assert ask(capsys, "verify", other)["match"] is False


@pytest.mark.parametrize("kind", LISTED)
def test_every_record_has_its_pinpoint(capsys: pytest.CaptureFixture[str], kind: str) -> None:
    answer = ask(capsys, "list", kind)
    assert answer["count"] == len(answer["records"]) > 0
    assert all(record["pinpoint"] for record in answer["records"])


def test_list_is_filtered(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(capsys, "list", "recommendation", "--filter", "body=un-hrc")
    assert answer["count"] == 61


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["calc", "police-detention", "detained_at=2026-02-31T10:00"], "2026-02-31"),
        (["calc", "police-detention", "detained_at=2026-02-03T25:00"], "25:00"),
        (["calc", "police-detention"], "detained_at"),
        (["calc", *CARD, "shoe_size=43"], "shoe_size"),
        (["calc", "horoscope"], "horoscope"),
        (["calc", "police-detention", "detained_at=2012-02-03T10:00"], "2015"),
        (["show", "CPC 99999"], "99999"),
        (["show", "gibberish words"], "gibberish"),
        (["show", "CPC 131(4)(5)", "--as-of", "yesterday"], "yesterday"),
        (["list", "unicorn"], "unicorn"),
        (["list", "recommendation", "--filter", "colour=red"], "colour"),
        (["frobnicate"], "frobnicate"),
        (["search"], "query"),
    ],
)
def test_nonsense_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], word: str
) -> None:
    assert word in refuse(capsys, *arguments)


def test_refusal_speaks_the_chosen_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Нет вида" in refuse(capsys, "list", "unicorn", "--lang", "ru")
    assert "түрі жоқ" in refuse(capsys, "list", "unicorn", "--lang", "kk")


def test_missing_database_is_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from kzref.services.catalogue import catalogue

    catalogue.cache_clear()
    monkeypatch.setenv("KZREF_BUNDLE", str(tmp_path))
    assert main(["info"]) == 2
    printed = capsys.readouterr()
    catalogue.cache_clear()
    assert "Traceback" not in printed.err


def test_info_counts_everything(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(capsys, "info")
    assert answer["counts"]["source-paragraph"] > 0
    assert len(answer["database_hash"]) == 64
