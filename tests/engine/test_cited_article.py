import pytest

from kzref.engine.cited_article import CitedArticle, Held, cited_article, held
from kzref.engine.facts import Facts
from kzref.engine.registry import calculator
from kzref.model.errors import InputError

SPEC = calculator("custody-permitted").spec


def cite(article: str, part: str = "") -> CitedArticle | None:
    return cited_article(Facts.read(SPEC, {"max_years": "7", "article": article, "part": part}))


@pytest.mark.parametrize(
    ("article", "part", "spelled"),
    [
        ("297", "", "297"),
        ("297", "3", "297(3)"),
        ("297(3)", "", "297(3)"),
        ("297(3)", "3", "297(3)"),
        ("ст. 297 ч. 3 УК", "", "297(3)"),
        ("ҚК 297-1-бап", "4-бөлік", "297-1(4)"),
        ("297–1", "ч. 4", "297-1(4)"),
        ("99(2)(15)", "", "99(2)(15)"),
        ("99", "2(15)", "99(2)(15)"),
        ("121(3-1)", "", "121(3-1)"),
    ],
)
def test_articles_are_read_as_people_write_them(article: str, part: str, spelled: str) -> None:
    assert str(cite(article, part)) == spelled


def test_an_article_that_is_not_given_is_none() -> None:
    assert cite("") is None


@pytest.mark.parametrize(("article", "part"), [("sale", ""), ("297", "third"), ("297(3)", "4")])
def test_what_cannot_be_read_is_refused(article: str, part: str) -> None:
    with pytest.raises(InputError):
        cite(article, part)


@pytest.mark.parametrize(
    ("article", "answer"),
    [
        ("99", Held.YES),
        ("99(2)", Held.YES),
        ("188", Held.UNSAID),
        ("188(2)", Held.YES),
        ("188(1)", Held.NO),
        ("188(2)(4)", Held.YES),
        ("188-1", Held.NO),
        ("7(2)", Held.UNSAID),
        ("7(2)(15)", Held.YES),
        ("7(2)(1)", Held.NO),
    ],
)
def test_a_list_holds_articles_with_their_units(article: str, answer: Held) -> None:
    cited = cite(article)
    assert cited is not None
    assert held(("99", "188(2)", "188(3)", "7(2)(15)"), cited) is answer
