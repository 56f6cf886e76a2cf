"""In which language people at a terminal are answered, where nobody has said it with `--lang`.

`KZREF_LANG` decides; without it people are answered in the language of their system. Scripts are
not: what `--json` gives is the same on every machine. English where neither is known here.
"""

import os
import sys

from kzref.model.language import Language

_OF_THE_SYSTEM = (
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
)  # the first that is set, as in GNU gettext
_LANGUAGE_ID = 0x3FF  # the lower ten bits of an identifier of Windows name the language
_WINDOWS = {0x19: Language.RU, 0x3F: Language.KK}


def spoken(*, to_scripts: bool) -> Language:
    """The language of an answer."""
    wanted = os.environ.get("KZREF_LANG")
    if not wanted and not to_scripts:
        wanted = _of_the_system()
    wanted = (wanted or "")[:2]
    return Language(wanted) if wanted in set(Language) else Language.EN


def _of_the_system() -> str:
    named = next(filter(None, map(os.environ.get, _OF_THE_SYSTEM)), "")
    if sys.platform == "win32" and not named:
        import ctypes  # noqa: PLC0415 - slow to import, and needed only there

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage() & _LANGUAGE_ID
        return _WINDOWS.get(number, Language.EN)
    return named
