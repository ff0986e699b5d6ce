"""The recovery sheet of a desk just founded, on a printer or in a file."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from committee_desk.services.actor import pc_user
from committee_desk.services.desk import Desk
from committee_desk.ui.common.messages import ask
from committee_desk.ui.printing.printer import DOTS_AN_INCH, prepare, print_pages
from committee_desk.wording.language import tr


def print_recovery(parent: QWidget, desk: Desk, passphrase: str) -> None:
    """Ask for a printer and print; who cancels may keep a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(tr("打印恢复单"))
    if dialog.exec() == QDialog.DialogCode.Accepted:
        prepare(printer)
        drawn = desk.protection.recovery_sheet(pc_user(), passphrase)
        print_pages(printer, desk.sheets.pages(drawn, DOTS_AN_INCH))
        return
    if not ask(
        parent,
        tr("恢复单没有打印"),
        tr("没有恢复单，忘记口令就再也打不开台账。可以先存为 PDF，打印后删除；也可以以后在“系统”页的“保护”中打印。"),
        tr("存为 PDF…"),
    ):
        return
    name, _ = QFileDialog.getSaveFileName(parent, tr("恢复单存为 PDF"), tr("恢复单.pdf"), tr("PDF 文件 (*.pdf)"))
    if name:
        Path(name).write_bytes(desk.protection.recovery_sheet(pc_user(), passphrase))
