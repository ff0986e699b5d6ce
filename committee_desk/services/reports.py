"""Duty reports (述职): who handed one in and when, its text, its file; who still owes one."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.attachment_views import Attachable, AttachedAlready, AttachmentFiles
from committee_desk.services.changes import Change, Topic
from committee_desk.services.marks import require_year
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.people_book import LatestStay
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.relation_views import EndingReasonMissing
from committee_desk.services.report_views import (
    HeldReport,
    ReportChanged,
    ReportDateWrong,
    ReportEmpty,
    ReportRow,
    ReportToKeep,
    of_report,
)
from committee_desk.services.seat import Seat, allowed


class ReportsDesk:
    """Takes duty reports and lists them."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, files: AttachmentFiles, seat: Seat) -> None:
        self._open, self._clock, self._files, self._seat = open_work, clock, files, seat

    @allowed(Right.SEE_SCORES)
    def rows(self, year: int) -> tuple[ReportRow, ...]:
        """Everybody with a stay that touches the year, by code: what was received, what is missing."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return rows_in(uow, year)

    @allowed(Right.SEE_SCORES)
    def one(self, year: int, code: str) -> HeldReport | None:
        """One person's report; None where none was received."""
        with self._open.reading() as uow:
            return next(iter(uow.reports.of_year(year, code)), None)

    @allowed(Right.KEEP_REPORTS)
    def put(self, actor: Actor, year: int, wanted: ReportToKeep, seen: int | None) -> Change:
        """Keep a report with its text, its file or both; the file is attached to it under the same entry.

        `seen` is the entry of the report that the caller saw; ReportChanged where another stands there now.
        """
        text = said(wanted.text, "report")
        file = self._files.read(wanted.file) if wanted.file is not None else None
        first, last = date(year, 1, 1), self._clock().date()
        if not first <= wanted.received <= last:
            raise ReportDateWrong(wanted.received, first, last)
        with self._open.writing() as uow:
            require_year(uow, year)
            before = _as_seen(uow, year, wanted.code, seen)
            if not any(each.stay.code == wanted.code for each in uow.people.latest_stays(first, date(year, 12, 31))):
                raise NoSuchPerson(wanted.code)
            if not text and file is None and not uow.attachments.of(of_report(year, wanted.code)):
                raise ReportEmpty
            told = {"before": _told(before), "after": {"received": wanted.received, "text": text}}
            what = {"year": year, **(told if before else told["after"] or {}), **told_of_file(file)}
            entry = uow.journal.append(actor, "reports.put", wanted.code, what)
            uow.reports.put(entry, year, wanted.code, wanted.received, text)
            if file is not None:
                attach(uow, entry, of_report(year, wanted.code), file)
            uow.commit()
        return Change.of(Topic.OPINIONS, Topic.ATTACHMENTS, entry=entry)

    @allowed(Right.KEEP_REPORTS)
    def withdraw(self, actor: Actor, year: int, code: str, why: str, seen: int | None) -> Change:
        """Take a report off the list: it was somebody else's, or of another year. Its files are withdrawn with it."""
        if not (why := said(why)):
            raise EndingReasonMissing
        with self._open.writing() as uow:
            before = _as_seen(uow, year, code, seen)
            if before is None:
                raise ReportChanged(None)
            files = uow.attachments.of(of_report(year, code))
            what = {"year": year, **(_told(before) or {}), "files": [each.name for each in files]}
            entry = uow.journal.append(actor, "reports.withdraw", code, what, why=why)
            uow.reports.end(entry, year, code)
            for each in files:
                uow.attachments.end(entry, each.number)
            uow.commit()
        return Change.of(Topic.OPINIONS, Topic.ATTACHMENTS, entry=entry)


def rows_in(uow: UnitOfWork, year: int) -> tuple[ReportRow, ...]:
    """Everybody with a stay that touches the year, by code, with the report that holds."""
    held = {each.code: each for each in uow.reports.of_year(year)}
    files = uow.reports.files(year)
    latest = uow.people.latest_stays(date(year, 1, 1), date(year, 12, 31))
    return tuple(_row(each, year, held, files) for each in latest)


def _as_seen(uow: UnitOfWork, year: int, code: str, seen: int | None) -> HeldReport | None:
    held = next(iter(uow.reports.of_year(year, code)), None)
    if (held.entry if held else None) != seen:
        raise ReportChanged(held)
    return held


def attach(uow: UnitOfWork, entry: int, subject: str, file: Attachable) -> None:
    """Keep a file under the entry of the act that brought it."""
    digest = sha256(file.content).hexdigest()
    if any(each.sha256 == digest for each in uow.attachments.of(subject)):
        raise AttachedAlready(file.name)
    uow.attachments.add(entry, subject, digest, file)


def _told(report: HeldReport | None) -> dict[str, object] | None:
    return {"received": report.received, "text": report.text} if report else None


def told_of_file(file: Attachable | None) -> dict[str, object]:
    """What the journal keeps of a file."""
    if file is None:
        return {}
    return {"name": file.name, "kind": file.kind, "size": len(file.content), "sha256": sha256(file.content).hexdigest()}


def _row(
    latest: LatestStay, year: int, held: Mapping[str, HeldReport], files: Mapping[str, tuple[str, ...]]
) -> ReportRow:
    stay = latest.stay
    left = stay.until is not None and stay.until < date(year, 12, 31)
    return ReportRow(
        code=stay.code,
        name=stay.name,
        department=stay.department,
        category=stay.category,
        post=stay.post or "",
        waited_for=not (left or stay.is_leader),
        held=held.get(stay.code),
        files=files.get(stay.code, ()),
        left=stay.until if left else None,
    )
