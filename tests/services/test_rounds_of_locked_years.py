"""Once the list of grades is approved, no round moves a figure: closing one and voiding one are refused by the year."""

import shutil
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.course import Move
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Participant, RoundKind, RoundState
from committee_desk.domain.scores import Status
from committee_desk.services.desk import Desk
from committee_desk.services.round_refusals import RoundTooLate
from committee_desk.services.round_views import RoundForm
from committee_desk.services.year_guard import YearLocked
from committee_desk.wording.errors import sentence
from tests.conftest import frozen_clock
from tests.services.closing_years import CLERK, YEAR, ClosingOffice, closing_office
from tests.services.rounds_held import SECOND, count_in, drafted, opened, rated


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> ClosingOffice:
    """The sample office without its imported ballots: its rounds are held on the desk."""
    path = Path(shutil.copyfile(template_sample_desk, tmp_path / "样例.desk"))
    with open_desk(path, clock=frozen_clock) as desk:
        ballots = next(each for each in desk.imports.history() if each.kind == "ballots")
        desk.imports.take_back(CLERK, ballots.entry, "改在台账上测评")
    return closing_office(tmp_path / "考评.desk", path)


def ungraded(desk: Desk) -> str:
    """Somebody who gets no grade whatever the round says, and so is waited for by nobody."""
    return next(each.code for each in desk.scores.year(YEAR).people if each.status is Status.NO_GRADE)


def count_everybody(desk: Desk, number: int) -> None:
    """Everybody came and gave 88."""
    raters = {row.ballot_class: row.raters for row in desk.rounds.card(YEAR, number).classes}
    count_in(desk, CLERK, number, {each: [88] * raters.get(each, 0) for each in BallotClass})


@pytest.fixture
def proposed(office: ClosingOffice) -> ClosingOffice:
    """All but one were rated in a first round; the list is proposed; a second round, of that one, is open."""
    desk = office.desk
    alone = ungraded(desk)
    first = drafted(desk, CLERK)
    held = {each.participant.code: each.participant for each in desk.rounds.participants(YEAR, first)}
    desk.rounds.place(CLERK, YEAR, first, held[alone]._replace(rated=False))
    opened(desk, CLERK, first)
    count_everybody(desk, first)
    desk.rounds.close(CLERK, YEAR, first, SECOND)
    office.move(Move.PROPOSE)
    return office


def test_closing_a_round_after_the_approval_is_refused_and_nothing_of_it_is_lost(proposed: ClosingOffice) -> None:
    desk = proposed.desk
    second = _of_one(desk)
    opened(desk, CLERK, second)
    count_everybody(desk, second)
    proposed.move(Move.APPROVE)
    with pytest.raises(YearLocked) as told:
        desk.rounds.close(CLERK, YEAR, second, SECOND)
    assert "2026" in sentence(told.value)
    card = desk.rounds.card(YEAR, second)
    assert (card.round.state, card.here) == (RoundState.OPEN, True)
    assert sum(row.progress.counted for row in card.classes) == sum(row.raters for row in card.classes)
    desk.rounds.void(CLERK, YEAR, second, "名单已经审定", SECOND)
    assert desk.rounds.card(YEAR, second).round.state is RoundState.VOID


def test_voiding_a_counted_round_after_the_approval_is_refused(proposed: ClosingOffice) -> None:
    proposed.move(Move.APPROVE)
    with pytest.raises(YearLocked):
        proposed.desk.rounds.void(CLERK, YEAR, 1, "有人代投", SECOND)
    assert proposed.desk.rounds.view(YEAR)[0].state is RoundState.CLOSED


def test_no_round_begins_once_the_list_is_approved(proposed: ClosingOffice) -> None:
    second = _of_one(proposed.desk)
    proposed.move(Move.APPROVE)
    with pytest.raises(RoundTooLate) as told:
        opened(proposed.desk, CLERK, second)
    assert sentence(told.value).startswith("2026 年度现为“")
    with pytest.raises(RoundTooLate):
        drafted(proposed.desk, CLERK)


def _of_one(desk: Desk) -> int:
    """A draft that rates the one whom the first round left out."""
    alone = ungraded(desk)
    number = desk.rounds.draft(CLERK, YEAR, RoundForm("补测", RoundKind.SCORE, (Category.ADMINISTRATIVE,)))[0]
    for code in rated(desk, number):
        desk.rounds.place(CLERK, YEAR, number, _without(desk, number, code))
    held = {each.participant.code: each.participant for each in desk.rounds.participants(YEAR, number)}
    desk.rounds.place(CLERK, YEAR, number, held[alone]._replace(rated=True))
    return number


def _without(desk: Desk, number: int, code: str) -> Participant:
    held = {each.participant.code: each.participant for each in desk.rounds.participants(YEAR, number)}
    return held[code]._replace(rated=False)
