"""What stands above a meeting's questions: which meeting, when and where, who is there, what stands in the way."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from committee_desk.domain.committee import MeetingState
from committee_desk.services.meeting_refusals import MeetingWithoutQuorum
from committee_desk.services.meeting_views import MeetingRow, MeetingView
from committee_desk.ui.committee.question_rows import state_chip
from committee_desk.ui.common.chips import ChipLabel
from committee_desk.ui.common.surfaces import Banner, label
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.wording.committee import meeting_state
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

COMMITTEE = "committee"
"""What 人员 takes to open the committee."""


class MeetingHead(QFrame):
    """The choice of the meeting beside its acts, one line about it, and banners."""

    def __init__(self, page: "Page", picked: Callable[[int], object], acts: QWidget) -> None:
        super().__init__()
        self._page, self._picked = page, picked
        self.setProperty("r", "surface")
        self.meetings = QComboBox()
        self.meetings.setAccessibleName(tr("会议"))
        self.meetings.setToolTip(tr("选择会议"))
        self.meetings.activated.connect(lambda _at: self._picked(int(self.meetings.currentData())))
        self.state = ChipLabel()
        self.about = label("", "sub", wrap=True, select=True)
        self.about.setContentsMargins(20, 6, 20, 8)
        self._banners = QVBoxLayout()
        self._banners.setContentsMargins(20, 0, 20, 0)
        self._banners.setSpacing(8)
        tools = ToolRow()
        tools.add_left(self.meetings)
        tools.add_left(self.state)
        tools.add_widget(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(self.about)
        column.addLayout(self._banners)

    def offer(self, rows: Sequence[MeetingRow], chosen: int) -> None:
        """The year's meetings, the newest first."""
        self.meetings.clear()
        for row in reversed(rows):
            held = row.held
            words = [tr("第 {number} 次会议", number=held.number), f"{held.called:%Y-%m-%d}"]
            if held.state is MeetingState.WITHDRAWN:
                words.append(meeting_state(held.state))
            self.meetings.addItem(" · ".join(words), held.number)
        self.meetings.setCurrentIndex(self.meetings.findData(chosen))

    def show_meeting(self, view: MeetingView) -> None:
        """Say how it stands with this one."""
        self.state.show_chip(state_chip(view.row.held.state))
        self.about.setText(" · ".join(_told(view)))
        while self._banners.count():
            item = self._banners.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for each in self._in_the_way(view):
            self._banners.addWidget(each)

    def _in_the_way(self, view: MeetingView) -> list[Banner]:
        """What must be put right before the meeting goes on, with what the law offers."""
        if view.row.held.state not in {MeetingState.CALLED, MeetingState.OPEN}:
            return []
        lead = (tr("打开委员名单"), lambda: self._page.go.emit("people", COMMITTEE))
        found = [Banner("bad", sentence(each), "", lead) for each in view.faults]
        return found + [Banner("warn", sentence(each)) for each in without_quorum(view)[:1]]


def without_quorum(view: MeetingView) -> list[MeetingWithoutQuorum]:
    """The meeting, once everybody is written down, and each question for which too few remain."""
    year, number = view.row.held.year, view.row.held.number
    if any(each.presence is None for each in view.attendance) or view.faults:
        return []
    if not view.has_quorum:
        return [MeetingWithoutQuorum(year, number, view.present, view.members, view.needed)]
    return [
        MeetingWithoutQuorum(year, number, each.entitled, view.members, each.needed, each.item.title, each.leaving)
        for each in view.questions
        if each.vote is None and not each.has_quorum
    ]


def _told(view: MeetingView) -> list[str]:
    """When, where, who is there, who presides and writes, the number of the minutes."""
    held = view.row.held
    words = [f"{held.called:%Y-%m-%d %H:%M}", held.place]
    if any(each.presence is not None for each in view.attendance):
        there = {"all": view.members, "there": view.present, "needed": view.needed}
        words.append(tr("应到 {all}，实到 {there}，至少 {needed} 人", **there))
    else:
        words.append(tr("委员 {all} 人，至少 {needed} 人到会", all=view.members, needed=view.needed))
    if held.presiding:
        presiding = next((each.name for each in view.attendance if each.key == held.presiding), held.presiding)
        words.append(tr("{presiding}主持，{recorder}记录", presiding=presiding, recorder=held.recorder))
    if held.document:
        words.append(tr("纪要 {document}", document=held.document))
    return words
