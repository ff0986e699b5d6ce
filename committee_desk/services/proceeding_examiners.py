"""The examiners of one proceeding: who is named among them, and who is barred by what is challenged and was found."""

from collections.abc import Sequence

from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import Challenge, Examiner
from committee_desk.domain.said import said
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_keys import as_challenges, regraded
from committee_desk.services.proceeding_recusals import bars_of
from committee_desk.services.proceeding_refusals import NoSuchExaminer
from committee_desk.services.proceeding_views import Bar
from committee_desk.services.typed_people import People, meant_by


def bars_on(
    uow: UnitOfWork, people: People, held: Proceeding, challenged: Sequence[Challenge] | None = None
) -> tuple[Bar, ...]:
    """Who does not examine it, by what was challenged and found, or by these figures; and for whose sake."""
    named = (*held.challenged, *as_challenges(held.changes)) if challenged is None else challenged
    about = (held.about, *regraded(held.changes))
    return bars_of(uow, held.year, people, named, held.code, *about, changes=held.changes)


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
