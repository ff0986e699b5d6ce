"""严格: exporting, taking an import back and clearing a calendar day ask for the second person, and only there."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.roles import Role, Way
from committee_desk.services.desk import Desk
from committee_desk.services.views import JournalRow
from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.ranking.page import RankingPage
from committee_desk.ui.system.page import SystemPage
from tests.services.seated_desks import SECRET, sit, with_accounts
from tests.ui.answering import CTRL, Answers, said, type_into, typed

Settled = Callable[[MainWindow], None]
Seated = Callable[[Role], MainWindow]
NOTICE = "国办发明电〔2025〕7号"


@pytest.fixture
def seated(window: MainWindow, sample_desk: Desk, settled: Settled) -> Seated:
    """Signs somebody in at a desk that works in 严格."""
    with_accounts(sample_desk, Way.STRICT)

    def lead(role: Role) -> MainWindow:
        sit(sample_desk, role)
        window.show_desk(sample_desk, "desk")
        window.show()
        settled(window)
        return window

    return lead


def led_to(window: MainWindow, page: str, target: object, settled: Settled) -> QWidget:
    assert window.frame is not None
    found = window.frame.lead_to(page, target)
    settled(window)
    return found


def newest(desk: Desk, verb: str) -> JournalRow:
    sit(desk, Role.AUDITOR)
    return next(row for row in desk.journal.rows(20) if row.verb == verb)


def space(qtbot: QtBot, button: QWidget) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def confirmed(qtbot: QtBot, told: list[str], *passwords: str) -> Callable[[QWidget], None]:
    """The secretary confirms, with these passwords one after the other."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, SecondDialog)
        told.append(said(dialog))
        type_into(qtbot, dialog.name, Role.SECRETARY.value)
        for password in passwords:
            dialog.password.clear()
            type_into(qtbot, dialog.password, password)
            qtbot.keyClick(dialog.password, Qt.Key.Key_Return, CTRL)

    return act


def test_an_export_is_confirmed_by_a_second_person(
    qtbot: QtBot, seated: Seated, sample_desk: Desk, settled: Settled, answers: Callable[..., Answers],
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    window = seated(Role.OPERATOR)
    ranking = led_to(window, "ranking", None, settled)
    assert isinstance(ranking, RankingPage)
    file = tmp_path / "排名.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    told: list[str] = []
    answers(confirmed(qtbot, told, SECRET))
    space(qtbot, ranking.export_button)
    assert "将 2026 年度汇总排名导出到“排名.xlsx”" in told[0]
    assert file.is_file()
    assert "孙丽" in (newest(sample_desk, "scores.export").authority or "")


def test_taking_an_import_back_asks_for_two_and_keeps_the_reason(
    qtbot: QtBot, seated: Seated, sample_desk: Desk, settled: Settled, answers: Callable[..., Answers]
) -> None:
    window = seated(Role.OPERATOR)
    page = led_to(window, "system", "imports", settled)
    assert isinstance(page, SystemPage)
    tab, told = page.imports, list[str]()
    row = next(each for each in tab.table.shown if each.kind == "events")
    tab.table.choose(tab.table.rows.spec.key(row))
    answers(typed(qtbot, "导错了工作簿"), confirmed(qtbot, told, "不对的密码 1", SECRET))
    space(qtbot, tab.back)
    settled(window)
    assert f"撤回导入的“{row.workbook}”" in told[0]
    entry = newest(sample_desk, "take_back_import")
    assert entry.why == "导错了工作簿"
    assert "孙丽" in (entry.authority or "")


def test_clearing_a_day_asks_for_two(
    qtbot: QtBot, seated: Seated, sample_desk: Desk, settled: Settled, answers: Callable[..., Answers]
) -> None:
    window = seated(Role.OPERATOR)
    page = led_to(window, "system", "calendar", settled)
    assert isinstance(page, SystemPage)
    told: list[str] = []

    def clear(dialog: QWidget) -> None:
        for field in dialog.findChildren(QComboBox):
            qtbot.keyClick(field, Qt.Key.Key_End)
        dialog.document.insert(NOTICE)  # type: ignore[attr-defined]
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)  # a shortcut belongs to the active window
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    answers(clear, confirmed(qtbot, told, SECRET))
    page.calendar.edit(date(2026, 10, 1))
    assert "2026" in told[0]
    assert "孙丽" in (newest(sample_desk, "calendar.clear").authority or "")


def test_in_plain_nobody_else_is_asked(
    qtbot: QtBot, sample_window: MainWindow, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranking = led_to(sample_window, "ranking", None, settled)
    file = tmp_path / "排名.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    assert isinstance(ranking, RankingPage)
    space(qtbot, ranking.export_button)
    assert file.is_file()
