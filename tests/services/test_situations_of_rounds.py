"""Rating rounds and the situations of the domain rules, part 6."""

from fractions import Fraction

import pytest

from committee_desk.domain.rounds import Failing, Participant, RoundState, Turnout
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.round_refusals import AgainUnchanged
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.rounds import failing_name
from tests.services.rounds_held import (
    SECOND,
    V3,
    YEAR,
    A,
    B,
    C,
    alike,
    count_in,
    counted,
    drafted,
    opened,
    put_down,
    rated,
    type_slips,
)


def test_row_30_a_low_turnout_makes_the_round_void_and_it_is_held_again(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, {A: V3[A], B: V3[B], C: V3[C][:4]})  # 13 of 21, due two thirds: 14
    assert held.rounds.card(YEAR, number).failing is Failing.RETURNED_TOO_FEW
    held.rounds.close(actor, YEAR, number, SECOND)
    card = held.rounds.card(YEAR, number)
    assert (card.round.state, card.failing) == (RoundState.VOID, Failing.RETURNED_TOO_FEW)
    assert card.sealed == 13 * 6
    assert all("peer_rating" not in each.indicators for each in held.scores.year(YEAR).people)
    again, _ = held.rounds.rerun(actor, YEAR, number)
    with pytest.raises(AgainUnchanged):
        held.rounds.place(actor, YEAR, again, Participant("S01", B, rated=False))
    opened(held, actor, again)
    count_in(held, actor, again, V3)
    held.rounds.close(actor, YEAR, again, SECOND)
    assert held.rounds.results(YEAR, again).people[0].total == Fraction("89.695")
    assert held.rounds.card(YEAR, number).sealed == 13 * 6


def test_two_thirds_to_the_slip_are_enough(held: Desk, actor: Actor) -> None:
    number = counted(held, actor, {A: V3[A], B: V3[B], C: V3[C][:5]})  # 14 of 21
    assert held.rounds.card(YEAR, number).round.state is RoundState.CLOSED


def test_row_31_a_class_of_two_is_not_trimmed_and_never_shown_alone(held: Desk, actor: Actor) -> None:
    number = counted(held, actor, {A: V3[A], B: V3[B][:2], C: V3[C]})
    person = held.rounds.results(YEAR, number).people[0]
    assert [each.classes for each in person.classes] == [("A",), ("B", "C")]
    expected = 91 * Fraction("0.4") + Fraction(92 + 85, 2) * Fraction("0.3") + Fraction("88.9") * Fraction("0.3")
    assert person.total == expected
    assert "88.5" not in str(person)


def test_row_32_more_back_than_issued_voids_the_round(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    put_down(held, actor, number, A, 3, 3, 3, 3)
    put_down(held, actor, number, B, 6, 6, 6, 6)
    put_down(held, actor, number, C, 12, 12, 11, 12)
    assert held.rounds.card(YEAR, number).failing is Failing.RETURNED_ABOVE_ISSUED
    held.rounds.close(actor, YEAR, number, SECOND)
    assert held.rounds.card(YEAR, number).failing is Failing.RETURNED_ABOVE_ISSUED
    assert held.rounds.view(YEAR)[0].state is RoundState.VOID


def test_row_24_all_slips_are_alike_and_a_mark_for_oneself_on_paper_counts(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    assert [each.code for each in held.slips.lines(YEAR, number)] == list(rated(held, number))
    count_in(held, actor, number, V3)
    held.rounds.close(actor, YEAR, number, SECOND)
    assert held.rounds.results(YEAR, number).turnouts[B].valid == 6


def test_row_26_an_external_leader_rates_and_is_never_rated(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    assert not any(code.startswith("L") for code in rated(held, number))
    assert next(row.raters for row in held.rounds.card(YEAR, number).classes if row.ballot_class is A) == 3


def test_half_of_the_valid_slips_are_not_enough(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    for ballot_class, good_slips, count in ((A, 2, 3), (B, 2, 6), (C, 6, 12)):  # 10 valid of 21
        slips = alike(held, number, [90] * good_slips) + [{} for _ in range(count - good_slips)]
        type_slips(held, actor, number, ballot_class, slips)
        put_down(held, actor, number, ballot_class, count, count, count, count)
    held.rounds.close(actor, YEAR, number, SECOND)
    card = held.rounds.card(YEAR, number)
    assert (card.round.state, card.failing) == (RoundState.VOID, Failing.VALID_TOO_FEW)
    assert card.classes[2].turnout == Turnout(12, 12, 12, 12, 6, 6)


def test_too_many_excellent_marks_make_a_slip_invalid_and_its_reason_is_counted(held: Desk, actor: Actor) -> None:
    number = opened(held, actor, drafted(held, actor, most_excellent=2))
    codes = rated(held, number)
    allowed = {**dict.fromkeys(codes, "84"), codes[0]: "90", codes[1]: "85"}
    over = {**allowed, codes[2]: "99"}
    for ballot_class, count in ((A, 3), (B, 6), (C, 12)):
        type_slips(held, actor, number, ballot_class, [over, *[allowed] * (count - 1)])
        put_down(held, actor, number, ballot_class, count, count, count, count)
    held.rounds.close(actor, YEAR, number, SECOND)
    result = held.rounds.results(YEAR, number)
    assert {str(why): count for why, count in result.invalid.items()} == {"too_many_excellent": 3}
    assert result.turnouts[C] == Turnout(12, 12, 12, 12, 11, 1)


def test_row_25_a_head_who_is_rated_himself_rates_among_the_heads(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    people = {each.participant.code: each.participant for each in held.rounds.participants(YEAR, number)}
    assert all(people[code].ballot_class is B for code in rated(held, number))


def test_row_30_and_32_say_why_a_round_is_void(held: Desk, actor: Actor) -> None:
    assert failing_name(Failing.RETURNED_TOO_FEW) == "收回的票不足应到人数的三分之二"
    assert failing_name(Failing.RETURNED_ABOVE_ISSUED) == "收回的票多于发出的票"
    number = opened(held, actor)
    for ballot_class, due in ((A, 3), (B, 6), (C, 12)):
        put_down(held, actor, number, ballot_class, due, due, due - 1, due)
    change = held.rounds.close(actor, YEAR, number, SECOND).change
    (row,) = (each for each in held.journal.rows(5) if each.seq == change.entry)
    assert (act_name(row.verb), act_object(row)) == (
        "关闭民主测评并计票",
        "2026-测-001：收回的票多于发出的票，本轮作废",
    )
