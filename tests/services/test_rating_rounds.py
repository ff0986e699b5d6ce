"""A whole rating round: from posts to what it comes to, at its closing."""

from fractions import Fraction

import pytest

from committee_desk.domain.rounds import Participant, RoundKind, RoundStands, Turnout
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Topic
from committee_desk.services.desk import Desk
from committee_desk.wording.errors import sentence
from tests.services.rounds_held import SECOND, V3, YEAR, A, B, C, beside, count_in, counted, drafted, opened


def test_a_round_comes_to_the_worked_example_on_the_desk_and_in_the_year(held: Desk, actor: Actor) -> None:
    number = counted(held, actor)
    result = held.rounds.results(YEAR, number)
    person = result.people[0]
    assert (person.code, person.total) == ("P01", Fraction("89.695"))
    assert [(each.classes, each.mean, each.trimmed) for each in person.classes] == [
        (("A",), Fraction(91), 0),
        (("B",), Fraction("88.75"), 2),
        (("C",), Fraction("88.9"), 2),
    ]
    assert result.turnouts == {
        A: Turnout(3, 3, 3, 3, 3, 0),
        B: Turnout(6, 6, 6, 6, 6, 0),
        C: Turnout(12, 12, 12, 12, 12, 0),
    }
    scores = {each.code: each for each in held.scores.year(YEAR).people}
    assert scores["P01"].indicators["peer_rating"] == 359


def test_without_heads_the_other_classes_are_weighted_up(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    for code in ("P01", "P02", "P03", "P04", "P05", "P06"):
        held.rounds.place(actor, YEAR, number, Participant(code, None, rated=True))
    opened(held, actor, number)
    count_in(held, actor, number, {A: V3[A], C: V3[C]})
    held.rounds.close(actor, YEAR, number, SECOND)
    assert held.rounds.results(YEAR, number).people[0].total == Fraction("90.1")


def test_a_grade_round_counts_the_points_of_the_scheme(held: Desk, actor: Actor) -> None:
    number = opened(held, actor, drafted(held, actor, RoundKind.GRADE))
    count_in(held, actor, number, {A: ["优秀", "称职", "弃权"], B: ["优秀"] * 6, C: ["称职"] * 12})
    held.rounds.close(actor, YEAR, number, SECOND)
    # A 95 and 85, the abstention leaves first: 90; B 95; C 85
    assert held.rounds.results(YEAR, number).people[0].total == 90 * Fraction("0.4") + 180 * Fraction("0.3")


def test_people_are_derived_from_their_posts(held: Desk, actor: Actor) -> None:
    rows = {each.participant.code: each.participant for each in held.rounds.participants(YEAR, drafted(held, actor))}
    assert (rows["L01"].ballot_class, rows["L01"].rated) == (A, False)
    assert (rows["P01"].ballot_class, rows["P01"].rated) == (B, True)
    assert (rows["S01"].ballot_class, rows["S01"].rated) == (C, False)


def test_a_correction_by_hand_outlives_deriving_anew(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    held.rounds.place(actor, YEAR, number, Participant("S01", B, rated=False))
    held.rounds.derive(actor, YEAR, number)
    (row,) = (each for each in held.rounds.participants(YEAR, number) if each.participant.code == "S01")
    assert (row.participant, row.derived) == (Participant("S01", B, False, by_hand=True), Participant("S01", C, False))
    held.rounds.place(actor, YEAR, number, Participant("S01", C, rated=False))
    (row,) = (each for each in held.rounds.participants(YEAR, number) if each.participant.code == "S01")
    assert not row.participant.by_hand


def test_of_a_class_too_small_to_be_shown_nobody_is_kept_as_having_come_or_not(held: Desk, actor: Actor) -> None:
    """Beside who came, the marks of a class of which one or two came would be their ballots."""
    number = opened(held, actor)
    count_in(held, actor, number, {**V3, A: V3[A][:2], C: V3[C][:10]})
    assert held.rounds.card(YEAR, number).small == (A,)
    held.rounds.close(actor, YEAR, number, SECOND, ["L03", "S01", "S02"])
    took = {each.participant.code: each.participant.took_part for each in held.rounds.participants(YEAR, number)}
    assert {took[f"L0{at}"] for at in (1, 2, 3)} == {None}
    assert (took["P01"], took["S01"], took["S03"]) == (True, False, True)


def test_the_working_file_and_its_key_are_gone_after_closing(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    label = held.rounds.card(YEAR, number).round.label
    assert [each.is_file() for each in beside(held)] == [True]
    count_in(held, actor, number, V3)
    held.rounds.close(actor, YEAR, number, SECOND)
    assert not beside(held)
    assert not held.rounds._files().is_here(label)


def test_closing_tells_the_screens_of_rounds_and_of_ratings(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, V3)
    change = held.rounds.close(actor, YEAR, number, SECOND).change
    assert change.topics == {Topic.ROUNDS, Topic.RATINGS}


def test_nothing_is_told_of_a_round_that_is_open(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, V3)
    with pytest.raises(RoundStands) as told:
        held.rounds.results(YEAR, number)
    assert sentence(told.value) == "2026-测-001 现为“测评中”，不能“查看结果”。请刷新后再办理。"
    with pytest.raises(RoundStands):
        held.rounds.statistics(YEAR, number)
    assert all("peer_rating" not in each.indicators for each in held.scores.year(YEAR).people)
