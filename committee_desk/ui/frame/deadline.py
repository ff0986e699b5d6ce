"""The next date that binds, for the top bar."""

from datetime import date, timedelta

from committee_desk.domain.calendar import WorkingCalendar, YearNotHeld
from committee_desk.services.desk import Desk
from committee_desk.services.views import Overview, Owed
from committee_desk.ui.frame.top_bar import day_words
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.overview import deadline_name

FARTHEST_DAYS = 400


def next_deadline(desk: Desk, overview: Overview) -> tuple[str, str, str]:
    """The next date that binds: what it is, how long is left, and in which colour."""
    dated = [line for line in overview.owed if line.due is not None]
    if not dated:
        return "", "", "accent"
    line = min(dated, key=lambda each: each.due or date.max)
    left = _working_days_left(desk, line)
    name = tr("{what} {day}", what=deadline_name(line), day=day_words(line.due or date.max))
    if left is None:
        return name, "", "accent"
    if left < 0:
        return name, tr("已过期"), "bad"
    if left == 0:
        hour = line.facts.get("time")
        return name, tr("今天 {time} 截止", time=hour) if hour else tr("今天截止"), "warn"
    said = tr_n("还有 {count} 个工作日", "还有 {count} 个工作日", left)
    return name, said, "warn" if left <= 1 else "accent"


def _working_days_left(desk: Desk, line: Owed) -> int | None:
    """Working days after today up to the day, by the desk's calendar; None where the calendar cannot tell."""
    today, due = desk.clock().date(), line.due or date.max
    if due < today:
        return -1
    if (due - today).days > FARTHEST_DAYS:
        return None
    years = range(today.year, due.year + 1)
    calendar = WorkingCalendar([listed for year in years for listed in desk.calendar.days(year)])
    try:
        days = (today + timedelta(days=n) for n in range(1, (due - today).days + 1))
        return sum(calendar.is_working(day) for day in days)
    except YearNotHeld:
        return None
