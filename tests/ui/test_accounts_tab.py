"""系统·账号: accounts are kept with keys alone; a refusal stays in its form."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.system.account_forms import AccountForm
from committee_desk.ui.system.accounts_tab import AccountsTab
from tests.services.seated_desks import first_accounts
from tests.ui.answering import Answers, said, typed

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
        sample_desk.seating.sign_in(login, password)
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


def test_a_slip_that_was_not_printed_is_offered_again_before_the_password_is_lost(
    tab: Callable[[str, str], AccountsTab], qtbot: QtBot, settled: Settled, window: MainWindow,
    answers: Callable[..., Answers], monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - the platform's dialog is not pressed

    shown, asked, told = tab("zhou", ZHOU), list[str](), list[str]()

    def choose(dialog: QPrintDialog) -> int:
        asked.append(dialog.printer().docName())
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "slip.pdf"))
        return int(len(asked) > 1)

    monkeypatch.setattr(QPrintDialog, "exec", choose)

    def reason(dialog: QWidget) -> None:
        told.append(said(dialog))
        typed(qtbot, "忘了")(dialog)

    def hear(dialog: QWidget) -> None:
        told.append(said(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    answers(reason, hear, hear)
    shown.table.choose("fan")
    shown.reset.setFocus()
    QTest.keyClick(shown.reset, Qt.Key.Key_Space)
    settled(window)
    assert "重置后必须当场打印" in told[0]
    assert "密码条没有打印" in told[1]
    assert "打印后请马上删除" in told[2]
    assert (tmp_path / "slip.pdf").is_file()
    assert all("密码条" in name and "fan" in name for name in asked)
