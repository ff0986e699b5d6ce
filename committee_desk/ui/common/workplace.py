"""What all pages share: who acts, who hears of changes, the worker, what is remembered, how failures are told."""

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from committee_desk.domain.desk_file import DeskDamaged, ReadOnly
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Right, rights_of
from committee_desk.services.account_refusals import NotSignedIn, PasswordMustChange
from committee_desk.services.actor import Actor
from committee_desk.services.seat import Seat
from committee_desk.ui.common.jobs import Worker
from committee_desk.ui.common.perform import Changes, tell_failure
from committee_desk.wording.language import tr
from committee_desk.wording.roles import right_name
from committee_desk.wording.saying import sentence


class Workplace(QObject):
    """What all pages share: who acts, who hears of changes, the worker, what is remembered."""

    said = Signal(str)
    import_wanted = Signal(object)
    accounts_made = Signal()
    restore_wanted = Signal(object)
    booth_wanted = Signal(int, int)
    """The window is to become the booth of a year's round, by its number."""
    checked = Signal(int)
    """The desk was looked through: how many problems there are."""
    damage_met = Signal()
    """A page of the file could not be read."""
    writing_barred = Signal(str)
    """Why nothing can be written; empty while it can."""

    def __init__(self, actor: Actor, memory: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.actor, self.memory = actor, memory
        self._pc_user = actor
        self._rights: frozenset[Right] = frozenset(Right)
        self.no_writing = ""
        self.changes = Changes(self)
        self._told = ""
        self.worker = Worker(self)

    def seat(self, seat: Seat) -> None:
        """Whoever sits at the desk acts from now on; on a desk without accounts the PC's user."""
        accounts = seat.has_accounts
        self.actor = seat.actor if accounts else self._pc_user
        self._rights = rights_of(seat.roles, seat.way) if accounts else frozenset(Right)

    def show_read_only(self, reason: ReadOnly | None) -> None:
        """Acts that write are barred, with the reason, while the desk is only read."""
        damaged = reason is ReadOnly.DAMAGED
        why = tr("台账已损坏，以只读方式打开，不能写入") if damaged else tr("台账以只读方式打开，不能写入")
        self.no_writing = why if reason is not None else ""
        self.writing_barred.emit(self.no_writing)

    def may(self, right: Right) -> bool:
        """Whether who sits here has that right, so that a page can say so before the service refuses."""
        return right in self._rights

    def why_not(self, right: Right) -> str:
        """Why who sits here cannot do what writes and needs that right: a role without it, a desk that is only read."""
        return self.no_writing if self.may(right) else tr("您的角色无权{what}", what=right_name(right))

    def say(self, text: str) -> None:
        """Say in the status bar how something went."""
        self.said.emit(text)

    def read_well(self) -> None:
        """What could not be read can be read again."""
        self._told = ""

    def tell_failed_reading(self, parent: QWidget, error: BaseException) -> None:
        """Say in one box what cannot be read; when others fail for the same reason, in the status bar."""
        if isinstance(error, NotSignedIn | PasswordMustChange):
            return  # whoever sat here is gone, and a sign-in, or a first change of password, stands over the pages
        why = f"{type(error).__name__} {error}"
        if why == self._told:
            self.say(sentence(error) if isinstance(error, DeskError | Trouble) else tr("读取没有成功"))
            return
        self._told = why
        if isinstance(error, DeskDamaged):  # its banner stands over the pages and says what to do
            self.say(sentence(error))
            self.damage_met.emit()
            return
        tell_failure(parent, error)
