"""Every line of 工作台 leads to what it is about: the tab, the list, the row, the month, the category."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.views import Owed
from committee_desk.ui.cases.columns import Show as CaseShow
from committee_desk.ui.decisions.applications_columns import Show as ApplicationShow
from committee_desk.ui.decisions.columns import Show as ResultShow
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.page_list import place
from committee_desk.wording import overview
from tests.services.typing_desks import whole
from tests.ui.answering import Answers

Settled = Callable[[MainWindow], None]
Look = Callable[[Any, QtBot], None]
PROSECUTOR = "J010"


def tab(expected: CaseShow, *, of: str = "") -> Look:
    """案件 shows that tab, with a case chosen."""

    def look(page: Any, _qtbot: QtBot) -> None:
        assert page.tabs.buttons[expected.value].isChecked()
        current = page.table.current()
        assert (current is None) == (not page.table.shown)
        assert not of or current.number == of

    return look


DIALOGS = {
    "without_cases": "入额未办案",
    "charges_missing": "亲属关系与分管",
    "standards_short": "最低标准",
    "committee_wrong": "检察官考评委员会",
}
"""Lines that open a window over their page, by its title."""


def ranked(page: Any, qtbot: QtBot) -> None:
    """汇总排名 shows that person."""
    qtbot.waitUntil(lambda: page._table is not None and page._table.current() is not None)
    assert page._table.current().score.code == PROSECUTOR


def assistants(page: Any, _qtbot: QtBot) -> None:
    """汇总排名 shows the assistants' list."""
    assert page.category.category is Category.ASSISTANT


def month(number: int) -> Look:
    """评分录入 shows that month."""

    def look(page: Any, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: page.shown is not None and page.shown.scope.month == number)

    return look


def draft(page: Any, qtbot: QtBot) -> None:
    """评分录入 stands in the draft."""

    def standing() -> int | None:
        at = page.by_event.sheet.current()
        return page.by_event.source.row(at[0]).number if at is not None else None

    qtbot.waitUntil(lambda: page.shown is not None and page.shown.scope.month == 12 and standing() == 1)


def marks(show: str) -> Look:
    """领导评价 shows those lines."""

    def look(page: Any, _qtbot: QtBot) -> None:
        assert page.tab is page.marks
        assert page.marks.tabs.buttons[show].isChecked()

    return look


def reports(page: Any, _qtbot: QtBot) -> None:
    """述职 shows who gave none."""
    assert page.tab is page.reports
    assert page.reports.tabs.buttons["missing"].isChecked()


def rounds(page: Any, _qtbot: QtBot) -> None:
    """民主测评 shows the year's rounds."""
    assert page.tab is page.rounds
    assert page.rounds.tabs.buttons["rounds"].isChecked()


def calendar(page: Any, _qtbot: QtBot) -> None:
    """系统 shows the calendar."""
    assert page.tabs.currentWidget() is page.calendar


def scheme(page: Any, qtbot: QtBot) -> None:
    """方案 shows the assistants'."""
    qtbot.waitUntil(lambda: page._stand is not None and page._stand.category is Category.ASSISTANT)
    assert page.categories.currentData() == Category.ASSISTANT


def results(show: ResultShow) -> Look:
    """决定与送达 shows those who wait for that."""

    def look(page: Any, _qtbot: QtBot) -> None:
        assert page.tab is page.results
        assert page.results.tools.tabs.buttons[show.value].isChecked()

    return look


def applied(show: ApplicationShow) -> Look:
    """复核申诉 shows those that stand so."""

    def look(page: Any, _qtbot: QtBot) -> None:
        assert page.tabs.tabText(page.tabs.currentIndex()) == "复核申诉"
        assert page.tab.tabs.buttons[show.value].isChecked()

    return look


def nothing(_page: Any, _qtbot: QtBot) -> None:
    """The page itself is the place."""


ONE = {"count": 1, "names": ("某人",), "codes": (PROSECUTOR,)}
OF_ASSISTANTS = {"count": 1, "categories": (Category.ASSISTANT.value,)}
ROUND = {"label": "2026-测-001", "title": "年度民主测评", "number": 1, "classes": ("A",)}
WINDOW = {"count": 1, "day": date(2027, 2, 17), "time": "17:30"}
LINES: dict[str, tuple[str, dict[str, object], Look]] = {
    "course_propose": ("grading", {"count": 1, "year": 2026}, nothing),
    "course_approve": ("grading", {"count": 1, "year": 2026}, nothing),
    "course_drift": ("grading", ONE, nothing),
    "course_lack": ("grading", {"title": "还差", "detail": "由政工部门办理", "target": None}, nothing),
    "course_post": ("publication", {"count": 1, "year": 2026}, nothing),
    "window_closes": ("publication", WINDOW, nothing),
    "window_to_close": ("publication", WINDOW, nothing),
    "staff_desk": ("objections", WINDOW, nothing),
    "publication_post_again": ("publication", {**WINDOW, "place": "公告栏"}, nothing),
    "publication_recount": ("publication", WINDOW, nothing),
    "publication_calendar": ("publication", {"count": 1, "year": 2027}, nothing),
    "publication_take_down": ("publication", {**WINDOW, "place": "公告栏"}, nothing),
    **dict.fromkeys(
        (
            "objection_answer",
            "objection_answer_past",
            "objection_now_in_time",
            "objection_unrouted",
            "objection_inform",
        ),
        ("objections", {**ONE, "numbers": (1,)}, nothing),
    ),
    "results_barred": ("decisions", ONE, results(ResultShow.TO_DECIDE)),
    "results_to_decide": ("decisions", ONE, results(ResultShow.TO_DECIDE)),
    "results_to_serve": ("decisions", ONE, results(ResultShow.TO_SERVE)),
    "results_to_sign": ("decisions", ONE, results(ResultShow.TO_SIGN)),
    "sheets_to_seal": ("decisions", ONE, results(ResultShow.ALL)),
    "results_to_archive": ("decisions", {"count": 1, "year": 2026}, results(ResultShow.ALL)),
    **dict.fromkeys(
        (
            "proceeding_open",
            "proceeding_open_applied",
            "proceeding_carry_out",
            "proceeding_declare",
            "proceeding_vote",
            "proceeding_serve",
        ),
        ("objections", {**ONE, "numbers": ()}, nothing),
    ),
    "application_received": ("decisions", {**ONE, "numbers": (1,)}, applied(ApplicationShow.OPEN)),
    "application_decide": ("decisions", {**ONE, "numbers": (1,)}, applied(ApplicationShow.OPEN)),
    "application_past": ("decisions", {**ONE, "numbers": (1,)}, applied(ApplicationShow.OPEN)),
    "application_take_over": ("decisions", {**ONE, "numbers": (1,)}, applied(ApplicationShow.ALL)),
    "effects_to_tell": ("objections", ONE, nothing),
    "effects_to_publish": ("publication", ONE, nothing),
    "letters_open": ("objections", ONE, nothing),
    "committee_wrong": ("people", {"count": 1, "members": 4, "names": ()}, nothing),
    "minutes_open": ("grading", {"count": 1, "number": 1, "at": "2027-01-08 14:30"}, nothing),
    "meeting_called": ("grading", {"count": 1, "number": 1, "at": "2027-01-08 14:30", "place": "三楼"}, nothing),
    "calendar_missing": ("system", {"year": 2026}, calendar),
    "next_calendar_missing": ("system", {"year": 2027}, calendar),
    "no_people": ("people", {"count": 1}, nothing),
    "no_cases": ("cases", {"count": 1}, tab(CaseShow.ALL)),
    "unreviewed": ("cases", {"count": 3}, tab(CaseShow.UNREVIEWED)),
    "overdue": ("cases", {"count": 3}, tab(CaseShow.OPEN)),
    "case_due": ("cases", {"count": 1}, tab(CaseShow.OPEN)),
    "cause_missing": ("cases", {"count": 1, "names": (), "numbers": ()}, tab(CaseShow.CAUSELESS)),
    "deducted_without_cause": ("cases", {"count": 1, "names": ()}, tab(CaseShow.ALL)),
    "without_cases": ("cases", ONE, nothing),
    "unapproved_events": ("entry", {"count": 1, "month": 3}, month(3)),
    "events_waiting": ("entry", {"count": 1, "month": 12, "number": 1}, draft),
    "event_drafts": ("entry", {"count": 1, "month": 12, "number": 1}, draft),
    "papers_claimed": ("entry", {"count": 1, "title": "论", "month": 12, "number": 1}, draft),
    "months_to_close": ("entry", {"count": 1, "months": (2,), "month": 2}, month(2)),
    "months_to_publish": ("entry", {"count": 1, "months": (2,), "month": 2}, month(2)),
    "months_reopened": ("entry", {"count": 1, "months": (2,), "month": 2}, month(2)),
    "months_corrected": ("entry", {"count": 1, "months": (2,), "month": 2}, month(2)),
    "without_leader_mark": ("ballots", ONE, marks("owed")),
    "marks_owed": ("ballots", {**ONE, "leader": "某人"}, marks("owed")),
    "marks_odd": ("ballots", ONE, marks("odd")),
    "reports_missing": ("ballots", ONE, reports),
    **dict.fromkeys(("round_draft", "round_turnout", "round_close", "round_again"), ("ballots", ROUND, rounds)),
    "charges_missing": ("people", {"count": 1, "names": ("第一检察部",)}, nothing),
    "without_ballots": ("ranking", ONE, ranked),
    "tie_at_quota": ("grading", ONE, nothing),
    "review_required": ("grading", ONE, nothing),
    "tie_in_category": ("ranking", {"count": 1, "category": Category.ASSISTANT.value}, assistants),
    "scheme_of_category_missing": ("ranking", {"count": 1, "category": Category.ASSISTANT.value}, assistants),
    "schemes_unadopted": ("scheme", OF_ASSISTANTS, scheme),
    "scheme_drafts": ("scheme", OF_ASSISTANTS, scheme),
    "standards_short": ("scheme", {"people": 1, "categories": (Category.PROSECUTOR.value,)}, nothing),
}
"""Every kind of line: the page, what it says, and where one must stand afterwards."""


def test_every_kind_of_line_is_walked() -> None:
    assert set(LINES) == set(overview._LINES)


@pytest.mark.parametrize("kind", [kind for kind, (page, *_) in LINES.items() if place(page).page])
def test_a_line_leads_to_its_place(
    sample_window: MainWindow,
    sample_desk: Desk,
    actor: Actor,
    qtbot: QtBot,
    settled: Settled,
    answers: Callable[..., Answers],
    kind: str,
) -> None:
    page_id, facts, look = LINES[kind]
    if look is draft:
        sample_desk.entry.enter(actor, 2026, 12, whole(approver=""))
    frame = sample_window.frame
    assert frame is not None
    home = frame.pages.current
    assert home is not None
    titles: list[str] = []

    def close(dialog: QWidget) -> None:
        titles.append(dialog.windowTitle())
        dialog.close()

    if kind in DIALOGS:
        answering = answers(close)
    owing = "ranking" if kind == "without_cases" else page_id
    cast("Any", home)._lead(Owed(kind, owing, facts))
    settled(sample_window)
    if kind in DIALOGS:
        qtbot.waitUntil(lambda: not answering.left)
        assert [DIALOGS[kind] in title for title in titles] == [True]
    page = frame.pages.current
    assert page is not None
    assert page.page_id == page_id
    look(page, qtbot)


def test_the_oldest_open_case_past_its_day_is_chosen(
    sample_window: MainWindow, sample_desk: Desk, settled: Settled
) -> None:
    late = [
        row
        for row in sample_desk.cases.rows(2026)
        if row.closed is None and row.due is not None and row.due < sample_desk.clock().date()
    ]
    assert sample_window.frame is not None
    page: Any = sample_window.frame.lead_to("cases", Owed("overdue", "cases", {"count": len(late)}))
    settled(sample_window)
    assert late
    assert page.table.current().number == min(late, key=lambda row: (row.due or date.max, row.number)).number
