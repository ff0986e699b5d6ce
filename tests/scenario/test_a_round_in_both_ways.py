"""A round of thirty people on the sample office, from envelopes to the result sheet, in 简易 and in 严格.

Booth and slips go into one count; every planted typing mistake is found and nothing else; the desk is sound after each
step; the result is what the paper says by pencil; and of the working file nothing is left.
"""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pypdfium2
import pytest

from committee_desk.domain.people import Category
from committee_desk.domain.rounds import Turnout
from committee_desk.paths import state_folder
from committee_desk.services.desk import Desk
from committee_desk.storage.checking.sound import sound
from committee_desk.wording.checks import problem_in_words
from tests.scenario.round_of_thirty import CLASSES, IN_THE_BOOTH, NUMBER, ON_PAPER, YEAR, A, B, C, Hands, RoundOfThirty
from tests.services.slip_hands import strictly

STEPS_OF_VOTERS = len(IN_THE_BOOTH)
PEER_RATING = {Category.ASSISTANT: ("a_peer_rating", 4), Category.ADMINISTRATIVE: ("s_peer_rating", 6)}
"""民主测评 in the schemes of the people rated, and its points."""


@pytest.fixture(params=["简易", "严格"])
def held(
    request: pytest.FixtureRequest, open_copy: Callable[[Path], Desk], template_sample_desk: Path
) -> RoundOfThirty:
    """The sample office before its round, in one of the two ways of working."""
    desk, strict = open_copy(template_sample_desk), request.param == "严格"
    return RoundOfThirty(Hands(strictly(desk) if strict else desk, strict))


def check(desk: Desk) -> list[str]:
    """What the full check says, in words."""
    return [problem_in_words(problem) for problem in sound(desk.path, None).problems]


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_round_of_thirty_from_envelopes_to_the_result_sheet(held: RoundOfThirty) -> None:
    desk, begins = held.desk, {each.name for each in held.desk.path.parent.iterdir()}
    done = []
    for step in held.steps():
        done.append(step)
        if "voted" not in step or step.startswith(IN_THE_BOOTH[-1]):  # a vote writes nothing into the desk
            assert check(desk) == [], step
    assert sum("voted" in each for each in done) == STEPS_OF_VOTERS
    assert done[-1] == "closed"
    _every_mistake_was_found(held)
    _the_result_is_that_of_the_paper(held)
    _the_result_sheet_says_so(held)
    _nothing_is_left(held, begins)


def _every_mistake_was_found(held: RoundOfThirty) -> None:
    planted, found = held.mistakes.planted(), held.mistakes.found
    assert len(planted) == 5 if held.hands.strict else len(planted) == 4
    assert [each for each in found if each] == [planted]


def _the_result_is_that_of_the_paper(held: RoundOfThirty) -> None:
    result = held.desk.rounds.results(YEAR, NUMBER)
    assert {each.code: each.total for each in result.people} == held.by_hand()
    assert result.turnouts == {ballot_class: Turnout(*[len(raters)] * 5, 0) for ballot_class, raters in CLASSES.items()}
    for category, (indicator, maximum) in PEER_RATING.items():
        scored = held.desk.scores.year(YEAR, category).people
        assert scored
        for each in scored:
            points = held.by_hand()[each.code] * maximum / 100
            assert each.indicators[indicator] == int(points * 100 + Fraction(1, 2)), each.code


def _the_result_sheet_says_so(held: RoundOfThirty) -> None:
    desk, keeper = held.desk, held.hands.keeper()
    told = text_of(desk.round_papers.summary(keeper, YEAR, NUMBER))
    for name in (each.name for each in desk.rounds.results(YEAR, NUMBER).people):
        assert name in told
    typed = {(each.ballot_class, each.slips, each.typed_by) for each in desk.rounds.results(YEAR, NUMBER).batches}
    assert typed == {(ballot_class, len(raters), "周敏") for ballot_class, raters in ON_PAPER.items()}


def _nothing_is_left(held: RoundOfThirty, begins: set[str]) -> None:
    left = {each.name for each in held.desk.path.parent.iterdir()} - begins
    assert not [each for each in left if "测" in each]
    assert not list((state_folder() / "rounds").iterdir())
    wanted = [each.encode() for each in (*held.paper, *held.envelopes.values())]
    assert len(wanted) == len(ON_PAPER[A]) + len(ON_PAPER[C]) + len(IN_THE_BOOTH)
    assert B not in ON_PAPER
    for file in (each for each in held.desk.path.parent.rglob("*") if each.is_file()):
        assert not [each for each in wanted if each in file.read_bytes()], file
