"""The table of 电子签章: whose sheet, how far it is signed, who is next."""

from collections.abc import Callable
from enum import Enum

from committee_desk.services.signing_views import SheetRow, SheetState
from committee_desk.ui.common.chips import ACCENT, NEUTRAL, OK, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.language import tr
from committee_desk.wording.signing_refusals import role_heading


class Show(Enum):
    """The lists: what is next for whom."""

    ALL = "all"
    OPEN = "open"
    BEGUN = "begun"
    WHOLE = "whole"


_CHIPS = {
    SheetState.OPEN: (NEUTRAL, "hourglass"),
    SheetState.BEGUN: (ACCENT, "writing-sign"),
    SheetState.WHOLE: (OK, "certificate"),
}


def lets(row: SheetRow, show: Show) -> bool:
    """Whether the list shows the row."""
    return show is Show.ALL or row.state.value == show.value


def state_name(state: SheetState) -> str:
    """How far a sheet is."""
    return {
        SheetState.OPEN: tr("未签章"),
        SheetState.BEGUN: tr("签署中"),
        SheetState.WHOLE: tr("已签章"),
    }[state]


def state_chip(row: SheetRow) -> Chip:
    """How far the sheet is, at a glance."""
    kind, mark = _CHIPS[row.state]
    return Chip(state_name(row.state), kind, mark)


def next_of(row: SheetRow) -> str:
    """Who signs next, and as what."""
    if row.next is None:
        return ""
    return tr("{role}：{name}", role=role_heading(row.next.role), name=row.next.name or tr("（未任命）"))


def signed_of(row: SheetRow) -> str:
    """Who has signed, and when."""
    return tr("；").join(
        tr("{role}：{name}，{at}", role=role_heading(each.role), name=each.signer, at=f"{each.at:%Y-%m-%d %H:%M}")
        for each in row.steps
    )


def sealing_spec(sound: Callable[[str], str]) -> TableSpec[SheetRow]:
    """The columns."""
    columns = (
        Column[SheetRow]("code", tr("工号"), lambda row: row.code, 56, fits=True, style=Style.SUB),
        Column[SheetRow]("name", tr("姓名"), lambda row: row.name, 62, style=Style.NAME, fits=True),
        Column[SheetRow]("state", tr("签章情况"), lambda row: state_name(row.state), 96, fits=True, chip=state_chip,
                         sort=lambda row: list(SheetState).index(row.state)),
        Column[SheetRow]("version", tr("版本"), lambda row: tr("第 {version} 版", version=row.version), 70, fits=True,
                         style=Style.SUB, sort=lambda row: row.version),
        Column[SheetRow]("next", tr("下一个签名人"), next_of, 150, fits=True),
        Column[SheetRow]("signed", tr("已签"), signed_of, 160, style=Style.SUB, stretch=True, tip=signed_of),
    )  # fmt: skip
    return TableSpec(
        id="sealing", columns=columns, key=lambda row: row.code, sort_by="code", find=lambda row: sound(row.name)
    )
