"""A member of the committee lays the two papers of a closed round side by side: 测评结果汇总表, which shows a class of
few ballots merged with its neighbour, and 测评统计报告. He learns no more of the few than from the first alone."""

import json
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from math import sqrt
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from committee_desk.domain.journal import canonical
from committee_desk.domain.rater_statistics import kept
from committee_desk.domain.rater_statistics.arrays import marks_of
from committee_desk.domain.rater_statistics.findings import Bar, NotComputable, RoundStatistics, Why
from committee_desk.domain.rater_statistics.spread import class_spread
from committee_desk.domain.rater_statistics.whole import Asked, statistics_of
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import (
    NO_BOOTH,
    Line,
    Parted,
    ShownClass,
    Slip,
    Unmarked,
    count,
    part,
    shown_classes,
)
from committee_desk.domain.rounds import Terms
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from tests.leaks.round_watched import text_of
from tests.leaks.test_statistics_give_no_slip import without_counts
from tests.services.rounds_held import SECOND, YEAR, A, B, C, office, opened, put_down, rated, type_slips

TERMS = Terms({A: Decimal("0.4"), B: Decimal("0.3"), C: Decimal("0.3")})
WEIGHTS = {str(name): weight for name, weight in TERMS.weights.items()}
ROUNDS = 300

Ballots = Mapping[BallotClass, list[dict[str, int]]]


class Papers(NamedTuple):
    """What the two papers say: everybody's result as it may be shown, and the statistics."""

    results: dict[str, tuple[tuple[ShownClass, ...], float]]
    statistics: RoundStatistics


def parted_of(ballots: Ballots, people: Collection[str]) -> tuple[list[Slip], Parted]:
    slips = [
        Slip(name, {code: Decimal(mark) for code, mark in each.items()}) for name, given_ in ballots.items()
        for each in given_
    ]  # fmt: skip
    return slips, part(slips, NO_BOOTH, TERMS, list(people), Random(1).randbytes)


def printed(slips: list[Slip], parted: Parted, people: Collection[str]) -> Papers:
    """Both papers of a round with these slips."""
    results = {
        code: (shown_classes(each.sums, WEIGHTS, TERMS.trimmed_from, TERMS.shown_from), float(each.shown or 0))
        for code, each in count(parted.marks, TERMS).items()
    }
    return Papers(results, statistics_of(Asked(slips, parted), TERMS, people))


def told_of(statistics: RoundStatistics) -> dict[str, object]:
    """All figures but the counts of whole ballots, which are told from three on."""
    return without_counts(json.loads(canonical(kept.plain(statistics))))


def one_leader(random: Random) -> Ballots:
    """One leader who gives everybody the same, five to seven heads who differ, twelve others or nobody else."""
    people = [f"J{at:03d}" for at in range(random.choice([6, 8, 12, 19]))]
    worth = {code: random.randint(74, 90) for code in people}

    def honest(number: int) -> list[dict[str, int]]:
        strict = [random.randint(-4, 4) for _ in range(number)]
        return [{code: worth[code] + each + random.randint(-4, 4) for code in people} for each in strict]

    leader = dict.fromkeys(people, random.randint(60, 97))
    return {A: [leader], B: honest(random.choice([5, 6, 7])), C: honest(random.choice([0, 12]))}


def leader_of(ballots: Ballots) -> float:
    (leader,) = ballots[A]
    return sum(leader.values()) / len(leader)


def composite(papers: Papers) -> float:
    """What is published of the leader's class and the next together, on average; the total where nothing else is."""
    told = [float(classes[0].mean) if classes else total for classes, total in papers.results.values()]
    return sum(told) / len(told)


def middle_of(bars: Collection[Bar]) -> float:
    held = [each for each in bars if each.number]
    return sum(each.number * (each.low + min(each.high - 1, 100)) / 2 for each in held) / sum(
        each.number for each in held
    )


def guessed(papers: Papers, bars: Collection[Bar]) -> float:
    """The leader's mean mark: where bars of the other class are told, one equation more than unknowns; else a guess."""
    if not bars or not all(classes for classes, _ in papers.results.values()):
        return composite(papers)
    return (0.7 * composite(papers) - 0.3 * middle_of(bars)) / 0.4


def error(misses: Collection[float]) -> float:
    return sqrt(sum(each * each for each in misses) / len(misses))


@pytest.fixture(scope="module")
def rounds() -> list[tuple[Ballots, Papers]]:
    """Three hundred rounds of one leader, and their papers."""
    found = []
    for seed in range(ROUNDS):
        ballots = one_leader(Random(seed))
        people = list(ballots[A][0])
        found.append((ballots, printed(*parted_of(ballots, people), people)))
    return found


def test_two_papers_say_no_more_of_the_only_leader_than_the_published_composite(
    rounds: list[tuple[Ballots, Papers]],
) -> None:
    by_both = [guessed(papers, papers.statistics.spreads[1].bars) - leader_of(held) for held, papers in rounds]
    by_guess = [composite(papers) - leader_of(held) for held, papers in rounds]
    assert error(by_both) >= error(by_guess) > 3


def test_bars_of_the_next_class_would_give_the_leaders_mark_to_the_point(
    rounds: list[tuple[Ballots, Papers]],
) -> None:
    """Else the attack proves nothing."""
    misses = []
    for held, papers in rounds:
        if held[C]:
            marks = marks_of(parted_of(held, held[A][0])[1].marks, list(held[A][0])).of_class(B)
            bars = class_spread("B", len(held[B]), marks, marks).bars
            misses.append(guessed(papers, bars) - leader_of(held))
    assert len(misses) > ROUNDS / 3
    assert error(misses) < 1


def test_bars_of_both_classes_together_would_give_it_too_which_is_why_there_are_none(
    rounds: list[tuple[Ballots, Papers]],
) -> None:
    """Together they weigh ballots, the composite weighs classes: two equations for two unknowns."""
    misses = []
    for held, papers in rounds:
        if not held[C]:
            continue
        both = marks_of(parted_of({A: held[A], B: held[B]}, held[A][0])[1].marks, list(held[A][0]))
        number = len(held[B])
        pooled = middle_of(class_spread("AB", number + 1, both, both).bars)
        of_b = (pooled * (number + 1) - composite(papers) * 0.7 / 0.4) / (number - 0.3 / 0.4)
        misses.append((0.7 * composite(papers) - 0.3 * of_b) / 0.4 - leader_of(held))
    assert error(misses) < 2


def test_a_round_in_which_leader_and_heads_marked_otherwise_has_the_same_two_papers(
    rounds: list[tuple[Ballots, Papers]],
) -> None:
    """Three points more from the leader and four fewer from each head: the composite is the same to the last digit."""
    for held, papers in rounds[:100]:
        people = list(held[A][0])
        turned = {
            A: [{code: mark + 3 for code, mark in each.items()} for each in held[A]],
            B: [{code: mark - 4 for code, mark in each.items()} for each in held[B]],
            C: held[C],
        }
        other = printed(*parted_of(turned, people), people)
        assert other.results == papers.results
        assert told_of(other.statistics) == told_of(papers.statistics)


PEOPLE = ("J001", "J002", "J003", "J004")
lines: st.SearchStrategy[Line] = st.one_of(st.integers(0, 100).map(Decimal), st.just(Unmarked.ABSTAINED))
sheets = st.builds(
    Slip,
    st.sampled_from(BallotClass),
    st.tuples(*[lines] * len(PEOPLE)).map(lambda marks: dict(zip(PEOPLE, marks, strict=True))),
)


@settings(deadline=None, max_examples=100)
@given(st.lists(sheets, max_size=16), st.randoms(use_true_random=False))
def test_no_figure_rests_on_a_mark_that_results_show_merged(slips: list[Slip], random: Random) -> None:
    """Whatever stands where results are merged, for one person or for all, the statistics are the same."""
    papers = printed(slips, part(slips, NO_BOOTH, TERMS, PEOPLE, Random(1).randbytes), PEOPLE)
    alone = {(str(each.classes[0]), code) for code, each in alone_of(papers)}
    turned = [
        slip._replace(lines={
            code: Decimal(random.randint(0, 100))
            if isinstance(line, Decimal) and (str(slip.ballot_class), code) not in alone else line
            for code, line in slip.lines.items()
        })
        for slip in slips
    ]  # fmt: skip
    other = statistics_of(Asked(turned, part(turned, NO_BOOTH, TERMS, PEOPLE, Random(1).randbytes)), TERMS, PEOPLE)
    assert told_of(other) == told_of(papers.statistics)


def alone_of(papers: Papers) -> Iterator[tuple[str, ShownClass]]:
    for code, (classes, _) in papers.results.items():
        yield from ((code, each) for each in classes if not each.merged)


def test_the_papers_of_a_desk_say_neither_bars_nor_agreement_of_a_class_that_is_shown_merged(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    number, random = opened(office(desk, tmp_path), actor), Random(11)
    people = rated(desk, number)
    worth = {code: random.randint(74, 90) for code in people}
    slips = {
        A: [dict.fromkeys(people, "72")],
        B: [{code: str(worth[code] + at + random.randint(-4, 4)) for code in people} for at in (-3, -1, 0, 2, 3, 1)],
        C: [{code: str(worth[code] + random.randint(-6, 6)) for code in people} for _ in range(12)],
    }
    for (name, given_), due in zip(slips.items(), (3, 6, 12), strict=True):
        type_slips(desk, actor, number, name, given_)
        put_down(desk, actor, number, name, due, *[len(given_)] * 3)
    desk.rounds.close(actor, YEAR, number, SECOND)
    assert "A、B 合并" in text_of(desk.round_papers.summary(actor, YEAR, number))
    report = text_of(desk.round_papers.statistics(actor, YEAR, number)).replace("\r\n", "")
    assert "B 类（部门负责人） 6 张票：有票少的票类合并显示，此项不列。" in report.replace("　", " ")
    found = desk.rounds.statistics(YEAR, number)
    merged = NotComputable(Why.MERGED)
    assert (found.spreads[1].quartiles, found.spreads[1].bars) == (merged, ())
    whole, _, of_b, of_c = found.agreements
    assert (whole.one_way, whole.alpha, of_b.one_way, of_b.alpha) == (merged,) * 4
    assert not isinstance(of_c.one_way, NotComputable)
    assert found.spreads[2].bars
