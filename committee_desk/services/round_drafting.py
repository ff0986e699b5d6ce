"""A round before it opens, and again after it was void: its terms, its people, and what its adoption needs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from committee_desk.domain.rounds import Participant, Round, RoundState, RoundWay, require_state
from committee_desk.domain.said import said
from committee_desk.services import typed_values
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_closing import require_scheme_unmoved
from committee_desk.services.round_finding import require_early, round_of
from committee_desk.services.round_people import Roster, rated_of, raters_of, refuse_rated_twice, roster_of
from committee_desk.services.round_refusals import (
    AdoptedAhead,
    AdoptionIncomplete,
    AgainUnchanged,
    LeaderNotRated,
    NobodyRates,
    NotOnTheRoster,
    RosterMoved,
    RoundChanged,
    RoundForNobody,
)
from committee_desk.services.round_terms import terms_of, title_of, with_cap
from committee_desk.services.round_views import AdoptedBy, RoundForm

People = tuple[Participant, ...]
Drafted = tuple[Round, People]


def drafted(uow: UnitOfWork, year: int, number: int, form: RoundForm) -> Drafted:
    """A new round as it was typed."""
    title, categories = title_of(form), tuple(str(each) for each in form.categories)
    terms = terms_of(uow, year, categories)
    people = _by_code(roster_of(uow, year).derived(categories))
    terms = with_cap(terms, form.most_excellent, _rated(people))
    state, way = RoundState.DRAFT, RoundWay.DESK
    given = Round(year, number, form.kind, way, state, title, terms, categories=categories)
    refuse_rated_twice(uow, roster_of(uow, year), given, rated_of(people))
    return given, people


def amended(uow: UnitOfWork, given: Round, form: RoundForm) -> Drafted:
    """A draft with what was typed anew."""
    title, categories = title_of(form), tuple(str(each) for each in form.categories)
    people = uow.rounds.people(given.year, given.number)
    terms = terms_of(uow, given.year, categories)
    if categories != given.categories:
        people = _anew(roster_of(uow, given.year), replace(given, categories=categories), people)
    terms = with_cap(terms, form.most_excellent, _rated(people))
    fresh = replace(given, kind=form.kind, title=title, terms=terms, categories=categories)
    if given.again is not None and fresh != replace(given, title=title):
        raise AgainUnchanged(given.label, _again(uow, given))
    return fresh, people


def derived_anew(uow: UnitOfWork, given: Round) -> Drafted:
    """A draft with its people derived from the roster as it is now."""
    _refuse_again(uow, given)
    people = uow.rounds.people(given.year, given.number)
    return given, _anew(roster_of(uow, given.year), given, people)


def placed(uow: UnitOfWork, given: Round, wanted: Participant) -> Drafted:
    """A draft with one person corrected by hand."""
    _refuse_again(uow, given)
    roster = roster_of(uow, given.year)
    stay = roster.stays.get(wanted.code)
    if stay is None:
        raise NotOnTheRoster(given.label, wanted.code)
    if wanted.rated and stay.is_leader:
        raise LeaderNotRated(given.label, stay.name)
    derived = roster.derived(given.categories).get(wanted.code)
    person = Participant(wanted.code, wanted.ballot_class, wanted.rated)
    people = {each.code: each for each in uow.rounds.people(given.year, given.number)}
    people[person.code] = person._replace(by_hand=person != derived)
    return given, _by_code(people)


def held_again(uow: UnitOfWork, void: Round) -> Drafted:
    """A void round once more, under a new number, with the same people and terms."""
    people = tuple(each._replace(took_part=None) for each in uow.rounds.people(void.year, void.number))
    number, state = uow.rounds.next_number(void.year), RoundState.DRAFT
    fresh = replace(
        void, number=number, state=state, document="", day=None, why="", result=None, entry=0, again=void.number
    )
    refuse_rated_twice(uow, roster_of(uow, void.year), fresh, rated_of(people))
    return fresh, people


def adopted(uow: UnitOfWork, given: Round, by: AdoptedBy, today: date) -> Round:
    """The round as it opens; refuses what cannot open."""
    require_state(given, "adopt", RoundState.DRAFT)
    require_early(uow, given.year)
    if given.entry != by.seen:
        raise RoundChanged(given.label)
    people = uow.rounds.people(given.year, given.number)
    if not _rated(people):
        raise RoundForNobody
    if not raters_of(people):
        raise NobodyRates(given.label)
    _require_roster_unmoved(uow, given, people)
    refuse_rated_twice(uow, roster_of(uow, given.year), given, rated_of(people))
    require_scheme_unmoved(uow, given, adopted=False)
    with_cap(given.terms, given.terms.most_excellent, _rated(people))
    document, day = said(by.document, "document"), typed_values.day(by.day)
    if not document or day is None:
        raise AdoptionIncomplete(given.label)
    if day > today:
        raise AdoptedAhead(given.label, day, today)
    return replace(given, state=RoundState.OPEN, document=document, day=day)


def told(given: Round, people: Iterable[Participant], before: Iterable[Participant] = ()) -> dict[str, object]:
    """What the journal says of a draft, or of an adoption: the terms, and whose classes differ from what stood."""
    held = {each.code: each for each in before}
    differing = [each for each in people if held.get(each.code) != each]
    return {
        "title": given.title,
        "kind": given.kind,
        "categories": given.categories,
        "terms": given.terms,
        **({"document": given.document, "day": given.day} if given.document else {}),
        "people": [[each.code, each.ballot_class, each.rated] for each in differing],
    }


def _require_roster_unmoved(uow: UnitOfWork, given: Round, people: People) -> None:
    """Posts may have moved since the people were derived. Who was corrected by hand stays, but no leader is rated."""
    roster = roster_of(uow, given.year)
    for each in people:
        stay = roster.stays.get(each.code)
        if each.rated and stay is not None and stay.is_leader:
            raise LeaderNotRated(given.label, stay.name)
    if given.again is not None:
        return
    by_hand = {each.code for each in people if each.by_hand}
    held, now = {each.code: each for each in people}, roster.derived(given.categories)
    if moved := {code for code in (held.keys() | now.keys()) - by_hand if held.get(code) != now.get(code)}:
        raise RosterMoved(given.label, roster.named(moved), len(moved))


def _anew(roster: Roster, given: Round, held: Iterable[Participant]) -> People:
    by_hand = {each.code: each for each in held if each.by_hand}
    return _by_code({**roster.derived(given.categories), **by_hand})


def _by_code(people: Mapping[str, Participant]) -> People:
    return tuple(people[code] for code in sorted(people))


def _rated(people: Iterable[Participant]) -> int:
    return sum(1 for each in people if each.rated)


def _refuse_again(uow: UnitOfWork, given: Round) -> None:
    if given.again is not None:
        raise AgainUnchanged(given.label, _again(uow, given))


def _again(uow: UnitOfWork, given: Round) -> str:
    return round_of(uow, given.year, given.again or 0).label
