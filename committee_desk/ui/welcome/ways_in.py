"""The ways to a desk: a file that is chosen or remembered, a new one, the sample office."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from committee_desk.domain.desk_file import DeskDamaged, OlderThanRemembered, PassphraseNeeded, WrongPassphrase
from committee_desk.services.access import AcceptOlder
from committee_desk.services.desk import Desk
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.doors import Doors
from committee_desk.ui.welcome.recent import RecentDesks
from committee_desk.wording.language import tr


class WaysIn:
    """Opens, founds and demonstrates desks for a window, asking on top of it."""

    def __init__(self, parent: QWidget, place: Workplace, doors: Doors, recent: RecentDesks) -> None:
        self._parent, self._place, self._doors, self._recent = parent, place, doors, recent

    def choose(self) -> Path | None:
        """Pick a desk file."""
        last = self._recent.last()
        start = str(last.parent) if last else ""
        name, _ = QFileDialog.getOpenFileName(self._parent, tr("打开台账"), start, tr("台账文件 (*.desk)"))
        return Path(name) if name else None

    def open(self, path: Path) -> Desk | None:
        """The desk; None when it was refused or cancelled, which the user has then been told. A damaged one raises."""
        passphrase: str | None = None
        accepted: AcceptOlder | None = None
        while True:
            try:
                return self._doors.open_desk(path, passphrase, accepted)
            except (PassphraseNeeded, WrongPassphrase) as error:
                passphrase = self._passphrase(path, error)
                if passphrase is None:
                    return None
            except OlderThanRemembered as error:
                accepted = self._take_older(error)
                if accepted is None:
                    return None
            except DeskDamaged:
                raise
            except Exception as error:  # noqa: BLE001 - refusal, trouble and bug are sorted in tell_failure
                tell_failure(self._parent, error)
                return None

    def _passphrase(self, path: Path, error: PassphraseNeeded | WrongPassphrase) -> str | None:
        from committee_desk.ui.welcome.passphrase import ask_passphrase  # noqa: PLC0415 - not needed at start

        return ask_passphrase(self._parent, path.name, error if isinstance(error, WrongPassphrase) else None)

    def _take_older(self, error: OlderThanRemembered) -> AcceptOlder | None:
        from committee_desk.ui.welcome.older import ask_older  # noqa: PLC0415 - not needed at start

        return ask_older(self._parent, error)

    def found(self) -> Desk | None:
        """Found a desk; None when cancelled."""
        from committee_desk.ui.welcome.new_desk import NewDeskDialog  # noqa: PLC0415 - not needed at start

        return NewDeskDialog(self._parent, self._doors.unfit_place).found(self._doors.new_desk)

    def demonstrate(self) -> Path | None:
        """Make a demonstration desk of the sample office in a folder of the user's choice."""
        folder = QFileDialog.getExistingDirectory(self._parent, tr("样例台账放在哪里"))
        if not folder:
            return None
        from committee_desk.ui.common.progress import ProgressDialog  # noqa: PLC0415 - not needed at start

        dialog = ProgressDialog(self._parent, tr("正在准备样例院"))
        return dialog.carry_out(self._place.worker, lambda progress: self._doors.make_demo(Path(folder), progress))
