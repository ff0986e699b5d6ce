"""保护: the passphrase set, changed and lifted; the recovery sheet; and what protection does not do."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QVBoxLayout

from committee_desk.domain.desk_file import WrongPassphrase
from committee_desk.domain.roles import Right
from committee_desk.services.changes import Change, Topic
from committee_desk.ui.common.messages import show_notice
from committee_desk.ui.common.paper.on_paper import Secret, print_pdf
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.second import with_second
from committee_desk.ui.common.surfaces import Banner, Card, button, label
from committee_desk.ui.system.cards_tab import CardsTab, emptied, row_of
from committee_desk.ui.system.passphrases import NewPassphrase, ask_passphrase
from committee_desk.wording.language import tr
from committee_desk.wording.limits import protection_limits

if TYPE_CHECKING:
    from committee_desk.services.protection import Reprotected
    from committee_desk.ui.common.page import Page

R = TypeVar("R")


class ProtectionTab(CardsTab):
    """How the desk is protected now, and the acts that change it."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("保护"))
        self._banner = QVBoxLayout()
        self.protect = button(tr("设置口令…"), self._protect, icon_name="lock", primary=True)
        self.rekey = button(tr("更换口令…"), self._rekey, icon_name="key")
        self.lift = button(tr("取消口令…"), self._lift, icon_name="lock-open")
        self.sheet = button(tr("打印恢复单…"), self._print_sheet, icon_name="printer")
        acts = (self.protect, self.rekey, self.lift, self.sheet)
        self.needs(Right.PROTECT, *acts, why=tr("你的角色不能改动台账的保护"))
        self.writes(*acts)
        for card in (self._state(), self._recovery(), _limits()):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def _state(self) -> Card:
        card = Card(tr("口令"))
        card.body.addSpacing(6)
        card.body.addLayout(self._banner)
        card.body.addSpacing(8)
        card.body.addLayout(row_of(self.protect, self.rekey, self.lift))
        card.body.addSpacing(6)
        said = tr("更换口令时，自动备份随之改用新口令，改不了的会删除。取消口令须两人办理。")
        card.body.addWidget(label(said, "cap", wrap=True))
        return card

    def _recovery(self) -> Card:
        card = Card(tr("恢复单"))
        said = tr("忘记口令时，只有恢复单上的恢复码能打开台账。印一份，密封，与台账分开保管。换口令后旧恢复单作废。")
        card.body.addSpacing(4)
        card.body.addWidget(label(said, "sub", wrap=True))
        card.body.addSpacing(8)
        card.body.addLayout(row_of(self.sheet))
        return card

    def refresh(self) -> None:
        """Show how it is protected."""
        protected = self._page.desk.identity().protected
        emptied(self._banner)
        self._banner.addWidget(_banner(protected=protected))
        self.protect.setVisible(not protected)
        for each in (self.rekey, self.lift):
            each.setVisible(protected)
        self.show_rights()
        if not protected:
            self.sheet.setEnabled(False)
            self.sheet.setToolTip(tr("台账没有口令，用不着恢复单"))

    # -- acts ------------------------------------------------------------------------------------------------------

    def _protect(self) -> None:
        dialog = NewPassphrase(self, tr("设置口令"), ask_old=False)
        dialog.explain(tr("设置后，没有口令和恢复单的人都打不开台账，忘记了谁也帮不上。"))
        desk, actor = self._page.desk, self._page.place.actor
        then = tr("口令已设置。请马上打印恢复单。")
        self._carry_out(dialog, lambda: desk.protection.protect(actor, dialog.new.text()), then)

    def _rekey(self) -> None:
        dialog = NewPassphrase(self, tr("更换口令"), ask_old=True)
        desk, actor = self._page.desk, self._page.place.actor
        then = tr("口令已更换。以前的恢复单已作废，请重新打印。")
        self._carry_out(dialog, lambda: desk.protection.rekey(actor, dialog.old.text(), dialog.new.text()), then)

    def _carry_out(self, dialog: NewPassphrase, work: Callable[[], "Reprotected"], then: str) -> None:
        done: list[Reprotected] = []

        def act() -> bool:
            if dialog.complete() and (made := self._long(tr("正在改写台账"), work)) is not None:
                done.append(made)
            return bool(done)

        if dialog.run(act):
            self._tell(done[0], then)

    def _lift(self) -> None:
        desk, actor = self._page.desk, self._page.place.actor

        def opens(typed: str) -> object:
            return self._long(tr("正在核对口令"), lambda: desk.protection.recovery_code(typed), asks=(WrongPassphrase,))

        old = ask_passphrase(self, tr("取消口令"), tr("取消后，拿到文件的人都能读到内容。"), opens)
        if old is None:
            return
        act = tr("取消本台账的口令保护")
        done = with_second(self, desk, act, lambda second: desk.protection.unprotect(actor, old, second))
        if done is not None:
            self._tell(done, tr("口令已取消。台账和自动备份现在都没有加密。"))

    def _tell(self, done: "Reprotected", then: str) -> None:
        self._page.place.changes.announce(Change.of(*Topic, entry=done.entry))
        self.refresh()
        copies = tr(
            "自动备份：一并改好 {rekeyed} 份，删除 {removed} 份。",
            rekeyed=done.copies_rekeyed,
            removed=done.copies_removed,
        )
        if done.copies_left:
            left = tr("另有 {left} 份既改不了也删不掉，仍可用原来的办法打开，请自行删除。", left=done.copies_left)
            copies = f"{copies}{left}"
        show_notice(self, then, copies)

    def _print_sheet(self) -> None:
        text = tr("恢复码和口令一样能打开台账，印出后请马上密封。印恢复单这件事记入日志，恢复码不记。")
        desk, actor, drawn = self._page.desk, self._page.place.actor, list[bytes]()

        def opens(typed: str) -> object:
            made = self._long(
                tr("正在排版"), lambda: desk.protection.recovery_sheet(actor, typed), asks=(WrongPassphrase,)
            )
            drawn.extend([made] if made is not None else [])
            return made

        if ask_passphrase(self, tr("打印恢复单"), text, opens) is None:
            return
        self._page.place.changes.announce(Change.of())
        if print_pdf(self, self._page, tr("打印恢复单"), drawn[0], recovery_secret(desk.identity().office)):
            self._page.place.say(tr("恢复单已送往打印机"))

    def _long(self, title: str, work: Callable[[], R], asks: tuple[type[BaseException], ...] = ()) -> R | None:
        """On the worker: stretching a passphrase takes half a second, encrypting a large desk longer."""
        bar = ProgressDialog(self, title, stoppable=False)
        return bar.carry_out(self._page.place.worker, lambda _tell: work(), asks=asks)


def _banner(*, protected: bool) -> Banner:
    if protected:
        return Banner("ok", tr("台账已加密"), tr("没有口令或恢复单打不开文件和自动备份。"))
    return Banner("warn", tr("台账没有加密"), tr("拿到文件的人都能读到里面的全部内容，电脑失窃就等于内容外泄。"))


def recovery_secret(office: str) -> Secret:
    """What a recovery sheet in a file is called, and means."""
    warning = tr("拿到这个文件的人和知道口令的人一样，能打开台账和全部备份。打印后请马上删除它。")
    return Secret(tr("恢复单 {office}", office=office), warning)


def _limits() -> Card:
    card = Card(tr("保护做不到的事"))
    card.body.addSpacing(4)
    for said in protection_limits():
        card.body.addWidget(label(f"· {said}", "", wrap=True))
        card.body.addSpacing(4)
    return card
