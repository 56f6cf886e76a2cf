"""What stands in the private home that is photographed: texts, notes, all of our own making."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec.structs

from kzref.model.language import Language
from kzref.ui.background import wait
from kzref.ui.context import Context

RUSSIAN = """\
КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН
от 4 июля 2014 года № 231-V ЗРК
О плавании под парусом (придумано для снимков)
по состоянию на {day}
Глава 17. О ветре

Статья 131. Ветер и швартовка

      1. Ветер дует не дольше {hours} часов, считая с той минуты, когда паруса подняты и лодка отошла от причала.

      2. Если за это время берег не показался, кормчий обязан:

      1) посмотреть на звёзды;

      2) записать час и минуту в судовую книгу.

      3. Лодку, о которой ничего не записано, немедленно отпускают.

      4. Срок удваивается, когда на борту дети, и считается отдельно для каждой лодки флотилии.

Статья 132. Парус

      1. Парус полон.{more}

      Сноска. Статья 132 с изменением, внесенным Законом РК от 05.06.2021 № 50-VII (вводится в действие с 01.07.2021).

Статья 133. Якорь

      Якорь держит, пока есть дно.
"""
KAZAKH = """\
ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ КОДЕКСІ
2014 жылғы 4 шілдедегі № 231-V ҚРЗ
01.07.2023 жағдай бойынша
17-тарау. Жел туралы

131-бап. Жел және кемені байлау

      1. Желкен көтеріліп, қайық жағадан ұзаған минуттан бастап жел үш сағаттан артық соқпайды.

      2. Осы уақытта жаға көрінбесе, кемеші:

      1) жұлдыздарға қарауға;

      2) сағат пен минутты кеме кітабына жазуға міндетті.

      3. Ештеңе жазылмаған қайық дереу босатылады.

132-бап. Желкен

      Желкен толы.
"""
OLD = RUSSIAN.format(day="01.01.2022", hours="двух", more="")
NEW = RUSSIAN.format(
    day="01.07.2023", hours="трёх", more=" Если он порван, его чинят на месте."
)  # fmt: skip
NEWEST = RUSSIAN.format(day="01.01.2026", hours="четырёх", more=" Рваный парус меняют в порту.")
DOUBTFUL = NEWEST.replace("      2. Если", "      22. Если").replace("3. Лодку", "III Лодку")
QUESTION = NEW.replace("Якорь держит", "Якорь не держит")
SCRAMBLED = NEWEST.replace("2. Если", "12. Если").replace("3. Лодку", "III Лодку").replace("1) посм", "7) посм").replace("Статья 133", "Статья 130")  # fmt: skip
LOG = "A log of the harbour\n\nThe mast is oak and was cut in winter.\n\nThe sail is linen.\n"
FILES = {
    "old.txt": OLD, "new.txt": NEW, "kazakh.txt": KAZAKH, "log.txt": LOG, "newest.txt": NEWEST,
    "doubtful.txt": DOUBTFUL, "question.txt": QUESTION, "scrambled.txt": SCRAMBLED,
}  # fmt: skip
STORED = ("old.txt", "new.txt", "kazakh.txt", "log.txt")
NOTES = {
    "CPC 131(4)": "Ask when the doors of the car were locked: the clock begins there, not at the desk.",
    "CPC 136(1)": "Сравнить с записью в журнале посетителей.",
    "kz-response-2020 Q4 p4": "Compare with the figures of the year before.",
}


def write_files(folder: Path) -> None:
    """Put the made-up texts, and a file that cannot be read, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 nothing")


def write_notes(context: Context) -> None:
    """A note or two, a bookmark, one whose place the edition no longer has, one that was deleted."""
    book = context.notebook
    for place, text in NOTES.items():
        book.write(place, text, None)
    book.mark("CPC 148(8)")
    lost = book.write("CPC 131(4)(5)", "Waits for its place.", None)
    gone = book.write("CPC 133(2)", "No longer needed.", None)
    if gone is not None:
        book.delete(gone)
    wait()
    if lost is not None:
        away = msgspec.structs.replace(lost, place="CPC 131(4)(77)", changed_at=datetime.now(UTC))
        book.notes.store.save((away,))
    book.notes.reload()


def texts_by_name(context: Context) -> dict[str, int]:
    """The stored texts: `old`, `new`, `kazakh`, `log`."""
    texts = context.desk.own_library.texts()
    russian = [one.id for one in texts if one.redaction and one.language is Language.RU]
    kazakh = [one.id for one in texts if one.redaction and one.language is Language.KK]
    logs = [one.id for one in texts if one.language is Language.EN]
    return {"new": russian[0], "old": russian[1], "kazakh": kazakh[0], "log": logs[0]}
