"""The acts on a month, each a dialog that any page may open. They announce their own change.

`lead` brings the user to the place of something missing: `lead(page id, target)`, as `Page.go.emit` does; the dialog
closes first.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from committee_desk.domain.months import MonthState, quarter_of
from committee_desk.domain.people import Category
from committee_desk.services.desk import Desk
from committee_desk.ui.common.dialogs import ask_reason
from committee_desk.ui.common.perform import perform
from committee_desk.ui.common.second import with_second_if_needed
from committee_desk.ui.common.workplace import Workplace
from committee_desk.ui.months.closing import ClosingDialog, Unaccepted
from committee_desk.ui.months.explaining import ExplainingDialog, Whose
from committee_desk.ui.months.publishing import PublishingDialog
from committee_desk.ui.months.quarter import QuarterDialog
from committee_desk.ui.months.versions import VersionsDialog
from committee_desk.wording.language import tr
from committee_desk.wording.months import of_the_year

Lead = Callable[[str, object], object]


def close_month(  # noqa: PLR0913, PLR0917 - who, where, what, and how to lead on
    parent: QWidget,
    place: Workplace,
    desk: Desk,
    year: int,
    month: int,
    lead: Lead,
    unaccepted: Unaccepted | None = None,
) -> bool:
    """Show what the month lacks and close it, with a reason where something is missing; whether it was closed.

    It waits for what was typed and not accepted.
    """
    lacks = perform(parent, place.changes, lambda: desk.months.missing(year, month))
    if lacks is None:
        return False
    dialog = ClosingDialog(parent, place, desk, (year, month), lacks, unaccepted)
    closed = dialog.run(dialog.close_it)
    if dialog.goes_to_cells and unaccepted is not None:
        unaccepted.go()
    elif dialog.wanted is not None and dialog.wanted.kind == "ungraded":
        grade_quarter(parent, place, desk, year, quarter_of(month))
    elif dialog.wanted is not None:
        lead(dialog.wanted.page, dialog.wanted.target)
    if closed:
        place.say(tr("{month}已关账", month=of_the_year(year, month)))
    return closed


def reopen_month(parent: QWidget, place: Workplace, desk: Desk, year: int, month: int) -> bool:
    """Ask why, and open a closed or published month again; in 严格 with a second person."""
    named = of_the_year(year, month)
    published = desk.months.strip(year)[month - 1].state is MonthState.PUBLISHED
    text = (
        tr("{month}已经公布。重开后可以更正，原来公布的一版留存，更正后须再关账、公布新的一版。", month=named)
        if published
        else tr("{month}已经关账。重开后可以继续录入，之后须再关账。", month=named)
    )
    why = ask_reason(parent, tr("重开{month}", month=named), text, tr("重开"))
    if why is None:
        return False
    change = perform(
        parent,
        place.changes,
        lambda: with_second_if_needed(
            parent,
            desk,
            tr("重开{month}，理由：{why}", month=named, why=why),
            lambda second: desk.months.reopen(place.actor, year, month, why, second),
        ),
    )
    if change is not None:
        place.say(tr("{month}已重开", month=named))
    return change is not None


def publish_month(parent: QWidget, place: Workplace, desk: Desk, year: int, month: int) -> bool:
    """Show what is published and what differs from the last version; publish it, with its files where wanted."""
    dialog = PublishingDialog(parent, place, desk, year, month)
    published = dialog.run(dialog.publish)
    if published:
        dialog.put_files()
    return published


def show_versions(parent: QWidget, place: Workplace, desk: Desk, year: int, month: int) -> None:
    """Every version of the month's sheets, what differs between them, and their paper again."""
    VersionsDialog(parent, place, desk, year, month).exec()


def grade_quarter(parent: QWidget, place: Workplace, desk: Desk, year: int, quarter: int) -> None:
    """The quarter's grades (平时考核等次), person by person; only where `desk.quarters.on()`."""
    QuarterDialog(parent, place, desk, year, quarter).exec()


def explain_month(  # noqa: PLR0913, PLR0917 - who, where, whose
    parent: QWidget,
    place: Workplace,
    desk: Desk,
    year: int,
    month: int,
    category: Category = Category.PROSECUTOR,
    code: str = "",
) -> None:
    """One person's month on one page (个人月度得分说明), looked at, put into a folder or printed."""
    ExplainingDialog(parent, place, desk, Whose(year, month, category, code)).exec()
