"""The languages of kzref; apart from the texts, so that the window starts without what decodes them."""

from enum import StrEnum


class Language(StrEnum):
    """The languages of the interface and of the content."""

    EN = "en"
    RU = "ru"
    KK = "kk"
