"""The door to the typing of printed slips: from the page 测评, for one open round."""

from PySide6.QtWidgets import QWidget

from committee_desk.services.desk import Desk
from committee_desk.ui.common.page import Workplace


def open_typing(parent: QWidget, place: Workplace, desk: Desk, year: int, number: int) -> None:
    """Type slips of that round until the window is left; the screens then hear what was counted."""
    from committee_desk.ui.slips.dialog import open_dialog  # noqa: PLC0415 - few who look at a round type its slips

    open_dialog(parent, place, desk, year, number)
