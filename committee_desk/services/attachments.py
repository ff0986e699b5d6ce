"""Files that prove something: attached to a case, looked at as pictures, withdrawn with a reason, never removed."""

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from committee_desk.domain.roles import Right
from committee_desk.domain.said import said, visible
from committee_desk.services.actor import Actor
from committee_desk.services.attachment_views import (
    AttachedAlready,
    AttachmentChanged,
    AttachmentFiles,
    AttachmentRow,
    ChosenAlready,
    Judged,
    NoSuchAttachment,
    NoSuchSubject,
    Showing,
    WithdrawalReasonMissing,
)
from committee_desk.services.changes import Change, Topic
from committee_desk.services.grading_decision_refusals import ConsentHeld
from committee_desk.services.grading_views import DecisionKind
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.signature_scans import require_keepable, require_open

LONGEST_SUBJECT = 120
_SUBJECT = re.compile(
    r"case:.+|(voucher|report):\d{4}:.+|posting:\d{4}:\d+:.+"
    r"|(opinion|objection|letter|proceeding|application):\d{4}:\d+|signature:\d{4}:.+:\d+",
    re.ASCII,
)
"""A case, the document of an event, a duty report, a photo of a posted notice, an opinion from outside, evidence of an
objection, of a re-review or of an application, a letter, the scan of a signed sheet."""


def of_case(number: str) -> str:
    """How a case is named as the subject of an attachment."""
    return f"case:{number}"


class AttachmentDesk:
    """Keeps files by the hash of their content. None is ever handed to another program."""

    def __init__(self, open_work: OpenUnitOfWork, files: AttachmentFiles, seat: Seat) -> None:
        self._open, self._files, self._seat = open_work, files, seat

    @allowed(Right.ATTACH)
    def judge(self, path: Path, beside: Iterable[Judged] = ()) -> Judged:
        """Whether a file could be attached beside others that were chosen; refused as keeping it would refuse it."""
        file = self._files.read(path)
        found = Judged(path, file.kind, len(file.content), sha256(file.content).hexdigest())
        if (twin := next((each for each in beside if each.sha256 == found.sha256), None)) is not None:
            raise ChosenAlready(file.name, twin.name)
        return found

    @allowed(Right.ATTACH)
    def keep(self, actor: Actor, subject: str, path: Path) -> Change:
        """Attach a file: one that can be shown, within the limits."""
        if not _SUBJECT.fullmatch(subject) or len(subject) > LONGEST_SUBJECT or visible(subject) != subject:
            raise NoSuchSubject(subject)
        file = self._files.read(path)
        digest = sha256(file.content).hexdigest()
        with self._open.writing() as uow:
            require_keepable(uow, subject)
            if any(held.sha256 == digest for held in uow.attachments.of(subject)):
                raise AttachedAlready(file.name)
            what = {"name": file.name, "kind": file.kind, "size": len(file.content), "sha256": digest}
            entry = uow.journal.append(actor, "attachments.keep", subject, what)
            uow.attachments.add(entry, subject, digest, file)
            uow.commit()
        return Change.of(Topic.ATTACHMENTS, entry=entry)

    @allowed(Right.SEE_CASES)
    def of(self, subject: str) -> tuple[AttachmentRow, ...]:
        """What is attached now, oldest first."""
        with self._open.reading() as uow:
            return uow.attachments.of(subject)

    @allowed(Right.SEE_CASES)
    def picture(self, number: int, page: int = 0) -> Showing:
        """One page of an attachment as a picture; refused when its bytes are not those that were attached."""
        with self._open.reading() as uow:
            row = uow.attachments.one(number)
            if row is None:
                raise NoSuchAttachment
            content = uow.attachments.content(row.sha256)
        if content is None or sha256(content).hexdigest() != row.sha256:
            raise AttachmentChanged(row.name)
        return self._files.picture(row.name, row.kind, content, page)

    @allowed(Right.ATTACH)
    def withdraw(self, actor: Actor, number: int, why: str) -> Change:
        """Let an attachment hold no longer. Its bytes and its entry stay."""
        if not (why := said(why)):
            raise WithdrawalReasonMissing
        with self._open.writing() as uow:
            row = uow.attachments.one(number)
            if row is None:
                raise NoSuchAttachment
            _refuse_standing_consent(uow, row.subject)
            require_open(uow, row.subject)
            what = {"name": row.name, "sha256": row.sha256}
            entry = uow.journal.append(actor, "attachments.withdraw", row.subject, what, why=why)
            uow.attachments.end(entry, number)
            uow.commit()
        return Change.of(Topic.ATTACHMENTS, entry=entry)


def _refuse_standing_consent(uow: UnitOfWork, subject: str) -> None:
    """The file of a recorded consent to more than 20 % goes with the decision alone (domain rules 3.7)."""
    kind, _, year = subject.partition(":")
    if kind == "consent" and any(each.kind is DecisionKind.QUARTER for each in uow.grades.decisions(int(year))):
        raise ConsentHeld(int(year))
