"""The committee's members, its meetings, who was there, who left, what was voted: as they hold now."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.committee import (
    AgendaItem,
    Count,
    Ground,
    ItemKind,
    MeetingState,
    Member,
    MemberPost,
    Origin,
    Outcome,
    Presence,
    Recusal,
)
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.journal import canonical
from committee_desk.domain.relationships import Kinship
from committee_desk.services.committee_views import MemberRow
from committee_desk.services.meeting_views import Attendance, HeldMeeting, MeetingRow, Vote
from committee_desk.storage.books.names import Names
from committee_desk.storage.closing_tables import (
    attendance,
    grade_lists,
    grading_decisions,
    meetings,
    members,
    recusals,
    votes,
)
from committee_desk.storage.tables import journal, persons

_POSTS = list(MemberPost)


class MembersRows:
    """The members' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[MemberRow, ...]:
        """Every term, past and to come, the chair first."""
        rows = map(_member, self._connection.execute(_members()))
        return tuple(sorted(rows, key=lambda row: _POSTS.index(row.member.post)))

    def one(self, number: int) -> MemberRow | None:
        """One that holds now."""
        row = self._connection.execute(_members().where(members.c.id == number)).one_or_none()
        return None if row is None else _member(row)

    def add(self, entry: int, member: Member) -> None:
        """Write a term down."""
        person = None
        if member.code is not None:
            person = Names(self._connection).persons([member.code], entry)[member.code]
        values = {
            "name": member.name,
            "person_id": person,
            "post": member.post.value,
            "since": member.since,
            "until": member.until,
            "decision": member.decision or None,
            "entry": entry,
        }
        self._connection.execute(sa.insert(members), [values])

    def end(self, entry: int, number: int) -> None:
        """Let a term hold no longer."""
        holding = sa.update(members).where(members.c.id == number, members.c.ended_by.is_(None))
        self._connection.execute(holding.values(ended_by=entry))


def _members() -> sa.Select[Any]:
    own = (members.c[name] for name in ("id", "name", "post", "since", "until", "decision", "entry"))
    joined = members.outerjoin(persons).join(journal, journal.c.seq == members.c.entry)
    return (
        sa.select(*own, persons.c.code, journal.c.actor, journal.c.at)
        .select_from(joined)
        .where(members.c.ended_by.is_(None))
        .order_by(members.c.since, members.c.id)
    )


def _member(row: sa.Row[Any]) -> MemberRow:
    held = Member(row.name, MemberPost(row.post), row.since, row.until, row.decision or "", row.code)
    return MemberRow(row.id, held, row.entry, row.actor, datetime.fromisoformat(row.at))


class MeetingsRows:
    """The meetings' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_year(self, year: int) -> tuple[MeetingRow, ...]:
        """Every meeting of the year, by number."""
        rows = self._connection.execute(sa.select(meetings).where(*_held(meetings, year)).order_by(meetings.c.number))
        return tuple(map(self._meeting, rows.all()))

    def one(self, year: int, number: int) -> MeetingRow | None:
        """One meeting."""
        asked = sa.select(meetings).where(*_held(meetings, year), meetings.c.number == number)
        row = self._connection.execute(asked).one_or_none()
        return None if row is None else self._meeting(row)

    def next_number(self, year: int) -> int:
        """A number that no meeting of the year ever bore."""
        return (
            self._connection.scalar(sa.select(sa.func.max(meetings.c.number)).where(meetings.c.year == year)) or 0
        ) + 1

    def put(self, entry: int, meeting: HeldMeeting) -> None:
        """Keep a meeting in place of the version before."""
        self._end(meetings, entry, meeting.year, meetings.c.number == meeting.number)
        values = {
            "year": meeting.year,
            "number": meeting.number,
            "called": meeting.called.isoformat(),
            "place": meeting.place,
            "state": meeting.state.value,
            "agenda": canonical([each._asdict() for each in meeting.agenda]),
            "presiding": meeting.presiding or None,
            "recorder": meeting.recorder or None,
            "document": meeting.document or None,
            "minutes": meeting.minutes or None,
            "entry": entry,
        }
        self._connection.execute(sa.insert(meetings), [values])

    def attendance(self, year: int, number: int) -> tuple[Attendance, ...]:
        """Who was there, as recorded."""
        asked = sa.select(attendance).where(*_held(attendance, year), attendance.c.meeting == number)
        rows = self._connection.execute(asked.order_by(attendance.c.id))
        return tuple(
            Attendance(row.member, row.name, MemberPost(row.post), Presence(row.presence), row.note or "")
            for row in rows
        )

    def put_attendance(self, entry: int, year: int, number: int, rows: Iterable[Attendance]) -> None:
        """Keep who was there, in place of what was recorded."""
        wanted = [each for each in rows if each.presence is not None]
        held = self.attendance(year, number)
        for each in held:
            if each not in wanted:
                self._end(attendance, entry, year, attendance.c.meeting == number, attendance.c.member == each.key)
        values = [
            {
                "year": year,
                "meeting": number,
                "member": each.key,
                "name": each.name,
                "post": each.post.value,
                "presence": each.presence.value if each.presence else "",
                "note": each.note or None,
                "entry": entry,
            }
            for each in wanted
            if each not in held
        ]
        if values:
            self._connection.execute(sa.insert(attendance), values)

    def recusals(self, year: int, number: int) -> tuple[Recusal, ...]:
        """Who leaves for whom, as recorded."""
        asked = sa.select(recusals).where(*_held(recusals, year), recusals.c.meeting == number)
        return tuple(map(_recusal, self._connection.execute(asked.order_by(recusals.c.id))))

    def put_recusals(self, entry: int, year: int, number: int, wanted: Iterable[Recusal]) -> None:
        """Let exactly these recusals hold; those that hold already stay as they are."""
        kept, held = list(wanted), self.recusals(year, number)
        for each in held:
            if each not in kept:
                of = recusals.c.item == each.item, recusals.c.member == each.member, recusals.c.about == each.about
                self._end(recusals, entry, year, recusals.c.meeting == number, *of)
        rows = [
            {
                "year": year,
                "meeting": number,
                "item": each.item,
                "member": each.member,
                "ground": each.ground.value,
                "about": each.about,
                "origin": each.origin.value,
                "kinship": each.kinship.value if each.kinship else None,
                "note": each.note or None,
                "decided_by": each.decided_by or None,
                "granted": each.granted,
                "entry": entry,
            }
            for each in kept
            if each not in held
        ]
        if rows:
            self._connection.execute(sa.insert(recusals), rows)

    def votes(self, year: int, number: int) -> tuple[Vote, ...]:
        """The votes that hold, oldest first."""
        asked = sa.select(votes).where(*_held(votes, year), votes.c.meeting == number)
        return tuple(map(_vote, self._connection.execute(asked.order_by(votes.c.id))))

    def put_vote(self, entry: int, year: int, number: int, vote: Vote) -> None:
        """Keep a vote in place of the one before on the same question."""
        self.end_votes(entry, year, number, [(vote.item, vote.subject)])
        values = {
            "year": year,
            "meeting": number,
            "item": vote.item,
            "question": vote.question,
            "subject": vote.subject,
            "people": canonical(vote.people),
            "voters": canonical(vote.voters),
            "recused": canonical(vote.recused),
            "members": vote.members,
            "entitled": vote.entitled,
            "ayes": vote.count.ayes,
            "noes": vote.count.noes,
            "abstentions": vote.count.abstentions,
            "outcome": vote.outcome.value,
            "presiding": vote.presiding,
            "recorder": vote.recorder,
            "taken": vote.taken.isoformat(),
            "list_version": vote.list_version,
            "entry": entry,
        }
        self._connection.execute(sa.insert(votes), [values])

    def end_votes(self, entry: int, year: int, number: int, of: Iterable[tuple[str, str]]) -> None:
        """Let votes hold no longer, by item and subject."""
        for item, subject in of:
            which = votes.c.meeting == number, votes.c.item == item, votes.c.subject == subject
            self._end(votes, entry, year, *which)

    def proposed(self, year: int) -> tuple[int, tuple[str, ...]] | None:
        """The version of the list of grades that is proposed, and whom it is about, by code; None: none is."""
        asked = sa.select(grade_lists.c.version, grade_lists.c.figures)
        row = self._connection.execute(
            asked.where(*_held(grade_lists, year), grade_lists.c.stage == ListStage.PROPOSED.value)
        ).one_or_none()
        if row is None:
            return None
        return row.version, tuple(each["code"] for each in json.loads(row.figures)["people"])

    def resting(self, year: int, number: int, item: str = "") -> tuple[str, ...]:
        """What rests on the meeting: kinds of grading decisions, stages of lists of grades.

        With an item, decisions that name another of its items are left out.
        """
        decided = sa.select(grading_decisions.c.kind, grading_decisions.c.content)
        rows = self._connection.execute(
            decided.where(*_held(grading_decisions, year), grading_decisions.c.meeting == number)
        )
        found = {row.kind for row in rows if not item or json.loads(row.content).get("item", item) == item}
        listed = sa.select(grade_lists.c.stage).where(*_held(grade_lists, year), grade_lists.c.meeting == number)
        return (*sorted(found), *sorted(set(self._connection.scalars(listed))))

    def _end(self, table: sa.Table, entry: int, year: int, *which: sa.ColumnElement[bool]) -> None:
        self._connection.execute(sa.update(table).where(*_held(table, year), *which).values(ended_by=entry))

    def _meeting(self, row: sa.Row[Any]) -> MeetingRow:
        agenda = tuple(
            AgendaItem(each["id"], ItemKind(each["kind"]), each["title"], tuple(each["about"]))
            for each in json.loads(row.agenda)
        )
        held = HeldMeeting(
            row.year,
            row.number,
            datetime.fromisoformat(row.called),
            row.place,
            MeetingState(row.state),
            agenda,
            row.presiding or "",
            row.recorder or "",
            row.document or "",
            row.minutes or "",
        )
        newest = max(row.entry, *(self._newest(table, row) for table in (attendance, recusals, votes)))
        by = self._connection.execute(sa.select(journal.c.actor, journal.c.at).where(journal.c.seq == newest)).one()
        return MeetingRow(held, newest, by.actor, datetime.fromisoformat(by.at))

    def _newest(self, table: sa.Table, row: sa.Row[Any]) -> int:
        """The newest entry that wrote or ended anything of the meeting in that table."""
        later = sa.func.max(table.c.entry), sa.func.max(table.c.ended_by)
        asked = sa.select(*later).where(table.c.year == row.year, table.c.meeting == row.number)
        written, ended = self._connection.execute(asked).one()
        return max(written or 0, ended or 0)


def _held(table: sa.Table, year: int) -> tuple[sa.ColumnElement[bool], ...]:
    return table.c.year == year, table.c.ended_by.is_(None)


def _recusal(row: sa.Row[Any]) -> Recusal:
    kinship = Kinship(row.kinship) if row.kinship else None
    origin, ground = Origin(row.origin), Ground(row.ground)
    more = (kinship, row.note or "", row.decided_by or "", bool(row.granted))
    return Recusal(row.item, row.member, ground, row.about, origin, *more)


def _vote(row: sa.Row[Any]) -> Vote:
    return Vote(
        item=row.item,
        subject=row.subject,
        question=row.question,
        people=tuple(json.loads(row.people)),
        voters=tuple(json.loads(row.voters)),
        recused=tuple(json.loads(row.recused)),
        members=row.members,
        entitled=row.entitled,
        count=Count(row.ayes, row.noes, row.abstentions),
        outcome=Outcome(row.outcome),
        presiding=row.presiding,
        recorder=row.recorder,
        taken=datetime.fromisoformat(row.taken),
        list_version=row.list_version,
        entry=row.entry,
    )
