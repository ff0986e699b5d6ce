"""The places of the rail in the year's order, and the page that stands at each. Pages load when led to."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from committee_desk.domain.roles import Right
from committee_desk.ui.common.page import Page
from committee_desk.wording.language import tr

HOME = "desk"


class Place(NamedTuple):
    """One line of the rail. A place without `page` comes with a later version; a step belongs to the year's process.

    `right` is what its page reads with: whoever lacks it is told so on the rail and not by a refusal.
    """

    id: str
    title: Callable[[], str]
    icon: str
    step: bool = False
    page: str = ""
    right: Right = Right.SEE_DESK

    def page_class(self) -> type[Page]:
        """The page's class, imported now."""
        module, name = self.page.split(":")
        found: type[Page] = getattr(import_module(f"committee_desk.ui.{module}"), name)
        return found


PLACES = (
    Place(HOME, lambda: tr("工作台"), "layout-dashboard", page="home.page:HomePage"),
    Place("scheme", lambda: tr("方案"), "scale", step=True, page="scheme.page:SchemePage"),
    Place(
        "cases", lambda: tr("案件与评查"), "briefcase", step=True, page="cases.page:CasesPage", right=Right.SEE_CASES
    ),
    Place("entry", lambda: tr("评分录入"), "pencil", step=True, page="entry.page:EntryPage", right=Right.SEE_SCORES),
    Place("ballots", lambda: tr("测评"), "users", step=True, page="ballots.page:BallotsPage", right=Right.SEE_SCORES),
    Place(
        "ranking",
        lambda: tr("汇总排名"),
        "chart-dots",
        step=True,
        page="ranking.page:RankingPage",
        right=Right.SEE_SCORES,
    ),
    Place(
        "grading",
        lambda: tr("等次审议"),
        "gavel",
        step=True,
        page="grading.page:GradingPage",
        right=Right.SEE_GRADING,
    ),
    Place(
        "publication",
        lambda: tr("公示"),
        "speakerphone",
        step=True,
        page="publication.page:PublicationPage",
        right=Right.SEE_GRADING,
    ),
    Place(
        "objections",
        lambda: tr("异议与复核"),
        "message-report",
        step=True,
        page="objections.page:ObjectionsPage",
        right=Right.SEE_OBJECTIONS,
    ),
    Place(
        "decisions",
        lambda: tr("决定与送达"),
        "mail-forward",
        step=True,
        page="decisions.page:DecisionsPage",
        right=Right.SEE_GRADING,
    ),
    Place("rewards", lambda: tr("结果运用"), "award", step=True),
    Place("people", lambda: tr("人员"), "users", page="people.page:PeoplePage", right=Right.SEE_PEOPLE),
    Place("print", lambda: tr("打印"), "printer", page="printing.page:PrintPage", right=Right.SEE_SCORES),
    Place("verify", lambda: tr("核验"), "shield-check", page="verify.page:VerifyPage"),
    Place("archive", lambda: tr("业绩档案"), "folder"),
    Place("system", lambda: tr("系统"), "settings", page="system.page:SystemPage"),
)


def place(page_id: str) -> Place:
    """The place with that id; KeyError when there is none."""
    for each in PLACES:
        if each.id == page_id:
            return each
    raise KeyError(page_id)
