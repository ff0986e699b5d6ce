"""One re-review beneath the register: whose, on what paper, who examines, what happened, and the next act."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from committee_desk.domain.proceedings import OWN_MOTION
from committee_desk.services.proceeding_views import ProceedingCard
from committee_desk.ui.common.chips import ChipLabel
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.objections.progress import Progress
from committee_desk.ui.rereview.columns import state
from committee_desk.ui.rereview.reading import One
from committee_desk.ui.rereview.stops import stops_of
from committee_desk.wording.days import short
from committee_desk.wording.language import tr
from committee_desk.wording.proceedings import challenge_name, kind_name, proposal_name

if TYPE_CHECKING:
    from committee_desk.services.proceeding_views import ProceedingRow


class RereviewCard(QFrame):
    """What is known of one; the acts stand in the tab's foot."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("复核详情"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 12)
        column.setSpacing(8)
        self.heading, self.chip = label("", "h2"), ChipLabel()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.heading)
        line.addWidget(self.chip)
        line.addStretch(1)
        column.addLayout(line)
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(12)
        self.facts.setVerticalSpacing(4)
        self.facts.setColumnStretch(1, 1)
        self.facts.setColumnMinimumWidth(0, 64)
        self._facts: list[QWidget] = []
        column.addLayout(self.facts)
        self.well = QFrame()
        self.well.setProperty("r", "well")
        inside = QVBoxLayout(self.well)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(4)
        self.grounds, self.findings = label("", wrap=True, select=True), label("", "sub", wrap=True, select=True)
        inside.addWidget(self.grounds)
        inside.addWidget(self.findings)
        column.addWidget(self.well)
        column.addSpacing(4)
        column.addWidget(label(tr("进程"), "h3"))
        self.progress = Progress()
        column.addWidget(self.progress)
        column.addStretch(1)

    def show_one(self, read: One) -> None:
        """Everything about it."""
        row, held = read.card.row, read.card.row.held
        self.heading.setText(f"{row.label} {row.about_name}")
        self.chip.show_chip(state(row))
        self._show_facts(read.card, read)
        grounds = read.source.grounds if read.source is not None else held.basis
        self.grounds.setText(grounds)
        self.findings.setText(tr("查明：{findings}", findings=held.findings) if held.findings else "")
        self.findings.setVisible(bool(held.findings))
        self.well.setVisible(bool(grounds or held.findings))
        self.progress.show_stops(stops_of(read.card, read.told, read.meeting))

    def _show_facts(self, card: ProceedingCard, read: One) -> None:
        for old in self._facts:
            self.facts.removeWidget(old)
            old.deleteLater()
        self._facts.clear()
        for at, (name, text) in enumerate(facts_of(card, read)):
            for column, made in enumerate((label(name, "sub"), label(text, wrap=True, select=True))):
                self.facts.addWidget(made, at, column, Qt.AlignmentFlag.AlignTop)
                self._facts.append(made)


def facts_of(card: ProceedingCard, read: One) -> list[tuple[str, str]]:
    """Name and text of each line."""
    row, held = card.row, card.row.held
    told = [
        (tr("依据"), _basis(row, read)),
        (tr("请求"), read.source.matters if read.source is not None else ""),
        (tr("复核哪些") if held.kind not in OWN_MOTION else tr("更正哪些"), _challenged(card)),
        (tr("承办"), tr("、").join(_examiner(each.name, declared=bool(each.declared)) for each in held.examiners)),
        (tr("听取意见"), tr("；").join(
            tr("{day} {name}：{said}", day=short(each.day), name=card.names.get(each.code, each.code), said=each.said)
            for each in held.hearings
        )),
        (tr("承办意见"), tr("{motion}：{reasons}", motion=proposal_name(held.motion), reasons=held.reasons)
         if held.motion is not None else ""),
        (tr("决定"), tr("，").join(part for part in (held.document, held.day.isoformat() if held.day else "") if part)),
    ]  # fmt: skip
    return [(name, text) for name, text in told if text]


def _basis(row: "ProceedingRow", read: One) -> str:
    if read.source is None:
        return kind_name(row.held.kind)
    applied = tr("{label}，{name}申请", label=read.source.label, name=read.source.name)
    return tr("，").join((kind_name(row.held.kind), applied))


def _challenged(card: ProceedingCard) -> str:
    return tr("；").join(challenge_name(each) for each in card.row.held.challenged)


def _examiner(name: str, *, declared: bool) -> str:
    return name if declared else tr("{name}（未声明）", name=name)
