"""What an event rests on besides its document: a case of an earlier year (追溯), a paper and its authors' order."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.entry_refusals import EntryRefused
from committee_desk.services.entry_views import EventField, EventRow, RowTyped
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.entry.event_cells import field_word, text_of
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.entry.page import EntryPage

FIELDS = (EventField.CASE, EventField.TITLE, EventField.PERIODICAL, EventField.AUTHOR)


def fill_more(page: "EntryPage", event: EventRow) -> bool:
    """Ask for them, and keep those that changed; whether anything was kept."""
    from committee_desk.ui.entry.row_acts import said_of  # noqa: PLC0415 - they know each other

    dialog = FormDialog(page.window(), tr("追溯与论文"), tr("保存"))
    dialog.explain(tr("登记号 {number}：{event}", number=event.number, event=said_of(event)))
    hints = {
        EventField.CASE: tr("往年案件的认定记在今年的，填原案号"),
        EventField.TITLE: tr("同一篇文章重复登记的会提示"),
        EventField.PERIODICAL: "",
        EventField.AUTHOR: tr("第几作者，填数字"),
    }
    edits: dict[EventField, QLineEdit] = {}
    for field in FIELDS:
        edit = edits[field] = QLineEdit(text_of(event, field))
        edit.setMaxLength(200)
        dialog.add_row(field_word(field), edit, hints[field])
    dialog.consequence.setText(tr("改动记入日志"))

    def keep() -> bool:
        typed = {
            field: edit.text().strip() for field, edit in edits.items() if edit.text().strip() != text_of(event, field)
        }
        if not typed:
            return True
        scope, desk, actor = page.scope, page.desk, page.place.actor
        try:
            row = RowTyped(typed, event.number, event.seen)
            entered = desk.entry.enter(actor, scope.year, scope.month, row, scope.category)
        except (DeskError, Trouble) as error:
            field = error.field if isinstance(error, EntryRefused) else FIELDS[0]
            dialog.refuse(sentence(error), edits.get(field))
            return False
        page.place.changes.announce(entered.change)
        return True

    return dialog.run(keep)
