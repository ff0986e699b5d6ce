"""The acts on a month, each a dialog that any page may open. They announce their own change.

`lead` brings the user to the place of something missing: `lead(page id, target)`, as `Page.go.emit` does; the dialog
closes first.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from committee_desk.services.desk import Desk
from committee_desk.ui.common.workplace import Workplace

Lead = Callable[[str, object], object]


def close_month(  # noqa: PLR0913, PLR0917 - who, where, what, and how to lead on
    parent: QWidget, place: Workplace, desk: Desk, year: int, month: int, lead: Lead
) -> bool:
    """Show what the month lacks and close it, with a reason where something is missing; whether it was closed."""
    raise NotImplementedError


def reopen_month(parent: QWidget, place: Workplace, desk: Desk, year: int, month: int) -> bool:
    """Ask why, and open a closed or published month again; in 严格 with a second person."""
    raise NotImplementedError


def publish_month(parent: QWidget, place: Workplace, desk: Desk, year: int, month: int) -> bool:
    """Show the sheet and what differs from the last version, publish it, and put PDF and workbook into a folder."""
    raise NotImplementedError


def show_versions(parent: QWidget, place: Workplace, desk: Desk, year: int, month: int) -> None:
    """Every version of the month's sheets, what differs between them, and their paper again."""
    raise NotImplementedError


def grade_quarter(parent: QWidget, place: Workplace, desk: Desk, year: int, quarter: int) -> None:
    """The quarter's grades (平时考核等次), person by person; only where `desk.quarters.on()`."""
    raise NotImplementedError
