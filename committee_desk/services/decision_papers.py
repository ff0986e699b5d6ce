"""What 复核决定书 and 更正决定书 (form 5) say to the addressee: the own facts and figures, and of others counts."""

from collections.abc import Mapping
from datetime import date

from committee_desk.domain.calendar import WorkingCalendar, YearNotHeld
from committee_desk.domain.committee import ItemKind
from committee_desk.domain.effects import Effects
from committee_desk.domain.grade_list import Listed, ListStage
from committee_desk.domain.people import Stay
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import ChangeKind, FactChange, ProceedingKind
from committee_desk.domain.publication import CHINA
from committee_desk.domain.remedies import Remedy, last_day_after_review, remedies_of
from committee_desk.services.effect_rules import proceeding_of
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_refusals import NotDecidedYet
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.result_paper_views import Addressee, DecisionPaper, Standing, VoteTold
from committee_desk.services.settings import APPEAL_ORGAN, SETTINGS
from committee_desk.services.year_schemes import indicator_names


def decision_paper(uow: UnitOfWork, year: int, number: int, stamp: PublicationStamp) -> DecisionPaper:
    """The paper of a decided proceeding; NotDecidedYet before the committee decided."""
    held = proceeding_of(uow, year, number)
    if held.day is None:
        raise NotDecidedYet(held.label)
    people = people_of(uow, year)
    effects = Effects.from_json(held.effects) if held.effects and held.list_version is not None else None
    before, after = _standings(uow, held, effects)
    others = [each for each in effects.people if each.code not in {held.code, held.about}] if effects else []
    own = tuple(each for each in held.changes if _is_of(uow, each, held.about))
    applied, against, grounds = applied_for(uow, held)
    theirs = held.about == held.code
    about_whom = _addressee(people, held.about)
    organ, until = _appeal(uow, held, after, about_whom.category)
    return DecisionPaper(
        stamp=stamp,
        held=held,
        to=_addressee(people, held.code),
        about=about_whom,
        applied=applied,
        against=against,
        grounds=grounds,
        before=before if theirs else Standing(before.grade),
        after=after if theirs else Standing(after.grade),
        changes=own if theirs else (),
        hidden=len(held.changes) - (len(own) if theirs else 0),
        indicators=indicator_names(uow, year),
        vote=vote_told(uow, held),
        others=len(others),
        regraded=sum(each.graded_anew for each in others),
        republished=effects is not None and held.about in effects.republished,
        appeal_organ=organ,
        appeal_until=until,
    )


def vote_told(uow: UnitOfWork, held: Proceeding) -> VoteTold | None:
    """The committee's vote on the motion; None while there is none."""
    meeting = uow.meetings.one(held.year, held.meeting) if held.meeting is not None else None
    if meeting is None:
        return None
    reviews = {each.id for each in meeting.held.agenda if each.kind is ItemKind.REVIEW}
    votes = [
        each
        for each in uow.meetings.votes(held.year, meeting.held.number)
        if each.item in reviews and {held.code, held.about} <= set(each.people)
    ]
    if not votes:
        return None
    labelled = [each for each in votes if held.label in each.question]
    vote = (labelled or votes)[-1]
    recused = len(vote.recused)
    return VoteTold(vote.members, vote.entitled + recused, recused, *vote.count, meeting.held.document)


def _addressee(people: Mapping[str, Stay], code: str) -> Addressee:
    stay = people.get(code)
    return Addressee(code, stay.name, stay.department, str(stay.category)) if stay else Addressee(code, code)


def _standings(uow: UnitOfWork, held: Proceeding, effects: Effects | None) -> tuple[Standing, Standing]:
    """The line of whom it is about on the list that was examined, and on the one laid down in its place."""
    mine = effects.of(held.about) if effects else None
    if mine is not None:
        return _standing(mine.before), _standing(mine.after)
    stood = None
    for each in uow.grades.lists(held.year):
        wanted = effects is None or each.list.version <= effects.list_version
        if each.list.stage is ListStage.APPROVED and wanted and each.at <= held.at:
            stood = next((line for line in each.list.people if line.code == held.about), stood)
    return _standing(stood), _standing(stood)


def _standing(line: Listed | None) -> Standing:
    return Standing(line.grade, line.total, line.rank) if line is not None else Standing(None)


def _is_of(uow: UnitOfWork, change: FactChange, code: str) -> bool:
    """Whether a fact is the person's own: a case that the person handled, the person's own share, event, mark, slip."""
    if change.kind is ChangeKind.REVIEW or (change.kind is ChangeKind.SHARE and len(change.key) == 1):
        return any(each.fact.code == code for each in uow.cases.shares(change.key[0]))
    if change.kind in {ChangeKind.SHARE, ChangeKind.BALLOT}:
        return change.key[1] == code
    return change.key[0] == code


def applied_for(uow: UnitOfWork, held: Proceeding) -> tuple[date | None, str, str]:
    """When it was applied for, under which number, and on which grounds; of a correction its basis."""
    if held.kind is ProceedingKind.OBJECTION:
        for objection in uow.objections.of_year(held.year):
            if objection.number == held.source:
                return objection.received.astimezone(CHINA).date(), objection.label, objection.grounds
    if held.kind in {ProceedingKind.APPLICATION, ProceedingKind.APPEAL}:
        for given in uow.applications.of_year(held.year):
            if given.number == held.source:
                return given.received.astimezone(CHINA).date(), given.label, given.grounds
    return None, "", held.basis


def _appeal(uow: UnitOfWork, held: Proceeding, after: Standing, category: str) -> tuple[str, date | None]:
    """Where 申诉 goes after a 复核 (不称职 alone, 公务员法 95), and its last day once the decision was served."""
    if held.kind is not ProceedingKind.APPLICATION or Remedy.APPEAL not in remedies_of(after.grade, category):
        return "", None
    organ = uow.settings.all().get(APPEAL_ORGAN, SETTINGS[APPEAL_ORGAN].default)
    if held.served is None:
        return organ, None
    try:
        return organ, last_day_after_review(held.served.day, WorkingCalendar(uow.calendar.days()))
    except YearNotHeld:
        return organ, None
