"""查明事实: what was looked at and found, and every figure that is otherwise, one under the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.proceedings import FactChange
from committee_desk.domain.said import TooLongForField
from committee_desk.services.override_views import OverrideRefused
from committee_desk.services.proceeding_refusals import FindingsMissing, SharesBeyondTheCase
from committee_desk.services.proceeding_views import Found
from committee_desk.ui.common.surfaces import button
from committee_desk.ui.common.wrapping import WholeNames
from committee_desk.ui.publication.form import Fields
from committee_desk.ui.rereview.change_form import ChangeDialog
from committee_desk.ui.rereview.form import RereviewForm, framed, people_named, words_field
from committee_desk.ui.rereview.reading import One
from committee_desk.ui.rereview.stops import change_words
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

WIDE, LIST_HIGH = 660, 110


class ChangesField(QWidget):
    """The changes as a list: Enter or F2 opens one, Del takes it away, the button adds another."""

    def __init__(self, page: "Page", read: One) -> None:
        super().__init__()
        self._page, self._people, self._about = page, people_named(read.card.names), read.card.row.held.about
        self._names, self._indicators = read.card.names, read.indicators
        self._challenged = read.card.row.held.challenged
        self.changes = list(read.card.row.held.changes)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("与原记录不同的各项"))
        self.list.setFixedHeight(LIST_HIGH)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WholeNames(self.list))
        self.add = button(tr("添加一项…"), self.another, icon_name="plus")
        self.edit = button(tr("修改…"), self.open, icon_name="pencil")
        self.drop = button(tr("删去"), self.take_away, icon_name="trash")
        line = QHBoxLayout()
        for each in (self.add, self.edit, self.drop):
            each.setAutoDefault(False)
            line.addWidget(each)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(framed(self.list))
        column.addLayout(line)
        self.setFocusProxy(self.add)
        self.list.itemDoubleClicked.connect(lambda _item: self.open())
        self._show()

    def _show(self) -> None:
        at = max(0, self.list.currentRow())
        self.list.clear()
        for each in self.changes:
            item = QListWidgetItem(change_words(each, self._names, self._indicators))
            item.setToolTip(tr("{reason}（{evidence}）", reason=each.reason, evidence=each.evidence))
            self.list.addItem(item)
        self.list.setCurrentRow(min(at, len(self.changes) - 1))
        nothing = "" if self.changes else tr("还没有不同的项")
        allow(self.edit, nothing)
        allow(self.drop, nothing)

    def another(self) -> None:
        """Add one."""
        if (made := self._asked(None)) is not None:
            self.changes.append(made)
            self._show()
            self.list.setCurrentRow(len(self.changes) - 1)
        self.add.setFocus()

    def open(self) -> None:
        """Change the chosen one."""
        at = self.list.currentRow()
        if 0 <= at < len(self.changes) and (made := self._asked(self.changes[at])) is not None:
            self.changes[at] = made
            self._show()
        self.list.setFocus()

    def take_away(self) -> None:
        """The chosen one is none."""
        at = self.list.currentRow()
        if 0 <= at < len(self.changes):
            del self.changes[at]
            self._show()
        (self.list if self.changes else self.add).setFocus()

    def _asked(self, given: FactChange | None) -> FactChange | None:
        dialog = ChangeDialog(self._page, self._people, self._about, given, self._challenged)
        return dialog.made if dialog.run(dialog.carry) else None

    def point_at(self, change: FactChange) -> None:
        """Choose the one that a refusal is about."""
        same = (at for at, each in enumerate(self.changes) if each[:3] == change[:3])
        self.list.setCurrentRow(next(same, self.list.currentRow()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 opens, Del takes away."""
        if event.key() == Qt.Key.Key_F2:
            self.open()
        elif event.key() == Qt.Key.Key_Delete:
            self.take_away()
        else:
            super().keyPressEvent(event)


class FindDialog(RereviewForm):
    """What was found; a motion that was laid before falls with it."""

    def __init__(self, page: "Page", read: One) -> None:
        held = read.card.row.held
        super().__init__(page, tr("查明事实 {label}", label=held.label), tr("保存"), held.entry, width=WIDE)
        self._held = held
        self.findings = words_field(held.findings)
        self.changes = ChangesField(page, read)
        self.add_row(tr("查明的事实"), self.findings, tr("查了什么、查明什么；写进复核决定书。按 Tab 到下一项"))
        self.add_row(tr("与原记录不同"), self.changes, tr("没有不同的不添加，提出维持；选中一项按 F2 修改、Del 删去"))
        if held.motion is not None:
            self.explain(tr("已经提出的复核意见随之失效，须重新提出并由委员会表决。"))
        count = tr_n("{count} 项不同", "{count} 项不同", len(held.changes)) if held.changes else ""
        self.consequence.setText(tr("；").join(part for part in (count, tr("保存后右边显示对所有人的影响")) if part))

    def _focus_first(self) -> None:
        self.findings.setFocus()

    def carry(self) -> bool:
        """Record it."""
        desk, actor, held = self.page.desk, self.page.place.actor, self._held
        text = self.findings.toPlainText()
        found = [
            Found(each.kind, each.key, each.field, each.after, each.reason, each.evidence)
            for each in self.changes.changes
        ]
        return self.act(
            lambda seen: desk.proceedings.find(actor, held.year, held.number, text, found, seen),
            {FindingsMissing: self.findings},
            self.changes.list,
        )

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """A change that is refused is chosen in the list."""
        change = getattr(error, "change", None)
        if isinstance(change, FactChange):
            self.changes.point_at(change)
            fields = {**fields, type(error): self.changes}
        elif isinstance(error, SharesBeyondTheCase | OverrideRefused):
            fields = {**fields, type(error): self.changes}
        elif isinstance(error, TooLongForField):
            fields = {**fields, TooLongForField: self.findings}
        super().say_refused(error, fields, otherwise)

    def _typed(self) -> bool:
        """A change that was added is typed too."""
        return super()._typed() or (self.isVisible() and tuple(self.changes.changes) != self._held.changes)
