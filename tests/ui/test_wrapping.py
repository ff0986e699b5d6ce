"""Where lines break: names stay whole among English words, no line begins with a stop, nothing is copied that nobody
said."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from committee_desk.ui.common.fact_list import EDGE, Fact, FactList
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.common.theme import font
from committee_desk.ui.common.wrapping import draw, height_of, kept_whole, lines_of

Speak = Callable[[str], None]
NAMES = ("范伟雪", "陈伟", "欧阳建国", "买买提·艾山", "第二检察部", "马𬱖")
SAID = "Taken down by 范伟雪, 陈伟 and 欧阳建国; 买买提·艾山 (第二检察部) and 马𬱖 saw it."
LIST = "、".join(("熊鹏", "谢琪鸣", "赵晓英", "段丽", "马𬱖", "姚玉伟", "欧阳建国"))
HALF = 128
WIDTHS = range(90, 420, 7)


@pytest.mark.parametrize("wide", WIDTHS)
def test_no_line_breaks_within_a_name_among_english_words(qtbot: QtBot, speak: Speak, wide: int) -> None:
    speak("en")
    lines = lines_of(SAID, font(14), wide)
    assert "".join(lines) == SAID
    for name in NAMES:
        assert any(name in line for line in lines)


@pytest.mark.parametrize("wide", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_of_a_list_begins_with_a_stop(qtbot: QtBot, speak: Speak, wide: int, language: str) -> None:
    speak(language)
    lines = lines_of(LIST, font(14), wide)
    assert "".join(lines) == LIST
    assert len(lines) > 1 or wide > QFontMetricsF(font(14)).horizontalAdvance(LIST)
    assert not [line for line in lines if line[0] in "、，。；：）”"]


@pytest.mark.parametrize("wide", range(120, 240, 8))
def test_no_line_of_a_fact_that_is_written_whole_begins_with_a_stop(qtbot: QtBot, wide: int) -> None:
    made = FactList("涉及人员")
    qtbot.addWidget(made)
    made.show_facts([Fact(LIST, whole=True)])
    made.resize(wide, 400)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    image = made.grab().toImage()
    row, line = made.visualItemRect(made.item(0)), QFontMetricsF(font(14)).lineSpacing()
    lines = round((row.height() - 8) / line)
    assert lines > 1
    left, top = made.viewport().x() + EDGE, made.viewport().y() + row.top() + 4
    for at in range(lines):  # a stop has ink at the foot of its line alone
        upper = range(round(top + at * line), round(top + (at + 0.5) * line))
        assert any(_dark(image.pixelColor(x, y)) for x in range(left, left + 12) for y in upper)


def _dark(colour: QColor) -> bool:
    return colour.lightness() < HALF


def test_a_word_wider_than_its_line_breaks_where_the_line_ends(qtbot: QtBot) -> None:
    lines = lines_of("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", font(14), 100)
    assert len(lines) > 2


def test_what_was_typed_in_lines_stays_in_lines(qtbot: QtBot) -> None:
    assert lines_of("一\n二", font(14), 300) == ["一\n", "二"]
    assert height_of("一\n二", font(14), 300) > height_of("一二", font(14), 300)
    assert height_of("", font(14), 300) == 0


def test_all_that_is_drawn_lies_in_the_height_that_was_measured(qtbot: QtBot) -> None:
    high = height_of(LIST, font(14), 120)
    image = QImage(160, high + 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font(14))
    draw(painter, QRect(0, 0, 120, high), LIST)
    painter.end()
    inked = [row for row in range(image.height()) if _inked(image, row)]
    assert inked[-1] < high
    assert inked[-1] > high - 12


def _inked(image: QImage, row: int) -> bool:
    return any(image.pixelColor(at, row) != Qt.GlobalColor.white for at in range(image.width()))


def test_a_label_that_wraps_is_as_wide_as_the_longest_name_and_says_what_it_was_given(
    qtbot: QtBot, speak: Speak
) -> None:
    speak("en")
    made = label("by 陈伟", wrap=True)
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.minimumSizeHint().width() >= made.fontMetrics().horizontalAdvance("陈伟")
    assert made.text() == "by 陈伟"
    made.setText("by 范伟雪")
    assert made.text() == "by 范伟雪"
    assert QLabel.text(made) == kept_whole("by 范伟雪") != "by 范伟雪"
    made.setWordWrap(False)
    assert QLabel.text(made) == "by 范伟雪"


def test_what_is_copied_from_a_label_is_what_it_says(qtbot: QtBot, speak: Speak) -> None:
    speak("en")
    made = label("by 陈伟 and 范伟雪", wrap=True, select=True)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    qtbot.keyClick(made, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert made.selectedText() == "by 陈伟 and 范伟雪"
    qtbot.keyClick(made, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "by 陈伟 and 范伟雪")


def test_what_is_copied_by_a_label_s_menu_is_what_it_says(qtbot: QtBot, speak: Speak) -> None:
    speak("en")
    made = label("by 陈伟 and 范伟雪", wrap=True, select=True)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, made.rect().center(), made.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(made, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    copy = next(each for each in menu.actions() if "Copy" in each.text())
    copy.trigger()
    menu.close()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "by 陈伟 and 范伟雪")


def test_chinese_is_laid_out_as_it_is_said(speak: Speak) -> None:
    speak("zh")
    assert kept_whole("由陈伟、范伟雪登记") == "由陈伟、范伟雪登记"
