"""到会登记: everybody present with one key, then the exceptions; and the opening of a meeting."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from committee_desk.domain.committee import MemberPost, Presence
from committee_desk.services.meeting_views import Attendance, Came, MeetingView
from committee_desk.ui.committee.member_field import member_field
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.surfaces import button
from committee_desk.wording.committee import member_post, presence_name
from committee_desk.wording.language import tr

WIDE, LABELS = 600, 128
NUMBERS = {Presence.PRESENT: "1", Presence.AWAY: "2", Presence.EXCUSED: "3"}
"""The key that chooses each in its field."""


class CameField(QWidget):
    """Whether one member came (1, 2 or 3 chooses), and why not."""

    def __init__(self, attendance: Attendance) -> None:
        super().__init__()
        self.attendance = attendance
        self.choice, self.note = QComboBox(), QLineEdit(attendance.note)
        self.choice.addItem(presence_name(None), None)
        for each, number in NUMBERS.items():
            self.choice.addItem(f"{number} {presence_name(each)}", each.value)
        if attendance.presence is not None:
            self.choose(attendance.presence)
        self.choice.setAccessibleName(tr("{name} 到会", name=attendance.name))
        self.note.setAccessibleName(tr("{name} 未到会的原因", name=attendance.name))
        self.note.setPlaceholderText(tr("未到会的原因"))
        self.note.setMaxLength(200)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.choice, 2)
        across.addWidget(self.note, 3)
        self.setFocusProxy(self.choice)
        self.choice.currentIndexChanged.connect(lambda _at: self._follow())
        self._follow()

    @property
    def presence(self) -> Presence | None:
        """What is chosen; None while nothing is."""
        held = self.choice.currentData()
        return Presence(held) if held is not None else None

    def choose(self, presence: Presence) -> None:
        """Choose that."""
        self.choice.setCurrentIndex(self.choice.findData(presence.value))

    def _follow(self) -> None:
        self.note.setEnabled(self.presence in {Presence.AWAY, Presence.EXCUSED})


class PresenceDialog(FormDialog):
    """One line for each member; the first button makes all of them present."""

    def __init__(self, parent: QWidget, view: MeetingView) -> None:
        number = view.row.held.number
        super().__init__(
            parent, tr("到会登记：第 {number} 次会议", number=number), tr("保存到会"), width=WIDE, labels=LABELS
        )
        self._needed = view.needed
        self.everybody: QPushButton = button(tr("全部出席"), self.all_present, icon_name="check")
        self.everybody.setAutoDefault(False)
        self.explain(tr("按 Enter 登记全部出席，再改个别人：1 出席，2 缺席，3 请假；Enter 到下一人。"))
        self.add_row(tr("全体委员"), self.everybody)
        self.lines = [CameField(each) for each in view.attendance]
        for line in self.lines:
            self.add_row(_called(line.attendance), line)
            line.choice.installEventFilter(self)  # Enter goes on from here as from a field
            line.choice.currentIndexChanged.connect(lambda _at: self._count())
        self._count()

    def all_present(self) -> None:
        """Everybody came; on to the exceptions."""
        for line in self.lines:
            line.choose(Presence.PRESENT)
        self.lines[0].choice.setFocus()

    def _count(self) -> None:
        there = sum(line.presence is Presence.PRESENT for line in self.lines)
        told = tr("应到 {all}，实到 {there}，至少 {needed} 人才能开会", all=len(self.lines), there=there,
                  needed=self._needed)  # fmt: skip
        self.consequence.setText(told)

    def complete(self) -> bool:
        """Whether of everybody it is said whether he came; else whoever is missing is named, each at his line."""
        missing = [line for line in self.lines if line.presence is None]
        if missing:
            self.refuse_all([(tr("请登记{name}是否到会。", name=line.attendance.name), line) for line in missing])
        return not missing

    def came(self) -> Mapping[str, Came]:
        """Of whom it was said whether he came."""
        return {
            line.attendance.key: Came(line.presence, line.note.text() if line.note.isEnabled() else "")
            for line in self.lines
            if line.presence is not None
        }

    def _move_on(self, field: QObject) -> None:
        """Enter on 全部出席 is its key."""
        if field is self.everybody:
            self.all_present()
        else:
            super()._move_on(field)

    def _focus_first(self) -> None:
        """On 全部出席 while nobody is written down, else on the first member."""
        known = any(line.presence is not None for line in self.lines)
        (self.lines[0].choice if known else self.everybody).setFocus()


def _called(member: Attendance) -> str:
    if member.post is MemberPost.MEMBER:
        return member.name
    return tr("{name}（{post}）", name=member.name, post=member_post(member.post))


class OpenDialog(FormDialog):
    """宣布开会: who writes down, and who presides where it is neither the chair nor a deputy."""

    def __init__(self, parent: QWidget, view: MeetingView, recorder: str) -> None:
        number = view.row.held.number
        super().__init__(parent, tr("宣布第 {number} 次会议开会", number=number), tr("宣布开会"))
        there = [each for each in view.attendance if each.presence is Presence.PRESENT]
        self.add_words(
            tr("到会"),
            tr("应到 {all}，实到 {there}，至少 {needed} 人", all=view.members, there=len(there), needed=view.needed),
        )
        self.recorder = QLineEdit(recorder)
        self.recorder.setMaxLength(60)
        self.presiding = member_field(there)
        usual = next((each.name for each in there if each.post is not MemberPost.MEMBER), "")
        self.presiding.setPlaceholderText(usual)
        self.add_row(tr("记录人"), self.recorder, tr("可以不是委员"))
        self.add_row(tr("主持人"), self.presiding, tr("不填由主任主持，主任不在由副主任主持"))
        self.consequence.setText(tr("开会后登记表决；会议时间不再更改"))

    def _focus_first(self) -> None:
        self.recorder.setFocus()
