"""The way of working and the first accounts, as the wizard asks for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError
from committee_desk.domain.roles import APART, Role, Way
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import pc_user
from committee_desk.services.changes import Change
from committee_desk.services.desk import Desk
from committee_desk.services.passwords import require_good
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.seat.sign_in import password_field
from committee_desk.wording.language import tr
from committee_desk.wording.roles import role_name, way_explained, way_name
from committee_desk.wording.saying import sentence

PLAIN_ROLES = (Role.REVIEWER, Role.OPERATOR)
STRICT_ROLES = (*APART, Role.SECRETARY)
SPARED = ((Way.PLAIN, Role.OPERATOR), (Way.STRICT, Role.SECRETARY))
"""Accounts that may be made later."""


@dataclass
class AccountLine:
    """The four fields of one account."""

    role: Role
    needed: bool
    holder: QLineEdit
    login: QLineEdit
    password: QLineEdit
    again: QLineEdit

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """In the order in which they are typed."""
        return self.holder, self.login, self.password, self.again

    @property
    def wanted(self) -> bool:
        """Whether the account is to be made."""
        return self.needed or any(each.text() for each in self.fields)

    def account(self) -> NewAccount:
        """The account."""
        return NewAccount(self.login.text().strip(), self.holder.text().strip(), (self.role,), self.password.text())


class FirstAccounts:
    """Stands in a step of the wizard."""

    def __init__(self, dialog: FormDialog, *, skip: bool = True) -> None:
        self._dialog = dialog
        self.plain = QRadioButton(way_name(Way.PLAIN))
        self.strict = QRadioButton(way_name(Way.STRICT))
        self.none = QRadioButton(tr("暂不设账号"))
        self._group = QButtonGroup(dialog)
        for at, (choice, what) in enumerate(
            (
                (self.plain, way_explained(Way.PLAIN)),
                (self.strict, way_explained(Way.STRICT)),
                (self.none, tr("谁打开台账谁经办，以后可以在“系统”页设账号。")),
            )[: 3 if skip else 2]
        ):
            self._group.addButton(choice, at)
            box = _described(choice, what)
            dialog.add_row(tr("工作方式") if not at else "", box)
            box.setAccessibleName(choice.text())
            choice.toggled.connect(lambda _on: self._show())
        self._lines: dict[Way, list[AccountLine]] = {}
        self._grids: dict[Way, QWidget] = {}
        for way, roles in ((Way.PLAIN, PLAIN_ROLES), (Way.STRICT, STRICT_ROLES)):
            self._add_lines(way, roles)
        self.plain.setChecked(True)

    @property
    def way(self) -> Way | None:
        """The way chosen; None without accounts."""
        return Way.PLAIN if self.plain.isChecked() else Way.STRICT if self.strict.isChecked() else None

    @property
    def lines(self) -> list[AccountLine]:
        """The lines in sight."""
        return self._lines[self.way] if self.way is not None else []

    def _add_lines(self, way: Way, roles: tuple[Role, ...]) -> None:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(8)
        names = (tr("姓名"), tr("登录名"), tr("密码"), tr("再输一次"))
        for column, name in enumerate(names):
            grid.addWidget(label(name, "cap"), 0, column + 1)
        made = self._lines[way] = []
        for row, role in enumerate(roles, start=1):
            needed = (way, role) not in SPARED
            line = AccountLine(role, needed, QLineEdit(), QLineEdit(), password_field(), password_field())
            made.append(line)
            said = role_name(role) if needed else tr("{role}（可不填）", role=role_name(role))
            grid.addWidget(label(said, "sub"), row, 0)
            for column, (name, field) in enumerate(zip(names, line.fields, strict=True)):
                field.setAccessibleName(tr("{role}的{what}", role=role_name(role), what=name))
                field.setMaxLength(60 if column < 2 else 200)
                grid.addWidget(field, row, column + 1)
                self._dialog.follow(field)
        self._dialog.form.addRow(box)
        self._grids[way] = box

    def _show(self) -> None:
        for way, box in self._grids.items():
            box.setVisible(way is self.way)
        for choice in self._group.buttons():  # one stop for Tab and Shift+Tab: the chosen one
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choice.isChecked() else Qt.FocusPolicy.ClickFocus)
        self._dialog.fit()

    def wrong(self) -> Iterator[tuple[str, QWidget]]:
        """What is not right yet, and in which field."""
        seen: dict[str, str] = {}
        for line in self.lines:
            if not line.wanted:
                continue
            role, login, holder = role_name(line.role), line.login.text().strip(), line.holder.text().strip()
            if not holder:
                yield tr("请填写{role}的姓名。", role=role), line.holder
            if not login:
                yield tr("请填写{role}的登录名。", role=role), line.login
            elif login in seen:
                yield tr("登录名“{login}”用了两次。请换一个。", login=login), line.login
            if holder and holder in seen.values():
                yield tr("{holder}列了两次。每个账号由一人持有，须是不同的人。", holder=holder), line.holder
            seen[login] = holder
            try:
                require_good(login, line.password.text())
            except DeskError as error:
                yield tr("{role}：{why}", role=role, why=sentence(error)), line.password
            if line.password.text() != line.again.text():
                yield tr("{role}两次输入的密码不一致。请重新输入。", role=role), line.again

    def summary(self) -> tuple[str, ...]:
        """The lines of the wizard's last step."""
        if self.way is None:
            return (tr("账号：暂不设，谁打开台账谁经办"),)
        holders = tr("、").join(
            tr("{holder}（{role}）", holder=line.holder.text().strip(), role=role_name(line.role))
            for line in self.lines
            if line.wanted
        )
        made = tr("工作方式：{way}", way=way_name(self.way)), tr("账号：{holders}", holders=holders)
        return (*made, *self._confirming())

    def _confirming(self) -> tuple[str, ...]:
        """Says when 严格 would have one person alone who confirms acts for two."""
        makes = {line.role for line in self.lines if line.wanted}
        if self.way is not Way.STRICT or Role.SECRETARY in makes:
            return ()
        return (tr("注意：能作第二人确认的只有管理员。管理员自己办理的两人事项，要先添加秘书、复核或主任账号。"),)

    def make(self, desk: Desk) -> Change | None:
        """Make the accounts; None when none are wanted."""
        if self.way is None:
            return None
        return desk.accounts.first(pc_user(), self.way, [line.account() for line in self.lines if line.wanted])


def _described(choice: QRadioButton, what: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(2)
    choice.setAccessibleDescription(what)
    column.addWidget(choice)
    said = label(what, "cap", wrap=True)
    said.setContentsMargins(24, 0, 0, 0)
    column.addWidget(said)
    box.setFocusProxy(choice)
    return box
