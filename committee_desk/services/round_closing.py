"""Closing a round: what it still waits for, what would void it, and its marks, parted, with all that is kept of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from secrets import token_bytes
from typing import NamedTuple

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Booth, Parted, part
from committee_desk.domain.rounds import Failing, Participant, Round, RoundState, Terms, Turnout, failing
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_file import ClassProgress, RoundContents
from committee_desk.services.round_people import rated_of, raters_of
from committee_desk.services.round_refusals import AbsentUnclear, RoundNotReady, SchemeMoved, TurnoutBeyond
from committee_desk.services.round_statistics import statistics_kept
from committee_desk.services.round_terms import same_rules, terms_of
from committee_desk.services.round_views import NEVER_LEFT, Waiting

Turnouts = Mapping[BallotClass, Turnout]


class Closing(NamedTuple):
    """A round counted, before anything is written."""

    turnouts: Turnouts
    parted: Parted
    failing: Failing | None
    people: tuple[Participant, ...]


def on_paper(
    held: Turnouts, raters: Mapping[BallotClass, int], progress: Mapping[BallotClass, ClassProgress]
) -> dict[BallotClass, Turnout]:
    """The turnout of each class on paper. A class that votes in the booth alone has none to be put down."""
    found = dict(held)
    for ballot_class, number in raters.items():
        theirs = progress.get(ballot_class, ClassProgress())
        if ballot_class not in found and theirs.codes and not theirs.serials:
            found[ballot_class] = Turnout(number, 0, 0, 0)
    return {each: found[each] for each in raters if each in found}


def with_booth(paper: Turnouts, booth: Mapping[BallotClass, int]) -> dict[BallotClass, Turnout]:
    """The turnout of paper and booth together: each ballot of the booth was issued and came back."""
    return {
        name: each._replace(
            present=each.present + booth.get(name, 0),
            issued=each.issued + booth.get(name, 0),
            returned=each.returned + booth.get(name, 0),
        )
        for name, each in paper.items()
    }


def booth_ballots(booth: Booth) -> dict[BallotClass, int]:
    """How many ballots of each class came from the booth, valid or not."""
    return {each: booth.valid.get(each, 0) + sum(booth.invalid.get(each, {}).values()) for each in BallotClass}


def waiting_for(
    paper: Turnouts,
    raters: Mapping[BallotClass, int],
    progress: Mapping[BallotClass, ClassProgress],
    uncounted: Collection[int],
) -> Iterator[Waiting]:
    """What has to come before the round can be counted."""
    if missing := tuple(each for each in raters if each not in paper):
        yield Waiting("turnout", {"classes": missing})
    if uncounted:
        yield Waiting("batches", {"count": len(uncounted)})
    elif unconfirmed := sum(each.typed - each.counted for each in progress.values()):
        yield Waiting("unconfirmed", {"count": unconfirmed})
    for ballot_class, turnout in paper.items():
        counted = progress.get(ballot_class, ClassProgress()).counted
        if counted != turnout.returned:
            told = {"ballot_class": ballot_class, "returned": turnout.returned, "counted": counted}
            yield Waiting("slips_missing" if counted < turnout.returned else "slips_above", told)


def closing_of(
    uow: UnitOfWork,
    given: Round,
    contents: RoundContents,
    progress: Mapping[BallotClass, ClassProgress],
    absent: Collection[str],
) -> Closing:
    """The round counted by its terms; refuses what is not ready. Where its turnout fails, nobody has to type the slips
    that are left; but what was typed is confirmed first, and a turnout that the counted slips belie voids no round."""
    people = uow.rounds.people(given.year, given.number)
    paper = on_paper(uow.rounds.turnouts(given.year, given.number), raters_of(people), progress)
    total = with_booth(paper, booth_ballots(contents.booth))
    waiting = tuple(waiting_for(paper, raters_of(people), progress, contents.uncounted))
    why = _foreseen(given, total, waiting)
    if why is not Failing.RETURNED_ABOVE_ISSUED:
        _refuse_beyond(given.label, total)
    parted = part(contents.slips, contents.booth, given.terms, rated_of(people), token_bytes)
    if why is None:
        total = {name: _counted(each, parted, name) for name, each in total.items()}
        why = failing(total.values(), given.terms)
    if why is None:
        require_scheme_unmoved(uow, given, adopted=True)
    if why is not None:  # held again, what a newcomer adds would be known to be his
        parted = part(contents.slips, contents.booth, given.terms, rated_of(people), token_bytes, sealing=True)
        return Closing(total, parted, why, people)
    taken = tuple(_took_part(given, people, total, contents.took_part, absent))
    return Closing(total, parted, why, taken)


def told_of_closing(counted: Closing) -> dict[str, object]:
    """What the journal says of a closing: turnout and the number of marks. Never a mark."""
    return {
        "turnouts": {str(name): each._asdict() for name, each in counted.turnouts.items()},
        "void": counted.failing,
        "marks": len(counted.parted.marks),
    }


def write_closing(uow: UnitOfWork, entry: int, given: Round, counted: Closing, contents: RoundContents) -> bytes:
    """Keep a counted round: its marks count, or are sealed where its turnout fails, and the seal's key is told. Whole
    slips are kept nowhere."""
    year, number = given.year, given.number
    result: dict[str, object] = {"invalid": _invalid(counted.parted)}
    if counted.failing is None:
        result["statistics"] = statistics_kept(uow, given, contents, counted.parted, rated_of(counted.people))
    state = RoundState.VOID if counted.failing else RoundState.CLOSED
    why = str(counted.failing) if counted.failing else ""
    write_round(uow, entry, replace(given, state=state, why=why, result=result), counted.people, counted.turnouts)
    uow.rounds.add_batches(entry, year, number, contents.batches)
    if counted.failing:
        return uow.rounds.seal_marks(entry, year, number, counted.parted.marks)
    uow.rounds.add_marks(entry, year, counted.parted.marks)
    return b""


def write_round(uow: UnitOfWork, entry: int, given: Round, people: Iterable[Participant], turnouts: Turnouts) -> None:
    """Keep a round with its people and the turnout of its classes."""
    uow.rounds.put(entry, given)
    uow.rounds.put_people(entry, given.year, given.number, people)
    for ballot_class, turnout in turnouts.items():
        uow.rounds.put_turnout(entry, given.year, given.number, ballot_class, turnout)


def require_scheme_unmoved(uow: UnitOfWork, given: Round, *, adopted: bool) -> Terms:
    """Refuse terms that are no longer what the scheme says of ballots: the year would be scored otherwise."""
    now = terms_of(uow, given.year, given.categories)
    if not same_rules(now, given.terms):
        raise SchemeMoved(given.label, adopted=adopted)
    return now


def _foreseen(given: Round, total: Turnouts, waiting: tuple[Waiting, ...]) -> Failing | None:
    """What makes the round void before a slip is looked at; refuses one that is not ready to be counted."""
    if any(each.kind in NEVER_LEFT for each in waiting):
        raise RoundNotReady(given.label, waiting)
    why = failing(total.values(), given.terms)
    if why is None and waiting:
        raise RoundNotReady(given.label, waiting)
    return why


def _counted(turnout: Turnout, parted: Parted, ballot_class: BallotClass) -> Turnout:
    return turnout._replace(valid=parted.valid.get(ballot_class, 0), invalid=parted.invalid_of(ballot_class))


def _refuse_beyond(label: str, total: Turnouts) -> None:
    """Paper and booth together can be more than due: somebody was given both."""
    for ballot_class, each in total.items():
        for field, number in (("present", each.present), ("issued", each.issued)):
            if number > each.due:
                raise TurnoutBeyond(label, ballot_class, field, number, "due", each.due, counted=True)


def _took_part(
    given: Round, people: Iterable[Participant], total: Turnouts, used: Collection[str], absent: Collection[str]
) -> Iterator[Participant]:
    """Who took part, for all at once. Of a class in which the turnout and the names leave it open, of nobody; nor of
    one that is too small to be shown: beside who came, its marks would be his ballot."""
    held = tuple(people)
    for ballot_class, turnout in total.items():
        theirs = [each for each in held if each.ballot_class is ballot_class]
        named = {each.code for each in theirs if each.code in absent}
        missing = len(theirs) - turnout.present
        if named and (len(named) != missing or named & set(used)):
            raise AbsentUnclear(given.label, ballot_class, len(named), missing)
        known = len(named) == missing or turnout.present == len(set(used) & {each.code for each in theirs})
        known = known and turnout.present >= given.terms.shown_from
        there = {each.code for each in theirs} - named if len(named) == missing else set(used)
        yield from (each._replace(took_part=each.code in there if known else None) for each in theirs)
    yield from (each for each in held if each.ballot_class is None)


def _invalid(parted: Parted) -> dict[str, dict[str, int]]:
    return {
        str(name): {str(why): count for why, count in each.items()} for name, each in parted.invalid.items() if each
    }
