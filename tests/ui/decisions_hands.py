"""Hands on 决定与送达: the page in view, what its list says, a second person, what stands in the details."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.decisions.page import DecisionsPage
from committee_desk.ui.main_window import MainWindow
from tests.services.closing_years import ClosingOffice
from tests.ui.answering import Act, said
from tests.ui.closing_hands import Clerk

Settled = Callable[[MainWindow], None]
SERVER, WITNESSES = "范伟雪", ("郝文俊", "彭强涛")
Clerks = Callable[[], Clerk]


def page_of(clerk: Clerk) -> DecisionsPage:
    """The page in view."""
    page = clerk.page
    assert isinstance(page, DecisionsPage)
    return page


def table(clerk: Clerk) -> dict[str, tuple[str, ...]]:
    """What the list says of everybody whom it shows, by code."""
    shown: Any = page_of(clerk).results.table
    columns = [each for each in shown.rows.spec.columns if each.id in {"grade", "state", "notice", "remark"}]
    return {each.code: tuple(column.text(each) for column in columns) for each in shown.shown}


def second(clerk: Clerk, told: list[str]) -> Act:
    """王芳 confirms; what was asked is kept."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, SecondDialog)
        told.append(said(dialog))
        clerk.type("王芳")
        clerk.confirm()

    return act


def today(office: ClosingOffice) -> str:
    return office.today.isoformat()


def facts_of(page: DecisionsPage) -> str:
    found = page.results.panel.facts
    return "\n".join(found.item(at).text() for at in range(found.count()))
