"""What is attached to a subject, what can be attached, and what is refused."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from committee_desk.domain.errors import DeskError
from committee_desk.services.page_pictures import PagePicture

MOST_BYTES = 10 * 1024 * 1024
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """One attached file; `kind` is pdf, png or jpeg, told by its content."""

    number: int
    subject: str
    name: str
    kind: str
    size: int
    sha256: str
    at: datetime
    actor: str


class Attachable(NamedTuple):
    """A file as it was read: its name, its kind by content, and its bytes."""

    name: str
    kind: str
    content: bytes


class Showing(NamedTuple):
    """One page of an attachment as a picture, and how many pages there are."""

    picture: PagePicture
    pages: int


class Judged(NamedTuple):
    """A file that could be attached as it lies there now."""

    path: Path
    kind: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """As its folder has it."""
        return self.path.name


class AttachmentFiles(Protocol):
    """Reads files that are to be attached and draws attached ones, both within limits."""

    def read(self, path: Path) -> Attachable:
        """The file; AttachmentRefused when it is none of those that can be shown, too large, or no plain file."""
        ...

    def picture(self, name: str, kind: str, content: bytes, page: int) -> Showing:
        """One page as a picture; AttachmentRefused when it cannot be drawn within the limits."""
        ...


class AttachmentRefused(DeskError):
    """A file that is not attached or not shown.

    `why` is missing, link, special, empty, large, kind, name, broken, pixels or pages.
    """

    def __init__(self, name: str, why: str) -> None:
        super().__init__(name, why)
        self.name, self.why = name, why


class NoSuchSubject(DeskError):
    """A file is to be attached to something that there is not."""

    def __init__(self, subject: str) -> None:
        super().__init__(subject[:80])
        self.subject = subject


class AttachedAlready(DeskError):
    """The subject has this very file already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ChosenAlready(DeskError):
    """A file chosen to be attached has the content of another that was chosen before."""

    def __init__(self, name: str, other: str) -> None:
        super().__init__(name, other)
        self.name, self.other = name, other


class NoSuchAttachment(DeskError):
    """No such file is attached, or it was withdrawn."""


class AttachmentChanged(DeskError):
    """The stored bytes are not those that were attached."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class WithdrawalReasonMissing(DeskError):
    """An attachment is to be withdrawn and nobody says why."""


class ScanUnsigned(DeskError):
    """A scan of a signature that nobody recorded."""

    def __init__(self, name: str, version: int) -> None:
        super().__init__(name, version)
        self.name, self.version = name, version


class ScanArchived(DeskError):
    """The scan of an archived result is to be withdrawn, or another is to stand beside it."""

    def __init__(self, name: str, year: int) -> None:
        super().__init__(name, year)
        self.name, self.year = name, year


class AttachmentsBook(Protocol):
    """Files that prove something."""

    def of(self, subject: str) -> tuple[AttachmentRow, ...]:
        """What is attached to a subject now, oldest first."""
        ...

    def one(self, number: int) -> AttachmentRow | None:
        """One attachment that holds now."""
        ...

    def content(self, sha256: str) -> bytes | None:
        """The stored bytes."""
        ...

    def add(self, entry: int, subject: str, sha256: str, file: Attachable) -> None:
        """Attach a file; a content that is there already is not stored again."""
        ...

    def end(self, entry: int, number: int) -> None:
        """Let an attachment hold no longer."""
        ...
