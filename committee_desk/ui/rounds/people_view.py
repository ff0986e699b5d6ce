"""人员: who is rated and who may rate in which class, as the desk derived it and as somebody corrected it by hand."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from committee_desk.services.round_views import ParticipantRow
from committee_desk.ui.common.chips import ACCENT, NEUTRAL, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.rounds.forms import derived_words
from committee_desk.wording.language import tr
from committee_desk.wording.rounds import ballot_class_name

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class PeopleView(QWidget):
    """One table; `opened` on Enter."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page, self._initials = page, Initials()
        self.table: ListTable[ParticipantRow] = ListTable(spec(self._initials.of), tr("测评人员"), page.place.memory)
        self.nothing = label("", "sub", wrap=True)
        self.nothing.setContentsMargins(20, 12, 20, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)

    def show_rows(self, rows: tuple[ParticipantRow, ...] | None, why: str = "") -> None:
        """Show these; None where there is nothing to show, and why."""
        self.nothing.setText(why)
        self.nothing.setVisible(bool(why))
        self.table.setVisible(rows is not None)
        held = rows or ()
        self.table.set_rows(held)
        prepare_filter(self._page, self.table, held, [row.name for row in held], self._initials)


def votes_words(row: ParticipantRow) -> str:
    """In which class somebody rates."""
    held = row.participant.ballot_class
    return ballot_class_name(held) if held is not None else tr("不投票")


def _by_hand(row: ParticipantRow) -> Chip | None:
    if not row.participant.by_hand:
        return None
    return Chip(tr("手工调整"), ACCENT, "pencil", tr("台账推算：{what}", what=derived_words(row.derived)))


def _rated(row: ParticipantRow) -> Chip | None:
    return Chip(tr("被测评"), NEUTRAL, "check") if row.participant.rated else None


def _took_part(row: ParticipantRow) -> str:
    held = row.participant.took_part
    return "" if held is None else tr("参加") if held else tr("没有参加")


def spec(sound: Callable[[str], str]) -> TableSpec[ParticipantRow]:
    """The columns."""
    return TableSpec(
        id="round-people",
        columns=(
            Column("code", tr("工号"), lambda row: row.participant.code, 56),
            Column("name", tr("姓名"), lambda row: row.name, 64, style=Style.NAME, fits=True),
            Column("department", tr("部门"), lambda row: row.department, 100, style=Style.SUB, fits=True),
            Column("class", tr("票类"), votes_words, 110, fits=True),
            Column("rated", tr("被测评"), lambda row: tr("被测评") if row.participant.rated else "", 84, chip=_rated,
                   fits=True),
            Column("hand", tr("调整"), lambda row: tr("手工调整") if row.participant.by_hand else "", 84, chip=_by_hand,
                   fits=True),
            Column("took", tr("参加"), _took_part, 70, style=Style.SUB, fits=True, spare=True),
            Column("post", tr("职务"), lambda row: row.post, 90, style=Style.SUB, stretch=True),
        ),
        key=lambda row: row.participant.code,
        sort_by="code",
        find=lambda row: sound(row.name),
    )  # fmt: skip
