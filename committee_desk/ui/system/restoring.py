"""Putting a copy back over the desk in use: what would be lost and what would change first, then a reason and two."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from committee_desk.domain.backup import CopyPassphraseWrong, Relation
from committee_desk.services.backup_views import Counted, RestorePreview, SettingDiffers
from committee_desk.services.changes import Change, Topic
from committee_desk.services.views import JournalRow
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.dialogs import ask_reason
from committee_desk.ui.common.enter import press_focused
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.second import with_second
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import Banner, button, label, scrolled
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import HEADER_ROW, ROW_COMPACT
from committee_desk.ui.system.journal_columns import entry_columns
from committee_desk.wording.backups import relation_in_words, table_name
from committee_desk.wording.language import tr
from committee_desk.wording.settings import setting_name

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

SIZE = QSize(860, 620)
FEW, NAMED = 4, 4


def _counted() -> tuple[Column[Counted], ...]:
    return (
        Column("table", tr("内容"), lambda row: table_name(row.table), 130, style=Style.NAME, stretch=True),
        Column("now", tr("现在"), lambda row: str(row.now), 80, right=True, sort=lambda row: row.now),
        Column("then", tr("备份里"), lambda row: str(row.then), 80, right=True, sort=lambda row: row.then),
        Column("lost", tr("丢掉"), lambda row: str(row.lost or ""), 80, right=True, sort=lambda row: row.lost,
               role=lambda row: "bad" if row.lost else None),
        Column("back", tr("回来"), lambda row: str(row.back or ""), 80, right=True, sort=lambda row: row.back),
    )  # fmt: skip


KINDS = {Relation.SAME: "info", Relation.OLDER: "warn", Relation.AHEAD: "info", Relation.DIVERGED: "bad"}


def whose(rows: Sequence[JournalRow]) -> str:
    """Whose acts would be lost, those with most first."""
    counted = Counter(row.actor for row in rows).most_common()
    said = [tr("{actor} {count} 条", actor=actor, count=count) for actor, count in counted[:NAMED]]
    more = [tr("等 {count} 人", count=len(counted))] if len(counted) > NAMED else []
    return tr("、").join(said + more)


def settings_in_words(differing: Sequence[SettingDiffers]) -> str:
    """The settings that would change."""
    at_default = tr("默认值")
    return tr("；").join(
        tr(
            "{name}：{now} → {then}",
            name=setting_name(each.key),
            now=each.now or at_default,
            then=each.then or at_default,
        )
        for each in differing
    )


class RestoreDialog(QDialog):
    """The preview. Accepted when the user wants to go on to the reason and the second person."""

    def __init__(self, parent: QWidget, page: "Page", preview: RestorePreview) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("恢复备份“{name}”", name=preview.copy.name))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(Banner(KINDS[preview.relation], relation_in_words(preview)))
        for said in _notes(preview):
            column.addWidget(label(said, "sub", wrap=True))
        if preview.lost:
            lost = tr("会丢掉的日志（{count} 条：{whose}）", count=preview.lost_count, whose=whose(preview.lost))
            column.addWidget(label(lost, "h3", wrap=True))
            self.lost: ListTable[JournalRow] = ListTable(
                TableSpec("lost", entry_columns(), key=lambda row: row.seq, sort_by="seq", ascending=False),
                tr("会丢掉的日志"), page.place.memory, height=ROW_COMPACT,
            )  # fmt: skip
            self.lost.set_rows(preview.lost)
            _as_high_as_rows(self.lost, len(preview.lost))
            column.addWidget(self.lost, 2)
        changed = [each for each in preview.counts if each.lost or each.back]
        if changed:
            column.addWidget(label(tr("会变的内容"), "h3"))
            self.counts: ListTable[Counted] = ListTable(
                TableSpec("restored", _counted(), key=lambda row: row.table, sort_by="lost", ascending=False),
                tr("会变的内容"), page.place.memory, height=ROW_COMPACT,
            )  # fmt: skip
            self.counts.set_rows(changed)
            _as_high_as_rows(self.counts, len(changed))
            column.addWidget(self.counts, 1)
        outer.addWidget(scrolled(content, self.windowTitle()), 1)
        outer.addWidget(hairline())
        outer.addLayout(self._foot(preview))
        column.addStretch(1)
        fit_dialog(self, SIZE)
        first = next((each for each in self.findChildren(ListTable)), self.go_on)
        (first if first.isEnabled() else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, Ctrl+Enter goes on."""
        if Shortcut.CONFIRM.pressed_by(event):
            self.go_on.click()
        elif not press_focused(self, event):
            super().keyPressEvent(event)

    def _foot(self, preview: RestorePreview) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(20, 12, 20, 12)
        line.setSpacing(8)
        said = tr("恢复前先自动备份现在的台账。恢复须填理由，由两人办理。")
        line.addWidget(label(said, "cap", wrap=True), 1)
        self.cancel = button(tr("取消"), self.reject)
        self.go_on = button(tr("恢复…"), self.accept, primary=True)
        self.go_on.setEnabled(preview.relation is not Relation.SAME)
        for each in (self.cancel, self.go_on):
            each.setAutoDefault(False)
            line.addWidget(each)
        return line


def _as_high_as_rows(table: ListTable[Any], rows: int) -> None:
    """No higher than its rows, and no lower than a few of them: whole rows in sight where the screen has room."""
    edges = 2 * table.frameWidth()
    table.setMinimumHeight(HEADER_ROW + edges + min(rows, FEW) * ROW_COMPACT)
    table.setMaximumHeight(HEADER_ROW + edges + rows * ROW_COMPACT)


def _notes(preview: RestorePreview) -> list[str]:
    at = f"{preview.there_at:%Y-%m-%d %H:%M}" if preview.there_at else ""
    heads = tr(
        "现在：日志 {here} 条。备份：日志 {there} 条，最后一条记于 {at}。",
        here=preview.here.entries, there=preview.there.entries, at=at,
    )  # fmt: skip
    notes = [heads]
    if preview.settings:
        notes.append(tr("设置会变：{changes}", changes=settings_in_words(preview.settings)))
    if preview.migrates:
        notes.append(tr("备份由旧版程序写成，恢复后升级到现在的版本。"))
    if preview.other_passphrase:
        notes.append(tr("备份用的是另一口令，恢复后改用台账现在的口令。"))
    return notes


def restore_over(parent: QWidget, page: "Page", copy: Path) -> None:
    """From the preview to the restored desk; nothing happens where the user stops on the way."""
    found = _preview(parent, page, copy)
    if found is None:
        return
    preview, passphrase = found
    if RestoreDialog(parent, page, preview).exec() != QDialog.DialogCode.Accepted:
        return
    text = tr("“{name}”将取代现在的台账。", name=copy.name)
    why = ask_reason(parent, tr("恢复备份"), text, tr("继续"))
    if why is None:
        return
    desk, place = page.desk, page.place
    act = tr("将备份“{name}”恢复到本台账", name=copy.name)
    done = with_second(
        parent, desk, act,
        lambda second: desk.backup.restore_over(
            place.actor, copy, why, second, seen=preview.here, passphrase=passphrase
        ),
    )  # fmt: skip
    if done is not None:
        _seat_again(page, done)
        place.say(tr("已恢复备份“{name}”", name=copy.name))


def _seat_again(page: "Page", done: Change) -> None:
    """The copy has its own accounts: who sits here goes on with what it gives them, else somebody signs in."""
    place, seat = page.place, page.desk.seat
    if seat.has_accounts and not seat.rights():
        place.accounts_made.emit()
        return
    place.seat(seat)
    place.changes.announce(Change.of(*Topic, entry=done.entry))


def _preview(parent: QWidget, page: "Page", copy: Path) -> tuple[RestorePreview, str | None] | None:
    """The preview, with the copy's own passphrase where it has another one than the desk."""
    from committee_desk.ui.welcome.passphrase import ask_passphrase  # noqa: PLC0415 - hardly ever

    passphrase: str | None = None
    while True:
        try:
            preview = _read(parent, page, copy, passphrase)
        except CopyPassphraseWrong as error:
            if passphrase is not None:
                tell_failure(parent, error)
            passphrase = ask_passphrase(parent, copy.name)
            if passphrase is None:
                return None
        else:
            return (preview, passphrase) if preview is not None else None


def _read(parent: QWidget, page: "Page", copy: Path, passphrase: str | None) -> RestorePreview | None:
    backup, dialog = page.desk.backup, ProgressDialog(parent, tr("正在核查备份并与台账比较"))
    return dialog.carry_out(
        page.place.worker,
        lambda progress: backup.preview(copy, passphrase=passphrase, progress=progress),
        asks=(CopyPassphraseWrong,),
    )
