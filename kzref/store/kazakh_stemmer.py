"""A light stemmer for Kazakh: strips endings of case, possession and number, then of verbs.

It works on folded letters (see `analyzers.fold`), where ы stays ы and і has become и, and follows
the rules by which an ending fits the sound before it; `data/kazakh_words.yaml` holds the words that
prove it. Derived words (қылмыстық) keep their own stems.
"""

_VOWELS = frozenset("аеиоуыэюя")
_VOICELESS = frozenset("пткхсшцфчщбвгд")  # b, v, g, d end loan words only, and sound voiceless
_NASALS = frozenset("мн")
_LIQUIDS = frozenset("рлйузж") | _NASALS
_NARROW = frozenset("ыи")  # the possessive ending before a case ending
_SHORTEST = 3

# ending: letters that may stand before it
_AFTER_VOWEL_OR_NASAL = _VOWELS | _NASALS
_VOICED = _VOWELS | _LIQUIDS
_CASES = (
    ({"ндагы", "ндеги"}, _NARROW), ({"дагы", "деги"}, _VOICED), ({"тагы", "теги"}, _VOICELESS),
    ({"нын", "нин"}, _AFTER_VOWEL_OR_NASAL), ({"дын", "дин"}, _LIQUIDS), ({"тын", "тин"}, _VOICELESS),
    ({"нда", "нде"}, _NARROW), ({"нан", "нен"}, _NARROW | _NASALS),
    ({"дан", "ден"}, _VOICED), ({"тан", "тен"}, _VOICELESS),
    ({"мен"}, _VOICED), ({"бен"}, frozenset("зж")), ({"пен"}, _VOICELESS),
    ({"да", "де"}, _VOICED), ({"та", "те"}, _VOICELESS),
    ({"га", "ге"}, _VOICED), ({"ка", "ке"}, _VOICELESS), ({"на", "не"}, _NARROW),
    ({"ны", "ни"}, _VOWELS), ({"ды", "ди"}, _LIQUIDS), ({"ты", "ти"}, _VOICELESS),
    ({"н"}, _NARROW),
)  # fmt: skip
_POSSESSIVES = (
    ({"сы", "си"}, _VOWELS),
    ({"ы", "и"}, frozenset("бвгджзйклмнпрстуфхцчшщ")),
)
_PLURALS = (
    ({"лар", "лер"}, _VOWELS | frozenset("рйу")),
    ({"дар", "дер"}, frozenset("лмнзж")),
    ({"тар", "тер"}, _VOICELESS),
)
_VERBAL = (
    ({"йтын", "йтин"}, _VOWELS), ({"атын", "етин"}, _VOICED | _VOICELESS),
    ({"ган", "ген"}, _VOICED), ({"кан", "кен"}, _VOICELESS),
    ({"ып", "ип"}, _VOICED | _VOICELESS), ({"п"}, frozenset("аеуыи")), ({"у"}, _VOICED | _VOICELESS),
)  # fmt: skip
_SOFTENED = {"б": "п", "г": "к"}  # what a last consonant was before its ending
_WHOLE = frozenset(  # nouns whose own last letters look like an ending
    "кылмыс жумыс кенес ис турмыс катынас тармак бап болим адам заман орган кабылдау мекен "
    "кужат норма форма сектор прокурор доктор магистр министр".split()
)
_Endings = tuple[tuple[set[str], frozenset[str]], ...]


def stem_kazakh(word: str) -> str:
    """The stem of a folded Kazakh word."""
    for endings in (_CASES, _POSSESSIVES, _PLURALS):
        if word in _WHOLE:
            return word
        shorter = _strip(word, endings)
        if endings is _POSSESSIVES and shorter != word:
            shorter = shorter[:-1] + _SOFTENED.get(shorter[-1], shorter[-1])
        word = shorter
    if word in _WHOLE:
        return word
    return _strip(word, _VERBAL)


def _strip(word: str, endings: _Endings) -> str:
    """The word without the longest ending that fits it, if enough of it remains."""
    if word.endswith(("сы", "си")) and word[:-1] in _WHOLE:
        return word if endings is not _POSSESSIVES else word[:-1]
    for forms, before in endings:
        for form in forms:
            start = word[: -len(form)]
            if word.endswith(form) and len(start) >= _SHORTEST and start[-1] in before:
                return start
    return word
