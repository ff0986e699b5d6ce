"""Who may object to what, and what the counter asks of an objection before it is taken down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from committee_desk.domain.calendar import WorkingCalendar, YearNotHeld
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.names import spelt
from committee_desk.domain.objections import Matter, ObjectionState
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.publication import Timeliness
from committee_desk.domain.said import said
from committee_desk.services.clock import CHINA
from committee_desk.services.objection_notices import notice_of, timeliness
from committee_desk.services.objection_recusals import require_receiver_apart
from committee_desk.services.objection_refusals import (
    AnswerDayNeeded,
    AnswerDayWrong,
    GroundsMissing,
    GroundWithdrawn,
    MattersMissing,
    NotEntitledAboutOthers,
    NothingPublishedOf,
    NotOnTheNotice,
    OtherIsSelf,
    OtherNotNamed,
    ReceivedBeforePosting,
    ReceivedLater,
    ReceiverMissing,
    RegisteredAlready,
)
from committee_desk.services.objection_views import Filing, HeldObjection, NoticeAgainst
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.settings import ABOUT_OTHERS, ANSWER_DAYS, SETTINGS, is_on

LATEST_ANSWER = timedelta(days=92)
"""A typed day by which to answer lies no further after the receipt than this."""
SAME_PAPER = timedelta(hours=1)
"""One person's papers that came within this and say the same about the same are one paper."""
SENTENCE, FEWEST_LETTERS, ROUND_ABOUT = 6, 3, 8
"""So many letters and digits, and different letters among them, make what is new at least a sentence; so many around
what was withdrawn make it another ground."""
WITHOUT_A_LINE = frozenset({Matter.GRADE, Matter.PROCEDURE})
"""What somebody may object to of whom the notice says nothing: to having no grade, and to how it was done."""


@dataclass(frozen=True, slots=True)
class Fit:
    """An objection that can be taken down, with what its time of receipt comes to."""

    filing: Filing
    notice: NoticeAgainst
    timely: Timeliness
    answer_by: date


def people_of(uow: UnitOfWork, year: int) -> Mapping[str, Stay]:
    """Everybody of the year by code: the latest stay that touches it."""
    return {each.stay.code: each.stay for each in uow.people.latest_stays(date(year, 1, 1), date(year, 12, 31))}


def to_the_minute(moment: datetime) -> datetime:
    """A moment as paper bears it; one without an offset is China's time."""
    try:
        here = moment.replace(tzinfo=CHINA) if moment.tzinfo is None else moment.astimezone(CHINA)
    except OverflowError:  # at the very ends of the calendar, where another zone has no day any more
        here = moment.replace(tzinfo=CHINA)
    return here.replace(second=0, microsecond=0)


def require_received(received: datetime, notice: NoticeAgainst, typed: datetime) -> None:
    """Refuse a paper from before the notice hung, and one that came after it was typed."""
    if received < notice.posted:
        raise ReceivedBeforePosting(received, notice.posted)
    if received > typed:
        raise ReceivedLater(received, typed)


def answer_days(uow: UnitOfWork) -> int:
    """In how many working days this office answers."""
    return int(uow.settings.all().get(ANSWER_DAYS, SETTINGS[ANSWER_DAYS].default))


def answer_day(uow: UnitOfWork, received: datetime, typed: date | None) -> date:
    """By which day to answer; where the calendar does not reach so far the typed one, or AnswerDayNeeded."""
    days = answer_days(uow)
    try:
        return WorkingCalendar(uow.calendar.days()).due(received.date(), days)
    except YearNotHeld as missing:
        if typed is None:
            raise AnswerDayNeeded(missing.year, days) from missing
    latest = received.date() + LATEST_ANSWER
    if not received.date() < typed <= latest:
        raise AnswerDayWrong(typed, received.date(), latest)
    return typed


def fitted(uow: UnitOfWork, year: int, wanted: Filing, typed: datetime, number: int | None = None) -> Fit:
    """The objection as it can be kept; refused where something of it cannot be.

    `typed` is when it was typed; `number` its own where it is there already.
    """
    people = people_of(uow, year)
    name = _known(people, wanted.code).name
    notice = notice_of(uow, year, wanted.version)
    received = to_the_minute(wanted.received)
    require_received(received, notice, typed)
    filing = _readable(wanted)._replace(received=received)
    if not filing.receiver:
        raise ReceiverMissing
    apart = require_receiver_apart(uow, people, filing.receiver, (filing.code, filing.other or ""))
    filing = filing._replace(receiver=apart)
    _require_entitled(uow, year, filing, people, notice)
    if not filing.grounds:
        raise GroundsMissing
    others = [each for each in uow.objections.of_year(year) if each.number != number]
    _refuse_again(filing, others, name)
    return Fit(filing, notice, timeliness(notice, received), answer_day(uow, received, filing.answer_by))


def _known(people: Mapping[str, Stay], code: str) -> Stay:
    if code not in people:
        raise NoSuchPerson(code)
    return people[code]


def _readable(wanted: Filing) -> Filing:
    return wanted._replace(
        matters=tuple(each for each in Matter if each in wanted.matters),
        grounds=said(wanted.grounds, "grounds"),
        receiver=said(wanted.receiver, "receiver"),
        evidence=said(wanted.evidence, "proofs"),
        request=said(wanted.request, "request"),
        new_facts=said(wanted.new_facts, "new_facts"),
    )


def scored_of(uow: UnitOfWork, year: int, people: Mapping[str, Stay]) -> frozenset[str]:
    """Whoever a scheme scores in the year: 员额检察官, and all on an approved list, on the notice or not."""
    listed = (person.code for each in uow.grades.lists(year) if each.list.stage is ListStage.APPROVED
              for person in each.list.people)  # fmt: skip
    return frozenset(code for code, stay in people.items() if stay.category is Category.PROSECUTOR).union(listed)


def _require_entitled(
    uow: UnitOfWork, year: int, filing: Filing, people: Mapping[str, Stay], notice: NoticeAgainst
) -> None:
    if not filing.matters:
        raise MattersMissing
    stay, about_other = people[filing.code], Matter.OTHER in filing.matters
    if about_other != bool(filing.other):
        raise OtherNotNamed(named=bool(filing.other))
    if filing.other:
        other = _known(people, filing.other)
        if other.code == stay.code:
            raise OtherIsSelf(stay.name)
        taken = is_on(uow, ABOUT_OTHERS)
        if not taken or stay.category is not Category.PROSECUTOR:
            raise NotEntitledAboutOthers(stay.name, taken_at_all=taken)
    subject = people[filing.other] if filing.other else stay
    if subject.code in notice.codes:
        return
    if filing.other or notice.partial or subject.code not in scored_of(uow, year, people):
        raise NotOnTheNotice(subject.name, notice)
    if unpublished := tuple(each for each in filing.matters if each not in WITHOUT_A_LINE):
        raise NothingPublishedOf(subject.name, notice, unpublished)


def _refuse_again(filing: Filing, others: Iterable[HeldObjection], name: str) -> None:
    """Refuse the same paper twice, and an objection on grounds that were withdrawn."""
    for each in others:
        if (each.code, each.version, each.other) != (filing.code, filing.version, filing.other):
            continue
        if each.state is ObjectionState.WITHDRAWN:
            again = tuple(matter for matter in filing.matters if matter in each.matters)
            if not again and _repeats(filing.grounds, each.grounds):  # the ground, whatever is ticked
                again = each.matters
            if again and not _says_something_new(filing.new_facts, each):
                raise GroundWithdrawn(each, name, again, thin=bool(filing.new_facts))
        elif each.state is not ObjectionState.REFUSED and _same_paper(each, filing):
            raise RegisteredAlready(each, name)


def _says_something_new(new_facts: str, withdrawn: HeldObjection) -> bool:
    """At least a sentence, and not the very words that were withdrawn."""
    told = _letters(new_facts)
    worded = len({each for each in told if each.isalpha()}) >= FEWEST_LETTERS
    again = _repeats(new_facts, withdrawn.grounds) or _repeats(new_facts, withdrawn.new_facts)
    return len(told) >= SENTENCE and worded and not again


def _repeats(told: str, withdrawn: str) -> bool:
    """Whether nothing is said but what was withdrawn: part of it, twice, with a number, or as 关于…的问题."""
    new, old = _letters(told), _letters(withdrawn)
    if not old or old not in new:
        return len(new) >= SENTENCE and new in old
    return len(new.replace(old, "")) < ROUND_ABOUT


def _letters(text: str) -> str:
    """What is said, without blanks and stops."""
    return "".join(each for each in spelt(text) if each.isalnum())


def _same_paper(held: HeldObjection, filing: Filing) -> bool:
    same = held.matters == filing.matters and _letters(held.grounds) == _letters(filing.grounds)
    return same and abs(held.received - filing.received) < SAME_PAPER
