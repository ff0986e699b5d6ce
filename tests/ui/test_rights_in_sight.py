"""What who sits at the desk may not see is said on the rail and on the tabs, and never asked of the services."""

from collections.abc import Callable

import pytest

from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common import perform, workplace
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.page_list import PLACES
from committee_desk.ui.printing.page import PrintPage
from committee_desk.ui.ranking.page import RankingPage
from committee_desk.ui.system.page import SystemPage
from tests.services.seated_desks import first_accounts

Settled = Callable[[MainWindow], None]
PASSWORD = "kou ling 9 x"


@pytest.fixture
def everybody(sample_desk: Desk, actor: Actor) -> Desk:
    """A desk in 严格 with an account for each role."""
    accounts = [NewAccount(role.value, f"人{role.value}", (role,), PASSWORD) for role in Role]
    first_accounts(sample_desk, actor, Way.STRICT, accounts)
    return sample_desk


@pytest.mark.parametrize("role", list(Role))
def test_whoever_walks_through_every_page_and_tab_meets_no_refusal(
    window: MainWindow, everybody: Desk, settled: Settled, role: Role, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[BaseException] = []
    for module in (perform, workplace):
        monkeypatch.setattr(module, "tell_failure", lambda _parent, error: refused.append(error))
    everybody.seating.sign_in(role.value, PASSWORD)
    window.show_desk(everybody, "desk")
    window.show()
    settled(window)
    frame = window.frame
    assert frame is not None
    for place in PLACES:
        page = frame.lead_to(place.id) if place.page else None
        settled(window)
        for at in range(page.tabs.count()) if isinstance(page, SystemPage) else ():
            page.tabs.setCurrentIndex(at)
            settled(window)
    frame.read_state()
    settled(window)
    assert refused == []


def test_the_rail_bars_the_administrator_from_the_figures_and_says_why(
    window: MainWindow, everybody: Desk, settled: Settled
) -> None:
    everybody.seating.sign_in("administrator", PASSWORD)
    window.show_desk(everybody, "ranking")
    window.show()
    settled(window)
    frame = window.frame
    assert frame is not None
    assert frame.pages.current is not None
    assert frame.pages.current.page_id == "desk"
    ranking = frame.rail.items["ranking"]
    assert not ranking.isEnabled()
    assert ranking.accessibleName() == "汇总排名，您的角色不能查看"
    assert "不能查看“汇总排名”" in frame.status.message.text()
    offered = {entry.title for entry in window.finding.entries(frame)}
    assert "导出汇总排名" not in offered
    assert "汇总排名" not in offered


def test_who_may_not_print_finds_the_buttons_barred_with_the_reason(
    window: MainWindow, everybody: Desk, settled: Settled
) -> None:
    everybody.seating.sign_in("member", PASSWORD)
    window.show_desk(everybody, "ranking")
    window.show()
    settled(window)
    assert window.frame is not None
    ranking = window.frame.lead_to("ranking")
    settled(window)
    assert isinstance(ranking, RankingPage)
    why = {each.toolTip() for each in (ranking.print_button, ranking.export_button) if not each.isEnabled()}
    assert why == {"您的角色无权打印考核表", "您的角色无权导出"}
    ranking.print_()
    assert window.frame.pages.current is ranking
    printing = window.frame.lead_to("print")
    settled(window)
    assert isinstance(printing, PrintPage)
    for each in (printing.folder_button, printing.print_button):
        assert not each.isEnabled()
        assert each.toolTip() == "您的角色无权打印考核表"
    printing.print_()
    assert window.frame.status.message.text() == "您的角色无权打印考核表"


def test_who_may_print_finds_the_buttons_with_their_keys(window: MainWindow, everybody: Desk, settled: Settled) -> None:
    everybody.seating.sign_in("secretary", PASSWORD)
    window.show_desk(everybody, "print")
    window.show()
    settled(window)
    assert window.frame is not None
    printing = window.frame.lead_to("print")
    settled(window)
    assert isinstance(printing, PrintPage)
    assert printing.folder_button.isEnabled()
    assert "Ctrl+E" in printing.folder_button.toolTip()


def test_a_lock_is_offered_in_the_palette_only_where_it_holds(
    window: MainWindow, sample_desk: Desk, settled: Settled
) -> None:
    window.show_desk(sample_desk, "desk")
    settled(window)
    assert window.frame is not None
    assert "锁定" not in {entry.title for entry in window.finding.entries(window.frame)}
