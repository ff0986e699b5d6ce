"""公示 in little room, as at 200 %: nothing in the window's calendar overlaps, the page never goes sideways."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from committee_desk.services.publication_views import DayKind, DayRole, ShownDay
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.publication.day_cell import badge_of, laid, least_wide
from tests.services.publishing_hands import BOARD, LOBBY, Publishing
from tests.ui.publication_hands import POSTED, Seen, Settled

Speak = Callable[[str], None]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_number_and_badge_of_a_day_stand_whole_beside_each_other_in_the_narrowest_cell(
    qtbot: QtBot, speak: Speak, language: str
) -> None:
    speak(language)
    signed = {DayKind.OFF, DayKind.MADE_UP}
    days = [
        ShownDay(date(2026, 1, 1) + timedelta(days=n), kind, role)
        for n in range(365)
        for kind in (DayKind.WORKING, DayKind.OFF, DayKind.MADE_UP)
        for role in (DayRole.NONE, DayRole.COUNTED)
    ]
    for wide in range(least_wide(), least_wide() + 30):
        box = QRect(100, 50, wide, 50)
        for day in days:
            cell = laid(box, day)
            assert cell.number.width() >= QFontMetrics(cell.font).horizontalAdvance(cell.text)
            assert box.contains(cell.number)
            assert (cell.badge is not None) is bool(badge_of(day)) is (day.kind in signed)
            assert cell.badge is None or box.contains(cell.badge)
            assert cell.badge is None or not cell.badge.intersects(cell.number)


def test_the_calendar_is_never_narrower_than_its_days_need(hanging: Seen) -> None:
    calendar = hanging.page.window_card.calendar
    calendar.resize(calendar.minimumWidth(), 300)
    assert min(calendar._cell(at).width() for at in range(7)) >= least_wide()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_as_wide_as_its_window_in_whatever_width(
    qtbot: QtBot, window: MainWindow, settled: Settled, office: Publishing, speak: Speak, language: str
) -> None:
    speak(language)
    office.post(POSTED, BOARD, LOBBY)
    seen = Seen(qtbot, window, settled, office)
    area = seen.page._area
    assert seen.page._content.isVisible()
    for wide in (1366, 1200, 1100, 1000, 960, 900, 800, 683):
        window.resize(wide, 600)
        seen.settle()
        assert (wide, area.horizontalScrollBar().maximum()) == (wide, 0)
