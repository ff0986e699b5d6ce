"""The register of objections (异议登记) as a table: how each stands, and which are still owed an answer."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum

from committee_desk.domain.objections import OPEN, ObjectionState
from committee_desk.services.clock import CHINA
from committee_desk.services.objection_views import ObjectionRow
from committee_desk.ui.common.chips import ACCENT, BAD, NEUTRAL, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.days import dated, short
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.objections import answer_until, lasting, matter_names, next_of, put_right, state_name

SOON = 1
"""So many working days before its end a deadline stands out."""


class Show(Enum):
    """Which objections a tab lets through."""

    ALL = "all"
    OPEN = "open"
    LATE = "late"
    SETTLED = "settled"


def wanted(row: ObjectionRow, show: Show) -> bool:
    """Whether a tab lets the row through."""
    if show is Show.OPEN:
        return waits(row)
    if show is Show.LATE:
        return not row.held.in_time
    return show is Show.ALL or not waits(row)


def waits(row: ObjectionRow) -> bool:
    """Whether somebody at the counter has something to do about it."""
    return row.state in OPEN or row.owes_informing


def moment(at: datetime) -> str:
    """2月10日 15:40."""
    here = at.astimezone(CHINA)
    return f"{short(here.date())} {here:%H:%M}"


def state(row: ObjectionRow) -> Chip:
    """How it stands, with what it waits for."""
    held, waiting = row.held, next_of(row)
    if waiting and row.days_left is not None and row.days_left < 0 and held.in_time:
        over = tr_n("已过答复期限 {count} 个工作日", "已过答复期限 {count} 个工作日", -row.days_left)
        return Chip(tr("{what}，已超期", what=waiting), BAD, "alert-circle", over)
    if row.state is ObjectionState.RECEIVED:
        why = "" if held.in_time else tr("截止后 {late} 收到", late=lasting(held.minutes_late))
        return Chip(waiting if held.in_time else tr("逾期，待转复核"), WARN, "clock", why)
    if row.state is ObjectionState.ACCEPTED:
        return Chip(waiting, ACCENT, "circle-dot", tr("已受理，由考评委员会复核"))
    return Chip(state_name(row.state), NEUTRAL, why=held.state_reason)


def deadline(row: ObjectionRow) -> str:
    """The day by which the answer is owed; nothing where none is."""
    return short(row.held.answer_by) if row.held.in_time else tr("通知后")


def _deadline_tip(row: ObjectionRow) -> str:
    if not row.held.in_time:
        return tr("逾期的异议在发出结果通知后作为复核申请办理")
    if row.days_left is None:
        return answer_until(dated(row.held.answer_by))
    if row.days_left < 0:
        return tr_n("已过答复期限 {count} 个工作日", "已过答复期限 {count} 个工作日", -row.days_left)
    return tr_n("{day}，还有 {count} 个工作日", "{day}，还有 {count} 个工作日", row.days_left,
                day=answer_until(dated(row.held.answer_by)))  # fmt: skip


def _received_tip(row: ObjectionRow) -> str:
    return tr("；").join(part for part in (f"{row.held.received:%Y-%m-%d %H:%M}", put_right(row)) if part)


def _pressing(row: ObjectionRow) -> str | None:
    if row.days_left is None or not row.held.in_time or row.days_left > SOON:
        return None
    return "bad" if row.days_left < 0 else "warn"


def spec(sound: Callable[[str], str]) -> TableSpec[ObjectionRow]:
    """The columns, as the page's design has them."""
    return TableSpec(
        id="objections",
        columns=(
            Column("number", tr("编号"), lambda row: row.label, 104, sort=lambda row: row.held.number),
            Column("name", tr("申请人"), lambda row: row.name, 72, style=Style.NAME, fits=True),
            Column("matters", tr("申请事项"), lambda row: matter_names(row.held.matters), 104, stretch=True),
            Column("received", tr("收到"), lambda row: moment(row.held.received), 112,
                   sort=lambda row: row.held.received, fits=True, tip=_received_tip),
            Column("answer", tr("答复期限"), deadline, 84, sort=lambda row: row.held.answer_by, fits=True,
                   role=_pressing, tip=_deadline_tip),
            Column("state", tr("状态"), lambda row: state(row).text, 96, chip=state, fits=True),
            Column("department", tr("部门"), lambda row: row.department, 96, style=Style.SUB, spare=True),
        ),
        key=lambda row: row.held.number,
        sort_by="number",
        find=lambda row: f"{sound(row.name)} {sound(row.other_name)} {row.other_name}",
        dim=lambda row: row.state is ObjectionState.WITHDRAWN,
    )  # fmt: skip
