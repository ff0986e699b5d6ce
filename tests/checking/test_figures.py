"""An answer that contradicts itself is named; figures are worked out anew each time, so it is the answer we bend."""

from collections.abc import Callable

import pytest

from committee_desk.domain.checking import Problem
from committee_desk.domain.scores import Grade, PersonScore, YearScores
from committee_desk.domain.scores_in_order import out_of_order
from committee_desk.services.desk import Desk
from committee_desk.wording.checks import problem_in_words


def _first(scores: YearScores, change: Callable[[PersonScore], PersonScore]) -> YearScores:
    first = next(person for person in scores.people if person.rank == 1)
    return scores._replace(people=tuple(change(p) if p is first else p for p in scores.people))


def _all_excellent(scores: YearScores) -> YearScores:
    return scores._replace(people=tuple(p._replace(proposed_grade=Grade.EXCELLENT) for p in scores.people))


def _too_much(person: PersonScore) -> PersonScore:
    figures = {**person.indicators, "ethics": 601}
    return person._replace(indicators=figures, total=sum(figures.values()))


BENT: dict[str, tuple[Callable[[YearScores], YearScores], str]] = {
    "total": (lambda s: _first(s, lambda p: p._replace(total=p.total + 1)), "不等于各项之和"),
    "indicator": (lambda s: _first(s, _too_much), "有一项得分 6.01，不在 0 与满分 6.00 之间"),
    "rank": (lambda s: _first(s, lambda p: p._replace(rank=2)), "名次为 2，按总分应为 1"),
    "places": (lambda s: s._replace(quota=s.quota._replace(places=9)), "优秀名额为 9，按基数应为 3"),
    "excellent": (_all_excellent, "名额只有 3"),
}


@pytest.mark.parametrize("what", BENT)
def test_a_bent_answer_is_named(sample_desk: Desk, what: str) -> None:
    scheme, scores = sample_desk.scores.scheme(2026), sample_desk.scores.year(2026)
    assert not list(out_of_order(scheme, scores))
    bend, said = BENT[what]
    found = [each for each in out_of_order(scheme, bend(scores)) if each.what == what]
    assert found
    facts = {"year": 2026, "code": found[0].code, "held": found[0].held, "expected": found[0].expected}
    assert said in problem_in_words(Problem(f"figures.{what}", facts))
