"""Attachments: what is held is what its hash says, and every paper has its content and its place."""

from collections.abc import Iterator
from hashlib import sha256

from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_NEEDS = ("attachments", "contents")


def _content(reading: Reading) -> Iterator[Facts]:
    for number, said, size, entry in reading.rows("SELECT id, sha256, size, entry FROM contents"):
        content = bytes(reading.one("SELECT content FROM contents WHERE id = ?", number) or b"")
        if len(content) != size or sha256(content).hexdigest() != said:
            name = reading.one("SELECT name FROM attachments WHERE sha256 = ? ORDER BY id DESC", said)
            yield {"name": name or str(said)[:12], "entry": entry}


def _unused(reading: Reading) -> Iterator[Facts]:
    """A content is that of an attachment, or of a sealed sheet."""
    sealed = "UNION SELECT sha256 FROM seals" if reading.has("seals") else ""
    asked = f"SELECT entry FROM contents WHERE sha256 NOT IN (SELECT sha256 FROM attachments {sealed})"
    yield from reading.named(asked)


INVARIANTS = (
    Invariant("attachments.content", _content, _NEEDS),
    Invariant(
        "attachments.missing",
        found_by("SELECT name, subject, entry FROM attachments WHERE sha256 NOT IN (SELECT sha256 FROM contents)"),
        _NEEDS,
    ),
    Invariant("attachments.unused", _unused, _NEEDS),
)
