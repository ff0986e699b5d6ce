"""Rating rounds declared void by decision, and what is swept once one has ended."""

import shutil
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.rounds import Failing, RoundState
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.round_file import RoundCopied
from committee_desk.services.round_refusals import VoidReasonMissing
from committee_desk.wording.errors import sentence
from tests.conftest import frozen_clock
from tests.services.rounds_held import (
    SECOND,
    V3,
    YEAR,
    B,
    alike,
    beside,
    count_in,
    counted,
    drafted,
    opened,
    type_slips,
)


def test_an_open_round_is_declared_void_with_a_reason_by_two_and_its_marks_are_sealed(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, V3)
    with pytest.raises(VoidReasonMissing):
        held.rounds.void(actor, YEAR, number, " ", SECOND)
    with pytest.raises(SecondNeeded):
        held.rounds.void(actor, YEAR, number, "票箱被打开过")
    held.rounds.void(actor, YEAR, number, "票箱被打开过", SECOND)
    card = held.rounds.card(YEAR, number)
    assert (card.round.why, card.failing, card.sealed) == ("票箱被打开过", Failing.DECIDED, 21 * 6)
    assert not beside(held)


def test_a_closed_round_that_is_declared_void_counts_no_longer(held: Desk, actor: Actor) -> None:
    number = counted(held, actor)
    held.rounds.void(actor, YEAR, number, "有人代投", SECOND)
    assert all("peer_rating" not in each.indicators for each in held.scores.year(YEAR).people)
    assert held.rounds.card(YEAR, number).sealed == 21 * 6
    again, _ = held.rounds.rerun(actor, YEAR, number)
    assert held.rounds.card(YEAR, again).round.again == number


def test_a_round_whose_key_is_gone_can_only_be_declared_void(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    held.rounds._files().destroy(held.rounds.card(YEAR, number).round.label)
    assert not held.rounds.card(YEAR, number).here
    held.rounds.void(actor, YEAR, number, "开票的电脑损坏", SECOND)
    assert held.rounds.card(YEAR, number).sealed == 0


def test_a_round_counted_beside_another_desk_is_not_declared_void_in_a_copy(
    held: Desk, actor: Actor, tmp_path: Path
) -> None:
    number = opened(held, actor)
    type_slips(held, actor, number, B, alike(held, number, [80] * 6))
    (tmp_path / "副本").mkdir()
    path = tmp_path / "副本" / held.path.name
    shutil.copyfile(held.path, path)
    with open_desk(path, clock=frozen_clock) as copy:
        with pytest.raises(RoundCopied) as told:
            copy.rounds.void(actor, YEAR, number, "试一试", SECOND)
        assert f"“{held.path}.2026-测-001”旁边的台账" in sentence(told.value)
        assert copy.rounds.card(YEAR, number).round.state is RoundState.OPEN
    assert held.slips.progress(YEAR, number)[B].counted == 6


def test_a_round_opened_by_a_link_to_its_desk_goes_on_and_voided_there_keeps_its_marks(
    held: Desk, actor: Actor, tmp_path: Path
) -> None:
    number = opened(held, actor)
    type_slips(held, actor, number, B, alike(held, number, [80] * 6))
    (tmp_path / "链接").symlink_to(held.path.parent, target_is_directory=True)
    with open_desk(tmp_path / "链接" / held.path.name, clock=frozen_clock) as linked:
        assert linked.slips.progress(YEAR, number)[B].counted == 6
        linked.rounds.void(actor, YEAR, number, "票箱被打开过", SECOND)
    assert held.rounds.card(YEAR, number).sealed == 6 * 6
    assert not beside(held)


def test_what_a_cut_off_closing_left_is_swept(held: Desk, actor: Actor) -> None:
    number = counted(held, actor)
    label = held.rounds.card(YEAR, number).round.label
    held.rounds._files().make(label)
    held.rounds.sweep()
    assert not held.rounds._files().is_here(label)
    assert not beside(held)


def test_the_working_file_of_a_round_that_has_not_ended_is_never_swept(held: Desk, actor: Actor) -> None:
    draft = drafted(held, actor)
    label = held.rounds.card(YEAR, draft).round.label
    held.rounds._files().make(label)  # as an older state of the desk, put in its place, would find it
    held.rounds.sweep()
    assert held.rounds._files().is_here(label)
    opened(held, actor, draft)
    held.rounds.sweep()
    assert held.rounds.card(YEAR, draft).here
