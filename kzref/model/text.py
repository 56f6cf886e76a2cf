"""A text in up to three languages, and what is shown when one of them is missing."""

from msgspec import Struct

from kzref.model.language import Language

__all__ = ["FALLBACK", "Language", "Text"]

FALLBACK: dict[Language, tuple[Language, ...]] = {
    Language.EN: (Language.EN, Language.RU, Language.KK),
    Language.RU: (Language.RU, Language.EN, Language.KK),
    Language.KK: (Language.KK, Language.RU, Language.EN),
}


class Text(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One text in the languages in which it is known."""

    en: str | None = None
    ru: str | None = None
    kk: str | None = None

    def own(self, language: Language) -> str | None:
        """The text in exactly this language, or None."""
        return {Language.EN: self.en, Language.RU: self.ru, Language.KK: self.kk}[language]

    def best(self, language: Language) -> tuple[str, Language]:
        """The text to show to a reader of this language, and the language it is really in."""
        for candidate in FALLBACK[language]:
            if value := self.own(candidate):
                return value, candidate
        return "", language

    def __getitem__(self, language: Language) -> str:
        """The text to show to a reader of this language."""
        return self.best(language)[0]
