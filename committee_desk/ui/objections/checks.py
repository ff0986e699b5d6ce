"""What an objection has and lacks, as the counter checks it before accepting: in time, signed, grounds, this notice."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from committee_desk.services.objection_views import ObjectionCard
from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.objections.columns import moment
from committee_desk.ui.system.cards_tab import emptied
from committee_desk.wording.language import tr
from committee_desk.wording.objections import timeliness


class Check(NamedTuple):
    """One line: whether it holds, and what it says."""

    good: bool
    text: str


def checks_of(card: ObjectionCard) -> list[Check]:
    """What form 4 asks for."""
    held = card.row.held
    cut_off = tr("截止 {at}", at=moment(card.cut_off))
    checks = [
        Check(held.in_time, tr("{timely}；{cut_off}", timely=timeliness(held, card.nth_day), cut_off=cut_off)),
        Check(held.signed, tr("实名，本人签字") if held.signed else tr("缺本人签字，补签后才能受理")),
        Check(bool(held.grounds), tr("写明事实和理由")),
        Check(good=True, text=tr("属于第 {version} 版公示（{at} 张贴）", version=held.version, at=moment(card.posted))),
    ]
    if card.row.owes_informing:
        checks.append(Check(good=False, text=tr("{name} 还没有被告知", name=card.row.other_name)))
    return checks


class Checks(QFrame):
    """The lines, each with a tick or a mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("核对"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_checks(self, checks: list[Check]) -> None:
        """Show these."""
        emptied(self._column)
        for each in checks:
            self._column.addWidget(_line_of(each))
        self.setAccessibleDescription("\n".join(_said(each) for each in checks))


def _said(check: Check) -> str:
    return check.text if check.good else tr("注意：{text}", text=check.text)


def _line_of(check: Check) -> QWidget:
    shown = QWidget()
    line = QHBoxLayout(shown)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    shape = QLabel()
    shape.setContentsMargins(0, 2, 0, 0)
    shape.setPixmap(pixmap("check", "ok", 16) if check.good else pixmap("alert-triangle", "warn", 16))
    line.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(check.text, "" if check.good else "warn", wrap=True), 1)
    return shown
