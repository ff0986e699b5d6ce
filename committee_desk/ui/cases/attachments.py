"""附件 of a case or of a voucher: listed, added, looked at as pictures inside the window, withdrawn with a reason."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout

from committee_desk.domain.roles import Right
from committee_desk.services.attachment_views import AttachmentRow, Showing
from committee_desk.services.attachments import of_case
from committee_desk.ui.cases.page_view import PageView
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.dialogs import ask_reason
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.surfaces import button, label, scrolled, tool
from committee_desk.ui.common.tables import ListTable
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

SIZE, LIST_WIDTH = QSize(1240, 690), 430


def _columns() -> tuple[Column[AttachmentRow], ...]:
    return (
        Column("name", tr("文件名"), lambda row: row.name, 150, style=Style.NAME, stretch=True,
               tip=lambda row: tr("SHA-256 {digest}", digest=row.sha256)),
        Column("kind", tr("格式"), lambda row: row.kind.upper(), 60, style=Style.SUB),
        Column("size", tr("大小"), lambda row: f"{max(1, row.size // 1024)} KB", 76, right=True,
               sort=lambda row: row.size),
        Column("at", tr("添加时间"), lambda row: f"{row.at:%Y-%m-%d %H:%M}", 130, sort=lambda row: row.at),
    )  # fmt: skip


class AttachmentsDialog(QDialog):
    """The list at the left, the chosen file's page at the right. `subject` is what they prove, `name` its name."""

    def __init__(self, page: "Page", subject: str, name: str) -> None:
        super().__init__(page.window())
        self.setWindowTitle(tr("附件：{number}", number=name))
        self._page, self._subject, self._shown = page, subject, 0
        spec = TableSpec("attachments", _columns(), key=lambda row: row.number, sort_by="at", ascending=True)
        self.table: ListTable[AttachmentRow] = ListTable(spec, tr("附件"), page.place.memory)
        self.table.chosen.connect(self._choose)
        self.add = button(tr("添加…"), self._choose_file, icon_name="file-plus")
        self.withdraw = button(tr("撤回…"), self._withdraw, icon_name="arrow-back-up")
        self.earlier = button(tr("上一页"), lambda: self._turn(-1))
        self.later = button(tr("下一页"), lambda: self._turn(1))
        self.place = label("", "sub")
        self.picture = PageView()
        self._arrange()
        may = page.place.may(Right.ATTACH)
        self.add.setEnabled(may)
        if not may:
            self.add.setToolTip(tr("当前角色不能添加附件"))
        fit_dialog(self, SIZE)
        self._read()
        self.table.setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(
            label(tr("PDF、PNG、JPEG，每个不超过 10 MB；只在这里显示，不交给其他程序打开。"), "sub", wrap=True)
        )
        middle = QHBoxLayout()
        self.table.setMinimumWidth(LIST_WIDTH)
        middle.addWidget(self.table, 2)
        around = scrolled(self.picture, tr("附件内容"))
        around.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys move a long page
        around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle.addWidget(around, 3)
        column.addLayout(middle, 1)
        line = QHBoxLayout()
        for each in (self.add, self.withdraw, self.earlier, self.later, self.place):
            line.addWidget(each)
        line.addStretch(1)
        line.addWidget(button(tr("关闭"), self.reject, primary=True))
        column.addLayout(line)

    # -- reading ---------------------------------------------------------------------------------------------------

    def _read(self, wanted: str = "") -> None:
        desk, subject = self._page.desk, self._subject
        self._page.read(lambda: desk.attachments.of(subject), lambda rows: self._take(rows, wanted), kind="attachments")

    def _take(self, rows: tuple[AttachmentRow, ...], wanted: str) -> None:
        self.table.set_rows(rows)
        chosen = next((row for row in rows if row.name == wanted), rows[0] if rows else None)
        if chosen is None:
            self._show_nothing(tr("还没有附件"))
        else:
            self.table.choose(chosen.number)

    def _choose(self, row: AttachmentRow | None) -> None:
        self._shown = 0
        self.withdraw.setEnabled(row is not None and self._page.place.may(Right.ATTACH))
        if row is None:
            self._show_nothing(tr("没有选中附件"))
        else:
            self._look(row)

    def _look(self, row: AttachmentRow) -> None:
        desk, number, page = self._page.desk, row.number, self._shown
        self._page.read(
            lambda: desk.attachments.picture(number, page),
            lambda showing: self._show(row, showing),
            kind="attachment",
        )

    def _show(self, row: AttachmentRow, showing: Showing) -> None:
        drawn = showing.picture
        image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.width * 4, QImage.Format.Format_RGB32).copy()
        self.picture.show_page(QPixmap.fromImage(image))
        said = tr("第 {page} 页，共 {pages} 页", page=self._shown + 1, pages=showing.pages)
        self.place.setText(said)
        self.picture.setAccessibleName(tr("{name}，{said}", name=row.name, said=said))
        self.earlier.setEnabled(self._shown > 0)
        self.later.setEnabled(self._shown + 1 < showing.pages)

    def _show_nothing(self, text: str) -> None:
        self.picture.show_words(text)
        self.place.clear()
        for each in (self.withdraw, self.earlier, self.later):
            each.setEnabled(False)

    def _turn(self, by: int) -> None:
        row = self.table.current()
        if row is not None:
            self._shown += by
            self._look(row)

    # -- acts ------------------------------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("选择附件"), "", tr("附件 (*.pdf *.png *.jpg *.jpeg)"))
        if name:
            self.attach(Path(name))

    def attach(self, path: Path) -> None:
        """Attach the file and show it."""
        desk, actor, subject = self._page.desk, self._page.place.actor, self._subject
        if self._page.perform(lambda: desk.attachments.keep(actor, subject, path)) is not None:
            self._read(path.name)

    def _withdraw(self) -> None:
        row = self.table.current()
        if row is None:
            return
        text = tr("“{name}”不再算作附件，内容和记录仍保存在台账里。", name=row.name)
        why = ask_reason(self, tr("撤回附件"), text, tr("撤回"))
        if why is None:
            return
        desk, actor = self._page.desk, self._page.place.actor
        if self._page.perform(lambda: desk.attachments.withdraw(actor, row.number, why)) is not None:
            self._read()


class AttachmentsDoor:
    """The way to a case's attachments: an icon in its panel and a line of Ctrl+K."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self.number = ""
        self.tool = tool(tr("附件"), "file-certificate", self.open)

    def open(self) -> None:
        """Show them, or say what must be chosen first."""
        if self.number:
            AttachmentsDialog(self._page, of_case(self.number), self.number).exec()
        else:
            self._page.place.say(tr("先选中一个案件，再看它的附件"))

    def command(self) -> PageCommand:
        """The same as one of the page's commands."""
        return PageCommand(tr("所选案件的附件"), self.open, "file-certificate")
