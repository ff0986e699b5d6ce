"""复核 of a round that the desk counted: one mark of a class is put as it stands on the paper, one among equals."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.domain.proceedings import Challenge, ChallengeKind, ChangeKind, FactChange
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.effect_applying import apply
from committee_desk.services.effect_refusals import ChangedFactMoved
from committee_desk.services.objection_rules import people_of
from committee_desk.services.proceeding_recusals import bars_of
from committee_desk.services.proceeding_refusals import (
    BallotRejudged,
    ChangeChangesNothing,
    ChangeTwice,
    NothingLikeThat,
)
from committee_desk.services.proceeding_views import BarKind, Found
from committee_desk.wording.errors import sentence
from committee_desk.wording.found_facts import change_on_paper
from tests.services.rounds_held import SECOND, YEAR, counted, office

WHO = "P02"


@pytest.fixture
def held(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    """An office whose round is counted: everybody of a class gave everybody the same (V3 of the domain rules)."""
    counted(office(desk, tmp_path), actor)
    return desk


def recount(ballot_class: str, was: str, stands: str) -> Found:
    return Found(ChangeKind.BALLOT, (ballot_class, WHO, was), "mark", stands, "看错一行", "计票复核记录第1号")


def refused(kind: type[DeskError], act: Callable[[], object]) -> str:
    with pytest.raises(kind) as caught:
        act()
    return sentence(caught.value)


def marks_of(desk: Desk, ballot_class: str) -> Counter[object]:
    with desk._open.reading() as uow:
        marks = uow.rounds.marks(YEAR, 1)
    return Counter(each.mark for each in marks if each.code == WHO and each.ballot_class == ballot_class)


def test_a_mark_of_a_counted_round_is_named_by_class_person_and_what_was_counted(held: Desk) -> None:
    (change,) = held.proceedings.tried(YEAR, (recount("A", "95.0", "59"),))
    assert (change.key, change.before, change.after) == (("A", WHO, "95"), "95", "59")
    assert held.proceedings.fact(YEAR, ChangeKind.BALLOT, ("A", WHO, "95")).values == {"mark": "95"}
    (abstained,) = held.proceedings.tried(YEAR, (recount("A", "95", "弃权"),))
    assert (abstained.before, abstained.after) == ("95", "")


def test_what_cannot_be_is_refused(held: Desk) -> None:
    for ballot_class, was in (("A", "94"), ("D", "95"), ("A", "九五"), ("A", "弃权")):
        wrong = recount(ballot_class, was, "59")
        assert "台账里没有“测评票" in refused(
            NothingLikeThat, lambda wrong=wrong: held.proceedings.tried(YEAR, (wrong,))
        )
    refused(BallotRejudged, lambda: held.proceedings.tried(YEAR, (recount("A", "95", "101"),)))
    refused(ChangeChangesNothing, lambda: held.proceedings.tried(YEAR, (recount("A", "95", "95.00"),)))


def test_of_marks_counted_alike_no_more_are_found_otherwise_than_there_are(held: Desk) -> None:
    """90 stands once among the marks of C for this person twice."""
    twice = (recount("C", "90", "80"), recount("C", "90", "85"))
    assert len(held.proceedings.tried(YEAR, twice)) == 2
    refused(ChangeTwice, lambda: held.proceedings.tried(YEAR, (*twice, recount("C", "90", "70"))))


def test_one_mark_of_the_class_changes_and_the_score_follows(held: Desk, actor: Actor) -> None:
    changes = held.proceedings.tried(YEAR, (recount("A", "95", "59"), recount("C", "90", "30")))
    assert (marks_of(held, "A")[95], marks_of(held, "C")[90]) == (1, 2)
    with held._open.writing() as uow:  # what a decision does, and undone again
        entry = uow.journal.append(actor, "proceeding.decide", "2026-更-001", {}, authority="王芳")
        told = [each.told() for each in apply(uow, entry, YEAR, changes, "2026-更-001")]
        after = [each for each in uow.rounds.marks(YEAR, 1) if each.code == WHO]
        others = [each for each in uow.rounds.marks(YEAR, 1) if each.code == "P03"]
        facts = uow.totals.person_facts(YEAR, WHO)
        with pytest.raises(ChangedFactMoved):
            apply(uow, entry, YEAR, changes, "2026-更-001")
    assert sorted(each.mark for each in after if each.ballot_class == "A" and each.mark) == [59, 88, 90]
    c = Counter(each.mark for each in after if each.ballot_class == "C")
    assert (c[90], c[30], sum(c.values())) == (1, 1, 12)  # type: ignore[index]
    assert sorted(each.mark for each in others if each.ballot_class == "A" and each.mark) == [88, 90, 95]
    assert facts.ballot_rounds == ("2026-测-001",)
    assert {tuple(each) for each in told} == {("kind", "evidence", "why")}


def test_a_paper_names_neither_class_nor_mark(held: Desk) -> None:
    (change,) = held.proceedings.tried(YEAR, (recount("A", "95", "59"),))
    said = change_on_paper(change, {}, {WHO: "部门长2"})
    assert "部门长2" in said
    assert not [each for each in ("95", "59", "A") if each in said]


def test_a_change_from_before_rounds_is_told_as_ever(held: Desk) -> None:
    old = FactChange(ChangeKind.BALLOT, ("A-0007", WHO), "mark", "61", "91", "唱票有误", "复点记录")
    assert "部门长2" in change_on_paper(old, {}, {WHO: "部门长2"})
    assert "没有" in refused(NothingLikeThat, lambda: held.proceedings.tried(YEAR, (Found(*old[:3], *old[4:]),)))


def test_whoever_counted_a_batch_does_not_examine_the_ballots(held: Desk, actor: Actor) -> None:
    with held._open.reading() as uow:
        people = people_of(uow, YEAR)
        mine = bars_of(uow, YEAR, people, (Challenge(ChallengeKind.BALLOTS, (WHO,)),), WHO)
        nobody_s = bars_of(uow, YEAR, people, (Challenge(ChallengeKind.BALLOTS, ("S01",)),), "S01")
    assert {actor.name, SECOND.name} <= {each.name for each in mine if each.kind is BarKind.PRODUCER}
    assert not [each for each in nobody_s if each.kind is BarKind.PRODUCER]
