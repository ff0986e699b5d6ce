"""备份与恢复: the automatic copies, a copy on request, the second folder, and putting a copy back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.journal import groups
from committee_desk.domain.roles import Right
from committee_desk.services.backup_views import CopyMade, CopyRow, CopyState
from committee_desk.ui.common.chips import BAD, NEUTRAL, OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.messages import show_notice
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.surfaces import Card, button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import ROW
from committee_desk.ui.system.cards_tab import CardsTab, row_of
from committee_desk.ui.system.restoring import restore_over
from committee_desk.wording.backups import reason_name, state_name
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

LEAST = 170
ROOM_FOR_ALL = 900
"""So wide, all acts on copies stand in one row, in either language."""


def state_chip(state: CopyState) -> Chip:
    """What a copy is worth, in a word."""
    return {
        CopyState.READY: Chip(tr("核查通过"), OK, "check"),
        CopyState.OTHER_PASSPHRASE: Chip(tr("另一口令"), WARN, "lock", state_name(state)),
        CopyState.OTHER_DESK: Chip(tr("别的台账"), NEUTRAL, "", state_name(state)),
        CopyState.UNREADABLE: Chip(tr("读不出"), BAD, "alert-circle", state_name(state)),
        CopyState.UNSOUND: Chip(tr("未通过"), BAD, "alert-circle", state_name(state)),
    }[state]


def size_word(size: int) -> str:
    """A file's size in megabytes, a small one in kilobytes."""
    return f"{size / 1_048_576:.1f} MB" if size >= 1_048_576 else f"{max(1, size // 1024)} KB"


def _columns() -> tuple[Column[CopyRow], ...]:
    return (
        Column("moment", tr("时间"), lambda row: f"{row.moment:%Y-%m-%d %H:%M:%S}", 160,
               sort=lambda row: row.moment),
        Column("reason", tr("为什么"), lambda row: reason_name(row.reason), 120, style=Style.NAME, fits=True),
        Column("size", tr("大小"), lambda row: size_word(row.size), 84, right=True, sort=lambda row: row.size),
        Column("state", tr("核查"), lambda row: state_chip(row.state).text, 100, fits=True,
               chip=lambda row: state_chip(row.state)),
        Column("entries", tr("日志条数"), lambda row: str(row.head.entries) if row.head else "", 84, right=True,
               sort=lambda row: row.head.entries if row.head else None),
        Column("place", tr("位置"), lambda row: tr("第二文件夹") if row.second else tr("台账旁"), 100, stretch=True,
               style=Style.SUB, tip=lambda row: str(row.path)),
    )  # fmt: skip


class BackupTab(CardsTab):
    """Copies above, the second folder and restoring below."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("备份与恢复"))
        self.now = button(tr("立即备份…"), self._copy_now, icon_name="device-floppy", primary=True)
        self.chosen = button(tr("恢复所选…"), self._restore_chosen, icon_name="history")
        self.from_file = button(tr("从备份文件恢复…"), self._restore_file, icon_name="folder-open")
        self.to_new = button(tr("恢复到新文件…"), self._restore_new, icon_name="file-plus")
        self.change = button(tr("修改…"), self._change_second)
        self.change.setAccessibleName(tr("修改第二文件夹"))
        self.needs(Right.BACKUP, self.now, self.change, why=tr("你的角色不能备份"))
        self.writes(self.now, self.change)
        self.needs(Right.RESTORE, self.chosen, self.from_file, why=tr("你的角色不能恢复备份"))
        self.column.addWidget(self._copies(), 1)
        self.column.addWidget(self._second())

    def _copies(self) -> Card:
        card = Card(tr("自动备份"))
        said = tr("打开和关闭台账时、每次正式办理和升级之前自动备份，核查通过才算数；越旧留得越疏。")
        card.body.addWidget(label(said, "sub", wrap=True))
        self.folder = label("", "cap", wrap=True, select=True)
        card.body.addWidget(self.folder)
        card.body.addSpacing(8)
        spec = TableSpec(
            "copies", _columns(), key=lambda row: row.path, sort_by="moment", ascending=False,
            dim=lambda row: row.state is not CopyState.READY,
        )  # fmt: skip
        self.table: ListTable[CopyRow] = ListTable(spec, tr("自动备份"), self._page.place.memory, height=ROW)
        self.table.setMinimumHeight(LEAST)
        self.table.chosen.connect(lambda _row: self._say_possible())
        self.table.opened.connect(lambda _row: self._restore_chosen())
        card.body.addWidget(self.table, 1)
        card.body.addSpacing(8)
        self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._acts.setSpacing(8)
        self._acts.addLayout(row_of(self.now, self.chosen))
        self._acts.addLayout(row_of(self.from_file, self.to_new))
        self._acts.addStretch(1)
        card.body.addLayout(self._acts)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The acts stand in one row, on a small screen in two."""
        super().resizeEvent(event)
        beside = self.width() >= ROOM_FOR_ALL
        ways = QBoxLayout.Direction
        self._acts.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _second(self) -> Card:
        card = Card(tr("第二文件夹"))
        line = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        self.second = label("", "strong", wrap=True, select=True)
        said = tr("另一块硬盘或移动硬盘上的文件夹，自动备份各存一份。台账旁的备份会和台账一起坏在同一块盘上。")
        words.addWidget(self.second)
        words.addWidget(label(said, "cap", wrap=True))
        line.addLayout(words, 1)
        line.addSpacing(12)
        line.addWidget(self.change)
        card.body.addSpacing(4)
        card.body.addLayout(line)
        return card

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the copies and the second folder."""
        backup = self._page.desk.backup
        self._page.read(
            lambda: (backup.copies(), backup.folder(), backup.second_folder()),
            lambda found: self._show(*found),
            kind="copies",
        )

    def _show(self, copies: tuple[CopyRow, ...], folder: Path, second: Path | None) -> None:
        self.table.set_rows(copies)
        demo = self._page.desk.identity().demo
        self.folder.setText(tr("演示台账不自动备份") if demo else tr("存在 {folder}", folder=folder))
        self.second.setText(str(second) if second else tr("没有设置"))
        self.show_rights()
        self._say_possible()

    def _say_possible(self) -> None:
        row = self.table.current()
        if not self._page.place.may(Right.RESTORE):
            return
        able = row is not None and row.state in {CopyState.READY, CopyState.OTHER_PASSPHRASE}
        self.chosen.setEnabled(able)
        self.chosen.setToolTip("" if able else tr("先选一份读得出的备份"))

    # -- acts ------------------------------------------------------------------------------------------------------

    def _copy_now(self) -> None:
        desk, place = self._page.desk, self._page.place
        name = tr("{office} {day} 备份.desk", office=desk.identity().office, day=f"{self._page.now():%Y-%m-%d %H%M}")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("备份到"), name, tr("台账文件 (*.desk)"))
        if not chosen:
            return
        path = Path(chosen if chosen.endswith(".desk") else f"{chosen}.desk")
        actor, dialog = place.actor, ProgressDialog(self, tr("正在备份并核查"))
        made = dialog.carry_out(place.worker, lambda progress: desk.backup.copy_to(actor, path, progress))
        if made is not None:
            show_notice(self, tr("已备份，核查通过"), copy_in_words(made))
            self._page.read_again()

    def _restore_chosen(self) -> None:
        row = self.table.current()
        if row is not None and self.chosen.isEnabled():
            restore_over(self, self._page, row.path)

    def _restore_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("选择备份"), "", tr("台账文件 (*.desk)"))
        if chosen:
            restore_over(self, self._page, Path(chosen))

    def _restore_new(self) -> None:
        row = self.table.current()
        self._page.place.restore_wanted.emit(row.path if row is not None else None)

    def _change_second(self) -> None:
        dialog = FormDialog(self, tr("第二文件夹"), tr("保存"))
        now = self._page.desk.backup.second_folder()
        field, why = QLineEdit(str(now) if now else ""), QLineEdit()
        why.setMaxLength(200)
        dialog.add_row(tr("文件夹"), field, tr("完整路径，如 /media/备份 或 E:\\备份；清空即关闭"))
        dialog.form.addRow("", button(tr("选择文件夹…"), lambda: _pick(self, field), icon_name="folder"))
        dialog.add_row(tr("理由"), why)
        dialog.consequence.setText(tr("新值和理由记入日志"))
        desk, place = self._page.desk, self._page.place

        def act() -> bool:
            wanted = Path(field.text().strip()) if field.text().strip() else None
            try:
                change = desk.backup.set_second_folder(place.actor, wanted, why.text())
            except (DeskError, Trouble) as error:
                dialog.refuse(sentence(error), field if why.text().strip() else why)
                return False
            place.changes.announce(change)
            return True

        if dialog.run(act):
            self.refresh()
            place.say(tr("第二文件夹已改"))


def _pick(parent: BackupTab, field: QLineEdit) -> None:
    chosen = QFileDialog.getExistingDirectory(parent, tr("第二文件夹"), field.text())
    if chosen:
        field.setText(chosen)


def copy_in_words(made: CopyMade) -> str:
    """What was made, and whether the desk could note it."""
    lines = [
        str(made.path),
        tr("日志 {count} 条，日志头 {head}", count=made.head.entries, head=groups(made.head.hash)),
        tr("已加密，口令与台账相同。") if made.protected else tr("没有加密，拿到文件的人都能读到内容。"),
    ]
    if made.unwritten is not None:
        lines.append(tr("备份没有记入日志：{why}", why=sentence(made.unwritten)))
    return "\n".join(lines)
