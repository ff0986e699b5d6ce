"""The register of re-reviews (复核) and corrections (更正) as a table, and the chip that says how one stands."""

from committee_desk.domain.proceedings import ProceedingState
from committee_desk.services.proceeding_views import ProceedingRow
from committee_desk.ui.common.chips import ACCENT, BAD, NEUTRAL, OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.days import dated, short
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.proceedings import kind_name, state_name

SOON = 1
"""So many working days before its end a deadline stands out."""
_LOOK = {
    ProceedingState.OPENED: (ACCENT, "circle-dot"),
    ProceedingState.EXAMINED: (ACCENT, "circle-dot"),
    ProceedingState.MOVED: (WARN, "gavel"),
    ProceedingState.UPHELD: (OK, "circle-check"),
    ProceedingState.CHANGED: (OK, "circle-check"),
    ProceedingState.WITHDRAWN: (NEUTRAL, ""),
}


def state(row: ProceedingRow) -> Chip:
    """How it stands, and that it is late where it is."""
    if row.held.open and row.days_left is not None and row.days_left < 0:
        return Chip(tr("{what}，已超期", what=state_name(row.state)), BAD, "alert-circle", due_tip(row))
    kind, mark = _LOOK[row.state]
    return Chip(state_name(row.state), kind, mark, row.held.why)


def due_tip(row: ProceedingRow) -> str:
    """By when it is decided, and how many working days that leaves."""
    if row.due is None:
        return ""
    if row.days_left is None:
        return tr("{day}前作出决定", day=dated(row.due))
    if row.days_left < 0:
        return tr_n("已过期限 {count} 个工作日", "已过期限 {count} 个工作日", -row.days_left)
    return tr_n("{day}前作出决定，还有 {count} 个工作日", "{day}前作出决定，还有 {count} 个工作日", row.days_left,
                day=dated(row.due))  # fmt: skip


def due_word(row: ProceedingRow) -> str:
    """The day itself."""
    return short(row.due) if row.due is not None else ""


def came_from(row: ProceedingRow) -> str:
    """2026-异-001, or that nobody applied."""
    return row.source_label or kind_name(row.held.kind)


def _pressing(row: ProceedingRow) -> str | None:
    if not row.held.open or row.days_left is None or row.days_left > SOON:
        return None
    return "bad" if row.days_left < 0 else "warn"


def spec() -> TableSpec[ProceedingRow]:
    """The columns."""
    return TableSpec(
        id="rereviews",
        columns=(
            Column("number", tr("编号"), lambda row: row.label, 104, sort=lambda row: row.held.number, fits=True),
            Column("about", tr("复核谁"), lambda row: row.about_name, 72, style=Style.NAME, fits=True),
            Column("source", tr("来自"), came_from, 96, stretch=True),
            Column("due", tr("决定期限"), due_word, 76, sort=lambda row: str(row.due or "9"), fits=True,
                   role=_pressing, tip=due_tip),
            Column("state", tr("状态"), lambda row: state(row).text, 96, chip=state, fits=True),
            Column("department", tr("部门"), lambda row: row.department, 96, style=Style.SUB, spare=True),
        ),
        key=lambda row: row.held.number,
        sort_by="number",
        dim=lambda row: row.state is ProceedingState.WITHDRAWN,
    )  # fmt: skip
