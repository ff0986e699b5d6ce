"""Who sits at the desk of a window: signing in, changing over, locking, and what each finds again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Role, Way
from committee_desk.services.desk import Desk
from committee_desk.services.settings import IDLE_MINUTES
from committee_desk.ui.common.messages import ask, show_notice
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.doors import Doors
from committee_desk.ui.seat.idle import IdleWatch
from committee_desk.ui.seat.lock import Irreplaceable, Lock
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.services.account_views import Welcome
    from committee_desk.ui.seat.lock import Booth

HasDesk = Callable[[], Desk | None]


class Seating(QObject):
    """`left(login)` before somebody else's pages are shown, `taken(login)` when somebody sits down, `vacated` when
    nobody may go on."""

    left = Signal(str)
    taken = Signal(str)
    vacated = Signal()

    def __init__(self, window: QMainWindow, place: Workplace, doors: Doors, here: HasDesk) -> None:
        super().__init__(window)
        self._window, self._place, self._doors, self._here = window, place, doors, here
        self.lock_ = Lock(window)
        self._owner = ""
        """Whose pages are in view, by login: also while nobody is signed in."""
        self.watch = IdleWatch(self)
        place.accounts_made.connect(self._begin_accounts)
        self.watch.idle.connect(lambda: self.lock(asked=False))
        self.watch.lock_wanted.connect(self.lock)

    # -- sitting down ----------------------------------------------------------------------------------------------

    def admit(self, desk: Desk) -> bool:
        """Have somebody sit down at a desk that was just opened; False when nobody did."""
        if desk.seat.has_accounts and desk.seat.session is None:
            return self._sign_in(desk)
        return True

    def sit(self, desk: Desk) -> None:
        """Who sits there acts from now on, and is watched for idleness."""
        self._place.seat(desk.seat)
        self._owner = login_of(desk)
        minutes = int(desk.settings.get(IDLE_MINUTES)) if self.can_lock(desk) else 0
        self.watch.begin(minutes * 60)

    def _sign_in(self, desk: Desk, parent: QWidget | None = None) -> bool:
        from committee_desk.ui.seat.sign_in import SignInDialog  # noqa: PLC0415 - most desks have no accounts

        dialog = SignInDialog(parent or self._window, desk)
        if not dialog.run(dialog.sign_in) or dialog.welcome is None:
            return False
        return self._greet(desk, dialog.welcome, dialog.password.text(), self._window)

    def _greet(self, desk: Desk, welcome: "Welcome", password: str, parent: QWidget) -> bool:
        """Have a password that others know changed, and say what happened to the account meanwhile."""
        from committee_desk.ui.seat.notice import last_time, notice_of  # noqa: PLC0415 - most desks have no accounts
        from committee_desk.ui.seat.password import change_password  # noqa: PLC0415 - the same

        if welcome.must_change and change_password(parent, desk, password) is None:
            desk.seating.sign_out()
            return False
        tells = desk.seat.way is Way.STRICT and Role.ADMINISTRATOR not in welcome.roles
        said = notice_of(welcome, tells=tells)
        if said:
            show_notice(parent, tr("请核对您的账号"), said)
        else:
            self._place.say(last_time(welcome))
        return True

    def _begin_accounts(self) -> None:
        """The desk has just got its first accounts: whoever goes on signs in."""
        desk = self._here()
        if desk is not None and self._sign_in(desk):
            self._move(desk, "")
        elif desk is not None:
            self.vacated.emit()

    # -- changing over ---------------------------------------------------------------------------------------------

    def switch(self) -> None:
        """换人登录: another person signs in; what the first typed waits for the first."""
        desk = self._here()
        if desk is None or self.no_accounts():
            return
        before, holder = self._owner, self._holder(desk)
        if self._sign_in(desk):
            self._move(desk, before)
        elif desk.seat.session is None:  # signed in, and left without a password of their own: nobody sits here
            self._close_lock(desk, before, holder)

    def _move(self, desk: Desk, before: str) -> None:
        now = login_of(desk)
        self.sit(desk)
        if now != before:
            self.left.emit(before)
            self.taken.emit(now)

    def change_password(self) -> None:
        """修改我的密码."""
        desk = self._here()
        if desk is None or self.no_accounts():
            return
        from committee_desk.ui.seat.password import change_password  # noqa: PLC0415 - not needed at start

        change = change_password(self._window, desk)
        if change is not None:
            self._place.changes.announce(change)
            self._place.say(tr("密码已修改"))

    # -- the lock --------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Nobody sits there any more: the desk is closed."""
        self.watch.begin(0)

    def no_lock(self) -> str:
        """Why the window cannot be locked; empty when it can."""
        desk = self._here()
        if desk is None:
            return tr("没有打开的台账")
        return "" if self.can_lock(desk) else tr("本台账没有账号也没有口令，锁不住；离开时请关闭程序")

    def no_accounts(self) -> str:
        """Why nobody can sign in; empty when somebody can."""
        desk = self._here()
        if desk is None:
            return tr("没有打开的台账")
        return "" if desk.seat.has_accounts else tr("本台账没有账号；账号在“系统”页设立")

    @staticmethod
    def can_lock(desk: Desk) -> bool:
        """Whether there is a secret that opens a lock again."""
        return desk.seat.has_accounts or desk.office.protected

    def lock(self, *, asked: bool = True) -> None:
        """Cover everything until somebody shows that they may see it."""
        desk = self._here()
        if desk is None or self.lock_.closed:
            return
        if why := self.no_lock():
            if asked:
                self._place.say(why)
            return
        self._close_lock(desk, self._owner, self._holder(desk))

    def become_booth(self, booth: "Booth") -> None:
        """Give this PC to raters: everything is covered but the booth."""
        self.lock_.become_booth(booth)

    def leave_booth(self, is_word: Callable[[str], bool]) -> None:
        """The booth is left, and the desk locked: by its own secret, where it has none by the word of the booth."""
        desk = self._here()
        if desk is None:
            return
        if self.can_lock(desk):
            login, holder = self._owner, self._holder(desk)
            self.lock_.lock_booth(login, holder, lambda given, secret: self._turn(desk, given, secret))
        else:
            wrong = tr("口令不对。请重新输入打开测评间时定的离开口令。")
            self.lock_.lock_booth("", "", lambda _login, word: "" if is_word(word) else wrong, word=True)

    def _close_lock(self, desk: Desk, login: str, holder: str) -> None:
        self.lock_.close(login, holder, lambda given, secret: self._turn(desk, given, secret))

    @staticmethod
    def _holder(desk: Desk) -> str:
        return desk.seat.session.holder if desk.seat.session is not None else ""

    def _turn(self, desk: Desk, login: str, secret: str) -> str:
        """Why the key does not open the lock; empty when it does."""
        from committee_desk.services.passwords import login_spelt  # noqa: PLC0415 - not needed at start

        try:
            if not desk.seat.has_accounts:
                self._doors.try_passphrase(desk.identity().path, secret)
                self.sit(desk)
            elif self._owner and login_spelt(login) == self._owner:
                return self._back(desk, secret)
            else:
                return self._another(desk, login, secret)
        except (DeskError, Trouble) as error:
            return sentence(error)
        return ""

    def _back(self, desk: Desk, secret: str) -> str:
        """Whoever's pages these are goes on with them."""
        if desk.seat.session is not None:
            desk.seating.verify(secret)
        elif not self._greet(
            desk, desk.seating.sign_in(self._owner, secret), secret, self.lock_.dialog or self._window
        ):
            return tr("没有换成自己的密码，还不能开始工作。")
        self.sit(desk)
        return ""

    def _another(self, desk: Desk, login: str, secret: str) -> str:
        """Somebody else signs in at the lock; dialogs of the first cannot wait behind the pages of the second."""
        before, parent = self._owner, self.lock_.dialog or self._window
        dialogs = self.lock_.dialogs
        for each in dialogs:
            if isinstance(each, Irreplaceable) and (why := each.why_it_stays()):
                return why
        if dialogs and not self._may_close(len(dialogs)):
            return tr("还有没做完的对话框，等原来的人解锁。")
        welcome = desk.seating.sign_in(login, secret)
        if not self._greet(desk, welcome, secret, parent):
            return tr("没有换成自己的密码，还不能开始工作。")
        for dialog in dialogs:
            dialog.done(QDialog.DialogCode.Rejected)  # whether to leave them was asked of whoever signs in
        self._move(desk, before)
        return ""

    def _may_close(self, count: int) -> bool:
        return ask(
            self.lock_.dialog,
            tr("还有没做完的对话框"),
            tr(
                "原来的人有 {count} 个没做完的对话框。页面上没做完的内容会留给本人，对话框中的输入留不住。", count=count
            ),
            tr("关闭它们并登录"),
        )


def login_of(desk: Desk) -> str:
    """The account that sits at the desk; empty without one."""
    session = desk.seat.session
    return session.login if session is not None else ""
