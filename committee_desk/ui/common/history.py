"""The way to a figure's history: an icon, a shortcut and a line of Ctrl+K. The dialog loads when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import tool
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.services.history_views import FactKind
    from committee_desk.ui.common.page import Page


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded fact: its kind and its natural key. What the history is asked of; `field` is which of its figures."""

    kind: "FactKind"
    key: tuple[object, ...]
    field: str = ""


class Asked(NamedTuple):
    """Whose history is asked for: what it is called, and the recorded facts or the person's indicators it rests on."""

    name: str
    facts: tuple[Recorded, ...] = ()
    code: str = ""
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryTarget:
    """Where the journal is to open: the entry of that number."""

    seq: int


class HistoryDoor:
    """The way from what is chosen in a detail panel to its history: an icon there, a shortcut, a line of Ctrl+K."""

    def __init__(self, page: "Page", asked: Callable[[], Asked | None]) -> None:
        self._page, self._asked = page, asked
        self.tool = tool(tr("历史"), "history", self.open, Shortcut.HISTORY)

    def open(self) -> None:
        """Show it, or say what must be chosen first."""
        asked = self._asked()
        if asked is None:
            self._page.place.say(tr("先在右侧选中一项，再看它的历史"))
        else:
            from committee_desk.ui.common.history_dialog import show_history  # noqa: PLC0415 - see above

            show_history(self._page, asked)

    def command(self) -> PageCommand:
        """The same as one of the page's commands."""
        return PageCommand(Shortcut.HISTORY.does(), self.open, "history", Shortcut.HISTORY)
