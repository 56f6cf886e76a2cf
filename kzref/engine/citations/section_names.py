"""What the sections of a document are called where our inventory, and not the document, names them."""

from typing import Final

from kzref.model.text import Language

_NAMES: Final = {
    "INTRO": ("introduction", "введение", "кіріспе"),
    "item": ("item {}", "сообщение {}", "{}-хабар"),
    "meta": ("publication data", "выходные данные", "шығыс деректері"),
}
WHOLE: Final = "body"  # the only section of a document that has none
_LANGUAGES: Final = (Language.EN, Language.RU, Language.KK)


def section_name(section: str, language: Language) -> str:
    """The name of a section in a citation; what the document itself numbers stays as it is."""
    kind = section.rstrip("0123456789")
    names = _NAMES.get(section) or _NAMES.get(kind)
    if names is None:
        return section
    return names[_LANGUAGES.index(language)].format(section.removeprefix(kind))


def section_number(section: str) -> str:
    """What the document itself numbers, as in the list of its sections; empty where it does not."""
    kind = section.rstrip("0123456789")
    if kind in _NAMES or section == WHOLE:
        return section.removeprefix(kind)
    return section
