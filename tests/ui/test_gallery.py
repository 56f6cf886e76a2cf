"""The screens that a lawyer sees first have nothing cut off, overlapping or faint, in any language."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from kzref.model.language import Language
from kzref.ui.theme import Theme
from tests.gallery.blemishes import blemishes
from tests.gallery.poses import POSES
from tests.gallery.studio import Shot, Studio

FIRST = (
    "start", "results", "law", "find", "calc-police-detention",
    "register-substance", "own", "import", "palette",
)  # fmt: skip


@pytest.fixture(scope="module")
def studio(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KZREF_HOME", "")
        yield Studio(qapp, tmp_path_factory.mktemp("gallery"))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("pose", FIRST)
def test_screen_has_no_blemish(studio: Studio, pose: str, language: Language) -> None:
    with studio.posed(Shot(pose, language, Theme.LIGHT, (1366, 768))) as subject:
        assert blemishes(subject, Theme.LIGHT) == []


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.CONTRAST])
def test_other_looks_are_not_faint(studio: Studio, theme: Theme) -> None:
    with studio.posed(Shot("calc-police-detention", Language.KK, theme, (1366, 768))) as subject:
        assert blemishes(subject, theme) == []


def test_every_pose_is_one_of_a_kind() -> None:
    assert len({steps for steps in POSES.values() if steps}) == len(POSES) - 1


@pytest.fixture
def sheet(qapp: QApplication) -> Iterator[QWidget]:
    shown = QWidget()
    shown.setStyleSheet("background: white; color: black")
    shown.resize(300, 200)
    shown.show()
    yield shown
    shown.close()
    qapp.processEvents()


def of(sheet: QWidget, part: QWidget, box: tuple[int, int, int, int]) -> list[str]:
    part.setParent(sheet)
    part.setGeometry(*box)
    part.show()
    QApplication.processEvents()
    return blemishes(sheet, Theme.LIGHT)


def test_cut_words_are_found(sheet: QWidget) -> None:
    label = QLabel("a sentence that is longer than its label")
    assert any("cut off" in one for one in of(sheet, label, (0, 0, 60, 20)))
    label.setWordWrap(True)
    assert any("cut off" in one for one in blemishes(sheet, Theme.LIGHT))
    label.resize(290, 80)
    assert blemishes(sheet, Theme.LIGHT) == []


def test_cut_choice_is_found(sheet: QWidget) -> None:
    box = QComboBox()
    box.addItem("a choice that is longer than its box")
    assert any("cut off" in one for one in of(sheet, box, (0, 0, 80, 24)))


def test_what_sticks_out_is_found(sheet: QWidget) -> None:
    assert any("sticks out" in one for one in of(sheet, QLabel("a"), (290, 0, 40, 20)))


def test_overlap_is_found(sheet: QWidget) -> None:
    column = QVBoxLayout(sheet)
    one, two = QLabel("one"), QLabel("two")
    column.addWidget(one)
    column.addWidget(two)
    QApplication.processEvents()
    assert blemishes(sheet, Theme.LIGHT) == []
    two.move(one.pos())
    assert any("lies over" in said for said in blemishes(sheet, Theme.LIGHT))


def test_faint_words_are_found(sheet: QWidget) -> None:
    label = QLabel("pale")
    label.setStyleSheet("color: #999999")
    assert any("contrast 2." in one for one in of(sheet, label, (0, 0, 100, 30)))
    label.setStyleSheet("color: #555555")
    assert blemishes(sheet, Theme.LIGHT) == []


def test_faint_and_wide_pages_are_found(sheet: QWidget) -> None:
    reader = QTextBrowser()
    reader.setHtml('<p>plain <span style="color:#aaa">pale</span></p>')
    assert any("'pale'" in one for one in of(sheet, reader, (0, 0, 280, 180)))
    reader.setHtml('<table width="500"><tr><td>wide</td></tr></table>')
    QApplication.processEvents()
    assert any("sideways" in one for one in blemishes(sheet, Theme.LIGHT))
