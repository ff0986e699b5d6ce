"""Opening the booth: what will happen is said, and how it is left again is settled before anybody votes."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Right
from committee_desk.services.changes import Change, Topic
from committee_desk.services.desk import Desk
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.messages import show_refusal
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.seat.sign_in import password_field
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.seat.seating import Seating

SHORTEST = 4


class OpeningDialog(FormDialog):
    """With accounts it only explains; without, the word is chosen that ends the booth."""

    def __init__(self, parent: QWidget, label: str, *, accounts: bool) -> None:
        super().__init__(parent, tr("打开测评间：{label}", label=label), tr("打开测评间"))
        self._accounts = accounts
        self.explain(
            tr(
                "本机的整个屏幕交给投票人，一人一次，凭信封里的验证码进入；台账的任何内容都看不到，也到不了。"
                "测评间不问姓名，也不记时间和先后。"
            )
        )
        self.word, self.again = password_field(), password_field()
        if accounts:
            self.consequence.setText(tr("结束测评间要输入您的密码，结束后台账是锁定的"))
            return
        self.add_row(tr("离开口令"), self.word, tr("至少 {count} 个字，结束测评间时要用；只记在内存里", count=SHORTEST))
        self.add_row(tr("再输一次"), self.again)
        self.consequence.setText(tr("忘了口令只能结束程序，还没有写入的票随之作废"))

    def complete(self) -> bool:
        """Whether the word can be used; says what is wrong."""
        if self._accounts:
            return True
        if len(self.word.text()) < SHORTEST:
            self.refuse(tr("离开口令至少 {count} 个字。", count=SHORTEST), self.word)
        elif self.word.text() != self.again.text():
            self.refuse(tr("两次输入的离开口令不一致。请重新输入。"), self.again)
        else:
            return True
        return False


def open_for(window: QMainWindow, place: Workplace, seating: "Seating", desk: Desk, at: tuple[int, int]) -> None:
    """Open the booth of that round; the desk is covered until somebody unlocks it."""
    from committee_desk.ui.booth.window import BoothWindow  # noqa: PLC0415 - once it is opened

    if why := place.why_not(Right.KEEP_ROUNDS):
        place.say(why)
        return
    try:
        desk.booth.state(*at)
        held = next(each for each in desk.rounds.view(at[0]) if each.number == at[1])
    except (DeskError, Trouble) as error:
        show_refusal(window, sentence(error))
        return
    accounts = desk.seat.has_accounts
    dialog = OpeningDialog(window, held.label, accounts=accounts)
    if not dialog.run(dialog.complete):
        return
    word = dialog.word.text()

    def try_key(secret: str) -> str:
        """Why this does not end the booth; empty when it does."""
        if not accounts:
            return "" if secret == word else tr("离开口令不对。请重新输入。")
        try:
            desk.seating.verify(secret)
        except (DeskError, Trouble) as error:
            return sentence(error)
        return ""

    booth = BoothWindow(window, desk, held, try_key)

    def leave() -> None:
        seating.leave_booth(lambda given: given == word)
        place.changes.announce(Change.of(Topic.ROUNDS))

    booth.left.connect(leave)
    seating.become_booth(booth)
