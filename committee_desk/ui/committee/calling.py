"""The notice of a meeting: when, where, and an agenda that holds what grading needs before anything is typed."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from committee_desk.domain.committee import AgendaItem, ItemKind, MeetingState
from committee_desk.domain.names import spelt
from committee_desk.services.clock import CHINA
from committee_desk.services.meeting_views import Called, HeldMeeting
from committee_desk.ui.committee.agenda import numbered
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.common.surfaces import button
from committee_desk.wording.committee import item_kind
from committee_desk.wording.language import tr, tr_n

WIDE, LIST_HEIGHT = 640, 128
ITEM = int(Qt.ItemDataRole.UserRole)
_TIME = re.compile(r"(\d{1,2})\s*\D?\s*(\d{2})\s*\D?")
BETWEEN = re.compile(r"[、，,;；\n]+")
"""Between names; a blank may stand inside one."""


def time_typed(text: str) -> time | None:
    """14:30, 1430 or 14时30分; None for what is no time of day."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2]))
    except ValueError:
        return None


class AgendaList(QListWidget):
    """The items: a tick takes one in, F2 words it otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(LIST_HEIGHT)
        self.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed | QListWidget.EditTrigger.DoubleClicked)

    def offer(self, item: AgendaItem, *, taken: bool) -> None:
        """Another item at the end."""
        line = QListWidgetItem(item.title)
        line.setData(ITEM, item)
        line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
        line.setCheckState(Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked)
        about = tr_n("涉及 {count} 人", "涉及 {count} 人", len(item.about)) if item.about else ""
        line.setToolTip(" · ".join(word for word in (item_kind(item.kind), about) if word))
        self.addItem(line)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def taken(self) -> tuple[AgendaItem, ...]:
        """The items with a tick, worded as they stand now."""
        lines = [self.item(at) for at in range(self.count())]
        chosen = [each for each in lines if each.checkState() is Qt.CheckState.Checked]
        return tuple(each.data(ITEM)._replace(title=each.text()) for each in chosen)


class CallDialog(FormDialog):
    """Calls a meeting, or words its notice otherwise where `held` is one."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a notice starts from
        self,
        parent: QWidget,
        held: HeldMeeting | None,
        offered: Sequence[AgendaItem],
        people: Iterable[Named],
        today: date,
        place: str,
    ) -> None:
        title = tr("更改第 {number} 次会议的通知", number=held.number) if held else tr("召集考评委员会会议")
        super().__init__(parent, title, tr("保存通知") if held else tr("召集会议"), width=WIDE)
        self._held, self._people = held, tuple(people)
        self.day, self.time, self.where = DayField(tr("日期"), last=False, wide=True), QLineEdit(), QLineEdit()
        self.day.setText((held.called.date() if held else today).isoformat())
        self.time.setText(f"{held.called:%H:%M}" if held else "")
        self.time.setPlaceholderText("14:30")
        self.where.setText(held.place if held else place)
        self.agenda = AgendaList()
        for item in (*(held.agenda if held else ()), *offered):
            self.agenda.offer(item, taken=True)
        self.add_row(tr("日期"), self.day)
        self.add_row(tr("时间"), self.time, tr("如 14:30，也可写 1430"))
        self.add_row(tr("地点"), self.where)
        self.add_row(tr("议题"), self.agenda, _listed(offered))
        self.title, self.about = QLineEdit(), QLineEdit()
        self.title.setMaxLength(100)
        self.add: QPushButton = button(tr("加入"), self.add_item, icon_name="plus")
        self.add.setAutoDefault(False)
        self.add_row(tr("其他议题"), self._with_button(), tr("填写标题后按 Enter 加入上面的列表；可以不填"))
        self.add_row(tr("涉及人员"), self.about, tr("其他议题涉及的人，写姓名或工号，用顿号隔开；据此确定回避"))
        if held is not None and held.state is MeetingState.OPEN:
            for each in (self.day, self.time):
                each.setEnabled(False)
        self.consequence.setText(
            tr("表决过的议题不能去掉或换人") if held else tr("会议得到本年度的下一个次序号，通知记入日志")
        )

    def _with_button(self) -> QWidget:
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.title, 1)
        across.addWidget(self.add)
        both.setFocusProxy(self.title)
        self.title.setAccessibleName(tr("其他议题"))
        return both

    def add_item(self) -> None:
        """Put what was typed under 其他议题 on the agenda."""
        if not self.title.text().strip():
            return
        about = self._named()
        if about is None:
            return
        self.agenda.offer(AgendaItem("", ItemKind.FREE, self.title.text().strip(), about), taken=True)
        self.title.clear()
        self.about.clear()

    def _named(self) -> tuple[str, ...] | None:
        """The codes of the people who were typed; None after saying who is not known or not told apart."""
        codes: list[str] = []
        for typed in filter(str.strip, BETWEEN.split(self.about.text())):
            word = spelt(typed)
            meant = [each for each in self._people if word in {spelt(each.code), spelt(each.name), spelt(each.shown)}]
            if len(meant) != 1:
                several = tr("“{name}”不止一人，请写工号。", name=typed.strip())
                unknown = tr("名册上没有“{name}”。请核对姓名。", name=typed.strip())
                self.refuse_all([(several if meant else unknown, self.about)])
                return None
            codes.append(meant[0].code)
        return tuple(codes)

    def called(self) -> Called | None:
        """What was typed; None after saying what is missing."""
        wrong: list[tuple[str, QWidget]] = []
        if (day := self.day.day) is None:
            wrong.append((tr("会议日期不是日期。请填如 2027-01-08 的日期。"), self.day))
        if (at := time_typed(self.time.text())) is None:
            wrong.append((tr("会议时间不是时间。请填如 14:30 的时间。"), self.time))
        if wrong or day is None or at is None:
            self.refuse_all(wrong)
            return None
        if self.title.text().strip():
            self.add_item()
            if self.title.text():
                return None
        used = [each.id for each in self._held.agenda] if self._held else []
        return Called(datetime.combine(day, at, CHINA), self.where.text(), numbered(self.agenda.taken(), used))

    def _move_on(self, field: QWidget) -> None:  # type: ignore[override]
        """Enter in the title of another item adds it and stays for the next."""
        if field is self.title and self.title.text().strip():
            self.add_item()
            return
        super()._move_on(field)


def _listed(offered: Iterable[AgendaItem]) -> str:
    """What stands on the agenda already, and how one chooses."""
    if any(each.kind is ItemKind.REVIEW for each in offered):
        return tr("已列出这件复核或更正需要表决的事项。空格选入或不选，F2 改标题")
    return tr("已列出等次审议需要的事项。空格选入或不选，F2 改标题")
