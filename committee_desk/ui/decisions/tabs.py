"""The tabs of 决定与送达, one line each: what it is called, where it is built, which targets it takes."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.services.views import Owed
from committee_desk.ui.ballots.tab import Tab
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class DecisionsTab(Tab):
    """A tab of the page. It reads in `refresh`, names its detail in `panel`, and says what it is for."""

    def show_target(self, key: object) -> None:
        """Bring into view what a line of 工作台, the search or another page leads to."""

    def help_text(self) -> str:
        """A few sentences for F1."""
        return ""

    def print_(self) -> None:
        """Ctrl+P in this tab."""
        self._page.go.emit("print", None)

    def show_low(self, *, low: bool) -> None:
        """Leave more of a low window to the table."""


class Offered(NamedTuple):
    """A tab: `built_in` is its module and class within this folder; `kinds` are the lines of 工作台 that it takes."""

    title: Callable[[], str]
    built_in: str
    kinds: tuple[str, ...] = ()

    def build(self, page: "Page") -> DecisionsTab:
        """The tab, on that page."""
        module, name = self.built_in.split(":")
        found: type[DecisionsTab] = getattr(import_module(f"{__package__}.{module}"), name)
        return found(page, self.title())

    def takes(self, key: object) -> bool:
        """Whether what is led to stands in this tab."""
        return (key.kind if isinstance(key, Owed) else str(key).partition(":")[0]) in self.kinds


APPLICATION_KINDS = (
    "application",
    "application_received",
    "application_decide",
    "application_past",
    "application_take_over",
)
"""An application by its number, and the lines of 工作台 on applications."""

TABS: tuple[Offered, ...] = (
    Offered(lambda: tr("决定与送达"), "results_tab:ResultsTab"),
    Offered(lambda: tr("复核申诉"), "applications_tab:ApplicationsTab", APPLICATION_KINDS),
    Offered(lambda: tr("电子签章"), "sealing_tab:SealingTab", ("sealing",)),
)
"""In their order; what none of the others takes is led to the first."""
