"""The next date that binds, for the top bar."""

from datetime import date, timedelta

from committee_desk.domain.calendar import WorkingCalendar, YearNotHeld
from committee_desk.domain.publication import CHINA, MIDNIGHT
from committee_desk.services.desk import Desk
from committee_desk.services.views import Overview, Owed
from committee_desk.ui.frame.top_bar import MUTED, Deadline
from committee_desk.wording.days import short, weekday
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.overview import deadline_name

FARTHEST_DAYS = 400
REMINDERS = frozenset({"staff_desk"})
"""What 工作台 reminds of on a day, though no right ends with it: nothing that hides a deadline."""


def next_deadline(desk: Desk, overview: Overview) -> Deadline:
    """The next date that binds: what it is, how long is left, and in which colour; while the clock is wrong, that."""
    if desk.journal.clock_behind() is not None:
        return Deadline(tr("电脑时间早于日志最新记录"), tr("请校正电脑时间"), "bad", tr("电脑时间"))
    dated = [line for line in overview.owed if line.due is not None and line.kind not in REMINDERS
             and not _ended(desk, line)]  # fmt: skip
    if not dated:
        return Deadline(tr("没有正在计算的法定期限"), "", MUTED, tr("没有期限"))
    line = min(dated, key=lambda each: each.due or date.max)
    if line.kind == "window_closes" and any(each.kind == "publication_post_again" for each in overview.owed):
        return _broken(desk, overview.year)
    name = deadline_name(line)
    hour = str(line.facts.get("time", "")) if line.kind == "window_closes" else ""
    day = day_words(line.due or date.max)
    if hour and hour != MIDNIGHT:
        day = tr("{day}{time}", day=day, time=hour)
    what = tr("{what} {day}", what=name, day=day)
    return Deadline(what, *_left(desk, line), name, short(line.due or date.max))


def _ended(desk: Desk, line: Owed) -> bool:
    """Whether its hour is over on its day: what no more can be done in time hides nothing that still runs."""
    now, until = desk.clock().astimezone(CHINA), str(line.facts.get("time") or "")
    return line.due == now.date() and bool(until) and until <= f"{now:%H:%M}"


def _left(desk: Desk, line: Owed) -> tuple[str, str]:
    """How long is left, and in which colour that is said."""
    left = _working_days_left(desk, line)
    if left is None:
        return "", "accent"
    if left < 0:
        return tr("已过期"), "bad"
    if left == 0:
        until = str(line.facts.get("time") or "")
        return tr("今天 {time} 截止", time=until) if until else tr("今天截止"), "warn"
    return tr_n("还有 {count} 个工作日", "还有 {count} 个工作日", left), "warn" if left <= 1 else "accent"


def _broken(desk: Desk, year: int) -> Deadline:
    """The notice came down early: no end stands until it hangs again; the earliest is said."""
    best = desk.publication.at_best(year)
    end = tr("最早 {end}", end=day_words(best.window.last_day)) if best is not None else ""
    return Deadline(tr("公示等待重新张贴"), end, "warn", tr("等待重新张贴"))


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


def day_words(day: date) -> str:
    """A date as the bar says it: 2月14日（周六）."""
    return tr("{day}（{weekday}）", day=short(day), weekday=weekday(day))
