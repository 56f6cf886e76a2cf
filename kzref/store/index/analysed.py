"""A passage taken apart once for everything that an index keeps of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern

from kzref.model.passage import Passage
from kzref.model.text import Language
from kzref.store.index.analyzers import content, stem, stems

TEXT_WEIGHT = 2  # how much more a word of the text counts than one of its context


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysed:
    """The stems of a passage in each language, and its words as they are spelled."""

    passage: Passage
    text: Mapping[Language, list[str]]
    context: Mapping[Language, list[str]]
    spelled: Mapping[str, str]  # its different words as they stand, small, and folded

    @classmethod
    def of(cls, passage: Passage) -> "Analysed":
        """Take a passage apart."""
        text, context = {}, {}
        spelled: dict[str, str] = {}
        for language in Language:
            own = passage.text.own(language) or ""
            found = content(own, language)
            text[language] = [stem(word.text, language) for word in found]
            for word in found:
                if not word.is_number:
                    spelled[intern(own[word.start : word.end].lower())] = word.text
            context[language] = stems(passage.context.own(language) or "", language)
        return cls(passage=passage, text=text, context=context, spelled=spelled)

    def weighted(self, language: Language) -> list[str]:
        """All stems, those of the text as often as they weigh more."""
        return self.text[language] * TEXT_WEIGHT + self.context[language]
