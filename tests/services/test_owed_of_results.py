"""工作台 says what the results of a year owe, step by step, and the rail how far 决定与送达 is."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from committee_desk.domain.objections import Matter
from committee_desk.services.objection_views import Filing
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import close_the_window, decidable, decide, serve, sign, view


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> Iterator[ClosingOffice]:
    """The sample office with its year over."""
    opened = closing_office(tmp_path / "考评.desk", template_sample_desk)
    yield opened
    opened.desk.close()


def owed(office: ClosingOffice) -> dict[str, int]:
    """The lines of 决定与送达, each with how many it is about."""
    lines = office.desk.overview(YEAR, office.today).owed
    return {line.kind: int(str(line.facts["count"])) for line in lines if line.page == "decisions"}


def step(office: ClosingOffice, page: str = "decisions") -> tuple[str, int]:
    """A step on the rail."""
    found = next(each for each in office.desk.overview(YEAR, office.today).steps if each.page == page)
    return found.state, found.owed


def test_each_step_of_a_result_is_owed_until_it_is_taken(office: ClosingOffice) -> None:
    assert (owed(office), step(office)) == ({}, ("untouched", 0))
    close_the_window(office)
    everybody = decidable(office)
    count = len(everybody)
    assert (owed(office), step(office)) == ({"results_to_decide": count}, ("going", count))
    decide(office)
    assert owed(office) == {"results_to_serve": count}
    first, *others = everybody
    serve(office, first)
    assert owed(office) == {"results_to_serve": count - 1, "results_to_sign": 1}
    for code in others:
        serve(office, code)
    for code in everybody:
        sign(office, code)
    assert (owed(office), step(office)) == ({"results_to_archive": 1}, ("going", 1))
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    assert (owed(office), step(office)) == ({}, ("done", 0))
    assert [step(office, page)[0] for page in ("publication", "objections")] == ["done", "done"]


def test_what_the_figures_of_an_archived_year_lacked_is_nobodys_work(office: ClosingOffice) -> None:
    of_figures = ("cases", "entry", "ballots", "ranking")
    close_the_window(office)
    everybody = decidable(office)
    decide(office)
    for code in everybody:
        serve(office, code)
        sign(office, code)
    assert [step(office, page) for page in of_figures if step(office, page)[1]], "nothing was lacking before"
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    assert [step(office, page) for page in of_figures] == [("done", 0)] * 4
    assert not [line for line in office.desk.overview(YEAR, office.today).owed if line.page in of_figures]


def test_whoever_cannot_be_decided_on_blocks_the_step(office: ClosingOffice) -> None:
    close_the_window(office)
    notice = office.desk.publication.view(YEAR).versions[-1]
    code = view(office).rows[3].code
    received = notice.postings[0].posted + timedelta(hours=1)
    filing = Filing(code, notice.version, (Matter.SCORE,), "少计一件", received, "范伟雪", request="更正")
    office.desk.objections.register(CLERK, YEAR, filing)
    barred = sum(row.barred is not None for row in view(office).rows)
    assert barred
    assert owed(office)["results_barred"] == barred
    assert step(office)[0] == "blocked"
