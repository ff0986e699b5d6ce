"""Opening a desk file: its passphrase, and what stands in the way, each in a dialog that says what to do."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from committee_desk.domain.desk_file import OlderThanRemembered, PassphraseNeeded, WrongPassphrase
from committee_desk.services.access import AcceptOlder
from committee_desk.services.desk import Desk
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.doors import Doors


class Opening:
    """Opens desks for a window, asking on top of it."""

    def __init__(self, parent: QWidget, doors: Doors) -> None:
        self._parent, self._doors = parent, doors

    def open(self, path: Path) -> Desk | None:
        """The desk; None when it was refused or cancelled, which the user has then been told."""
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
            except Exception as error:  # noqa: BLE001 - refusal, trouble and bug are sorted in tell_failure
                tell_failure(self._parent, error)
                return None

    def _passphrase(self, path: Path, error: PassphraseNeeded | WrongPassphrase) -> str | None:
        from committee_desk.ui.welcome.passphrase import ask_passphrase  # noqa: PLC0415 - not needed at start

        return ask_passphrase(self._parent, path.name, error if isinstance(error, WrongPassphrase) else None)

    def _take_older(self, error: OlderThanRemembered) -> AcceptOlder | None:
        from committee_desk.ui.welcome.older import ask_older  # noqa: PLC0415 - not needed at start

        return ask_older(self._parent, error)
