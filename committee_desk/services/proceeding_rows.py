"""Re-reviews and corrections with names, days left and steps; and what of a person's figures can be challenged."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from committee_desk.domain.calendar import WorkingCalendar, YearNotHeld
from committee_desk.domain.effects import Effects
from committee_desk.domain.people import Stay
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import (
    FEWEST_EXAMINERS,
    Challenge,
    ChallengeKind,
    Motion,
    ProceedingKind,
    ProceedingState,
    moves_from,
)
from committee_desk.domain.remedies import Remedy, remedies_of
from committee_desk.services.history_views import FactKind
from committee_desk.services.objection_rules import people_of
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_examiners import bars_on
from committee_desk.services.proceeding_naming import as_named
from committee_desk.services.proceeding_views import ProceedingCard, ProceedingRow, ProceedingStep
from committee_desk.services.year_schemes import scheme_of

_REACHED = {
    ProceedingState.EXAMINED: "proceeding.find",
    ProceedingState.MOVED: "proceeding.lay",
    ProceedingState.UPHELD: "proceeding.decide",
    ProceedingState.CHANGED: "proceeding.decide",
    ProceedingState.WITHDRAWN: "proceeding.withdraw",
}


def rows_of(uow: UnitOfWork, year: int, today: date) -> tuple[ProceedingRow, ...]:
    """Every proceeding of the year, by number."""
    held = uow.proceedings.of_year(year)
    if not held:
        return ()
    people, calendar, sources = people_of(uow, year), WorkingCalendar(uow.calendar.days()), _sources(uow, year)
    return tuple(_row(each, people, calendar, sources, today) for each in held)


def card_of(uow: UnitOfWork, held: Proceeding, today: date) -> ProceedingCard:
    """One proceeding, whole."""
    year, people = held.year, people_of(uow, held.year)
    row = _row(held, people, WorkingCalendar(uow.calendar.days()), _sources(uow, year), today)
    bars = bars_on(uow, people, held)
    names = {code: stay.name for code, stay in people.items()}
    steps = steps_of(uow.proceedings.history(year, held.number), names)
    moves, lacks = moves_from(held.state), tuple(_lacks(held))
    return ProceedingCard(row, steps, moves, bars, lacks, names, _appealable(uow, held))


def _appealable(uow: UnitOfWork, held: Proceeding) -> bool:
    if held.kind is not ProceedingKind.APPLICATION or held.state is not ProceedingState.UPHELD:
        return False
    decided = [each for each in uow.results.of_year(held.year) if each.code == held.about]
    return bool(decided) and Remedy.APPEAL in remedies_of(decided[-1].grade)


def challengeable(uow: UnitOfWork, year: int, code: str) -> tuple[Challenge, ...]:
    """The figures of one person: the indicators of the scheme first, then what they rest on."""
    people = people_of(uow, year)
    if code not in people:
        raise NoSuchPerson(code)
    return as_named(uow, year, _figures(uow, year, people[code]), standing=True)


def steps_of(history: Sequence[Proceeding], names: Mapping[str, str]) -> tuple[ProceedingStep, ...]:
    """What happened to one proceeding, oldest first."""
    befores = (None, *history[:-1])
    return tuple(_step(before, after, names) for before, after in zip(befores, history, strict=True))


def _figures(uow: UnitOfWork, year: int, stay: Stay) -> Iterator[Challenge]:
    code = stay.code
    for indicator in scheme_of(uow, year, stay.category).indicators:
        yield Challenge(ChallengeKind.INDICATOR, (code, indicator.id), indicator.name)
    shares = uow.history.versions(FactKind.CASE_SHARE, {"code": code, "year": year})
    for number in dict.fromkeys(str(each.key[0]) for each in shares if each.ended is None):
        if uow.cases.review(number) is not None:
            yield Challenge(ChallengeKind.REVIEW, (number,))
        yield Challenge(ChallengeKind.SHARE, (number, code))
    for each in uow.history.versions(FactKind.EVENT, {"code": code, "year": year}):
        if each.ended is None:
            yield Challenge(ChallengeKind.EVENT, tuple(_text(part) for part in each.key))
    for mark in uow.marks.of_year(year, code):
        yield Challenge(ChallengeKind.LEADER_MARK, (code, mark.rater))
    yield Challenge(ChallengeKind.BALLOTS, (code,))
    yield Challenge(ChallengeKind.STANDING, (code,))
    yield Challenge(ChallengeKind.PROCEDURE)


def _text(part: object) -> str:
    return part.isoformat() if isinstance(part, date) else str(part)


def _row(
    held: Proceeding,
    people: Mapping[str, Stay],
    calendar: WorkingCalendar,
    sources: Mapping[tuple[ProceedingKind, int | None], tuple[str, date | None]],
    today: date,
) -> ProceedingRow:
    label, due = sources.get((held.kind, held.source), ("", None))
    due = due if held.open else None
    about = people.get(held.about)
    return ProceedingRow(
        held,
        people[held.code].name if held.code in people else held.code,
        about.name if about else held.about,
        about.department if about else "",
        label,
        due,
        _days_left(calendar, today, due),
    )


def _sources(uow: UnitOfWork, year: int) -> dict[tuple[ProceedingKind, int | None], tuple[str, date | None]]:
    """The papers that re-reviews come from: their numbers, and by when each is answered."""
    found: dict[tuple[ProceedingKind, int | None], tuple[str, date | None]] = {
        (ProceedingKind.OBJECTION, each.number): (each.label, each.answer_by) for each in uow.objections.of_year(year)
    }
    for told in uow.applications.of_year(year):
        found[ProceedingKind.APPLICATION, told.number] = (told.label, told.extended_to or told.decide_by)
        found[ProceedingKind.APPEAL, told.number] = (told.label, None)
    return found


def _days_left(calendar: WorkingCalendar, today: date, due: date | None) -> int | None:
    try:
        return None if due is None else calendar.days_until(today, due)
    except YearNotHeld:
        return None


def _lacks(held: Proceeding) -> Iterator[str]:
    """What comes before the committee can decide, in order."""
    if not held.open:
        return
    if len(held.examiners) < FEWEST_EXAMINERS:
        yield "examiners"
    if held.undeclared:
        yield "declarations"
    if not held.findings:
        yield "findings"
    if held.about != held.applicant and not any(each.code == held.about for each in held.hearings):
        worse = not held.effects or held.about in Effects.from_json(held.effects).loses
        if worse and held.motion is not Motion.UPHOLD:
            yield "hearing"
    if held.motion is None:
        yield "motion"
    yield "vote"


def _step(before: Proceeding | None, after: Proceeding, names: Mapping[str, str]) -> ProceedingStep:
    verb = _verb(before, after)
    facts: dict[str, str] = {}
    if verb in {"proceeding.open", "proceeding.appoint"}:
        facts = {"examiners": "、".join(each.name for each in after.examiners), "why": after.why}
    elif verb == "proceeding.declare":
        told = set(after.examiners) - set(before.examiners if before else ())
        facts = {"examiners": "、".join(each.name for each in told)}
    elif verb == "proceeding.find":
        facts = {"findings": after.findings, "changes": str(len(after.changes))}
    elif verb == "proceeding.hear":
        heard = after.hearings[-1]
        facts = {"name": names.get(heard.code, heard.code), "said": heard.said, "by": heard.by}
    elif verb == "proceeding.lay":
        facts = {"motion": str(after.motion or ""), "reasons": after.reasons}
    elif verb == "proceeding.serve" and after.served is not None:
        facts = {"means": after.served.means, "by": after.served.by}
    else:
        facts = {"document": after.document, "why": after.why}
    return ProceedingStep(verb, after.state, after.at, after.actor, facts)


def _verb(before: Proceeding | None, after: Proceeding) -> str:
    if before is None:
        return "proceeding.open"
    if after.served != before.served:
        return "proceeding.serve"
    if after.hearings != before.hearings:
        return "proceeding.hear"
    if after.examiners != before.examiners:
        declared = sum(each.declared is not None for each in after.examiners)
        more = declared > sum(each.declared is not None for each in before.examiners)
        return "proceeding.declare" if more else "proceeding.appoint"
    return _REACHED.get(after.state, "proceeding.appoint")
