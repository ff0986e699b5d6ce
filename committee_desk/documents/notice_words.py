"""The sentences of a notice, made once when it is posted and kept with it: `resources/forms/notice.toml`."""

from datetime import date

from committee_desk.documents.forms import form
from committee_desk.domain.notice import Notice, NoticeWords
from committee_desk.domain.publication import MIDNIGHT


def words(notice: Notice) -> NoticeWords:
    """What the notice says, in the order in which it is read."""
    told = form("notice")["words"]
    mixed = any(each != told["prosecutors"] for each in notice.categories)
    who = told["everybody"] if mixed else told["prosecutors"]
    approved = full(notice.approved) if notice.approved else ""
    facts = {"year": notice.year, "who": who, "approved": approved, "replaces": notice.replaces or ""}
    basis = told["basis_partial" if notice.partial else "basis_mixed" if mixed else "basis"]
    return NoticeWords(
        title=told["title_partial" if notice.partial else "title"].format(**facts),
        basis=basis.format(**facts),
        scope=told["scope"].format(scope=notice.scope or told["whole_office"]),
        window=window_in_words(notice.counted, notice.cut_off, notice.made_up),
        objecting=told["objecting"].format(**notice.receiving._asdict()),
        removed=told["removed"].format(names="、".join(each.name for each in notice.removed)) if notice.removed else "",
        signed=told["signed"].format(office=notice.office),
        dated=full(notice.posted),
    )


def window_in_words(counted: tuple[date, ...], cut_off: str, made_up: tuple[date, ...]) -> str:
    """From when to when, how many working days, which of them are made up for, and until which hour."""
    told, first, last = form("notice")["words"], counted[0], counted[-1]
    days = "、".join(told["made_up_day"].format(day=short(day), weekday=weekday(day)) for day in made_up)
    return str(
        told["window_midnight" if cut_off == MIDNIGHT else "window"].format(
            first=full(first),
            last=short(last) if first.year == last.year else full(last),
            count=len(counted),
            made_up=told["made_up"].format(days=days) if days else "",
            last_short=short(last),
            cut_off=cut_off,
        )
    )


def full(day: date) -> str:
    """2026年2月9日."""
    return str(form("notice")["date"].format(year=day.year, month=day.month, day=day.day))


def short(day: date) -> str:
    """2月9日."""
    return str(form("notice")["short_date"].format(month=day.month, day=day.day))


def weekday(day: date) -> str:
    """周六."""
    return str(form("notice")["words"]["weekdays"][day.weekday()])
