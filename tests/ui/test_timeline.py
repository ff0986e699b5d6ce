"""The year as a line: a publication keeps clear of long holidays, ticks stand where something was kept."""

from collections.abc import Callable
from datetime import date

from pytestqt.qtbot import QtBot

from committee_desk.services.desk import Desk
from committee_desk.ui.home.timeline import FOOT, ROW, TOP, Holiday, Timeline, usual_bars
from committee_desk.ui.main_window import MainWindow

SPRING = Holiday("春节", date(2027, 2, 5), date(2027, 2, 12))


def bar(title: str, *holidays: Holiday) -> tuple[date, date]:
    found = next(each for each in usual_bars(2026, {}, holidays) if each.title == title)
    return found.since, found.until


def test_a_publication_is_not_drawn_in_the_spring_festival() -> None:
    assert bar("公示") == (date(2027, 2, 6), date(2027, 2, 14))
    assert bar("公示", SPRING) == (date(2027, 2, 13), date(2027, 2, 21))
    assert bar("异议复核", SPRING)[0] == date(2027, 2, 24)


def test_objections_follow_a_publication_that_a_late_holiday_moved() -> None:
    late = Holiday("春节", date(2027, 2, 14), date(2027, 2, 21))
    assert bar("公示", late) == (date(2027, 2, 22), date(2027, 3, 2))
    assert bar("异议复核", late)[0] == date(2027, 3, 3)


def test_today_stands_below_the_months_names(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(900, line.sizeHint().height())
    bars, days = usual_bars(2026, {}), [date(2026, 12, 30), date(2027, 1, 11)]
    names = []
    for today in days:
        line.show_year(2026, today, bars, (), kept=True)
        picture = line.grab().toImage()
        names.append([picture.pixel(x, y) for x in range(line.width()) for y in range(TOP - 1)])
    assert names[0] == names[1]
    assert line.height() == TOP + 4 * ROW + FOOT


def ticked(window: MainWindow, settled: Callable[[MainWindow], None]) -> bool:
    window.frame.lead_to("desk")
    settled(window)
    return window.findChild(Timeline)._kept


def test_months_of_an_empty_desk_are_not_ticked(
    window: MainWindow, desk: Desk, settled: Callable[[MainWindow], None]
) -> None:
    window.show_desk(desk, "desk")
    window.show()
    assert not ticked(window, settled)


def test_months_of_a_desk_with_cases_are_ticked(
    sample_window: MainWindow, settled: Callable[[MainWindow], None]
) -> None:
    assert ticked(sample_window, settled)
