"""The year as a line: a publication keeps clear of long holidays, months stand as they are typed and published."""

from collections.abc import Callable
from datetime import date

from pytestqt.qtbot import QtBot

from committee_desk.services.actor import Actor
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
    assert bar("异议与复核", SPRING)[0] == date(2027, 2, 24)


def test_objections_follow_a_publication_that_a_late_holiday_moved() -> None:
    late = Holiday("春节", date(2027, 2, 14), date(2027, 2, 21))
    assert bar("公示", late) == (date(2027, 2, 22), date(2027, 3, 2))
    assert bar("异议与复核", late)[0] == date(2027, 3, 3)


def test_today_stands_below_the_months_names(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(900, line.sizeHint().height())
    bars, days = usual_bars(2026, {}), [date(2026, 12, 30), date(2027, 1, 11)]
    names = []
    for today in days:
        line.show_year(2026, today, bars, ())
        picture = line.grab().toImage()
        names.append([picture.pixel(x, y) for x in range(line.width()) for y in range(TOP - 1)])
    assert names[0] == names[1]
    assert line.height() == TOP + 4 * ROW + FOOT


def states(window: MainWindow, settled: Callable[[MainWindow], None]) -> list[str]:
    assert window.frame is not None
    window.frame.lead_to("desk")
    settled(window)
    line = window.findChild(Timeline)
    assert isinstance(line, Timeline)
    return [str(view.state) for view in line.months]


def test_the_months_stand_as_they_are_typed_closed_and_published(
    sample_window: MainWindow, sample_desk: Desk, actor: Actor, settled: Callable[[MainWindow], None]
) -> None:
    assert states(sample_window, settled) == ["open"] * 12
    for month in (1, 2):
        sample_desk.months.close(actor, 2026, month, "按现状")
    change = sample_desk.months.publish(actor, 2026, 1).change
    sample_window.place.changes.announce(change)
    settled(sample_window)
    assert states(sample_window, settled) == ["published", "closed", *["open"] * 10]
