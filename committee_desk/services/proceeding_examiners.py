"""The examiners of one proceeding: who is named among them, and who is barred by what is challenged and was found."""

from collections.abc import Sequence

from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import Challenge, Examiner, ProceedingState
from committee_desk.domain.said import said
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_keys import as_challenges, regraded
from committee_desk.services.proceeding_recusals import bars_of, require_unbarred
from committee_desk.services.proceeding_refusals import DeclarationsMissing, NoSuchExaminer
from committee_desk.services.proceeding_views import Bar
from committee_desk.services.typed_people import People, meant_by


def bars_on(
    uow: UnitOfWork, people: People, held: Proceeding, challenged: Sequence[Challenge] | None = None
) -> tuple[Bar, ...]:
    """Who does not examine it, by what was challenged and found, or by these figures; and for whose sake."""
    named = (*held.challenged, *as_challenges(held.changes)) if challenged is None else challenged
    about = (held.about, *regraded(held.changes))
    return bars_of(uow, held.year, people, named, held.code, *about, changes=held.changes)


def require_fit_examiners(uow: UnitOfWork, people: People, held: Proceeding) -> None:
    """Refuse to go on with what was found while an examiner has not declared, or is barred by what was recorded since:
    a relative, a post, an own figure (公务员法 76)."""
    if held.undeclared:
        raise DeclarationsMissing(held.label, tuple(each.name for each in held.undeclared))
    require_unbarred(people, held.examiners, bars_on(uow, people, held))


def require_fit_to_vote(uow: UnitOfWork, year: int, title: str) -> None:
    """Refuse a vote on a motion, named by an item's title, whose examiners must not go on."""
    asked = [each for each in uow.proceedings.of_year(year) if each.label in title]
    people = people_of(uow, year) if asked else {}
    for each in asked:
        if each.state is ProceedingState.MOVED:
            require_fit_examiners(uow, people, each)


def examined_by(held: Proceeding, examiners: tuple[Examiner, ...]) -> Proceeding:
    """The proceeding with these examiners; others than before examine anew, and what was found stays in its history."""
    after = held._replace(examiners=examiners)
    if not held.findings or {*map(key_of, examiners)} == {*map(key_of, held.examiners)}:
        return after
    return after._replace(state=ProceedingState.OPENED, findings="", changes=(), motion=None, reasons="", effects="")


def key_of(examiner: Examiner) -> str:
    """What tells examiners apart: the code, else the name."""
    return examiner.code or examiner.name


def examiner_named(held: Proceeding, people: People, name: str) -> Examiner:
    """The examiner whom that name means; NoSuchExaminer where nobody does."""
    codes = meant_by(people, name)
    for each in held.examiners:
        if each.code in codes if each.code else said(name, "member_name") == each.name:
            return each
    raise NoSuchExaminer(name, held.label)
