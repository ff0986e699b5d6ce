"""The course of a year: one table of moves, and what it never allows."""

from itertools import pairwise

import pytest

from committee_desk.domain.course import FOR_TWO, ORDER, Move, Stage, StepNotPossible, moved, moves_from


def test_a_year_goes_from_scores_to_a_closed_window_step_by_step() -> None:
    stage = Stage.SCORING
    for move in (Move.PROPOSE, Move.APPROVE, Move.POST, Move.CLOSE):
        stage = moved(2026, stage, move)
    assert stage is Stage.CLOSED


@pytest.mark.parametrize("move", list(Move))
def test_no_move_skips_a_step_forwards(move: Move) -> None:
    steps = list(pairwise(ORDER))
    assert move.is_back or (move.origin, move.goal) in steps


@pytest.mark.parametrize("move", [move for move in Move if move.is_back])
def test_every_move_back_takes_a_second_person(move: Move) -> None:
    assert move in FOR_TWO


@pytest.mark.parametrize("move", list(Move))
@pytest.mark.parametrize("stage", list(Stage))
def test_a_move_is_refused_where_it_does_not_begin(stage: Stage, move: Move) -> None:
    if move in moves_from(stage):
        assert moved(2026, stage, move) is move.goal
    else:
        with pytest.raises(StepNotPossible):
            moved(2026, stage, move)
