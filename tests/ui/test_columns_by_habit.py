"""A strange workbook in the wizard: its columns are asked for once, corrected by keys, and read so from then on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.desk import Desk
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.imports.columns import ColumnsDialog
from committee_desk.ui.imports.wizard import ImportWizard
from tests.imports.test_columns_by_habit import E, strange

CONFIRM = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def wizard(qtbot: QtBot, place: Workplace, sample_desk: Desk, tmp_path: Path) -> Iterator[ImportWizard]:
    """The wizard with a workbook of a strange form."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    request = ImportRequest(E.value, (strange(tmp_path / "五月导出.xlsx"),))
    made = ImportWizard(parent, place, sample_desk, 2026, request)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made  # noqa: PT022 - a fixture that returned would let its parent go


def in_the_dialog(qtbot: QtBot, act: Callable[[ColumnsDialog], object]) -> list[ColumnsDialog]:
    """Do this once the dialog of columns is there."""
    seen: list[ColumnsDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ColumnsDialog):
            seen.append(dialog)
            dialog.activateWindow()
            qtbot.waitUntil(dialog.isActiveWindow)
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    return seen


def test_a_strange_form_is_asked_for_and_then_read_without_asking(
    qtbot: QtBot, wizard: ImportWizard, sample_desk: Desk
) -> None:
    seen = in_the_dialog(qtbot, lambda dialog: qtbot.keyClick(dialog, *CONFIRM))
    qtbot.keyClick(wizard, *CONFIRM)
    qtbot.waitUntil(lambda: wizard.steps.currentWidget() is wizard.looking)
    assert len(seen) == 1
    assert seen[0].choices["工号"].currentText() == "A  人员编号 · J010"
    assert (wizard.looking.problems, wizard.looking.adding) == (0, 1)
    assert [known.columns["凭证号"] for known in sample_desk.mappings.remembered()] == ["文号"]
    wizard.back.click()
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    qtbot.keyClick(wizard, *CONFIRM)
    qtbot.waitUntil(lambda: wizard.steps.currentWidget() is wizard.looking)
    assert len(seen) == 1


def test_a_needed_column_taken_away_is_refused_in_the_dialog(qtbot: QtBot, wizard: ImportWizard) -> None:
    said: list[str] = []

    def take_away(dialog: ColumnsDialog) -> None:
        reason = dialog.choices["事由"]
        reason.setFocus()
        qtbot.keyClick(reason, Qt.Key.Key_Home)
        qtbot.keyClick(dialog, *CONFIRM)
        said.extend(label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text"))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    in_the_dialog(qtbot, take_away)
    wizard.choosing.rows[0].columns.click()
    assert any("还缺必需的列：事由" in text for text in said)
    assert wizard.steps.currentWidget() is wizard.choosing


def test_a_workbook_of_headings_alone_is_called_empty_and_not_the_same(
    qtbot: QtBot, place: Workplace, sample_desk: Desk, tmp_path: Path
) -> None:
    book = Workbook()
    book.worksheets[0].append(["工号", "姓名", "部门", "人员类别"])
    path = tmp_path / "人员.xlsx"
    book.save(path)
    parent = QWidget()
    qtbot.addWidget(parent)
    wizard = ImportWizard(parent, place, sample_desk, 2026, ImportRequest("people", (path,)))
    wizard.show()
    wizard.look()
    assert wizard.looking._verdict()[1] == "工作簿中没有数据行"
    assert not wizard.forward.isEnabled()
    wizard.close()


def test_the_row_of_headings_is_chosen_in_the_dialog(qtbot: QtBot, wizard: ImportWizard) -> None:
    said: list[str] = []

    def look(dialog: ColumnsDialog) -> None:
        dialog.row.setFocus()
        qtbot.keyClick(dialog.row, Qt.Key.Key_Up)
        said.extend(each.text() for each in dialog.findChildren(QLabel))
        said.append(str(dialog.verb.isEnabled()))
        qtbot.keyClick(dialog.row, Qt.Key.Key_Down)
        said.append(str(dialog.verb.isEnabled()))
        said.append(dialog.choices["工号"].currentText())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    in_the_dialog(qtbot, look)
    wizard.choosing.rows[0].columns.click()
    assert "第 2 行是数据，不是表头。请选各列名称所在的一行。" in " ".join(said)
    assert said[-3:] == ["False", "True", "A  人员编号 · J010"]
