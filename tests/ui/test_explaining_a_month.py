"""个人月度得分说明 in the window: opened from 评分录入, month sheets and 打印, by keys alone; saved and printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.people import Category
from committee_desk.domain.roles import Role, Way
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.entry.page import EntryPage
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.months.acts import explain_month, show_versions
from committee_desk.ui.months.explaining import ExplainingDialog
from committee_desk.ui.months.versions import VersionsDialog
from committee_desk.ui.printing.page import MONTHS, PrintPage
from tests.services.seated_desks import sit, with_accounts
from tests.ui.answering import CTRL, Answers, said

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]
NOVEMBER = 11


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """Some page."""
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


def drawn(qtbot: QtBot, dialog: QWidget, wanted: str) -> ExplainingDialog:
    """The dialog, once its page shows that."""
    assert isinstance(dialog, ExplainingDialog)
    qtbot.waitUntil(lambda: wanted in dialog.preview.accessibleName())
    assert len(dialog.preview.sheets.boxes()) == 1
    return dialog


def explain(parent: QWidget, place: Workplace, desk: Desk, code: str = "J013") -> None:
    explain_month(parent, place, desk, 2026, NOVEMBER, Category.PROSECUTOR, code)


def test_another_person_and_another_month_are_shown_by_arrow_keys(
    qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk, answers: Ask
) -> None:
    def act(asked: QWidget) -> None:
        dialog = drawn(qtbot, asked, "J013 马𬱖 第一检察部 2026年11月")
        qtbot.keyClick(dialog.person, Qt.Key.Key_Down)
        drawn(qtbot, dialog, "J014 王㛃")
        qtbot.keyClick(dialog.month, Qt.Key.Key_Up)
        drawn(qtbot, dialog, "J014 王㛃 第二检察部 2026年10月")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(act)
    explain(parent, place, sample_desk)
    assert sample_desk.journal.rows(1)[0].verb == "import"


def test_ctrl_e_keeps_the_page_as_pdf_and_the_journal_knows(
    qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk, answers: Ask, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _, _title, name, _kind: (str(tmp_path / name), ""))
    told: list[str] = []
    place.said.connect(told.append)

    def act(asked: QWidget) -> None:
        dialog = drawn(qtbot, asked, "J013")
        qtbot.keyClick(dialog, Qt.Key.Key_E, CTRL)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(act)
    explain(parent, place, sample_desk)
    kept = tmp_path / "J013 马𬱖 2026年11月 得分说明.pdf"
    assert kept.read_bytes().startswith(b"%PDF")
    assert kept.name in told[-1]
    row = sample_desk.journal.rows(1)[0]
    assert (row.verb, row.subject) == ("months.explain", "J013")


def test_ctrl_p_prints_the_page_that_was_seen(
    qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk, answers: Ask, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    out = tmp_path / "打印.pdf"

    def chosen(dialog: QPrintDialog) -> int:
        printer: QPrinter = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", chosen)

    def act(asked: QWidget) -> None:
        dialog = drawn(qtbot, asked, "J013")
        qtbot.keyClick(dialog, Qt.Key.Key_P, CTRL)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(act)
    explain(parent, place, sample_desk)
    assert out.read_bytes().startswith(b"%PDF")
    assert sample_desk.journal.rows(1)[0].verb == "months.explain"


def test_who_only_reads_sees_the_page_and_cannot_print_it(
    qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk, answers: Ask
) -> None:
    with_accounts(sample_desk, Way.PLAIN)
    sit(sample_desk, Role.MEMBER)
    place.seat(sample_desk.seat)

    def act(asked: QWidget) -> None:
        dialog = drawn(qtbot, asked, "J013")
        assert not dialog.put.isEnabled()
        assert not dialog.print.isEnabled()
        assert dialog.print.toolTip() == "当前角色只能查看，不能打印"
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(act)
    explain(parent, place, sample_desk)


def test_somebody_who_is_not_on_the_list_then_is_said_to_be(
    qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk, answers: Ask
) -> None:
    def act(asked: QWidget) -> None:
        assert isinstance(asked, ExplainingDialog)
        qtbot.waitUntil(lambda: "不参加这一类的考核" in said(asked))
        assert not asked.print.isEnabled()
        qtbot.keyClick(asked, Qt.Key.Key_Escape)

    answers(act)
    explain_month(parent, place, sample_desk, 2026, 3, Category.PROSECUTOR, "J006")


def test_the_sheets_of_a_month_lead_to_a_person_s_page(
    qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk, actor: Actor, answers: Ask
) -> None:
    sample_desk.months.close(actor, 2026, 1, "补登")
    sample_desk.months.publish(actor, 2026, 1)

    def versions(asked: QWidget) -> None:
        assert isinstance(asked, VersionsDialog)
        asked.versions.choose((1, "检察官", 1))
        asked.explained.setFocus()
        qtbot.keyClick(asked.explained, Qt.Key.Key_Space)
        qtbot.keyClick(asked, Qt.Key.Key_Escape)

    def act(asked: QWidget) -> None:
        dialog = drawn(qtbot, asked, "J001 秦生康 第一检察部 2026年1月")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(versions, act)
    show_versions(parent, place, sample_desk, 2026, 1)


def test_the_panel_of_the_entry_page_explains_the_month_of_whose_row_one_stands_in(
    sample_window: MainWindow, settled: Settled, qtbot: QtBot, answers: Ask
) -> None:
    assert sample_window.frame is not None
    page = sample_window.frame.lead_to("entry")
    settled(sample_window)
    assert isinstance(page, EntryPage)
    page.show_target("J010")
    qtbot.waitUntil(lambda: page.details.code == "J010")
    settled(sample_window)
    wanted = f"J010 姚玉伟 第二检察部 2026年{page.scope.month}月"

    def act(asked: QWidget) -> None:
        qtbot.keyClick(drawn(qtbot, asked, wanted), Qt.Key.Key_Escape)

    answers(act)
    page.explained.setFocus()
    qtbot.keyClick(page.explained, Qt.Key.Key_Space)
    answers(act)
    next(each for each in page.commands() if each.title == "所选人员的本月得分说明").run()


def test_the_list_of_month_sheets_in_printing_leads_there_too(
    sample_window: MainWindow, sample_desk: Desk, actor: Actor, settled: Settled, qtbot: QtBot, answers: Ask
) -> None:
    sample_desk.months.close(actor, 2026, 1, "补登")
    sample_desk.months.publish(actor, 2026, 1)
    assert sample_window.frame is not None
    page = sample_window.frame.lead_to("print")
    settled(sample_window)
    assert isinstance(page, PrintPage)
    assert page.explain_button.isHidden()
    page._pick_tab(MONTHS)
    page.months.choose((1, "检察官", 1))
    page.table.choose("J013")

    def act(asked: QWidget) -> None:
        qtbot.keyClick(drawn(qtbot, asked, "J013 马𬱖 第一检察部 2026年1月"), Qt.Key.Key_Escape)

    answers(act)
    page.explain_button.setFocus()
    qtbot.keyClick(page.explain_button, Qt.Key.Key_Space)
