"""决定与送达 in the window: its tabs, rights, English, small screens, and what comes before it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.desk_file import ReadOnly
from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_views import NewAccount
from committee_desk.ui.decisions.serving import ServeForm
from committee_desk.ui.main_window import MainWindow
from tests.services.closing_years import CLERK, ClosingOffice, closing_office
from tests.services.decided_years import DOCUMENT, decide, row, serve, sign, view
from tests.services.seated_desks import first_accounts
from tests.ui.answering import CTRL, said
from tests.ui.closing_hands import ESC, SHIFT, SPACE, TAB, Clerk
from tests.ui.decisions_hands import SERVER, Clerks, Settled, facts_of, page_of, table

PASSWORD = "kou ling 9 x"


def test_ctrl_tab_leads_to_the_list_of_the_next_tab_and_back(clerk: Clerks) -> None:
    at = clerk()
    assert page_of(at).results.table.hasFocus()
    at.key(TAB, held=CTRL)
    at.settle()
    assert page_of(at).tabs.currentIndex() == 1
    at.key(TAB, held=CTRL | SHIFT)
    at.settle()
    assert page_of(at).tabs.currentIndex() == 0
    assert page_of(at).results.table.hasFocus(), "arrows walk in the list at once"


def test_a_desk_that_is_only_read_bars_every_act_with_the_reason(clerk: Clerks, office: ClosingOffice) -> None:
    decide(office)
    at = clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()
    assert page.results.serving.isEnabled()
    page.place.show_read_only(ReadOnly.DAMAGED)
    for button in (page.results.serving, page.results.signing, page.archive_button, page.decide_button):
        assert not button.isEnabled()
        assert "台账已损坏" in button.toolTip()
    page.place.show_read_only(None)
    assert page.results.serving.isEnabled()


def test_who_may_only_see_grades_finds_every_act_barred_with_the_reason(clerk: Clerks, office: ClosingOffice) -> None:
    decide(office)
    serve(office, "J009")
    accounts = [NewAccount(role.value, f"人{role.value}", (role,), PASSWORD) for role in Role]
    first_accounts(office.desk, CLERK, Way.STRICT, accounts)
    office.desk.seating.sign_in(Role.MEMBER.value, PASSWORD)
    at = clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()
    assert table(at)["J009"][2].startswith("2026-通-")
    for button in (page.decide_button, page.archive_button, page.results.serving, page.results.signing):
        assert not button.isEnabled()
        assert "您的角色无权" in button.toolTip()


@pytest.mark.usefixtures("stays")
def test_esc_asks_before_what_was_typed_is_thrown_away(clerk: Clerks, office: ClosingOffice) -> None:
    decide(office)
    at, asked = clerk(), []

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, ServeForm)
        at.type(SERVER)
        at.key(ESC)

    def give_up(question: QWidget) -> None:
        asked.append(said(question))
        at.key(TAB, SPACE) if at.under().text() != "放弃" else at.key(SPACE)  # type: ignore[attr-defined]

    page_of(at).show_target("J013")
    at.settle()
    at.press("登记送达…", fill_in, give_up)
    assert "放弃填写的内容？" in asked[0]
    assert row(office, "J013").delivery is None


def test_everything_but_what_the_office_wrote_is_english(
    clerk: Clerks, office: ClosingOffice, speak: Callable[[str], None]
) -> None:
    speak("en")
    decide(office)
    serve(office, "J013")
    sign(office, "J013")
    at = clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()
    held: Any = page.results.table
    rows = view(office).rows
    own = {DOCUMENT, SERVER, "演练县人民检察院", "通", "复"}
    own |= {word for each in rows for word in (each.name, each.department)}
    texts = [column.heading for column in held.rows.spec.columns]
    texts += [column.text(each) for column in held.rows.spec.columns for each in held.shown]
    texts += [facts_of(page), page.results.panel.about.text(), page.help_text(), page.head.about.text()]
    texts += [each.title for each in page.results.commands()]
    texts += [each.text() for each in page.results.findChildren(QPushButton)]

    def look(dialog: QWidget) -> None:
        texts.append(said(dialog))
        at.key(ESC)

    page.show_target("J009")
    at.settle()
    at.press("Record service…", look)
    written = re.compile("|".join(sorted(map(re.escape, filter(None, own)), key=len, reverse=True)))
    assert [text for text in texts if re.search("[\u4e00-\u9fff]", written.sub("", text))] == []


def test_a_small_screen_at_twice_the_size_shows_the_page_without_scrolling_sideways(
    clerk: Clerks, office: ClosingOffice, window: MainWindow
) -> None:
    decide(office)
    at = clerk()
    window.resize(683, 384)
    at.settle()
    page = page_of(at)
    assert page.minimumSizeHint().width() <= page.width()
    acts = page.archive_button, page.decide_button, page.results.serving, page.results.signing
    for each in (*acts, page.results.tools.filter):
        assert each.isVisible()
        assert each.mapTo(window, each.rect().topRight()).x() < window.width(), each.accessibleName()
    assert not page.results.tools.departments.isVisible()


def test_before_the_window_is_closed_the_page_says_what_comes_first(
    qtbot: QtBot, window: MainWindow, settled: Settled, tmp_path: Path, template_sample_desk: Path
) -> None:
    early = closing_office(tmp_path / "早.desk", template_sample_desk)
    window.show_desk(early.desk, "desk")
    window.show()
    settled(window)
    assert window.frame is not None
    page: Any = window.frame.lead_to("decisions")
    settled(window)
    at = Clerk(qtbot, window, settled)
    assert "还没有审议通过的名单" in at.words()
    assert page.decide_button.toolTip() == "现在是“计分中”，公示关闭以后由院党组决定"
    at.key(SPACE)
    at.settle()
    assert at.page.page_id == "grading"
