"""方案 as a hand at the keys meets it: what is wrong stands where it is put right, numbers as typed, ways to stop."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from committee_desk.domain.people import Category
from committee_desk.domain.scheme_document import parsed, put
from committee_desk.services.desk import Desk
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.theme import colour
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.scheme.adopting import AdoptingDialog
from committee_desk.ui.scheme.effects import EffectsDialog
from committee_desk.ui.scheme.page import SchemePage
from tests.ui.answering import Answers, said
from tests.ui.scheme_hands import EFFECT, field, line, overwrite

Settled = Callable[[MainWindow], None]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2027-01-12", "决定日期 2027-01-12 在今天（2027-01-11）之后"),
        ("2027-13-45", "“2027-13-45”不是日期"),
        ("", "请填写决定日期"),
    ],
)
def test_a_decision_s_day_that_cannot_be_is_refused_in_its_own_field(
    drafting: SchemePage, answers: Callable[..., Answers], qtbot: QtBot, typed: str, sentence: str
) -> None:
    told: list[tuple[str, bool]] = []

    def decide(dialog: AdoptingDialog) -> None:
        overwrite(qtbot, dialog.decision, "考评委〔2026〕1号")
        dialog.day.clear()
        overwrite(qtbot, dialog.day, typed)
        qtbot.keyClick(dialog.day, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        told.append((said(dialog), dialog.focusWidget() is dialog.day))
        dialog.reject()

    answers(decide)
    drafting.adopt_button.click()
    assert sentence in told[0][0]
    assert told[0][1]


def test_after_the_last_change_is_taken_back_the_focus_is_in_the_tree(drafting: SchemePage, qtbot: QtBot) -> None:
    maximum = field(drafting, EFFECT, "满分")
    overwrite(qtbot, maximum, "9")
    qtbot.keyClick(maximum, Qt.Key.Key_Return)
    drafting.undo_button.setFocus()
    qtbot.keyClick(drafting.undo_button, Qt.Key.Key_Space)
    assert line(drafting, EFFECT)[1] == "8"
    assert not drafting.undo_button.isVisible()
    assert QApplication.focusWidget() is drafting.tree


def test_a_number_below_nothing_is_said_with_one_sign_wherever_it_stands(drafting: SchemePage, qtbot: QtBot) -> None:
    maximum = field(drafting, EFFECT, "满分")
    overwrite(qtbot, maximum, "-5")
    qtbot.keyClick(maximum, Qt.Key.Key_Return)
    _, most, rule = line(drafting, EFFECT)
    assert most == "−5"
    assert "不高于 −5 分" in rule
    assert drafting.panel.code.text() == "−5"
    assert "-5" not in f"{rule} {drafting.state.faults.toolTip()} {maximum.accessibleDescription()}"


@pytest.mark.parametrize(
    ("key", "name", "typed", "sentence"),
    [
        ("cases/weights/审查起诉", "权重", "0.123456", "一件折合 0.123456 件"),
        (EFFECT, "起始分", "5.00005", "基准 5.00005 分"),
        ("lines", "业绩考评：良好", "0.75555", "良好 75.555% 以上"),
    ],
)
def test_a_rule_says_the_number_that_was_typed(
    drafting: SchemePage, qtbot: QtBot, key: str, name: str, typed: str, sentence: str
) -> None:
    editor = field(drafting, key, name)
    overwrite(qtbot, editor, typed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert sentence in line(drafting, key)[2]


def test_nobody_is_said_to_stay_as_they_are_where_everybody_changes(
    drafting: SchemePage, sample_desk: Desk, qtbot: QtBot
) -> None:
    held = sample_desk.schemes.read(2026).draft
    assert held is not None
    found = sample_desk.schemes.effects(2026, Category.PROSECUTOR, held.text)
    for count, shown in ((0, False), (3, True)):
        dialog = EffectsDialog(drafting, drafting.place.memory, replace(found, unchanged=count))
        qtbot.addWidget(dialog)
        dialog.show()
        assert ("其余" in said(dialog)) is shown


def test_the_effects_of_a_draft_show_how_far_they_are_and_are_stopped_with_esc(
    drafting: SchemePage, sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    held, seen = Event(), []
    drafting.place.worker.run(lambda _progress: held.wait(20), lambda _done: None, lambda _error: None)

    def stop() -> None:
        dialog = QApplication.activeModalWidget()
        seen.append(dialog)
        assert isinstance(dialog, ProgressDialog)
        seen.append(dialog.stop.isVisible())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        held.set()

    QTimer.singleShot(50, stop)
    drafting.effects_button.click()  # comes back when the dialog is gone, and no other one opened
    settled(sample_window)
    assert seen[1] is True
    assert QApplication.activeModalWidget() is None
    assert drafting.effects_button.isEnabled()


def test_the_tree_s_focus_frame_stands_on_all_four_sides(drafting: SchemePage, qtbot: QtBot) -> None:
    drafting.tree.setFocus()
    QApplication.processEvents()
    picture = drafting.tree.grab().toImage()
    wide, high, accent = picture.width(), picture.height(), colour("accent")
    sides = [(0, high // 2), (wide - 1, high // 2), (wide // 2, 0), (wide // 2, high - 1), (0, high - 1), (0, 0)]
    assert [QColor(picture.pixel(*at)).name() for at in sides] == [accent.name()] * len(sides)


def test_on_a_small_screen_the_line_beside_the_title_takes_two_lines_and_no_act_is_cut(
    drafting: SchemePage, sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    maximum = field(drafting, EFFECT, "满分")
    overwrite(qtbot, maximum, "9")
    qtbot.keyClick(maximum, Qt.Key.Key_Return)
    sample_window.resize(683, 384)
    settled(sample_window)
    about = drafting.head.about
    qtbot.waitUntil(lambda: len(about.lines()) == 2)
    measure = about.fontMetrics()
    assert all(measure.horizontalAdvance(each) <= about.width() for each in about.lines())
    assert about.toolTip() == about.text()
    assert 2 * measure.height() <= about.height()
    acts = [each for each in drafting.head.findChildren(type(drafting.undo_button)) if each.isVisible()]
    assert len(acts) == 4
    assert all(drafting.head.rect().contains(each.geometry()) for each in acts)


def test_a_number_of_another_place_is_compared_with_the_same_sign(
    drafting: SchemePage, sample_window: MainWindow, settled: Settled, answers: Callable[..., Answers]
) -> None:
    assert drafting._shown is not None
    drafting._keep(put(parsed(drafting._shown.text), ("reviews", "dictionaries", 0, "points", "基本合格"), -2))
    rows: list[str] = []

    def look(dialog: object) -> None:
        rows.extend(each.after for each in dialog.table.shown)
        dialog.accept()

    answers(look)
    drafting.compare_button.click()
    settled(sample_window)
    assert rows == ["−2"]
