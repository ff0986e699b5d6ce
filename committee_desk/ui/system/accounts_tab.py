"""The accounts: who may sit at this desk, in which roles, and who signed in last."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from committee_desk.domain.roles import Right, Way
from committee_desk.services.account_views import AccountRow
from committee_desk.services.changes import Change
from committee_desk.ui.common.chips import Chip
from committee_desk.ui.common.dialogs import ask_reason
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.second import with_second, with_second_if_needed
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.tables import Column, ListTable, Style, TableSpec
from committee_desk.ui.common.theme import PAGE_MARGIN, ROW
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr
from committee_desk.wording.roles import roles_in_words, way_explained, way_name

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


def _state(row: AccountRow) -> Chip | None:
    if row.closed:
        return Chip(tr("已关闭"), "neu", "user-off")
    if row.locked_until is not None:
        return Chip(tr("{time} 前不能登录", time=row.locked_until.strftime("%H:%M")), "warn", "lock")
    return Chip(tr("待换密码"), "warn", "key") if row.must_change else None


def _columns() -> tuple[Column[AccountRow], ...]:
    return (
        Column("login", tr("登录名"), lambda row: row.login, 130, style=Style.NAME),
        Column("holder", tr("持有人"), lambda row: row.holder, 120, style=Style.NAME),
        Column("roles", tr("角色"), lambda row: roles_in_words(row.roles), 240, stretch=True),
        Column("last", tr("上次登录"), lambda row: f"{row.last_sign_in:%Y-%m-%d %H:%M}" if row.last_sign_in else "",
               150, style=Style.SUB),
        Column("state", tr("状态"), lambda row: chip.text if (chip := _state(row)) else "", 150, chip=_state),
    )  # fmt: skip


class AccountsTab(QFrame):
    """A list of accounts and what can be done with the one chosen."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._other = Way.STRICT
        self.setProperty("r", "surface")
        self.setAccessibleName(tr("账号"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table: ListTable[AccountRow] = ListTable(
            TableSpec("accounts", _columns(), key=lambda row: row.login, sort_by="login", dim=lambda row: row.closed),
            tr("账号"), page.place.memory, height=ROW,
        )  # fmt: skip
        self.table.chosen.connect(lambda _row: self._say_possible())
        self.begin = button(tr("设立账号…"), self._begin, icon_name="user-plus")
        self.add = button(tr("添加…"), self._add, icon_name="user-plus")
        self.roles = button(tr("角色…"), self._roles)
        self.hand = button(tr("移交…"), self._hand_over)
        self.reset = button(tr("重置密码…"), self._reset)
        self.shut = button(tr("关闭账号…"), self._close)
        tools = ToolRow()
        for each in (self.begin, self.add, self.roles, self.hand, self.reset, self.shut):
            tools.add_widget(each)
        column.addWidget(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self._foot())
        page.place.writing_barred.connect(self._follow)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("r", "foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(PAGE_MARGIN, 8, PAGE_MARGIN, 8)
        self.way = label("", "sub", wrap=True)
        line.addWidget(self.way, 1)
        self.turn = button("", self._change_way)
        line.addWidget(self.turn)
        return foot

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the accounts, where who sits here may see them."""
        desk, accounts = self._page.desk, self._page.desk.seat.has_accounts
        self.begin.setVisible(not accounts)
        for each in (self.add, self.roles, self.hand, self.reset, self.shut, self.turn):
            each.setVisible(accounts)
        if not accounts:
            self.way.setText(tr("本台账没有账号：谁打开由谁经办，日志记这台电脑的用户名。"))
            self.table.set_rows(())
            self._say_possible()
            return
        if not self._page.place.may(Right.SEE_ACCOUNTS):
            self.way.setText(tr("您的角色不能查看账号；由管理员办理。"))
            self.turn.hide()
            self._say_possible()
            return
        self._page.read(lambda: (desk.accounts.rows(), desk.accounts.way()), self._show, kind="accounts")

    def _show(self, found: tuple[tuple[AccountRow, ...], Way]) -> None:
        rows, way = found
        self.table.set_rows(rows)
        self.way.setText(tr("工作方式：{way}。{what}", way=way_name(way), what=way_explained(way)))
        self._other = Way.PLAIN if way is Way.STRICT else Way.STRICT
        self.turn.setText(tr("改为{way}…", way=way_name(self._other)))
        self.turn.setAccessibleName(self.turn.text())
        self._say_possible()

    def _follow(self, _why: str) -> None:
        self._say_possible()

    def _say_possible(self) -> None:
        row, keeps = self.table.current(), self._page.place.may(Right.KEEP_ACCOUNTS)
        chosen = row is not None and not row.closed
        for each, needs_row in (
            (self.add, False), (self.turn, False),
            (self.roles, True), (self.hand, True), (self.reset, True), (self.shut, True),
        ):  # fmt: skip
            allow(
                each,
                "" if keeps else tr("由管理账号的人办理"),
                self._page.place.no_writing,
                "" if chosen or not needs_row else tr("先选一个账号"),
            )
        allow(self.begin, self._page.place.no_writing)

    # -- acts ------------------------------------------------------------------------------------------------------

    def _done(self, change: Change | None, said: str) -> None:
        if change is not None:
            self._page.place.seat(self._page.desk.seat)
            self._page.place.changes.announce(change)
            self._page.place.say(said)

    def _begin(self) -> None:
        from committee_desk.ui.system.account_forms import first_accounts  # noqa: PLC0415 - made when asked for

        change = first_accounts(self, self._page.desk)
        if change is not None:
            self._page.place.accounts_made.emit()

    def _add(self) -> None:
        from committee_desk.ui.system.account_forms import add_account  # noqa: PLC0415 - made when asked for

        self._done(add_account(self, self._page.desk), tr("账号已添加"))

    def _with_row(self, act: Callable[[AccountRow], None]) -> None:
        row = self.table.current()
        if row is not None and not row.closed:
            act(row)

    def _roles(self) -> None:
        from committee_desk.ui.system.account_forms import change_roles  # noqa: PLC0415 - made when asked for

        self._with_row(lambda row: self._done(change_roles(self, self._page.desk, row), tr("角色已更改")))

    def _hand_over(self) -> None:
        from committee_desk.ui.system.account_forms import hand_over  # noqa: PLC0415 - made when asked for

        self._with_row(lambda row: self._done(hand_over(self, self._page.desk, row), tr("账号已移交")))

    def _close(self) -> None:
        self._with_row(self._close_row)

    def _close_row(self, row: AccountRow) -> None:
        text = tr("{name}的账号“{login}”关闭后不能再登录，也不能再打开。", name=row.holder, login=row.login)
        why = ask_reason(self, tr("关闭账号"), text, tr("关闭账号"))
        if why is not None:
            desk, act = self._page.desk, tr("关闭{name}的账号“{login}”", name=row.holder, login=row.login)
            closed = self._page.perform(
                lambda: with_second_if_needed(
                    self, desk, act, lambda second: desk.accounts.close(desk.seat.actor, row.login, why, second)
                )
            )
            if closed is not None:
                self._page.place.say(tr("账号已关闭"))

    def _reset(self) -> None:
        self._with_row(self._reset_row)

    def _reset_row(self, row: AccountRow) -> None:
        text = tr(
            "给{name}的账号一个只用一次的密码，印在密封条上，不在屏幕上显示。原密码随即作废，重置后必须当场打印。本人登录后必须改掉，并会看到是谁重置的。",
            name=row.holder,
        )
        why = ask_reason(self, tr("重置密码"), text, tr("重置并打印"))
        if why is None:
            return
        desk = self._page.desk
        given = self._page.perform(lambda: desk.accounts.reset(desk.seat.actor, row.login, why))
        if given is None:
            return
        slip = self._page.perform(lambda: desk.password_slips.reset(given))
        printed = slip is not None and self._print_slip(row, slip)
        self._page.read_again()
        self._page.place.say(tr("密码已重置并打印") if printed else tr("密码已重置，但没有打印，请再重置一次并打印"))

    def _print_slip(self, row: AccountRow, slip: bytes) -> bool:
        """Print it, and ask again while it is not printed: the old password is gone already."""
        from committee_desk.ui.common.paper.on_paper import Secret, print_pdf  # noqa: PLC0415 - as above

        name = tr("密码条 {office} {login}", office=self._page.desk.identity().office, login=row.login)
        secret = Secret(name, tr("拿到这个文件的人都能用里面的密码登录。打印后请马上删除它。"))
        while not print_pdf(self, self._page, tr("打印密码条"), slip, secret):
            text = tr("{name}的密码已经重置，原密码作废。不打印就离开，{name}登录不了，须再重置一次。", name=row.holder)
            if not ask(self, tr("密码条没有打印"), text, tr("打印…")):
                return False
        return True

    def _change_way(self) -> None:
        desk, way = self._page.desk, self._other
        why = ask_reason(self, self.turn.text(), way_explained(way), tr("继续"))
        if why is None:
            return
        act = tr("工作方式改为{way}", way=way_name(way))
        change = with_second(
            self, desk, act, lambda second: desk.accounts.change_way(desk.seat.actor, way, why, second)
        )
        self._done(change, tr("工作方式已改"))
