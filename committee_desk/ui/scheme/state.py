"""The row over the tree: the total and the share of 业绩 as they are typed, how many indicators, what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from committee_desk.domain.scheme import BONUS, PERFORMANCE, Scheme
from committee_desk.domain.scheme_changes import doubts
from committee_desk.domain.scheme_checking import LEAST_PERFORMANCE_PERCENT, POINTS_OF_A_SCHEME
from committee_desk.domain.scheme_faults import SchemeRefused
from committee_desk.ui.common.chips import BAD, OK, WARN, Chip, ChipLabel
from committee_desk.ui.common.surfaces import link
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.numbers import stated
from committee_desk.wording.scheme_faults import fault_with_place
from committee_desk.wording.scheme_fields import doubt_in_words

HEIGHT = 40


class StateRow(QFrame):
    """`next_fault` asks to be led to the first thing that is wrong."""

    next_fault = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("r", "top")
        self.setFixedHeight(HEIGHT)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 20, 0)
        line.setSpacing(8)
        self.total, self.performance, self.doubt = ChipLabel(), ChipLabel(), ChipLabel()
        self.faults = link("", self.next_fault.emit)
        self.faults.hide()
        for each in (self.total, self.performance, self.doubt, self.faults):
            line.addWidget(each)
        line.addStretch(1)

    def show_scheme(self, scheme: Scheme, faults: Sequence[SchemeRefused]) -> None:
        """How it stands now."""
        total = sum(part.maximum for part in scheme.parts if part.id != BONUS)
        performance = sum(part.maximum for part in scheme.parts if part.id == PERFORMANCE)
        self.total.show_chip(_total(total))
        self.performance.show_chip(_performance(performance, total))
        found = doubts(scheme)
        why = "\n".join(map(doubt_in_words, found))
        said = tr_n("{count} 条提醒", "{count} 条提醒", len(found))
        self.doubt.show_chip(Chip(said, WARN, "alert-triangle", why) if found else None)
        self.faults.setVisible(bool(faults))
        self.faults.setText(tr_n("还有 {count} 处要改", "还有 {count} 处要改", len(faults)))
        self.faults.setAccessibleName(self.faults.text())
        self.faults.setToolTip("\n".join(fault_with_place(each, scheme) for each in faults))


def _total(total: int) -> Chip:
    right = total == POINTS_OF_A_SCHEME
    said = tr("总分 {total}", total=stated(total)) if right else tr("总分 {total}，应为 100", total=stated(total))
    return Chip(said, OK if right else BAD, "circle-check" if right else "alert-circle", tr("除加分外各项满分合计"))


def _performance(points: int, total: int) -> Chip:
    right, told = points * 100 >= LEAST_PERFORMANCE_PERCENT * total, stated(points)
    said = tr("业绩 {points}", points=told) if right else tr("业绩 {points}，不到总分的 60%", points=told)
    return Chip(said, OK if right else BAD, "circle-check" if right else "alert-circle", tr("业绩须占总分的 60% 以上"))
