"""Stakes that are declared, each with whoever decided on it; and lifted again. The law's other grounds are derived."""

from committee_desk.domain.committee import Ground, Origin, Recusal
from committee_desk.domain.said import said
from committee_desk.services.meeting_names import a_member, meant
from committee_desk.services.meeting_refusals import NoSuchItem
from committee_desk.services.meeting_state import MeetingNow
from committee_desk.services.meeting_views import Declared
from committee_desk.services.meeting_vote_refusals import (
    DecidedOnHimself,
    RecusalNotDeclared,
    RecusedAlready,
    StakeUndecided,
    StakeUnsaid,
)
from committee_desk.services.typed_people import may_be


def declared_by(now: MeetingNow, wanted: Declared) -> Recusal:
    """The recusal that a declaration makes, or, not granted, the record of it."""
    item = next((each for each in now.agenda if each.id == wanted.item), None)
    if item is None or (wanted.about and wanted.about not in item.about):
        raise NoSuchItem(now.held.year, now.held.number, wanted.item)
    member = a_member(now, wanted.member)
    name = now.name(member)
    if not (note := said(wanted.note, "stake")):
        raise StakeUnsaid
    if not (decider := said(wanted.decided_by, "member_name")):
        raise StakeUndecided
    if any(each.key == member for each in meant(now, decider)) or may_be(now.stays, decider, name):
        raise DecidedOnHimself(name)
    for each in now.recusals:
        if (each.item, each.member, each.about) == (item.id, member, wanted.about):
            raise RecusedAlready(name, now.person(wanted.about).name if wanted.about else item.title)
    declared = (None, note, decider, wanted.granted)
    return Recusal(item.id, member, Ground.STAKE, wanted.about, Origin.DECLARED, *declared)


def lifted(now: MeetingNow, item: str, member: str, about: str) -> Recusal:
    """The declared recusal that is to be lifted."""
    for each in now.recusals:
        if (each.item, each.member, each.about) == (item, member, about):
            if each.origin is Origin.DERIVED:
                raise RecusalNotDeclared(now.name(member))
            return each
    raise NoSuchItem(now.held.year, now.held.number, item)


def is_same_stake(one: Recusal, gone: Recusal) -> bool:
    """Whether lifting that recusal lifts this one: the same stake in a person, whatever the item."""
    same = (one.member, one.about, one.origin) == (gone.member, gone.about, gone.origin)
    return same and (bool(gone.about) or one.item == gone.item)
