"""Attached files: each content once, by its hash; which subject it proves, under which name."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.services.attachment_views import Attachable, AttachmentRow
from committee_desk.storage.tables import attachments, contents, journal


class AttachmentsRows:
    """The attachments' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of(self, subject: str) -> tuple[AttachmentRow, ...]:
        """What is attached to a subject now, oldest first."""
        found = self._connection.execute(_holding().where(attachments.c.subject == subject))
        return tuple(_row(row) for row in found)

    def one(self, number: int) -> AttachmentRow | None:
        """One attachment that holds now."""
        row = self._connection.execute(_holding().where(attachments.c.id == number)).one_or_none()
        return None if row is None else _row(row)

    def content(self, sha256: str) -> bytes | None:
        """The stored bytes."""
        return self._connection.scalar(sa.select(contents.c.content).where(contents.c.sha256 == sha256))

    def add(self, entry: int, subject: str, sha256: str, file: Attachable) -> None:
        """Attach a file; a content that is there already is not stored again."""
        there = sa.select(contents.c.id).where(contents.c.sha256 == sha256)
        if self._connection.scalar(there) is None:
            stored = {"sha256": sha256, "kind": file.kind, "size": len(file.content), "content": file.content}
            self._connection.execute(sa.insert(contents), [{**stored, "entry": entry}])
        named = {"subject": subject, "sha256": sha256, "name": file.name, "entry": entry}
        self._connection.execute(sa.insert(attachments), [named])

    def end(self, entry: int, number: int) -> None:
        """Let an attachment hold no longer."""
        ended = sa.update(attachments).where(attachments.c.id == number, attachments.c.ended_by.is_(None))
        self._connection.execute(ended.values(ended_by=entry))


def _holding() -> sa.Select[Any]:
    joined = attachments.join(contents, contents.c.sha256 == attachments.c.sha256)
    return (
        sa.select(
            attachments.c.id.label("number"),
            attachments.c.subject,
            attachments.c.name,
            contents.c.kind,
            contents.c.size,
            attachments.c.sha256,
            journal.c.at,
            journal.c.actor,
        )
        .select_from(joined.join(journal, journal.c.seq == attachments.c.entry))
        .where(attachments.c.ended_by.is_(None))
        .order_by(attachments.c.id)
    )


def _row(row: sa.Row[Any]) -> AttachmentRow:
    named = row._asdict()
    return AttachmentRow(**{**named, "at": datetime.fromisoformat(named["at"])})
