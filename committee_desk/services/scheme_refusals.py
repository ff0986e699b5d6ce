"""What is refused of drafting and adopting a scheme."""

from datetime import date, datetime
from pathlib import Path

from committee_desk.domain.errors import DeskError
from committee_desk.services.scheme_views import SchemeDraft, Used

MOST_BYTES = 1024 * 1024


class DraftThere(DeskError):
    """A draft was to be begun and one is there: `actor` and `at` say who keeps it."""

    def __init__(self, actor: str, at: datetime) -> None:
        super().__init__(actor, at)
        self.actor, self.at = actor, at


class DraftChanged(DeskError):
    """The draft is not what the caller saw: somebody else saved it meanwhile (`draft`), or it is gone (None)."""

    def __init__(self, draft: SchemeDraft | None) -> None:
        super().__init__(draft.entry if draft else None)
        self.draft = draft


class NoDraft(DeskError):
    """There is nothing that could be adopted, dropped or looked at."""


class DecisionMissing(DeskError):
    """A scheme is to be adopted and no decision of the committee is named."""


class AdoptedTooEarly(DeskError):
    """The decision is dated in the future: `today` is the desk's."""

    def __init__(self, day: date, today: date) -> None:
        super().__init__(day, today)
        self.day, self.today = day, today


class AdoptedBeforeLast(DeskError):
    """The decision is dated before the one that adopted the version in force, on `last`."""

    def __init__(self, day: date, last: date) -> None:
        super().__init__(day, last)
        self.day, self.last = day, last


class DoubtsNotAccepted(DeskError):
    """A scheme with doubts is to be adopted and nobody says why they are accepted."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class NothingChanged(DeskError):
    """The draft says what the adopted scheme says already."""


class SchemeStillUsed(DeskError):
    """Facts of the year bear words that the scheme would no longer have."""

    def __init__(self, used: tuple[Used, ...], names: dict[str, str]) -> None:
        super().__init__(*(each.word for each in used))
        self.used, self.names = used, names


class NoSchemeFile(DeskError):
    """The file is no scheme: `why` is missing, large or unreadable."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(str(path), why)
        self.path, self.why = path, why


class SchemeFileInTheWay(DeskError):
    """Where a scheme should be written stands something that is no scheme and must not be lost."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path
