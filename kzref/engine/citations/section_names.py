"""What the sections of a document are called where our inventory, and not the document, names them."""

from typing import Final

from kzref.model.text import Language

_NAMES: Final = {
    "INTRO": ("introduction", "введение", "кіріспе"),
    "item": ("item {}", "сообщение {}", "{}-хабар"),
    "meta": ("publication data", "выходные данные", "шығыс деректері"),
}
_LANGUAGES: Final = (Language.EN, Language.RU, Language.KK)


def section_name(section: str, language: Language) -> str:
    """The name of a section in a citation; what the document itself numbers stays as it is."""
    kind = section.rstrip("0123456789")
    names = _NAMES.get(section) or _NAMES.get(kind)
    if names is None:
        return section
    return names[_LANGUAGES.index(language)].format(section.removeprefix(kind))
