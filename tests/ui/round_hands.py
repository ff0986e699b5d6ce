"""A clerk at the keyboard who holds a rating round: what is typed into its forms, and what stands on the page."""

from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from committee_desk.services.changes import Change, Topic
from committee_desk.ui.ballots.page import BallotsPage
from committee_desk.ui.common.tables import ListTable
from tests.ui.answering import Act
from tests.ui.closing_hands import Clerk, seen

DOCUMENT = "检考委〔2026〕8号"


def read(table: ListTable[Any]) -> list[dict[str, str]]:
    """A table as it is read: each line by its headings."""
    return [{each.heading: each.text(row) for each in table.rows.spec.columns} for row in table.shown]


class RoundClerk(Clerk):
    """Knows the tab 民主测评."""

    @property
    def tab(self) -> Any:
        """The tab, for what its tables show."""
        page = self.page
        assert isinstance(page, BallotsPage)
        assert page.tab is page.rounds
        return page.rounds

    def line(self, *headings: str) -> tuple[str, ...]:
        """Of the one round in the list what stands under these headings."""
        (line,) = read(self.tab.progress.table)
        return tuple(line[each] for each in headings)

    def tell(self) -> None:
        """The page hears that slips came in."""
        self.window.place.changes.announce(Change.of(Topic.ROUNDS))
        self.settle()

    def barred(self, word: str) -> str:
        """Why a button of the tab is barred; empty where it is not."""
        (found,) = (each for each in self.tab.findChildren(QPushButton) if word in each.text() and each.isVisible())
        return "" if found.isEnabled() else str(found.toolTip())

    # -- forms -----------------------------------------------------------------------------------------------------

    def fills(self, *texts: str) -> Act:
        """Types into one field after the other and confirms."""

        def act(_dialog: QWidget) -> None:
            self.type(*texts)
            self.confirm()

        return act

    def stumbles(self, heard: list[str], *tries: tuple[str, ...]) -> Act:
        """Confirms each try in turn from the field that the refusal before put the focus in, and hears it refused; the
        last one is good."""

        def act(dialog: QWidget) -> None:
            for texts in tries:
                heard.append(seen(dialog))
                self.type(*texts)
                self.confirm()

        return act
