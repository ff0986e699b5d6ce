"""严格: accounts are changed and closed by two; who was given a password chooses another; a strange desk is told."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.roles import Role, Way
from committee_desk.services.access import Access
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.seat.password import PasswordDialog
from committee_desk.ui.seat.sign_in import SignInDialog
from committee_desk.ui.system.account_forms import AccountForm
from committee_desk.ui.system.accounts_tab import AccountsTab
from tests.conftest import OFFICE, frozen_clock
from tests.services.seated_desks import FIRST, SECRET, account, sit, with_accounts
from tests.ui.answering import CTRL, Answers, said, type_into, typed

Settled = Callable[[MainWindow], None]


@pytest.fixture
def tab(window: MainWindow, sample_desk: Desk, settled: Settled) -> AccountsTab:
    """The administrator at the accounts of a desk that works in 严格."""
    with_accounts(sample_desk, Way.STRICT)
    sit(sample_desk, Role.ADMINISTRATOR)
    window.show_desk(sample_desk, "desk")
    window.show()
    settled(window)
    assert window.frame is not None
    found = window.frame.lead_to("system", "accounts").findChild(AccountsTab)
    settled(window)
    assert isinstance(found, AccountsTab)
    return found


def auditor_confirms(qtbot: QtBot, told: list[str]) -> Callable[[QWidget], None]:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, SecondDialog)
        told.append(said(dialog))
        type_into(qtbot, dialog.name, Role.AUDITOR.value)
        dialog.password.insert(SECRET)
        qtbot.keyClick(dialog.password, Qt.Key.Key_Return, CTRL)

    return act


def test_closing_an_account_is_confirmed_by_the_auditor(
    qtbot: QtBot, tab: AccountsTab, window: MainWindow, settled: Settled, answers: Callable[..., Answers]
) -> None:
    told: list[str] = []
    tab.table.choose(Role.MEMBER.value)
    answers(typed(qtbot, "调走"), auditor_confirms(qtbot, told))
    tab.shut.click()
    settled(window)
    assert "关闭吴刚的账号“member”" in told[0]
    assert {row.login for row in tab.table.shown if row.closed} == {"member"}


def test_other_roles_are_confirmed_by_the_auditor_over_the_form(
    qtbot: QtBot, tab: AccountsTab, window: MainWindow, settled: Settled, answers: Callable[..., Answers]
) -> None:
    told: list[str] = []

    def fill(form: QWidget) -> None:
        assert isinstance(form, AccountForm)
        form.roles._boxes[Role.CHAIR].setChecked(True)
        form.why.insert("兼任")
        form.confirm()

    tab.table.choose(Role.MEMBER.value)
    answers(fill, auditor_confirms(qtbot, told))
    tab.roles.click()
    settled(window)
    assert "更改吴刚的角色" in told[0]
    assert next(row.roles for row in tab.table.shown if row.login == "member") == (Role.MEMBER, Role.CHAIR)


def test_who_was_given_a_password_chooses_another_when_signing_in(
    qtbot: QtBot, window: MainWindow, sample_desk: Desk, actor: Actor, settled: Settled, tmp_path: Path,
    answers: Callable[..., Answers],
) -> None:  # fmt: skip
    new = account(Role.REVIEWER)
    sample_desk.accounts.first(actor, Way.PLAIN, [new])
    window.ways_in.open = lambda _path: sample_desk  # type: ignore[method-assign]
    told: list[str] = []

    def sign(dialog: QWidget) -> None:
        assert isinstance(dialog, SignInDialog)
        dialog.login.insert(new.login)
        dialog.password.insert(SECRET)
        dialog.confirm()

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, PasswordDialog)
        told.append(said(dialog))
        for field in (dialog.new, dialog.again):
            field.insert(FIRST)
        dialog.confirm()

    answers(sign, choose)
    assert window.open_file(tmp_path / "x.desk")
    settled(window)
    assert "密码是别人给的" in told[0]
    assert not sample_desk.seating.sign_in(new.login, FIRST).must_change


def test_the_window_says_that_another_desk_lies_here(
    window: MainWindow, desk: Desk, actor: Actor, settled: Settled
) -> None:
    path, elsewhere = desk.path, desk.path.with_name("仿.desk")
    new_desk(elsewhere, OFFICE, 2026, actor, clock=frozen_clock)
    open_desk(path)
    shutil.copyfile(elsewhere, path)
    forged = open_desk(path, clock=frozen_clock, access=Access.WINDOW)
    window.show_desk(forged, "desk")
    window.show()
    settled(window)
    assert "这里放着的是另一份台账" in said(window)
    forged.close()
