"""What is done to one event besides typing: scans, the case or paper it rests on, approval, withdrawal, history."""

from typing import TYPE_CHECKING

from committee_desk.domain.roles import Right
from committee_desk.services.changes import Change
from committee_desk.services.entry_views import EventField, EventRow, EventState, voucher_subject
from committee_desk.services.history_views import FactKind
from committee_desk.ui.common.dialogs import ask_reason
from committee_desk.ui.common.history import Asked, HistoryDoor, Recorded
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.surfaces import link
from committee_desk.ui.entry.event_cells import text_of
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from committee_desk.ui.entry.page import EntryPage


class RowActs:
    """The buttons under a row's result, and the same in Ctrl+K."""

    def __init__(self, page: "EntryPage") -> None:
        self._page = page
        self.more = link(tr("追溯与论文…"), self.fill_more)
        self.scans = link(tr("扫描件"), self.show_scans)
        self.approval = link(tr("审批…"), self.approve)
        self.withdrawal = link(tr("撤回…"), self.withdraw)
        self.overriding = link(tr("更正导入值…"), self.override)
        self.history = HistoryDoor(page, self._asked)
        self.buttons: tuple[QPushButton, ...] = (
            self.more, self.scans, self.approval, self.withdrawal, self.overriding
        )  # fmt: skip

    def show_event(self, event: EventRow | None) -> None:
        """Offer what can be done to that event."""
        page = self._page
        typed, opened = event is not None and event.typed, page.takes_typing()
        self.more.setVisible(typed and opened)
        voucher = event is not None and bool(event.voucher)
        self.scans.setVisible(voucher)
        if event is not None:
            self.scans.setText(tr("扫描件 {count}", count=event.scans) if event.scans else tr("扫描件"))
        waits = event is not None and event.state is EventState.WAITS
        self.approval.setVisible(waits and page.place.may(Right.APPROVE_EVENTS))
        self.withdrawal.setVisible(typed and opened)
        imported = event is not None and not event.typed
        self.overriding.setVisible(imported and page.place.may(Right.OVERRIDE) and not page.place.no_writing)

    def commands(self) -> tuple[PageCommand, ...]:
        """The same as commands of the page."""
        return (
            PageCommand(tr("所选事项的追溯案件与论文"), self.fill_more, "notes"),
            PageCommand(tr("所选事项的凭证扫描件"), self.show_scans, "file-certificate"),
            PageCommand(tr("审批本月等待审批的事项"), self.approve, "user-check"),
            PageCommand(tr("撤回所选事项"), self.withdraw, "trash"),
            self.history.command(),
        )

    # -- acts ------------------------------------------------------------------------------------------------------

    def fill_more(self) -> None:
        """The case of an earlier year, the paper, its periodical, the place among its authors."""
        from committee_desk.ui.entry.more_dialog import fill_more  # noqa: PLC0415 - hardly ever

        event = self._chosen()
        if event is not None:
            fill_more(self._page, event)

    def show_scans(self) -> None:
        """The files under the event's document number, as pictures."""
        event = self._page.details.event
        self.scans_of((event.voucher or "") if event is not None else "")

    def scans_of(self, voucher: str) -> None:
        """The files under a document number."""
        from committee_desk.ui.cases.attachments import AttachmentsDialog  # noqa: PLC0415 - hardly ever

        page = self._page
        if not voucher:
            page.place.say(tr("先填凭证号，再添加它的扫描件"))
            return
        AttachmentsDialog(page, voucher_subject(page.year, voucher), voucher).exec()

    def approve(self) -> None:
        """Approve what waits for nothing else."""
        from committee_desk.ui.entry.approval import approve_waiting  # noqa: PLC0415 - hardly ever

        approve_waiting(self._page)

    def withdraw(self) -> None:
        """Withdraw the event in view."""
        event = self._chosen()
        if event is not None and event.number is not None:
            self.withdraw_number(event.number)

    def ask_why(self, number: int) -> str | None:
        """Why an event that somebody else wrote says something else from now on; None when cancelled."""
        page = self._page
        event = page.shown.event(number) if page.shown is not None else None
        text = tr("登记号 {number}：{event}。", number=number, event=said_of(event) if event is not None else "")
        return ask_reason(page.window(), tr("更改已计入的事项"), text, tr("更改"))

    def withdraw_number(self, number: int) -> None:
        """Let a typed event hold no longer, with a reason."""
        page = self._page
        event = page.shown.event(number) if page.shown is not None else None
        words = said_of(event) if event is not None else ""
        text = tr("登记号 {number}：{event}。撤回后不再计分，内容和理由仍在历史中。", number=number, event=words)
        why = ask_reason(page.window(), tr("撤回登记的事项"), text, tr("撤回"))
        if why is None:
            return
        desk, actor, seen = page.desk, page.place.actor, event.seen if event is not None else None

        def act() -> Change:
            return desk.entry.withdraw(actor, number, why, seen)

        if page.perform(act) is not None:
            page.place.say(tr("登记号 {number} 已撤回", number=number))

    def override(self) -> None:
        """Another figure in the place of an imported one."""
        from committee_desk.ui.common.overriding import override_figure  # noqa: PLC0415 - hardly ever

        event = self._page.details.event
        if event is not None and not event.typed:
            override_figure(self._page, _recorded(event))

    def _asked(self) -> Asked | None:
        event = self._page.details.event
        if event is None or any(each is None for each in _recorded(event).key):
            return None
        return Asked(said_of(event), (_recorded(event),))

    def _chosen(self) -> EventRow | None:
        event = self._page.details.event
        if event is None or not event.typed:
            self._page.place.say(tr("先选中一条在这里登记的事项"))
            return None
        return event


def _recorded(event: EventRow) -> Recorded:
    key = (event.code, event.indicator, event.day, event.voucher, event.reason)
    return Recorded(FactKind.EVENT, key)


def said_of(event: EventRow) -> str:
    """An event in a few words: 姚玉伟 司法技能 +1.50 信息简报采用."""
    fields = (EventField.NAME, EventField.INDICATOR, EventField.POINTS, EventField.REASON)
    return " ".join(text for field in fields if (text := text_of(event, field)))
