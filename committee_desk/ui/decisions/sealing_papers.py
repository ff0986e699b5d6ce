"""A sealed sheet looked at, printed and kept: always the very bytes that were signed, earlier versions marked."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from committee_desk.domain.roles import Right
from committee_desk.services.signing_views import SealedSheet, SheetRow, SheetState
from committee_desk.ui.common.paper.dialog import Paper, PaperDialog, fields_row
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from committee_desk.ui.common.page import Page


class SealedDialog(PaperDialog):
    """The versions that are sealed, the newest first; Ctrl+P prints the one in view, Ctrl+E keeps it as a file."""

    def __init__(self, page: "Page", row: SheetRow, sheets: "Sequence[SealedSheet]") -> None:
        self.version = QComboBox()
        self._page, self._row, self._sheets = page, row, sheets
        above = fields_row((tr("版本"), self.version)) if len(sheets) > 1 else None
        title = tr("{name}的确认表", name=row.name)
        super().__init__(page.window(), page.place, page.desk, title, above)
        for each in sheets:
            self.version.addItem(version_name(each), each)
        self.version.currentIndexChanged.connect(lambda _at: self.pick())
        self.pick()

    def pick(self) -> None:
        """Show the version that is chosen."""
        sheet = self._sheets[max(0, self.version.currentIndex())]
        desk, actor, code, place = self.desk, self.place.actor, self._row.code, self.place
        why = place.why_not(Right.PRINT_SHEETS)
        if sheet.state is not SheetState.WHOLE:
            why = why or tr("还没有签完，不能打印，也不能存出")
        self.show_paper(
            Paper(
                title=tr("{name}的确认表", name=self._row.name),
                file_name=self._row.file_name.removesuffix(".pdf"),
                draw=lambda: sheet.pdf,
                about=about(sheet),
                hand=lambda: desk.signing.hand_out(actor, sheet.year, [code], sheet.version)[0],
                why_not=why,
            )
        )


def version_name(sheet: SealedSheet) -> str:
    """A version in the choice of versions."""
    if sheet.replaced_by is not None:
        return tr("第 {version} 版（已被第 {newest} 版替代）", version=sheet.version, newest=sheet.replaced_by)
    return tr("第 {version} 版（现行）", version=sheet.version)


def about(sheet: SealedSheet) -> str:
    """What stands above the sheet."""
    if sheet.replaced_by is not None:
        return tr(
            "已被替代：这是第 {version} 版，现行的是第 {newest} 版。仅供查考。",
            version=sheet.version,
            newest=sheet.replaced_by,
        )
    if sheet.state is not SheetState.WHOLE:
        return tr("签署中：还有签名人没有签。")
    return tr("签章的原件，打印和存出的都是同一份文件。打印或存出记入日志。")
