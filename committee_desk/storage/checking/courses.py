"""The course of each year: that its moves follow each other as the table of moves has it, each under its own act."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from committee_desk.domain.course import Move, Stage
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_HELD = "EXISTS (SELECT 1 FROM {table} AS t WHERE t.year = c.year {limits})"
_ROWS = "SELECT year, stage, move, entry, ended_by FROM courses ORDER BY year, entry, id"
_UNDER_ANOTHER_ACT = """
    SELECT c.year AS year, c.move AS move, c.entry AS entry FROM courses AS c JOIN journal AS j ON j.seq = c.entry
    WHERE (j.verb != 'course.' || c.move OR coalesce(j.subject, '') != CAST(c.year AS TEXT))
    AND NOT (j.verb = 'proceeding.decide' AND c.move IN ('publish_again', 'reopen'))
"""
_WITHOUT_ROW = """
    SELECT subject AS year, substr(verb, 8) AS move, seq AS entry FROM journal
    WHERE verb LIKE 'course.%' AND seq NOT IN (SELECT entry FROM courses)
"""
_PROPOSED = _HELD.format(table="grade_lists", limits="AND t.stage = 'proposed' AND t.ended_by IS NULL")
_APPROVED = _HELD.format(table="grade_lists", limits="AND t.stage = 'approved' AND t.ended_by IS NULL")
_POSTED = _HELD.format(table="publications", limits="AND t.ended_by IS NULL")
_SHUT = _HELD.format(table="closings", limits="AND t.ended_by IS NULL")
_RESTS = f"""
    SELECT c.year AS year, c.stage AS stage, c.entry AS entry FROM courses AS c WHERE c.ended_by IS NULL AND (
        (c.stage = 'scoring' AND ({_PROPOSED} OR {_APPROVED}))
        OR (c.stage = 'proposed' AND (NOT {_PROPOSED} OR {_APPROVED}))
        OR (c.stage IN ('approved', 'published', 'closed') AND NOT ({_PROPOSED} AND {_APPROVED}))
        OR (c.stage IN ('published', 'closed') AND NOT {_POSTED})
        OR (c.stage = 'closed' AND NOT {_SHUT})
    )
"""
_GOALS = {str(move): (move.origin, str(move.goal)) for move in Move}


def _moves(reading: Reading) -> Iterator[Facts]:
    for year, rows in groupby(reading.rows(_ROWS), key=itemgetter(0)):
        stage, before = Stage.SCORING, None
        for _, reached, move, entry, ended in rows:
            origin, goal = _GOALS.get(move, (None, None))
            if origin is not stage or goal != reached or before not in {None, entry}:
                yield {"year": year, "move": move, "entry": entry}
                break
            stage, before = Stage(reached), 0 if ended is None else ended
        else:
            if before:
                yield {"year": year, "move": move, "entry": before}


def _acts(reading: Reading) -> Iterator[Facts]:
    yield from reading.named(_UNDER_ANOTHER_ACT)
    yield from reading.named(_WITHOUT_ROW)


INVARIANTS = (
    Invariant("course.moves", _moves, ("courses",)),
    Invariant("course.acts", _acts, ("courses",)),
    Invariant("course.rests", found_by(_RESTS), ("courses",)),
)
