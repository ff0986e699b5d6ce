"""Everything that can be done from anywhere: the acts of every page, the pages, the program. The palette lists them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from committee_desk.ui.ballots import offers as ballots
from committee_desk.ui.cases import offers as cases
from committee_desk.ui.common.offer import Offer
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.theme import DARK_LOOK, LIGHT_LOOK, SYSTEM
from committee_desk.ui.decisions import offers as decisions
from committee_desk.ui.entry import offers as entry
from committee_desk.ui.frame.frame import Frame
from committee_desk.ui.frame.menu import ProgramAct, look_names
from committee_desk.ui.frame.palette import Entry
from committee_desk.ui.grading import offers as grading
from committee_desk.ui.objections import offers as objections
from committee_desk.ui.page_list import PLACES, place
from committee_desk.ui.people import offers as people
from committee_desk.ui.printing import offers as printing
from committee_desk.ui.publication import offers as publication
from committee_desk.ui.ranking import offers as ranking
from committee_desk.ui.scheme import offers as scheme
from committee_desk.ui.system import offers as system
from committee_desk.ui.verify import offers as verify
from committee_desk.wording.language import tr

LOOK_ICONS = {SYSTEM: "device-desktop", LIGHT_LOOK: "sun", DARK_LOOK: "moon"}


OFFERS: dict[str, Callable[[], tuple[Offer, ...]]] = {
    "scheme": scheme.offers,
    "cases": cases.offers,
    "entry": entry.offers,
    "ballots": ballots.offers,
    "ranking": ranking.offers,
    "grading": grading.offers,
    "objections": objections.offers,
    "publication": publication.offers,
    "decisions": decisions.offers,
    "people": people.offers,
    "print": printing.offers,
    "verify": verify.offers,
    "system": system.offers,
}
"""What each page offers, in the rail's order; the pages themselves are not made for it."""


@dataclass(frozen=True, slots=True)
class PageAct:
    """What a page offers, and which page."""

    page: str
    title: str
    icon: str
    key: Shortcut | None
    also: str


def page_acts() -> tuple[PageAct, ...]:
    """The acts of all pages, in the rail's order."""
    return tuple(PageAct(page, *offer) for page, offers in OFFERS.items() for offer in offers())


def entries(frame: Frame) -> list[Entry]:
    """What the current page offers first, then the acts of the others, then the pages."""
    current = frame.pages.current
    offers = current.commands() if current else ()
    about, acts = current.title() if current else "", page_acts()
    also = {act.title: act.also for act in acts}
    own = [
        Entry(
            each.title, each.key.shown if each.key else about, each.icon, each.run, each.barred,
            also=also.get(each.title, ""),
        )
        for each in offers
    ]  # fmt: skip
    here, barred = {each.title for each in offers}, frame.barred()
    others = [
        Entry(
            act.title,
            place(act.page).title(),
            act.icon,
            lambda act=act: carry_out(frame, act),  # type: ignore[misc]
            also=act.also,
        )
        for act in acts
        if act.title not in here and act.page not in barred
    ]
    pages = [
        Entry(each.title(), tr("页面"), each.icon, lambda each=each: frame.enter(each.id), page=True)  # type: ignore[misc]
        for each in PLACES
        if each.page and each.id not in barred
    ]
    return [*own, *others, *pages]


def carry_out(frame: Frame, act: PageAct) -> None:
    """Go to the page, and do it there once the page shows what it works on."""
    page = frame.lead_to(act.page)
    page.when_read(lambda: _run(page, act.title))


def _run(page: Page, title: str) -> None:
    command = next((each.run for each in page.commands() if each.title == title), None)
    if command is not None:
        command()


def program_entries(acts: tuple[ProgramAct, ...], choose: Callable[[str], object]) -> list[Entry]:
    """The acts of the program, and the looks."""
    looks = [
        Entry(tr("外观：{name}", name=name), "", LOOK_ICONS[look], partial(choose, look)) for look, name in look_names()
    ]
    return [*(Entry(each.title, each.key.shown if each.key else "", each.icon, each.run) for each in acts), *looks]
