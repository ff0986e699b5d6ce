"""Names as they are typed at a meeting, read as people: members, those who write down, those whom a question is about.

A name is typed as 王伟, by its code J003, or as 王伟（J003）; the last tells people of one name apart.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from committee_desk.domain.committee import Ground, Member, MemberPost, Question, kinship_with
from committee_desk.domain.names import spelt, surnames_of
from committee_desk.domain.said import said
from committee_desk.services.meeting_refusals import MemberNotPresent, NotAMember, SameNames
from committee_desk.services.meeting_state import MeetingNow
from committee_desk.services.meeting_vote_refusals import RecusalUnclear, RecusedNamed
from committee_desk.services.typed_people import Part, aside, surnames_in

_WITH_CODE = re.compile(r"(.+?)\s*[(（]\s*(.+?)\s*[)）]")
TWO_LETTERS = 2
VOTER, RECORDER, PRESIDING = "voter", "recorder", "presiding"


class Somebody(NamedTuple):
    """Who was typed: the key of a member, the code of a person of the desk, or neither."""

    name: str
    key: str | None = None
    code: str | None = None


def somebody(now: MeetingNow, typed: str) -> Somebody:
    """Who is meant: a member, somebody of the desk, or whoever else bears the name. SameNames where several do."""
    text = said(typed, "member_name")
    found = {each.key or each.code: each for each in _called(now, text)}
    if len(found) > 1:
        raise SameNames(
            text, tuple(f"{each.name}（{each.code}）" if each.code else each.name for each in found.values())
        )
    return next(iter(found.values()), Somebody(text))


def _called(now: MeetingNow, text: str) -> Iterable[Somebody]:
    """Everybody whom the text may mean."""
    match = _WITH_CODE.fullmatch(text)
    name, code = (spelt(match[1]), match[2]) if match else (spelt(text), None)
    members = {each.key: each for each in now.members}
    for key, member in members.items():
        if code in {None, key} and name in ({spelt(member.name)} if code else {spelt(member.name), spelt(key)}):
            yield Somebody(member.name, key, member.code)
    for known, stay in now.stays.items():
        if known in members or code not in {None, known}:
            continue
        if name in ({spelt(stay.name)} if code else {spelt(stay.name), spelt(known)}):
            yield Somebody(stay.name, None, known)


def meant(now: MeetingNow, typed: str) -> tuple[Somebody, ...]:
    """Everybody who may be meant: who bears the name, or else whose name stands in it, as in 赵晓英同志."""
    who = somebody(now, typed)
    if who.key is not None or who.code is not None:
        return (who,)
    text = spelt(who.name)
    members = (Somebody(each.name, each.key, each.code) for each in now.members)
    others = (Somebody(stay.name, None, code) for code, stay in now.stays.items())
    found = {each.key or each.code: each for each in (*others, *members) if _stands_in(spelt(each.name), text)}
    return (who, *found.values())


def _stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text with more than one letter beside it: 王芳华 is not 王芳, 王芳检察官 is."""
    return bool(name) and name in text and (len(text) - len(name) != 1 or len(name) > TWO_LETTERS)


def a_member(now: MeetingNow, typed: str) -> str:
    """The key of the member who was typed; NotAMember for anybody else."""
    text = said(typed, "member_name")
    found = {each.key: each.name for each in _called(now, text) if each.key is not None}
    if not found:
        raise NotAMember(text)
    if len(found) > 1:
        raise SameNames(text, tuple(f"{name}（{key}）" for key, name in found.items()))
    return next(key for key in found if key is not None)


def able(now: MeetingNow, typed: str, question: Question, part: str) -> str:
    """The key of a member who came and need not leave for the question; refused otherwise, typed by hand or not."""
    key = a_member(now, typed)
    refuse_recused(now, Somebody(now.name(key), key), question, part)
    if key not in now.present:
        raise MemberNotPresent(now.name(key))
    return key


def refuse_recused(now: MeetingNow, who: Somebody, question: Question, part: str) -> None:
    """Refuse somebody who must leave for the question: a member by what is recorded, anybody else by the same grounds.

    Who writes a vote down need be no member, and must be neither the person voted on nor a relative (公务员法 76).
    """
    title = next(each.title for each in now.agenda if each.id == question.item)
    if who.key is not None:
        if who.key in question.leaving:
            raise RecusedNamed(who.name, part, *_why(now, who.key, question), title)
        return
    for code in question.people:
        if who.code == code:
            raise RecusedNamed(who.name, part, Ground.OWN_FILE, now.person(code).name, title)
        related = kinship_with(Member(who.name, MemberPost.MEMBER, now.day, code=who.code), code, now.kin, now.names)
        if related is not None:
            raise RecusedNamed(who.name, part, Ground.KINSHIP, now.person(code).name, title)


def refuse_dressed(now: MeetingNow, typed: str, question: Question, part: str) -> None:
    """Refuse whom a question is about, and relatives, however the name is dressed; and a surname that may mean them."""
    title = next(each.title for each in now.agenda if each.id == question.item)
    found = aside(now.kin, now.stays, typed, question.people)
    if found is not None and found.why is not Part.UNCLEAR:
        ground = Ground.OWN_FILE if found.why is Part.SELF else Ground.KINSHIP
        raise RecusedNamed(found.who, part, ground, now.person(found.of).name, title)
    leaving = (key for key in question.leaving if surnames_of(now.name(key)) & surnames_in(typed))
    if options := (*(found.options if found is not None else ()), *map(now.name, leaving)):
        raise RecusalUnclear(typed, tuple(dict.fromkeys(options)), title)


def _why(now: MeetingNow, key: str, question: Question) -> tuple[Ground, str]:
    """On which ground the member leaves, and for whom."""
    of = (each for each in now.recusals if each.granted and (each.item, each.member) == (question.item, key))
    ground, about = next(
        ((each.ground, each.about) for each in of if not each.about or each.about in question.people),
        (Ground.STAKE, ""),
    )
    return ground, now.person(about).name if about else ""
