"""A publication (公示) in words: how far its window is, why it counts the days it does, where the notice hung."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise

from committee_desk.domain.course import Stage
from committee_desk.domain.notice import NoticeOrder, Slip
from committee_desk.domain.publication import CHINA, MIDNIGHT, PublicationWindow, StepWhy
from committee_desk.services.publication_views import (
    Correction,
    DayKind,
    DayRole,
    NoteRow,
    PostingRow,
    PublicationOwed,
    PublicationView,
    ShownDay,
    VersionView,
)
from committee_desk.services.publication_window import documents_of
from committee_desk.wording.days import dated, month_name, short, weekday
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import standing_alone, tr, tr_n
from committee_desk.wording.publication_refusals import slip_field

NAMED_BELOW = 10
"""From so many days on not every one is named."""


def cut_off_in_words(window: PublicationWindow, days: Sequence[ShownDay] = (), year: int | None = None) -> str:
    """2月14日（周六）17:30 截止; among its `days` a made-up one says so; the year, where it is not this one."""
    last = window.last_day
    made_up = any(each.day == last and each.kind is DayKind.MADE_UP for each in days)
    facts = {"day": _short(last, year), "weekday": weekday(last)}
    day = tr("{day}（{weekday}，调休上班）", **facts) if made_up else tr("{day}（{weekday}）", **facts)
    if window.cut_off == MIDNIGHT:
        return tr("{day}结束时截止", day=day)
    return tr("{day}{time} 截止", day=day, time=window.cut_off)


def heading(view: PublicationView, version: VersionView) -> str:
    """How far the window is, in large."""
    if version.held.taken_back is not None:
        return tr("这一版已撤回")
    if version.closing is not None:
        return tr("公示已关闭")
    if view.stage is not Stage.PUBLISHED:
        return tr("没有在公示")
    if any(each.kind == "post_again" for each in view.owed):
        return tr("公示期中断")
    if view.now >= version.window.closes_at:
        return tr("公示期已满")
    left = days_after(version, view.now)
    return tr_n("还有 {count} 个工作日", "还有 {count} 个工作日", left) if left else tr("今天截止")


def days_after(version: VersionView, now: datetime) -> int:
    """How many counted days come after today, as the top bar counts them."""
    today = now.astimezone(CHINA).date()
    return sum(day > today for day in version.window.counted)


def counted_so_far(version: VersionView, now: datetime) -> str:
    """How many days are counted, today included."""
    whole = len(version.window.counted)
    return tr("已计 {gone} 天，共 {whole} 天", gone=whole - days_after(version, now), whole=whole)


def posted_in_words(version: VersionView) -> str:
    """Which version, and since when it hung at all its places."""
    posted = version.window.posted.astimezone(CHINA)
    return tr(
        "第 {version} 版，{day} {time} 张贴",
        version=version.version,
        day=short(posted.date()),
        time=f"{posted:%H:%M}",
    )


@dataclass(frozen=True, slots=True)
class Reason:
    """Days in a row that are to the window what they are for the same reason."""

    days: str
    why: str
    lost: bool = field(default=False)


def reasons(version: VersionView) -> tuple[Reason, ...]:
    """Why the window counts these days and no others; last, by which notices of days off."""
    told = tuple(_reason(run) for run in _runs(version.days))
    documents = documents_of(version.window)
    basis = tr("、").join(documents) if documents else tr("日历中没有放假安排")
    return (*told, Reason(tr("依据"), basis))


def day_in_words(day: ShownDay) -> str:
    """One day with what it is to the window."""
    return tr("{day}，{why}", day=dated(day.day), why=_reason((day,)).why)


def _runs(days: Sequence[ShownDay]) -> Iterator[tuple[ShownDay, ...]]:
    """Days in a row that share their reason."""
    run: list[ShownDay] = []
    for before, day in pairwise((None, *days)):
        if day is None:
            continue
        if before is not None and _alike(before) != _alike(day):
            yield tuple(run)
            run = []
        run.append(day)
    if run:
        yield tuple(run)


def _alike(day: ShownDay) -> tuple[object, ...]:
    return (day.kind, day.role, day.name, day.document, day.places)


def _reason(run: Sequence[ShownDay]) -> Reason:
    first, last = run[0], run[-1]
    return Reason(_span(first.day, last.day), _why(run), first.role is DayRole.LOST)


def _span(first: date, last: date) -> str:
    if first == last:
        return short(first)
    if (first.year, first.month) == (last.year, last.month):
        return tr("{month}{first}—{last}日", month=month_name(first.month), first=first.day, last=last.day)
    return tr("{first}—{last}", first=short(first), last=short(last))


def _why(run: Sequence[ShownDay]) -> str:
    day = run[0]
    if day.role is DayRole.COUNTED:
        made_up = day.kind is DayKind.MADE_UP
        if len(run) > 1:
            count = len(run)
            return tr("调休上班，计 {count} 天", count=count) if made_up else tr("工作日，计 {count} 天", count=count)
        facts = {"weekday": weekday(day.day), "nth": day.nth}
        return tr("{weekday}调休上班，计第 {nth} 天", **facts) if made_up else tr("工作日，计第 {nth} 天", **facts)
    if day.role is DayRole.POSTED:
        return tr("张贴当日不计（参照民法典第 201 条）")
    if day.role is DayRole.LOST:
        return tr("“{place}”没有贴满整天，不计", place=tr("、").join(day.places))
    if day.kind is DayKind.OFF:
        return tr("{name}放假，不计", name=dictionary_word(day.name))
    return tr("周末，不计") if day.kind is DayKind.WEEKEND else tr("不计")


def owed_in_words(several: Sequence[PublicationOwed]) -> tuple[str, str]:
    """What a running publication is owed, of one kind: the sentence naming every place, and what is done about it."""
    owed, places = several[0], tr("、").join(each.place for each in several)
    day = dated(owed.day) if owed.day is not None else ""
    return {
        "recount": (
            tr("放假安排有变动，公示期现应到{day}届满", day=day),
            tr("张贴补充公告，公示期顺延；没有办以前不能关闭公示。"),
        ),
        "post_again": (
            tr("“{place}”的公示书提前撤下了，公示期未满", place=places),
            tr("重新张贴并登记，缺的天数顺延补足。"),
        ),
        "calendar": (
            tr("缺 {year} 年的放假安排，公示期数不完", year=owed.number),
            tr("导入国务院办公厅的放假通知以后才能关闭公示。"),
        ),
        "close": (tr("公示期已满，可以关闭公示"), tr("关闭须由两人核对当天日期。")),
        "take_down": (
            tr("“{place}”的公示书可以撤下了", place=places),
            tr("公示已关闭；撤下后由两人登记。"),
        ),
    }[owed.kind]


def posting_in_words(row: PostingRow) -> str:
    """When it was hung there and by whom; when it came down."""
    by = tr("、").join(row.posted_by)
    if row.taken is None:
        return tr("{at}，{by}", at=_moment(row.posted), by=by)
    posted = tr("{at} 张贴，{by}", at=_moment(row.posted), by=by)
    taken = tr("{at} 撤下，{by}", at=_moment(row.taken), by=tr("、").join(row.taken_by))
    return tr("；").join(each for each in (posted, taken, row.reason) if each)


def place_in_words(row: PostingRow) -> str:
    """Its place, and where it hangs in its stead."""
    return tr("{place}（改贴{board}）", place=row.place, board=row.board) if row.board else row.place


def note_in_words(note: NoteRow) -> tuple[str, str]:
    """A note beside the notice: what it is, and what it says."""
    told = note.content
    if isinstance(told, Correction):
        facts = {"field": slip_field(told.slip), "before": told.before, "after": told.after}
        what = tr("{field}：“{before}”更正为“{after}”", **facts)
        return tr("更正说明 第 {number} 号", number=note.number), what
    days = {"before": dated(told.before), "now": dated(told.counted[-1])}
    whys = dict.fromkeys((told.why, *([StepWhy.RECOUNTED] if told.calendar else [])))
    what = tr("{why}：由 {before}延长到 {now}", why=tr("、").join(map(step_why, whys)), **days)
    return tr("补充公告 第 {number} 号", number=note.number), what


def step_why(why: StepWhy) -> str:
    """Why a window has a step."""
    return {
        StepWhy.POSTED: tr("张贴"),
        StepWhy.TAKEN_DOWN: tr("提前撤下后重新张贴"),
        StepWhy.RECOUNTED: tr("放假安排变动"),
        StepWhy.LENGTHENED: tr("本院延长"),
    }[why]


def order_name(order: NoticeOrder) -> str:
    """How the people on a notice are ordered."""
    return {NoticeOrder.DEPARTMENT: tr("按部门"), NoticeOrder.STROKES: tr("按姓氏笔画")}[order]


def slip_name(slip: Slip) -> str:
    """What a correction note may put right."""
    return standing_alone(slip_field(slip))


def window_in_words(window: PublicationWindow, year: int | None = None) -> str:
    """The counted days and the end: what a plan comes to. Ten days and more are said by the first and the last; days of
    another year than this one with it."""
    words = [_short(day, year) for day in window.counted]
    many = len(words) >= NAMED_BELOW
    days = tr("{first}—{last}", first=words[0], last=words[-1]) if many else tr("、").join(words)
    count = tr_n("共 {count} 个工作日", "共 {count} 个工作日", len(words))
    return tr("{days}，{count}；{end}", days=days, count=count, end=cut_off_in_words(window, year=year))


def _short(day: date, year: int | None) -> str:
    return short(day) if year is None or day.year == year else tr("{year}年{day}", year=day.year, day=short(day))


def _moment(moment: datetime) -> str:
    here = moment.astimezone(CHINA)
    return tr("{day} {time}", day=short(here.date()), time=f"{here:%H:%M}")
