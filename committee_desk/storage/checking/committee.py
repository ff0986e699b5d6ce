"""The committee, its meetings and votes: terms do not overlap, votes are possible, nobody voted who had to leave."""

import json
from collections.abc import Iterator

from committee_desk.domain.committee import Ground, ItemKind, MeetingState, MemberPost, Origin, Outcome, Presence
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_MEETINGS = "(SELECT year || '/' || number FROM meetings WHERE ended_by IS NULL)"

_OVERLAP = """
    SELECT a.name AS name, a.entry AS entry, b.entry AS other FROM members AS a JOIN members AS b
    ON b.id > a.id AND coalesce(b.person_id, b.name) = coalesce(a.person_id, a.name)
    WHERE a.ended_by IS NULL AND b.ended_by IS NULL
    AND max(a.since, b.since) <= min(coalesce(a.until, '9999-99'), coalesce(b.until, '9999-99'))
"""

_MINUTES_TWICE = """
    SELECT year, document, count(*) AS count, max(entry) AS entry FROM meetings
    WHERE ended_by IS NULL AND document IS NOT NULL GROUP BY year, document HAVING count(*) > 1
"""

_IMPOSSIBLE = """
    SELECT year, meeting, question, entry FROM votes WHERE ended_by IS NULL AND NOT (
        min(ayes, noes, abstentions) >= 0 AND ayes + noes + abstentions BETWEEN 1 AND entitled AND entitled <= members
    )
"""


def _term(reading: Reading) -> Iterator[Facts]:
    known = {each.value for each in MemberPost}
    asked = "SELECT name, post, since, until, entry FROM members WHERE ended_by IS NULL"
    for name, post, since, until, entry in reading.each(asked):
        if post not in known or not str(name).strip() or (until is not None and until < since):
            yield {"name": name, "entry": entry}


def _meeting(reading: Reading) -> Iterator[Facts]:
    known = {each.value for each in MeetingState}
    asked = """
        SELECT year, number, state, agenda, document, presiding, entry, year IN (SELECT year FROM years)
        FROM meetings WHERE ended_by IS NULL
    """
    for year, number, state, agenda, document, presiding, entry, held in reading.each(asked):
        numbered = state != MeetingState.CLOSED or str(document or "").strip()
        presided = state not in {MeetingState.OPEN, MeetingState.CLOSED} or presiding
        if not (held and number >= 1 and state in known and _is_agenda(agenda) and numbered and presided):
            yield {"year": year, "number": number, "entry": entry}


def _is_agenda(text: object) -> bool:
    kinds = {each.value for each in ItemKind}
    try:
        items = json.loads(str(text))
        return bool(items) and all(each["id"] and each["kind"] in kinds and each["title"] for each in items)
    except (ValueError, TypeError, KeyError):
        return False


def _attendance(reading: Reading) -> Iterator[Facts]:
    known = {each.value for each in Presence}
    asked = f"""
        SELECT year, meeting, name, presence, entry, year || '/' || meeting IN {_MEETINGS} FROM attendance
        WHERE ended_by IS NULL
    """
    for year, meeting, name, presence, entry, held in reading.each(asked):
        if not held or presence not in known:
            yield {"year": year, "number": meeting, "name": name, "entry": entry}


def _recusal(reading: Reading) -> Iterator[Facts]:
    grounds, origins = {each.value for each in Ground}, {each.value for each in Origin}
    asked = f"""
        SELECT year, meeting, member, ground, origin, decided_by, entry, year || '/' || meeting IN {_MEETINGS}
        FROM recusals WHERE ended_by IS NULL
    """
    for year, meeting, member, ground, origin, decided_by, entry, held in reading.each(asked):
        decided = origin != Origin.DECLARED or str(decided_by or "").strip()
        if not (held and ground in grounds and origin in origins and decided):
            yield {"year": year, "number": meeting, "member": member, "entry": entry}


def _outcome(reading: Reading) -> Iterator[Facts]:
    """Whatever share an office asks for, what passed had more than half of all members."""
    known = {each.value for each in Outcome}
    asked = f"""
        SELECT year, meeting, question, outcome, ayes, members, entry, year || '/' || meeting IN {_MEETINGS}
        FROM votes WHERE ended_by IS NULL
    """
    for year, meeting, question, outcome, ayes, members, entry, held in reading.each(asked):
        passed = outcome == Outcome.PASSED
        if not held or outcome not in known or (passed and 2 * ayes <= members):
            yield {"year": year, "number": meeting, "question": question, "entry": entry}


def _took_part(reading: Reading) -> Iterator[Facts]:
    """Nobody among the voters had to leave, by what was recorded then, or was himself voted on."""
    asked = "SELECT year, meeting, question, people, voters, recused, entry FROM votes WHERE ended_by IS NULL"
    for year, meeting, question, people, voters, recused, entry in reading.each(asked):
        for member in sorted(_keys(voters) & (_keys(recused) | _keys(people))):
            yield {"year": year, "number": meeting, "question": question, "member": member, "entry": entry}


def _was_there(reading: Reading) -> Iterator[Facts]:
    """Nobody among the voters is recorded as absent from that meeting."""
    asked = "SELECT year, meeting, member, presence FROM attendance WHERE ended_by IS NULL"
    away = {(year, meeting, member) for year, meeting, member, how in reading.each(asked) if how != Presence.PRESENT}
    asked = "SELECT year, meeting, question, voters, entry FROM votes WHERE ended_by IS NULL"
    for year, meeting, question, voters, entry in reading.each(asked):
        for member in sorted(each for each in _keys(voters) if (year, meeting, each) in away):
            yield {"year": year, "number": meeting, "question": question, "member": member, "entry": entry}


def _keys(text: object) -> set[str]:
    try:
        return {str(each) for each in json.loads(str(text))}
    except (ValueError, TypeError):
        return set()


INVARIANTS = (
    Invariant("committee.term", _term, ("members",)),
    Invariant("committee.overlap", found_by(_OVERLAP), ("members",)),
    Invariant("committee.meeting", _meeting, ("meetings",)),
    Invariant("committee.minutes_twice", found_by(_MINUTES_TWICE), ("meetings",)),
    Invariant("committee.attendance", _attendance, ("attendance",)),
    Invariant("committee.recusal", _recusal, ("recusals",)),
    Invariant("committee.count", found_by(_IMPOSSIBLE), ("votes",)),
    Invariant("committee.outcome", _outcome, ("votes",)),
    Invariant("committee.recused_voted", _took_part, ("votes",)),
    Invariant("committee.absent_voted", _was_there, ("votes", "attendance")),
)
