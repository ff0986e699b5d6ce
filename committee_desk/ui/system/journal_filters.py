"""The filters above the journal: whom an entry speaks of, what it was done to, who did it, when, and any text in it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from committee_desk.services.journal_views import JournalFilter
from committee_desk.services.views import JournalRow, RosterRow
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.surfaces import name_inner_buttons
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.wording.acts import subject_name
from committee_desk.wording.language import tr

PAUSE = 250
"""So many milliseconds after the last key the journal is asked: it lies on a disk."""
NARROW, WIDE, WIDEST_CHOICE = 64, 112, 150


def codes_by_name(roster: Sequence[RosterRow]) -> dict[str, list[str]]:
    """The codes of all who bear a name, for every name."""
    codes: dict[str, list[str]] = {}
    for row in roster:
        codes.setdefault(row.name, []).append(row.code)
    return codes


class JournalFilters(ToolRow):
    """Fields that ask the journal itself, so that ten thousand entries are as quick as ten."""

    def __init__(self, table: ListTable[JournalRow], changed: Callable[[], object]) -> None:
        super().__init__()
        self._names: Mapping[str, Sequence[str]] = {}
        self._subjects: set[str] = set()
        self._actors: set[str] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(changed)
        self.person = QLineEdit()
        self.person.setPlaceholderText(tr("工号或姓名"))
        self.person.setAccessibleName(tr("人员"))
        self.person.setToolTip(tr("只看涉及此人的条目，包括条目写入或终止的各行"))
        self.person.setClearButtonEnabled(True)
        self.person.setMinimumWidth(NARROW)
        self.person.setMaximumWidth(WIDE)
        self.person.textChanged.connect(self._soon)
        name_inner_buttons(self.person)
        self.add_widget(self.person)
        self.subjects = self.add_choice(tr("对象"), tr("全部对象"), self._soon)
        self.actors = self.add_choice(tr("经办人"), tr("全部经办人"), self._soon)
        for choice in (self.subjects, self.actors):
            choice.setMaximumWidth(WIDEST_CHOICE)
        self.first, self.last = DayField(tr("从哪天"), last=False), DayField(tr("到哪天"), last=True)
        for field in (self.first, self.last):
            field.meant.connect(self._soon)
            self.add_widget(field)
        self.text = self.add_filter(table, self._soon)
        self.text.setToolTip(tr("在整条日志中查找，包括旧值和新值"))

    def _soon(self, _changed: object) -> None:
        self._pause.start()

    def know(self, names: Mapping[str, Sequence[str]]) -> None:
        """Names and the codes they stand for, so that a person can be named either way."""
        self._names = names

    def why_nothing(self) -> str:
        """Why no entry is found: a name that several people bear, or nothing that fits; empty when all is asked for."""
        named = self.person.text().strip()
        codes = self._names.get(named, ())
        if len(codes) > 1:
            return tr(
                "叫“{name}”的有 {count} 人：{codes}。请写工号。",
                name=named, count=len(codes), codes=tr("、").join(codes),
            )  # fmt: skip
        if self.wanted() == JournalFilter():
            return ""
        return tr("没有符合条件的条目。本年度不在院的人请写工号。")

    def offer(self, rows: Sequence[JournalRow]) -> None:
        """Offer the subjects and actors of these entries beside those offered before."""
        self._subjects |= {row.subject for row in rows if row.subject}
        self._actors |= {row.actor for row in rows}
        self.subjects.offer(sorted(self._subjects), subject_name)
        self.actors.offer(sorted(self._actors))

    def wanted(self) -> JournalFilter:
        """What is asked for now."""
        named, text = self.person.text().strip(), self.text.text().strip()
        codes = self._names.get(named, ())
        return JournalFilter(
            person=(codes[0] if len(codes) == 1 else named) or None,
            subject=self.subjects.currentData(),
            day_from=self.first.day,
            day_to=self.last.day,
            actor=self.actors.currentData(),
            text=text or None,
        )

    def lift(self) -> None:
        """Ask for everything."""
        for field in (self.person, self.first, self.last, self.text):
            field.clear()
        self.subjects.setCurrentIndex(0)
        self.actors.setCurrentIndex(0)
