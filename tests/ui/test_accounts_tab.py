"""系统·账号: accounts are kept with keys alone; a refusal stays in its form."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.system.account_forms import AccountForm
from committee_desk.ui.system.accounts_tab import AccountsTab
from tests.services.seated_desks import first_accounts

Settled = Callable[[MainWindow], None]
ZHOU, FAN = "fu he ren 1", "jing ban ren 2"


@pytest.fixture
def tab(window: MainWindow, sample_desk: Desk, actor: Actor, settled: Settled) -> Callable[[str, str], AccountsTab]:
    """Signs somebody in and leads to the tab."""
    first_accounts(
        sample_desk,
        actor,
        Way.PLAIN,
        [NewAccount("zhou", "周敏", (Role.REVIEWER,), ZHOU), NewAccount("fan", "范伟雪", (Role.OPERATOR,), FAN)],
    )

    def lead(login: str, password: str) -> AccountsTab:
        sample_desk.accounts.sign_in(login, password)
        window.show_desk(sample_desk, "desk")
        window.show()
        settled(window)
        assert window.frame is not None
        page = window.frame.lead_to("system", "accounts")
        settled(window)
        found = page.findChild(AccountsTab)
        assert isinstance(found, AccountsTab)
        return found

    return lead


def test_one_more_account_is_refused_in_its_form_and_then_stands_in_the_list(
    tab: Callable[[str, str], AccountsTab], window: MainWindow, qtbot: QtBot, settled: Settled
) -> None:
    shown = tab("zhou", ZHOU)
    refusals: list[str] = []

    def fill() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, AccountForm)
        form.holder.insert("李静")
        form.login.insert("fan")
        form.roles._boxes[Role.OPERATOR].setChecked(True)
        for field in (form.password, form.again):
            field.insert("an quan 77 x")
        form.confirm()
        assert form.isVisible()
        qtbot.waitUntil(lambda: any("fan" in label.text() for label in form.findChildren(QLabel)))
        refusals.extend(label.text() for label in form.findChildren(QLabel) if "fan" in label.text())
        assert form.holder.text() == "李静"
        form.login.setText("li")
        form.confirm()

    QTimer.singleShot(50, fill)
    shown.add.click()
    settled(window)
    assert refusals
    assert {row.holder for row in shown.table.shown} == {"周敏", "范伟雪", "李静"}


def test_who_keeps_no_accounts_sees_why_the_buttons_are_off(tab: Callable[[str, str], AccountsTab]) -> None:
    shown = tab("fan", FAN)
    assert not shown.add.isEnabled()
    assert shown.add.toolTip() == "由管理账号的人办理"
    assert "不能查看账号" in shown.way.text()
    assert list(shown.table.shown) == []
