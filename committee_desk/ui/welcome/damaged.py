"""A desk that does not open because it is damaged: the sentence, and the two ways out."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.backup import CopyName, folder_of_copies
from committee_desk.domain.desk_file import PassphraseNeeded, WrongPassphrase
from committee_desk.ui.common.icons import icon
from committee_desk.ui.common.messages import show_notice
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.surfaces import Banner, label
from committee_desk.ui.welcome.passphrase import ask_passphrase
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.services.salvage_views import SavedTable
    from committee_desk.ui.common.page import Workplace
    from committee_desk.ui.doors import Doors

MOST = 4


class DamagedCard(QFrame):
    """`salvage` and `restore` are done with; `restore` takes a copy, or None to choose one."""

    def __init__(self, salvage: Callable[[], object], restore: Callable[[Path | None], object]) -> None:
        super().__init__()
        self.setProperty("r", "card")
        self._salvage, self._restore = salvage, restore
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)

    def show_desk(self, path: Path, said: str) -> None:
        """Say what is wrong with that file, and list the copies beside it."""
        self._column.addWidget(Banner("bad", tr("“{name}”打不开", name=path.name), said))
        self.first = self._line("history", tr("从备份恢复到新文件…"), lambda: self._restore(None))
        for name, file in copies_beside(path)[:MOST]:
            at = f"{name.moment:%Y-%m-%d %H:%M}"
            self._line("clock", tr("恢复 {at} 的自动备份…", at=at), partial(self._restore, file))
        self._column.addWidget(label(tr("没有可用的备份时，可以抢救数据"), "cap"))
        self._line("file-plus", tr("抢救数据…"), self._salvage)

    def _line(self, mark: str, text: str, act: Callable[[], object]) -> QPushButton:
        line = QPushButton(icon(mark, "sub", 16), text)
        line.setProperty("k", "past")
        line.clicked.connect(lambda _=False: act())
        self._column.addWidget(line)
        return line


def copies_beside(path: Path) -> Sequence[tuple[CopyName, Path]]:
    """The automatic copies in the desk's own folder, newest first, without those that were set aside as broken."""
    try:
        files = tuple(folder_of_copies(path).iterdir())
    except OSError:
        return ()
    found = [(name, file) for file in files if (name := CopyName.read(file.name)) is not None and not name.unsound]
    return sorted(found, key=lambda each: (each[0].moment, each[0].number), reverse=True)


def salvage_file(window: QWidget, place: "Workplace", doors: "Doors", path: Path) -> Path | None:
    """Save what can be read of a file that does not open into a new one; that one, None where nothing was saved."""
    start = str(path.with_name(tr("{name}-抢救.desk", name=path.stem)))
    chosen, _ = QFileDialog.getSaveFileName(window, tr("抢救到哪个新文件"), start, tr("台账文件 (*.desk)"))
    if not chosen:
        return None
    target = Path(chosen if chosen.endswith(".desk") else f"{chosen}.desk")
    passphrase: str | None = None
    while True:
        try:
            saved = _carry_out(window, place, doors, path, target, passphrase)
            break
        except (PassphraseNeeded, WrongPassphrase) as error:
            refused = error if isinstance(error, WrongPassphrase) else None
        passphrase = ask_passphrase(window, path.name, refused)
        if passphrase is None:
            return None
    if saved is None:
        return None
    from committee_desk.wording.salvage import saved_in_words  # noqa: PLC0415 - hardly ever

    show_notice(window, tr("已抢救到“{name}”", name=str(target)), saved_in_words(saved))
    return target


def _carry_out(  # noqa: PLR0913, PLR0917 - where from, where to, and with what
    window: QWidget, place: "Workplace", doors: "Doors", path: Path, target: Path, passphrase: str | None
) -> "tuple[SavedTable, ...] | None":
    dialog = ProgressDialog(window, tr("正在抢救数据"), stoppable=False)
    return dialog.carry_out(
        place.worker,
        lambda _progress: doors.salvage(path, target, passphrase),
        asks=(PassphraseNeeded, WrongPassphrase),
    )
