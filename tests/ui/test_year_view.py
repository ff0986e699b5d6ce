"""The year at a glance, by keyboard: each day says itself, and no key leaves the year."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from committee_desk.domain.calendar import CalendarDay, DayKind
from committee_desk.ui.system.year_view import YearView

NEW_YEAR = CalendarDay(date(2026, 1, 1), DayKind.OFF, "元旦", "国办发明电〔2025〕7号")


@pytest.fixture
def view(qtbot: QtBot) -> YearView:
    made = YearView()
    qtbot.addWidget(made)
    made.show_year(2026, {NEW_YEAR.day: NEW_YEAR}, date(2026, 1, 12))
    return made


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ((Qt.Key.Key_Right,), date(2026, 1, 2)),
        ((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up), date(2026, 1, 8)),
        ((Qt.Key.Key_PageDown,), date(2026, 2, 1)),
        ((Qt.Key.Key_Left,), date(2026, 1, 1)),
    ],
)
def test_keys_walk_by_day_week_and_month_and_stay_in_the_year(
    view: YearView, qtbot: QtBot, keys: tuple[Qt.Key, ...], day: date
) -> None:
    view.choose(NEW_YEAR.day)
    for key in keys:
        qtbot.keyClick(view, key)
    assert view.day == day


def test_the_day_of_the_focus_says_its_notice(view: YearView, qtbot: QtBot) -> None:
    view.choose(NEW_YEAR.day)
    assert view.accessibleDescription() == "2026-01-01（周四），放假，元旦，国办发明电〔2025〕7号"
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "2026-01-02（周五），工作日"


def test_the_mouse_chooses_and_a_double_click_opens(view: YearView, qtbot: QtBot) -> None:
    opened: list[date] = []
    view.day_opened.connect(opened.append)
    at = view._cell(date(2026, 3, 9)).center()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert view.day == date(2026, 3, 9)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert opened == [date(2026, 3, 9)]


def test_the_pointer_is_told_the_day_it_rests_on(view: YearView) -> None:
    view.show()
    at = view._cell(NEW_YEAR.day).center()
    asked = QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at))
    assert view.event(asked)
    assert QToolTip.text() == "2026-01-01（周四），放假，元旦，国办发明电〔2025〕7号"
