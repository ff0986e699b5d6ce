"""Versions of the notice, where they hung, their windows, notes and closings."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.journal import canonical
from committee_desk.domain.notice import Notice, Slip
from committee_desk.domain.publication import PublicationWindow, StepWhy, Terms, WindowStep
from committee_desk.services.publication_views import (
    ChangedDay,
    Closing,
    Correction,
    DownAt,
    HeldVersion,
    NoteKind,
    NoteRow,
    PostingRow,
    Supplement,
)
from committee_desk.storage.closing_tables import closings, notes, postings, publications, windows
from committee_desk.storage.tables import journal


class PublicationRows:
    """The publication's book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def versions(self, year: int) -> tuple[HeldVersion, ...]:
        """Every version, oldest first, those taken back as well."""
        p, posted, ended = publications.c, journal.alias("posted"), journal.alias("ended")
        asked = (
            sa.select(publications, posted.c.at, posted.c.actor, ended.c.at.label("taken_back"))
            .join(posted, posted.c.seq == p.entry)
            .outerjoin(ended, ended.c.seq == p.ended_by)
            .where(p.year == year)
            .order_by(p.version)
        )
        return tuple(map(_version, self._connection.execute(asked)))

    def put_version(self, entry: int, year: int, held: HeldVersion) -> None:
        """A further version."""
        row = {
            "year": year,
            "version": held.version,
            "list_version": held.list_version,
            "notice": held.notice.to_json(),
            "fingerprint": held.notice.fingerprint,
            "affected": canonical(held.affected) if held.affected else None,
            "replaces": held.replaces,
            "why": held.why or None,
            "entry": entry,
        }
        self._connection.execute(sa.insert(publications), [row])

    def take_back(self, entry: int, year: int, version: int) -> None:
        """Let a version stand no longer: it was taken back before its window closed."""
        c = publications.c
        holding = sa.update(publications).where(c.year == year, c.version == version, c.ended_by.is_(None))
        self._connection.execute(holding.values(ended_by=entry))

    def postings(self, year: int, version: int) -> tuple[PostingRow, ...]:
        """Where a version hung, by place and moment."""
        c = postings.c
        asked = sa.select(postings, journal.c.at).join(journal, journal.c.seq == c.entry)
        first: dict[tuple[str, str], datetime] = {}
        ended: dict[tuple[str, str], datetime] = {}
        standing = []
        for row in self._connection.execute(asked.where(c.year == year, c.version == version).order_by(c.id)):
            one, at = (row.place, row.posted), datetime.fromisoformat(row.at)
            first.setdefault(one, at)
            if row.taken:
                ended.setdefault(one, at)
            if row.ended_by is None:
                standing.append((one, _posting(row)))
        return tuple(row._replace(recorded=first[one], taken_recorded=ended.get(one)) for one, row in standing)

    def put_posting(self, entry: int, year: int, version: int, row: PostingRow) -> None:
        """A posting in place of the one of that place and moment."""
        c = postings.c
        same = (c.year == year, c.version == version, c.place == row.place, c.posted == row.posted.isoformat())
        holding = sa.update(postings).where(*same, c.ended_by.is_(None))
        self._connection.execute(holding.values(ended_by=entry))
        values = {
            "year": year,
            "version": version,
            "place": row.place,
            "board": row.board or None,
            "posted": row.posted.isoformat(),
            "posted_by": canonical(row.posted_by),
            "photo": row.photo or None,
            "taken": row.taken.isoformat() if row.taken else None,
            "taken_by": canonical(row.taken_by) if row.taken_by else None,
            "reason": row.reason or None,
            "entry": entry,
        }
        self._connection.execute(sa.insert(postings), [values])

    def window(self, year: int, version: int) -> PublicationWindow:
        """The version's window with all its steps."""
        c = windows.c
        asked = sa.select(windows).where(c.year == year, c.version == version, c.ended_by.is_(None))
        return PublicationWindow(version, tuple(map(_step, self._connection.execute(asked.order_by(c.step)))))

    def put_step(self, entry: int, year: int, version: int, step: WindowStep) -> None:
        """A further step of a window; the ones before stay."""
        counted = {
            "asked": step.terms.days,
            "count_posting_day": step.terms.count_posting_day,
            "days": step.counted,
        }
        row = {
            "year": year,
            "version": version,
            "step": step.step,
            "why": str(step.why),
            "posted": step.posted.isoformat(),
            "counted": canonical(counted),
            "last_day": step.last_day,
            "cut_off": step.terms.cut_off,
            "calendar": step.calendar,
            "entry": entry,
        }
        self._connection.execute(sa.insert(windows), [row])

    def notes(self, year: int, version: int) -> tuple[NoteRow, ...]:
        """What was posted beside a version."""
        c = notes.c
        asked = (
            sa.select(notes, journal.c.actor)
            .join(journal, journal.c.seq == c.entry)
            .where(c.year == year, c.version == version, c.ended_by.is_(None))
            .order_by(c.number)
        )
        return tuple(map(_note, self._connection.execute(asked)))

    def put_note(self, entry: int, year: int, version: int, note: NoteRow) -> None:
        """A further note."""
        row = {
            "year": year,
            "version": version,
            "number": note.number,
            "kind": str(note.kind),
            "content": canonical(note.content),
            "day": note.day,
            "entry": entry,
        }
        self._connection.execute(sa.insert(notes), [row])

    def closing(self, year: int, version: int) -> Closing | None:
        """When the version's window was closed; None while it was not."""
        c = closings.c
        asked = sa.select(closings).where(c.year == year, c.version == version, c.ended_by.is_(None))
        row = self._connection.execute(asked).one_or_none()
        if row is None:
            return None
        return Closing(datetime.fromisoformat(row.closed), row.shown_day, row.objections, row.entry)

    def put_closing(self, entry: int, year: int, version: int, closing: Closing) -> None:
        """The closing of a version's window."""
        row = {
            "year": year,
            "version": version,
            "closed": closing.closed.isoformat(),
            "shown_day": closing.shown_day,
            "objections": closing.objections,
            "entry": entry,
        }
        self._connection.execute(sa.insert(closings), [row])


def _step(row: sa.Row[Any]) -> WindowStep:
    told = json.loads(row.counted)
    terms, posted = Terms(told["asked"], row.cut_off, told["count_posting_day"]), datetime.fromisoformat(row.posted)
    return WindowStep(row.step, StepWhy(row.why), posted, _days(told["days"]), terms, row.calendar)


def _version(row: sa.Row[Any]) -> HeldVersion:
    return HeldVersion(
        row.version,
        row.list_version,
        Notice.from_json(row.notice),
        tuple(json.loads(row.affected)) if row.affected else (),
        row.replaces,
        row.why or "",
        row.entry,
        datetime.fromisoformat(row.at),
        row.actor,
        datetime.fromisoformat(row.taken_back) if row.taken_back else None,
    )


def _posting(row: sa.Row[Any]) -> PostingRow:
    return PostingRow(
        row.place,
        row.board or "",
        datetime.fromisoformat(row.posted),
        tuple(json.loads(row.posted_by)),
        row.photo or "",
        datetime.fromisoformat(row.taken) if row.taken else None,
        tuple(json.loads(row.taken_by)) if row.taken_by else (),
        row.reason or "",
        row.entry,
    )


def _note(row: sa.Row[Any]) -> NoteRow:
    told, kind = json.loads(row.content), NoteKind(row.kind)
    content: Supplement | Correction
    if kind is NoteKind.CORRECTION:
        content = Correction(**{**told, "slip": Slip(told["slip"])})
    else:
        before, why = date.fromisoformat(told["before"]), StepWhy(told["why"])
        down = _down(told)
        reason = "" if down else told["reason"]
        calendar = tuple(
            ChangedDay(date.fromisoformat(each["day"]), each["works"], each["document"])
            for each in told.get("calendar", ())
        )
        content = Supplement(why, reason, before, _days(told["counted"]), told["cut_off"], down, calendar)
    return NoteRow(row.number, kind, content, row.day, row.actor, row.entry)


def _down(told: Mapping[str, Any]) -> tuple[DownAt, ...]:
    """Where it was down; notes of earlier releases name one place, whose reason stands beside it."""
    if "down" in told:
        return tuple(DownAt(**each) for each in told["down"])
    return (DownAt(told["place"], told["reason"]),) if told["place"] else ()


def _days(told: Iterable[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(each) for each in told)
