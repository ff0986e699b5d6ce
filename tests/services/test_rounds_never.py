"""What no order of turnout, slips and closing can bring about: by hypothesis, on a desk file."""

import shutil
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committee_desk.bootstrap import open_desk
from committee_desk.domain.errors import DeskError
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import RoundState
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.storage.checking.sound import sound
from committee_desk.wording.errors import sentence
from tests.conftest import frozen_clock
from tests.services.rounds_held import SECOND, YEAR, A, B, C, drafted, office, opened, put_down, rated, type_slips

RATERS = {A: 3, B: 6, C: 12}
WEIGHTS = {A: Fraction(2, 5), B: Fraction(3, 10), C: Fraction(3, 10)}
CAP = 2
LINES = st.sampled_from(["", "弃权", "40", "84", "84.5", "85", "100"])
SLIP = st.lists(LINES, min_size=6, max_size=6)

acts = st.one_of(
    st.tuples(st.just("slips"), st.sampled_from([A, B, C]), st.lists(SLIP, min_size=1, max_size=6)),
    st.tuples(st.just("turnout"), st.sampled_from([A, B, C]), st.lists(st.integers(-1, 13), min_size=4, max_size=4)),
    st.tuples(st.just("as_counted"), st.sampled_from([A, B, C]), st.none()),
)


@pytest.fixture(scope="session")
def template_rating_office(template_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three leaders, six heads, twelve assistants; never opened by a test itself."""
    folder = tmp_path_factory.mktemp("rating")
    path = Path(shutil.copyfile(template_desk, folder / "测评.desk"))
    with open_desk(path, clock=frozen_clock) as desk:
        office(desk, folder)
    return path


class Slips:
    """The slips that the desk took, as a reader of the paper would count them."""

    def __init__(self, codes: Sequence[str]) -> None:
        self.codes = codes
        self.held: dict[BallotClass, list[Sequence[str]]] = {A: [], B: [], C: []}

    def valid(self, ballot_class: BallotClass) -> list[Sequence[str]]:
        """Those that count: at most half blank, at most two marks of 85 or more."""
        return [
            each
            for each in self.held[ballot_class]
            if 2 * each.count("") <= len(each) and sum(1 for line in each if line in {"85", "100"}) <= CAP
        ]

    def mean(self, code: str) -> Fraction | None:
        """One person's weighted mean, worked out from the slips alone."""
        at, above, weighed = self.codes.index(code), Fraction(0), Fraction(0)
        for ballot_class, weight in WEIGHTS.items():
            marks = sorted(Fraction(each[at]) for each in self.valid(ballot_class) if each[at] not in {"", "弃权"})
            marks = marks[1:-1] if len(marks) >= 5 else marks
            if marks:
                above += weight * sum(marks) / len(marks)
                weighed += weight
        return above / weighed if weighed else None


def act(desk: Desk, actor: Actor, number: int, slips: Slips, kind: str, ballot_class: Any, given: Any) -> None:
    if kind == "slips":
        type_slips(desk, actor, number, ballot_class, [dict(zip(slips.codes, each, strict=True)) for each in given])
        slips.held[ballot_class] += given
    elif kind == "turnout":
        put_down(desk, actor, number, ballot_class, *given)
    elif kind == "as_counted":
        due, came = RATERS[ballot_class], len(slips.held[ballot_class])
        put_down(desk, actor, number, ballot_class, due, min(due, came), min(due, came), came)
    else:
        desk.rounds.close(actor, YEAR, number, SECOND)


most_came = st.tuples(
    *(
        st.tuples(st.just("slips"), st.just(each), st.lists(SLIP, min_size=least, max_size=RATERS[each]))
        for each, least in ((A, 2), (B, 4), (C, 8))
    )
)
"""As many slips as a round needs."""


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(most_came, st.lists(acts, max_size=6), st.sampled_from([0, 0, 0, 1]), st.randoms())
def test_no_order_of_acts_breaks_the_turnout_or_counts_other_than_the_slips(
    template_rating_office: Path,
    tmp_path_factory: pytest.TempPathFactory,
    actor: Actor,
    came: Any,
    more: Any,
    early: int,
    chance: Any,
) -> None:
    taken = [*came, *more, *ENDING[-1:] * early]
    chance.shuffle(taken)
    path = Path(shutil.copyfile(template_rating_office, tmp_path_factory.mktemp("one") / "考评.desk"))
    with open_desk(path, clock=frozen_clock) as desk:
        number = opened(desk, actor, drafted(desk, actor, most_excellent=CAP))
        slips, said = Slips(rated(desk, number)), list[str]()
        for each in [*taken, *ENDING]:
            try:
                act(desk, actor, number, slips, *each)
            except DeskError as refused:
                said.append(sentence(refused))
        _judge(desk, number, slips)
    assert all(said)
    assert sound(path, None).problems == ()


ENDING = [*(("as_counted", each, None) for each in (A, B, C)), ("close", None, None)]
"""What brings a round to its end: the turnout that the slips say, then closing."""


def _judge(desk: Desk, number: int, slips: Slips) -> None:
    round_now = next(each for each in desk.rounds.view(YEAR) if each.number == number)
    if round_now.state is not RoundState.CLOSED:
        assert all("peer_rating" not in each.indicators for each in desk.scores.year(YEAR).people)
        return
    result = desk.rounds.results(YEAR, number)
    for ballot_class, turnout in result.turnouts.items():
        assert turnout.valid is not None
        assert turnout.valid <= turnout.returned <= turnout.issued <= turnout.due <= RATERS[ballot_class]
        assert turnout.valid == len(slips.valid(ballot_class))
        assert turnout.returned == len(slips.held[ballot_class])
    told: Mapping[str, Fraction | None] = {each.code: each.total for each in result.people}
    assert told == {code: slips.mean(code) for code in slips.codes}
