"""How far a sheet is signed, whose turn it is, and what handwriting is taken."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from committee_desk.domain.sealing import Stroke, next_step
from committee_desk.services.final_sheets import ReadySheet
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.signing_refusals import NotDecided, StrokesUnfit
from committee_desk.services.signing_views import SealRow, SheetRow, SheetState

MOST_POINTS = 20_000
"""So many points a handwriting may have; a minute of the fastest pen."""

Steps = Mapping[tuple[str, int], tuple[SealRow, ...]]
"""The signatures of each person's each version."""


def steps_of(uow: UnitOfWork, year: int) -> Steps:
    """The signatures that hold, by person and version, in their order."""
    found: defaultdict[tuple[str, int], tuple[SealRow, ...]] = defaultdict(tuple)
    for row in uow.seals.of_year(year):
        found[row.code, row.version] += (row,)
    return found


def refused_since(steps: Sequence[SealRow], refused_at: int) -> bool:
    """Whether a refusal was recorded after the first signature: the sheet says nothing of it."""
    return bool(steps) and refused_at > steps[0].entry


def sheet_row(ready: ReadySheet, held: Steps) -> SheetRow:
    """The sheet with the steps that count: none where other signers are expected now than when it was begun, or the
    person refused to sign since (拒签): the sheet bears that."""
    steps = held.get((ready.code, ready.version), ())
    if steps and (steps[0].expected != len(ready.signers) or refused_since(steps, ready.refused_at)):
        steps = ()
    state = SheetState.WHOLE if len(steps) == len(ready.signers) else SheetState.BEGUN if steps else SheetState.OPEN
    following = next_step(ready.signers, len(steps))
    return SheetRow(
        ready.code, ready.name, ready.version, state, ready.signers, steps, following, ready.file_name, ready.said
    )


def newest_of(ready: Sequence[ReadySheet], code: str) -> int:
    """The newest version of that person's decided result; 0 where there is none."""
    return next((each.version for each in ready if each.code == code), 0)


def rows_for(
    uow: UnitOfWork, ready: Sequence[ReadySheet], year: int, codes: Sequence[str] | None
) -> tuple[SheetRow, ...]:
    """The sheets of these people, in the list's order; of everybody for None. NotDecided names who has none."""
    wanted = None if codes is None else set(codes)
    if wanted and (missing := wanted - {each.code for each in ready}):
        raise NotDecided(year, sorted(missing))
    held = steps_of(uow, year)
    return tuple(sheet_row(each, held) for each in ready if wanted is None or each.code in wanted)


def require_fit_strokes(strokes: Sequence[Stroke]) -> tuple[Stroke, ...]:
    """The strokes as they are drawn: with a line, not endless, within their field."""
    kept = tuple(stroke for stroke in strokes if stroke)
    points = [point for stroke in kept for point in stroke]
    if not points or len(points) > MOST_POINTS or not all(0 <= part <= 1 for point in points for part in point):
        raise StrokesUnfit
    return kept
