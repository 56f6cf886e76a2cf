"""Words and numbers of the law: terms in three languages, and every legal number with its history."""

from collections.abc import Iterator

from kzref.model.parameter import DatedValue, Parameter
from kzref.model.practice import Term, TermForms
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.listed import anchor, at


def glossary(context: Context) -> Iterator[str]:
    """Terms in three languages, each with how well it is attested."""
    terms = sorted(
        context.desk.database.values(Term),
        key=lambda term: _forms(term)[context.language.value].term.casefold(),
    )
    return (_term(context, term) for term in terms)


def _forms(term: Term) -> dict[str, TermForms]:
    return {"en": term.en, "ru": term.ru, "kk": term.kk}


def _term(context: Context, term: Term) -> str:
    words, inks = context.words, context.inks
    lines = []
    statuses = {"en": None, "ru": term.status.ru, "kk": term.status.kk}
    own = context.language.value
    for language, forms in sorted(_forms(term).items(), key=lambda one: one[0] != own):
        status = statuses[language]
        mark = ""
        if status is not None:
            sure = status.value == "official"
            ink, ground = (inks.good, inks.good_soft) if sure else (inks.warn, inks.warn_soft)
            mark = markup.badge(words(f"term.{status.value}"), ink, ground)
        short = f" ({escape(forms.abbreviation)})" if forms.abbreviation else ""
        also = markup.quiet(escape(", ".join(forms.variants)), inks)
        lines.append(f"{language.upper()} <b>{escape(forms.term)}</b>{short} {mark} {also}")
    note = f"<br>{escape(context.text(term.note))}" if term.note else ""
    return markup.card(anchor(term.id) + "<br>".join(lines) + note, inks)


def _figure(context: Context, parameter: Parameter, dated: DatedValue) -> str:
    """The number with its unit. None may mean no limit or an unread text: the note tells which."""
    words = context.words
    if dated.value is None:
        return f"<b>{escape(words('law.no_figure'))}</b>"
    return (
        f"<b>{escape(words.word(dated.value))}</b> {escape(words(f'unit.{parameter.unit.value}'))}"
    )


def parameters(context: Context) -> Iterator[str]:
    """Every legal number with its history."""
    words = context.words
    for parameter in context.desk.database.values(Parameter):
        history = "<br>".join(
            f"{escape(words('register.parameter.from', day=dated.in_force_from))}: "
            f"{_figure(context, parameter, dated)} "
            f"{at(context, dated.reference)} "
            + (markup.quiet(escape(context.text(dated.note)), context.inks) if dated.note else "")
            for dated in parameter.history
        )
        unverified = ""
        if parameter.verified is None:
            ink, ground = context.inks.bad, context.inks.bad_soft
            unverified = " " + markup.badge(words("law.unverified"), ink, ground)
        label = escape(context.text(parameter.label))
        yield markup.card(
            f"{anchor(parameter.id)}<b>{label}</b>{unverified}<br>{history}", context.inks
        )
