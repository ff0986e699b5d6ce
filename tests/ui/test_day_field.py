"""A day as people type it into a filter."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from committee_desk.ui.common.day_field import DayField, day_typed


@pytest.mark.parametrize("text", ["2026-03-05", "2026.3.5", "20260305", "2026/3/5", "2026年3月5日", " 2026-3-5 "])
def test_a_day_is_read_however_it_is_separated(text: str) -> None:
    assert day_typed(text, last=False) == day_typed(text, last=True) == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2028-2", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026年12月", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_month_or_a_year_means_its_first_or_its_last_day(text: str, first: date, last: date) -> None:
    assert (day_typed(text, last=False), day_typed(text, last=True)) == (first, last)


@pytest.mark.parametrize("text", ["", "202", "2026-13", "2026-02-30", "昨天", "2026-1-1-1", "0000"])
def test_what_is_no_day_means_none(text: str) -> None:
    assert day_typed(text, last=False) is None


def test_a_half_typed_day_is_marked_and_limits_nothing(qtbot: QtBot) -> None:
    field = DayField("从哪天", last=False)
    qtbot.addWidget(field)
    meant: list[object] = []
    field.meant.connect(meant.append)
    qtbot.keyClicks(field, "2026-13")
    assert field.property("k") == "refused"
    assert field.day is None
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.property("k") == ""
    assert field.day == meant[-1] == date(2026, 1, 1)
