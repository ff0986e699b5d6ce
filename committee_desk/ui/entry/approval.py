"""Approving what waits for nothing else: in 严格 by another account, else under the name of who approved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.entry_views import EventField, EventRow, EventState
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.entry.event_cells import text_of
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.entry.page import EntryPage

WIDE, HIGH, LINE, LEAST = 680, 260, 26, 3
EVENT = int(Qt.ItemDataRole.UserRole)


def waiting(rows: tuple[EventRow, ...]) -> list[EventRow]:
    """Typed events that lack nothing but the approval."""
    return [
        row for row in rows if row.typed and (row.state is EventState.WAITS or row.lacking == (EventField.APPROVER,))
    ]


def approve_waiting(page: "EntryPage") -> bool:
    """List them all ticked, and approve those that stay so; whether any were."""
    rows = waiting(page.shown.sheet.rows) if page.shown is not None else []
    if not rows:
        page.place.say(tr("本月没有等待审批的事项"))
        return False
    dialog = FormDialog(page.window(), tr("审批"), tr("审批所勾选的"), width=WIDE)
    listed = _list(rows)
    dialog.add_row(tr("等待审批"), listed, tr("空格键勾选或取消"))
    name = QLineEdit()
    if page.approver_typed:
        name.setMaxLength(60)
        dialog.add_row(tr("审批人"), name, tr("谁批准的，填姓名或职务"))
        dialog.consequence.setText(tr("审批后计入得分，记入日志"))
    else:
        dialog.consequence.setText(tr("以你的名义审批，本人登记的不能审批"))

    def approve() -> bool:
        chosen = [each for each in _ticked(listed) if each.number is not None]
        if not chosen:
            dialog.refuse(tr("没有勾选任何一条。请至少勾选一条。"), listed)
            return False
        events = [(each.number or 0, each.seen) for each in chosen]
        try:
            change = page.desk.entry.approve(page.place.actor, events, name.text().strip() or None)
        except (DeskError, Trouble) as error:
            dialog.refuse(sentence(error), name if page.approver_typed else listed)
            return False
        page.place.changes.announce(change)
        page.place.say(tr_n("已审批 {count} 条", "已审批 {count} 条", len(events)))
        return True

    return dialog.run(approve)


def _list(rows: list[EventRow]) -> QListWidget:
    listed = QListWidget()
    listed.setFixedHeight(min(HIGH, LINE * max(LEAST, len(rows))))
    fields = (
        EventField.NAME, EventField.INDICATOR, EventField.DAY, EventField.POINTS, EventField.REASON, EventField.VOUCHER
    )  # fmt: skip
    for row in rows:
        item = QListWidgetItem("  ".join(text for field in fields if (text := text_of(row, field))))
        item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked)
        item.setData(EVENT, row)
        item.setToolTip(item.text())
        listed.addItem(item)
    listed.setCurrentRow(0)
    return listed


def _ticked(listed: QListWidget) -> list[EventRow]:
    items = (listed.item(at) for at in range(listed.count()))
    return [item.data(EVENT) for item in items if item.checkState() is Qt.CheckState.Checked]
