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
    (("ндагы", "ндеги"), _NARROW), (("дагы", "деги"), _VOICED), (("тагы", "теги"), _VOICELESS),
    (("нын", "нин"), _AFTER_VOWEL_OR_NASAL), (("дын", "дин"), _LIQUIDS), (("тын", "тин"), _VOICELESS),
    (("нда", "нде"), _NARROW), (("нан", "нен"), _NARROW | _NASALS),
    (("дан", "ден"), _VOICED), (("тан", "тен"), _VOICELESS),
    (("мен",), _VOICED), (("бен",), frozenset("зж")), (("пен",), _VOICELESS),
    (("да", "де"), _VOICED), (("та", "те"), _VOICELESS),
    (("га", "ге"), _VOICED), (("ка", "ке"), _VOICELESS), (("на", "не"), _NARROW),
    (("ны", "ни"), _VOWELS), (("ды", "ди"), _LIQUIDS), (("ты", "ти"), _VOICELESS),
    (("н",), _NARROW),
)  # fmt: skip
_POSSESSIVES = ((("сы", "си"), _VOWELS),)
_PLURALS = (
    (("лар", "лер"), _VOWELS | frozenset("рйу")),
    (("дар", "дер"), frozenset("лмнзж")),
    (("тар", "тер"), _VOICELESS),
)
_VERBAL = (
    (("ган", "ген"), _VOICED), (("кан", "кен"), _VOICELESS),
    (("ып", "ип"), _VOICED | _VOICELESS), (("п",), frozenset("аеуыи")), (("у",), _VOICED | _VOICELESS),
)  # fmt: skip
_HAVING = ((("ты", "ти"), _VOICELESS), (("ды", "ди"), _LIQUIDS))
_SOFTENED = {"б": "п", "г": "к"}  # what a last consonant was before its ending
_NOUNS = (  # their own last letters look like an ending
    "адам байланыс бап болим дауыс доктор жиналыс жумыс заман ис келис кенес коринис кужат кылмыс "
    "магистр мекен министр норма орган отырыс прокурор сектор согыс тармак турмыс форма шагым"
)
_WHOLE = frozenset(_NOUNS.split())
_Endings = tuple[tuple[tuple[str, ...], frozenset[str]], ...]


def stem_kazakh(word: str) -> str:
    """The stem of a folded Kazakh word."""
    for endings in (_CASES, _POSSESSIVES, _PLURALS):
        if word in _WHOLE:
            return word
        word = _strip(word, endings)
        if endings is _POSSESSIVES:
            word = _without_narrow(_strip(word, _HAVING))
    word = _without_narrow(_strip(word, _HAVING))
    return word if word in _WHOLE else _strip(word, _VERBAL)


def _strip(word: str, endings: _Endings) -> str:
    """The word without the longest ending that fits it, if enough of it remains."""
    if word[:-1] in _WHOLE and word[-1] in _NARROW:
        return word
    for forms, before in endings:
        if word.endswith(forms):
            start = word[: -len(forms[0])]  # all of them are equally long
            if len(start) >= _SHORTEST and start[-1] in before:
                return start
    return word


def _without_narrow(word: str) -> str:
    """The word without a last ы or и: the possessive ending, or as good as one."""
    if len(word) <= _SHORTEST or word[-1] not in _NARROW:
        return word
    return word[:-2] + _SOFTENED.get(word[-2], word[-2])
