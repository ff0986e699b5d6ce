"""The forms of the accounts: first ones, one more, other roles, another holder."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Role
from committee_desk.services.account_views import AccountRow, NewAccount
from committee_desk.services.changes import Change
from committee_desk.services.desk import Desk
from committee_desk.services.second import Second
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.second import with_second_if_needed
from committee_desk.ui.common.steps import StepsDialog
from committee_desk.ui.seat.sign_in import password_field
from committee_desk.ui.welcome.first_accounts import FirstAccounts
from committee_desk.wording.language import tr
from committee_desk.wording.roles import role_name
from committee_desk.wording.saying import sentence

WIDTH, ACROSS = 560, 3


class RoleBoxes(QWidget):
    """All roles, each with a box."""

    def __init__(self, ticked: Sequence[Role] = ()) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 0)
        self._boxes: dict[Role, QCheckBox] = {}
        for at, role in enumerate(Role):
            box = self._boxes[role] = QCheckBox(role_name(role))
            box.setChecked(role in ticked)
            grid.addWidget(box, at // ACROSS, at % ACROSS)
        self.setFocusProxy(next(iter(self._boxes.values())))

    @property
    def roles(self) -> tuple[Role, ...]:
        """Those that are ticked."""
        return tuple(role for role, box in self._boxes.items() if box.isChecked())


class AccountForm(FormDialog):
    """One account. A new one asks for everything, a standing one for what is to change."""

    def __init__(self, parent: QWidget, title: str, verb: str) -> None:
        super().__init__(parent, title, verb, width=WIDTH)
        self.holder, self.login, self.why = QLineEdit(), QLineEdit(), QLineEdit()
        self.password, self.again = password_field(), password_field()
        self.roles = RoleBoxes()
        for field in (self.holder, self.login):
            field.setMaxLength(60)
        self.why.setMaxLength(200)
        self.change: Change | None = None

    def ask_password(self) -> None:
        """Two rows for a password that its owner changes on first signing in."""
        self.add_row(tr("密码"), self.password, tr("至少 8 位，只用于第一次登录，本人登录后须改掉"))
        self.add_row(tr("再输一次"), self.again)

    def carry_out(self, command: Callable[[], Change | None]) -> Change | None:
        """Show it until the command succeeded, or cancelled; refusals are said in it and what was typed stays."""

        def act() -> bool:
            if self.password.text() != self.again.text():
                self.refuse(tr("两次输入的密码不一致。请重新输入。"), self.again)
                return False
            try:
                self.change = command()
            except (DeskError, Trouble) as error:
                self.refuse(sentence(error))
                return False
            return self.change is not None  # None: nobody confirmed it

        self.run(act)
        return self.change


def add_account(parent: QWidget, desk: Desk) -> Change | None:
    """One more account."""
    form = AccountForm(parent, tr("添加账号"), tr("添加账号"))
    form.add_row(tr("姓名"), form.holder)
    form.add_row(tr("登录名"), form.login, tr("登录时输入的名字，如姓名拼音"))
    form.add_row(tr("角色"), form.roles)
    form.ask_password()
    form.consequence.setText(tr("记入日志，密码本身不记"))
    return form.carry_out(
        lambda: desk.accounts.add(
            desk.seat.actor, NewAccount(form.login.text(), form.holder.text(), form.roles.roles, form.password.text())
        )
    )


def change_roles(parent: QWidget, desk: Desk, row: AccountRow) -> Change | None:
    """Other roles for a standing account."""
    form = AccountForm(parent, tr("更改{name}的角色", name=row.holder), tr("更改角色"))
    form.roles = RoleBoxes(row.roles)
    form.add_row(tr("角色"), form.roles)
    form.add_row(tr("理由"), form.why)
    form.consequence.setText(tr("新旧角色和理由记入日志"))
    accounts, act = desk.accounts, tr("更改{name}的角色", name=row.holder)

    def change(second: Second | None) -> Change:
        return accounts.change_roles(desk.seat.actor, row.login, form.roles.roles, form.why.text(), second)

    return form.carry_out(lambda: with_second_if_needed(form, desk, act, change))


def hand_over(parent: QWidget, desk: Desk, row: AccountRow) -> Change | None:
    """The account passes to another person."""
    form = AccountForm(parent, tr("移交账号“{login}”", login=row.login), tr("移交"))
    form.explain(tr("{name}的账号连同角色移交给接任的人，此后{name}不能再用它登录。", name=row.holder))
    form.add_row(tr("接任人"), form.holder)
    form.ask_password()
    form.consequence.setText(tr("移交记入日志，此前的记录仍记在{name}名下", name=row.holder))
    return form.carry_out(
        lambda: desk.accounts.hand_over(desk.seat.actor, row.login, form.holder.text(), form.password.text())
    )


class FirstAccountsDialog(StepsDialog):
    """The first accounts of a desk that was founded without any."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("设立账号"), tr("设立账号"), width=640)
        self.begin_step(tr("工作方式和账号"), self._complete)
        self.accounts = FirstAccounts(self, skip=False)
        self.consequence.setText(tr("设立后，打开台账要用账号登录，各人第一次登录时须换成自己的密码"))

    def _complete(self) -> bool:
        wrong: Iterator[tuple[str, QWidget]] = self.accounts.wrong()
        found = list(wrong)
        if found:
            self.refuse("\n".join(dict.fromkeys(said for said, _ in found)), found[0][1])
        return not found


def first_accounts(parent: QWidget, desk: Desk) -> Change | None:
    """Make the first accounts."""
    dialog = FirstAccountsDialog(parent)
    made: list[Change] = []

    def act() -> bool:
        try:
            change = dialog.accounts.make(desk)
        except (DeskError, Trouble) as error:
            dialog.refuse(sentence(error))
            return False
        made.extend([change] if change is not None else [])
        return True

    return made[0] if dialog.run(act) and made else None
