"""Files that somebody hands over to be looked at: read whole, and never more than such a file can have."""

from pathlib import Path

from committee_desk.documents.folder import told_as_troubles
from committee_desk.services.certificate_refusals import FileUnreadable


def content_of(path: Path, largest: int) -> bytes | None:
    """A file's bytes; None where it is larger than that. Refused where there is no such file, a trouble where it
    cannot be read."""
    try:
        if path.is_dir():
            raise FileUnreadable(path, "folder")
        if not path.is_file():
            raise FileUnreadable(path, "missing")
        with told_as_troubles(path), path.open("rb") as file:
            content = file.read(largest + 1)
    except (ValueError, FileNotFoundError, NotADirectoryError):  # a name that no file can have, or gone meanwhile
        raise FileUnreadable(path, "missing") from None
    return content if len(content) <= largest else None
