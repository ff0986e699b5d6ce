"""系统 › 导入记录 lists which forms of workbooks are read by habit, and forgets one of them by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.system.mappings import MappingsDialog
from committee_desk.ui.system.page import SystemPage
from tests.imports.test_columns_by_habit import E, strange
from tests.services.seated_desks import first_accounts
from tests.ui.answering import Answers

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]
System = Callable[[str], SystemPage]


@pytest.fixture
def remembered(sample_desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    """A desk that remembers one form of workbook."""
    path = strange(tmp_path / "五月导出.xlsx")
    proposal = sample_desk.mappings.propose(E, path)
    sample_desk.mappings.remember(actor, E, path, proposal.columns)
    return sample_desk


def open_by_key(qtbot: QtBot, page: SystemPage) -> None:
    page.imports.mappings.setFocus()
    qtbot.keyClick(page.imports.mappings, Qt.Key.Key_Space)


def test_a_remembered_form_is_listed_in_words_and_forgotten_by_keys_after_a_question(
    qtbot: QtBot, remembered: Desk, system: System, answers: Ask
) -> None:
    told: list[str] = []

    def forget(dialog: QWidget) -> None:
        assert isinstance(dialog, MappingsDialog)
        assert len(dialog.table.shown) == 1
        told.append(dialog.whole.text())
        assert dialog.forget.isEnabled()
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        told.append(dialog.about.text())
        assert not dialog.forget.isEnabled()
        dialog.reject()

    def agree(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        told.append(dialog.windowTitle())
        dialog.accept()

    page = system("imports")
    answers(forget, agree)
    open_by_key(qtbot, page)
    assert "文号 → 凭证号" in told[0]
    assert told[1] == "忘掉列的对应"
    assert told[2].startswith("还没有记住的列对应")
    assert remembered.mappings.remembered() == ()
    assert remembered.journal.rows(1)[0].verb == "mapping.forget"


def test_a_no_to_the_question_keeps_the_form(qtbot: QtBot, remembered: Desk, system: System, answers: Ask) -> None:
    def forget(dialog: QWidget) -> None:
        assert isinstance(dialog, MappingsDialog)
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        dialog.reject()

    def refuse(dialog: QWidget) -> None:
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Return)  # Enter means no

    page = system("imports")
    answers(forget, refuse)
    open_by_key(qtbot, page)
    assert len(remembered.mappings.remembered()) == 1


def test_who_does_not_import_that_kind_sees_the_form_and_cannot_forget_it(
    qtbot: QtBot, remembered: Desk, actor: Actor, window: MainWindow, settled: Settled, answers: Ask
) -> None:
    password = "kou ling 9 x"
    accounts = [NewAccount(role.value, f"人{role.value}", (role,), password) for role in Role]
    first_accounts(remembered, actor, Way.STRICT, accounts)
    remembered.seating.sign_in("case_management", password)
    window.show_desk(remembered, "system")
    window.show()
    settled(window)
    assert window.frame is not None
    page = window.frame.lead_to("system", "imports")
    settled(window)
    assert isinstance(page, SystemPage)
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, MappingsDialog)
        told.append("" if dialog.forget.isEnabled() else dialog.forget.toolTip())
        dialog.reject()

    answers(look)
    open_by_key(qtbot, page)
    assert "无权" in told[0]
