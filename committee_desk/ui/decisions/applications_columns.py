"""The register of 复核 and 申诉 after the notice: how each stands, its last day, by when it is decided."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum

from committee_desk.domain.remedies import APPEAL_DECIDED, OPEN, ApplicationState, Remedy
from committee_desk.services.application_views import ApplicationRow, HeldApplication
from committee_desk.services.clock import CHINA
from committee_desk.ui.common.chips import ACCENT, BAD, NEUTRAL, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.days import dated, short
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.proceedings import application_state
from committee_desk.wording.results import remedy_name

SOON = 3
"""So many working days before its end a day stands out."""


class Show(Enum):
    """Which applications the list shows."""

    ALL = "all"
    OPEN = "open"
    LATE = "late"
    SETTLED = "settled"


def to_carry_out(row: ApplicationRow) -> bool:
    """Whether a higher organ changed the result, and nobody carries that out yet."""
    held = row.held
    return held.kind is Remedy.APPEAL and held.state is ApplicationState.CHANGED and held.proceeding is None


def waits(row: ApplicationRow) -> bool:
    """Whether something is still to be done about it here."""
    return row.held.state in OPEN or to_carry_out(row)


def lets(row: ApplicationRow, show: Show) -> bool:
    """Whether the list shows the row."""
    if show is Show.OPEN:
        return waits(row)
    if show is Show.LATE:
        return not row.held.in_time
    return show is Show.ALL or not waits(row)


def moment(at: datetime) -> str:
    """1月20日 15:40."""
    here = at.astimezone(CHINA)
    return f"{short(here.date())} {here:%H:%M}"


def received(held: HeldApplication) -> str:
    """When it came: to the minute from paper, by the day alone where a late objection was taken over."""
    return moment(held.received) if held.hour_known else dated(held.received.astimezone(CHINA).date())


def state_chip(row: ApplicationRow) -> Chip:
    """How it stands, with what it waits for."""
    held, waiting = row.held, _waiting(row)
    if not held.in_time and held.state is ApplicationState.RECEIVED:
        return Chip(tr("逾期，待不予受理"), WARN, "clock", tr("期限 {day}已过", day=dated(held.last_day)))
    if row.past:
        return Chip(tr("{what}，已超期", what=waiting), BAD, "alert-circle", left_words(row))
    if held.state is ApplicationState.RECEIVED or to_carry_out(row):
        return Chip(waiting, WARN, "clock")
    if held.state is ApplicationState.ACCEPTED:
        return Chip(waiting, ACCENT, "circle-dot")
    return Chip(application_state(held.state), NEUTRAL, why=held.outcome)


def _waiting(row: ApplicationRow) -> str:
    held = row.held
    if held.state is ApplicationState.RECEIVED:
        return tr("待受理")
    if to_carry_out(row):
        return tr("变更，待立项执行")
    if held.kind is Remedy.APPEAL:
        return tr("待申诉处理决定")
    return tr("复核中") if held.proceeding is not None else tr("待立项复核")


def left_words(row: ApplicationRow) -> str:
    """How many working days are left until it is decided; nothing where none are counted."""
    if row.past and not row.days_left:
        return tr("已过决定期限")
    if row.days_left is None:
        return ""
    if row.days_left < 0:
        return tr_n("已过决定期限 {count} 个工作日", "已过决定期限 {count} 个工作日", -row.days_left)
    return tr_n("还有 {count} 个工作日", "还有 {count} 个工作日", row.days_left)


def _due(row: ApplicationRow) -> str:
    return row.held.due.isoformat() if row.held.in_time and row.held.runs else ""


def _due_tip(row: ApplicationRow) -> str:
    if not row.held.in_time:
        return tr("逾期的不受理，没有决定期限")
    if not row.held.runs:
        return tr("受理后 {days} 日", days=APPEAL_DECIDED)
    extended = tr("已延长") if row.held.extended_to is not None else ""
    return tr("，").join(part for part in (dated(row.held.due), extended, left_words(row)) if part)


def _last_day(row: ApplicationRow) -> str:
    day = row.held.last_day.isoformat()
    return day if row.held.in_time else tr("{day}，逾期", day=day)


def _pressing(row: ApplicationRow) -> str | None:
    if row.past:
        return "bad"
    return "warn" if row.days_left is not None and row.held.in_time and row.days_left <= SOON else None


def applications_spec(sound: Callable[[str], str]) -> TableSpec[ApplicationRow]:
    """The columns."""
    columns = (
        Column[ApplicationRow]("number", tr("编号"), lambda row: row.label, 112, fits=True,
                               sort=lambda row: row.held.number),
        Column[ApplicationRow]("name", tr("提出人"), lambda row: row.name, 62, style=Style.NAME, fits=True),
        Column[ApplicationRow]("kind", tr("种类"), lambda row: remedy_name(row.held.kind), 70, fits=True),
        Column[ApplicationRow]("received", tr("收到"), lambda row: received(row.held), 104, fits=True,
                               sort=lambda row: row.held.received, spare=True),
        Column[ApplicationRow]("last", tr("提出截止"), _last_day, 84, fits=True, sort=lambda row: row.held.last_day,
                               role=lambda row: None if row.held.in_time else "warn", spare=True),
        Column[ApplicationRow]("due", tr("决定期限"), _due, 84, fits=True, sort=lambda row: row.held.due,
                               role=_pressing, tip=_due_tip),
        Column[ApplicationRow]("state", tr("状态"), lambda row: state_chip(row).text, 130, fits=True, chip=state_chip),
        Column[ApplicationRow]("proceeding", tr("复核案号"), lambda row: row.proceeding_label, 96, fits=True,
                               spare=True),
        Column[ApplicationRow]("department", tr("部门"), lambda row: row.department, 84, style=Style.SUB,
                               stretch=True),
    )  # fmt: skip
    return TableSpec(
        id="applications", columns=columns, key=lambda row: row.held.number, sort_by="number",
        find=lambda row: sound(row.name), dim=lambda row: row.held.state is ApplicationState.WITHDRAWN,
    )  # fmt: skip
