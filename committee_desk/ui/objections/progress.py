"""进程: what happened to an objection and what comes next, one line under the other along a rail."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.proceedings import ProceedingKind, ProceedingState
from committee_desk.services.objection_views import ObjectionCard, Step
from committee_desk.services.proceeding_views import ProceedingRow
from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.objections.columns import moment
from committee_desk.ui.system.cards_tab import emptied
from committee_desk.wording.days import short
from committee_desk.wording.language import tr
from committee_desk.wording.objections import answer_until, step_name
from committee_desk.wording.proceedings import state_name


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: its name, who or what, when; done, or now, or still to come."""

    name: str
    detail: str = ""
    when: str = ""
    done: bool = True
    now: bool = False


def examines(row: ProceedingRow, objection: int) -> bool:
    """Whether it is the re-review of that objection."""
    going = row.state is not ProceedingState.WITHDRAWN
    return going and row.held.kind is ProceedingKind.OBJECTION and row.held.source == objection


def stops_of(card: ObjectionCard, examined: ProceedingRow | None = None) -> list[Stop]:
    """What happened, then what comes next as far as the counter goes; the re-review has a progress of its own."""
    opened = []
    if examined is not None:
        opened.append(
            Stop(tr("复核 {label}", label=examined.label), state_name(examined.state), done=not examined.held.open,
                 now=examined.held.open)
        )  # fmt: skip
    return [*map(_happened, card.steps), *opened, *_next(card)]


def _happened(step: Step) -> Stop:
    detail = tr("，").join(part for part in (step.actor, step.reason, step.document) if part)
    return Stop(step_name(step), detail, moment(step.at))


def _next(card: ObjectionCard) -> list[Stop]:
    row = card.row
    due = answer_until(short(row.held.answer_by))
    owed = [Stop(tr("告知 {name}", name=row.other_name), done=False, now=True)] if row.owes_informing else []
    if row.state is ObjectionState.RECEIVED and row.held.in_time:
        return [*owed, Stop(tr("受理或不予受理"), done=False, now=True), Stop(tr("答复本人"), "", due, done=False)]
    if row.state is ObjectionState.RECEIVED:
        return [*owed, Stop(tr("转结果通知后复核"), tr("逾期的不按公示期异议办理"), done=False, now=True)]
    if row.state is ObjectionState.ACCEPTED:
        return [*owed, Stop(tr("考评委员会复核，答复本人"), "", due, done=False, now=not owed)]
    if row.state is ObjectionState.ROUTED:
        return [*owed, Stop(tr("发出结果通知后复核"), done=False)]
    return owed


class Progress(QFrame):
    """The stops with a mark each: done, now, to come."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("进程"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_stops(self, stops: list[Stop]) -> None:
        """Show these."""
        emptied(self._column)
        for each in stops:
            self._column.addWidget(_line_of(each))
        self.setAccessibleDescription("\n".join(_said(each) for each in stops))


def _said(stop: Stop) -> str:
    state = tr("已办") if stop.done else tr("待办")
    return " ".join(part for part in (state, stop.name, stop.detail, stop.when) if part)


def _line_of(stop: Stop) -> QWidget:
    mark, role = ("circle-check", "sub") if stop.done else ("circle-dot", "accent") if stop.now else ("circle", "mut")
    shown = QWidget()
    shown.setAccessibleName(_said(stop))
    line = QHBoxLayout(shown)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    shape = QLabel()
    shape.setContentsMargins(0, 2, 0, 0)
    shape.setPixmap(pixmap(mark, role, 16))
    line.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(stop.name, "name" if stop.now else "", wrap=True))
    if stop.detail:
        words.addWidget(label(stop.detail, "cap", wrap=True))
    line.addLayout(words, 1)
    if stop.when:
        line.addWidget(label(stop.when, "cap"), 0, Qt.AlignmentFlag.AlignTop)
    return shown
