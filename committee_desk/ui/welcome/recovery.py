"""The recovery sheet of a desk just founded, on a printer or in a file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from committee_desk.services.actor import pc_user
from committee_desk.services.desk import Desk
from committee_desk.ui.common.messages import ask, show_notice
from committee_desk.ui.common.paper.on_paper import ask_printer, warn_of_file
from committee_desk.ui.common.paper.printer import DOTS_AN_INCH, prepare, print_pages
from committee_desk.ui.system.protection_tab import recovery_secret
from committee_desk.wording.language import tr


def print_recovery(parent: QWidget, desk: Desk, passphrase: str) -> None:
    """Ask for a printer and print; who cancels may keep a PDF."""
    secret = recovery_secret(desk.identity().office)
    printer = ask_printer(parent, tr("打印恢复单"), secret.name)
    if printer is not None:
        prepare(printer)
        drawn = desk.protection.recovery_sheet(pc_user(), passphrase)
        print_pages(printer, desk.sheets.pages(drawn, DOTS_AN_INCH))
        warn_of_file(parent, printer, secret)
        return
    if not ask(
        parent,
        tr("恢复单没有打印"),
        tr("没有恢复单，忘记口令就再也打不开台账。可以先存为 PDF，打印后删除；也可以以后在“系统”页的“保护”中打印。"),
        tr("存为 PDF…"),
    ):
        return
    name, _ = QFileDialog.getSaveFileName(parent, tr("恢复单存为 PDF"), f"{secret.name}.pdf", tr("PDF 文件 (*.pdf)"))
    if name:
        Path(name).write_bytes(desk.protection.recovery_sheet(pc_user(), passphrase))
        show_notice(parent, tr("印到了文件里"), secret.warning)
