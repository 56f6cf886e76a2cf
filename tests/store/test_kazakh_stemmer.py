"""The Kazakh stemmer, against the word list in `data/`."""

from pathlib import Path

import pytest
import yaml

from kzref.store.index.analyzers import fold
from kzref.store.index.kazakh_stemmer import stem_kazakh

WORDS = yaml.safe_load(
    (Path(__file__).parents[2] / "data" / "kazakh_words.yaml").read_text(encoding="utf-8")
)
ENTRIES = [(entry["word"], entry["forms"]) for entry in (*WORDS["words"], *WORDS["verbs"])]


@pytest.mark.parametrize(("word", "forms"), ENTRIES, ids=[word for word, _ in ENTRIES])
def test_every_form_has_the_stem_of_its_word(word: str, forms: list[str]) -> None:
    stem = stem_kazakh(fold(word))
    assert {form: stem_kazakh(fold(form)) for form in forms} == dict.fromkeys(forms, stem)


def test_different_words_keep_different_stems() -> None:
    stems: dict[str, str] = {}
    for word, _ in ENTRIES:
        stem = stem_kazakh(fold(word))
        assert stems.setdefault(stem, word) == word


def test_a_form_typed_without_kazakh_marks_has_the_same_stem() -> None:
    assert stem_kazakh(fold("устаудын")) == stem_kazakh(fold("ұстаудың"))
