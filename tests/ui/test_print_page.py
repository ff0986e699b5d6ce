"""打印 on the sample office: the preview is the file, the file is what comes out, and the journal knows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.documents.raster import rasterise
from committee_desk.services.sheet_refusals import MissingGlyph, UnprintableCharacters
from committee_desk.ui.common.paper.dialog import PaperDialog
from committee_desk.ui.common.paper.printer import image_of, prepare
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.printing.page import PrintPage
from committee_desk.ui.printing.whom import Whom
from tests.ui.answering import Answers

Settled = Callable[[MainWindow], None]


@pytest.fixture
def printing(qtbot: QtBot, sample_window: MainWindow, settled: Settled) -> PrintPage:
    page = sample_window.frame.lead_to("print")
    settled(sample_window)
    assert isinstance(page, PrintPage)
    qtbot.waitUntil(lambda: bool(page.preview.sheets.boxes()))
    settled(sample_window)
    return page


def darkness(image: QImage) -> list[int]:
    """How dark the page is, in a grid coarse enough to ignore how edges were smoothed."""
    small = image.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
        42, 60, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return [255 - small.pixelColor(x, y).lightness() for y in range(60) for x in range(42)]


def test_the_preview_is_the_page_that_would_be_written(printing: PrintPage, sample_window: MainWindow) -> None:
    row = printing.table.current()
    pdf = printing.desk.sheets.preview(2026, row.score.code, printing.place.actor)
    (page,) = rasterise(pdf, printing.preview.dots_an_inch())
    shown = printing.preview.sheets._images[0]
    assert shown.size() == image_of(page).size()
    difference = [abs(a - b) for a, b in zip(darkness(shown), darkness(image_of(page)), strict=True)]
    assert max(difference) <= 12


def test_looking_at_sheets_leaves_no_trace(printing: PrintPage) -> None:
    assert printing.desk.sheets.printed(2026) == ()
    assert printing.desk.journal.rows(1)[0].verb == "import"


def test_walking_down_the_list_shows_the_next_sheet(qtbot: QtBot, printing: PrintPage) -> None:
    printing.table.choose("J001")
    qtbot.keyClick(printing.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: printing.preview.accessibleName() == "预览：林若")


def test_one_person_s_sheet_goes_into_a_folder_by_keyboard_alone(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, printing: PrintPage, settled: Settled,
    sample_window: MainWindow,
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "表"))
    printing.table.choose("J013")
    qtbot.keyClick(printing.folder_button, Qt.Key.Key_Space)
    settled(sample_window)
    (file,) = (tmp_path / "表").iterdir()
    assert "J013" in file.name
    (printed,) = printing.desk.sheets.printed(2026)
    assert (printed.code, printed.version) == ("J013", 1)
    printing._pick_tab("printed")
    assert [row.code for row in printing.printed.shown] == ["J013"]


def test_other_papers_stand_beside_the_sheets_in_what_was_printed_when(
    qtbot: QtBot, tmp_path: Path, printing: PrintPage, settled: Settled, sample_window: MainWindow,
    answers: Callable[..., Answers],
) -> None:  # fmt: skip
    printing.table.choose("J013")
    printing.out.carry_out_folder(tmp_path / "表")
    number = next(row.number for row in printing.desk.cases.rows(2026) if row.grade is not None)

    def keep(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        qtbot.waitUntil(dialog.put.isEnabled)
        dialog.put_into(tmp_path / "评价表.pdf")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    cases = sample_window.frame.lead_to("cases", number)
    settled(sample_window)
    answers(keep)
    next(each for each in cases.commands() if each.title == "打印所选案件的评价表").run()
    sample_window.frame.lead_to("print")
    settled(sample_window)
    printing._pick_tab("printed")
    model = printing.printed.model()
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    said = [model.index(at, heads.index("内容")).data() for at in range(model.rowCount())]
    assert said[0] == f"{number} 第 1 版（打印案件评价表）"
    assert [each[-4:] for each in said[1:]] == ["J013"]
    assert printing.tabs.buttons["printed"].text() == "打印记录 2"


def test_a_department_is_those_in_the_list(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, printing: PrintPage, settled: Settled, sample_window: MainWindow
) -> None:
    printing.departments.setCurrentText("第三检察部")
    printing.whom.buttons[Whom.LISTED].setChecked(True)
    assert printing.whom.buttons[Whom.LISTED].text() == f"列表中 {len(printing.table.shown)} 人"
    printing.out.carry_out_folder(tmp_path / "三部")
    settled(sample_window)
    assert len(list((tmp_path / "三部").iterdir())) == len(printing.table.shown)


def test_everybody_is_everybody_whatever_the_filter(printing: PrintPage) -> None:
    printing.filter.setText("没有这个人")
    printing.whom.buttons[Whom.SELECTED].setChecked(True)
    assert not printing.print_button.isEnabled()
    printing.whom.buttons[Whom.ALL].setChecked(True)
    assert printing.print_button.isEnabled()
    assert printing.codes() is None


def test_stopping_leaves_no_sheet_and_no_trace(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, printing: PrintPage, settled: Settled, sample_window: MainWindow
) -> None:
    real = printing.desk.sheets.draw

    def stopped_at_the_third(actor, year, codes, folder, progress, category):
        def tell(done: int, total: int) -> None:
            if done == 3:
                QMetaObject.invokeMethod(QApplication.activeModalWidget(), "reject", Qt.BlockingQueuedConnection)
            progress(done, total)

        return real(actor, year, codes, folder, tell)

    monkeypatch.setattr(printing.desk.sheets, "draw", stopped_at_the_third)
    printing.whom.buttons[Whom.ALL].setChecked(True)
    printing.out.carry_out_folder(tmp_path / "半")
    settled(sample_window)
    assert not list(tmp_path.glob("半/*"))
    assert printing.desk.sheets.printed(2026) == ()


def test_the_printer_gets_the_page_that_was_seen(
    tmp_path: Path, printing: PrintPage, settled: Settled, sample_window: MainWindow
) -> None:
    printing.table.choose("J013")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer)
    printer.setOutputFileName(str(tmp_path / "打印.pdf"))
    seen = image_of(rasterise(printing.desk.sheets.preview(2026, "J013", printing.place.actor), 100)[0])
    printing.out.carry_out_printing(printer)
    settled(sample_window)
    (out,) = rasterise((tmp_path / "打印.pdf").read_bytes(), 100)
    difference = [abs(a - b) for a, b in zip(darkness(seen), darkness(image_of(out)), strict=True)]
    assert max(difference) <= 40
    assert sum(difference) / len(difference) < 2
    assert [each.code for each in printing.desk.sheets.printed(2026)] == ["J013"]


def test_leaving_the_system_s_dialog_prints_nothing(monkeypatch: pytest.MonkeyPatch, printing: PrintPage) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    printing.print_()
    assert printing.desk.sheets.printed(2026) == ()


def test_a_sheet_that_cannot_be_drawn_says_why_in_its_place(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, printing: PrintPage
) -> None:
    def refuse(*_: object) -> bytes:
        raise UnprintableCharacters((MissingGlyph("J001", "秦生康", "𬱖"),))

    monkeypatch.setattr(printing.desk.sheets, "preview", refuse)
    printing.drawing.draw()
    qtbot.waitUntil(lambda: printing.preview._banner is not None)
    assert "秦生康" in printing.preview._banner.accessibleDescription()
    assert printing.preview.sheets.boxes() == []


def test_a_new_version_marks_the_one_before_as_superseded(
    tmp_path: Path, printing: PrintPage, settled: Settled, sample_window: MainWindow
) -> None:
    printing.table.choose("J013")
    printing.out.carry_out_folder(tmp_path)
    history = printing.desk.imports.history()
    events = next(record.entry for record in history if record.kind == "events")
    printing.place.changes.announce(printing.desk.imports.take_back(printing.place.actor, events, "试"))
    settled(sample_window)
    printing.table.choose("J013")
    printing.out.carry_out_folder(tmp_path)
    settled(sample_window)
    assert [(row.version, row.superseded) for row in printing.desk.sheets.printed(2026)] == [(2, False), (1, True)]


def test_in_a_narrow_window_the_preview_is_a_tab(qtbot: QtBot, printing: PrintPage, sample_window: MainWindow) -> None:
    assert not printing.split.narrow
    sample_window.resize(683, 384)
    qtbot.waitUntil(lambda: printing.split.narrow)
    assert printing.tabs.buttons["preview"].isVisible()
    qtbot.keyClick(printing.table, Qt.Key.Key_Return)
    assert printing.split.stack.currentWidget() is printing.preview
    sample_window.resize(1366, 768)
    qtbot.waitUntil(lambda: not printing.split.narrow)
    assert printing.table.isVisible()
    assert printing.preview.isVisible()
