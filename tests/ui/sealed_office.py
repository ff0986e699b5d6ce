"""The sample desk with final sheets of two people, for the tests of sealing and verifying in the window."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.second import Second
from tests.sealing import PASSPHRASE, Decided
from tests.ui.closing_hands import seen

__all__ = ["PASSPHRASE", "SECOND", "YEAR", "decided_on", "seal_all", "seen", "told"]

SECOND, YEAR = Second("李强"), 2026


def decided_on(desk: Desk) -> Decided:
    """Two people's results are decided and locked there."""
    finals = Decided()
    desk.__dict__["_final_sheets"] = finals
    return finals


def seal_all(desk: Desk, actor: Actor, folder: Path) -> tuple[Path, ...]:
    """The office has its certificate and seals everybody; the files."""
    if desk.certificates.view().seal is None:
        desk.certificates.make(actor, PASSPHRASE, SECOND)
    return desk.signing.seal(actor, YEAR, None, PASSPHRASE, folder).paths


def told(widget: QWidget) -> str:
    """What a card says, seen or scrolled away."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if not each.isHidden())
