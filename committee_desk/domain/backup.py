"""Copies of a desk: why one is made, what its file is called, which are kept as they grow old, how two desks differ."""

import re
from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from committee_desk.domain.checking import Subject
from committee_desk.domain.desk_file import DeskRefused
from committee_desk.domain.errors import DeskError


class Reason(StrEnum):
    """Why an automatic copy is made."""

    OPENING = "opening"
    CLOSING = "closing"
    ACT = "act"
    MIGRATION = "migration"
    RESTORE = "restore"


_WORDS = {
    Reason.OPENING: "打开",
    Reason.CLOSING: "关闭",
    Reason.ACT: "操作前",
    Reason.MIGRATION: "升级前",
    Reason.RESTORE: "恢复前",
}
"""What stands in the names of files, in every language: the names are read back."""
_UNSOUND = " 未通过检查"
_NAME = re.compile(
    rf"(\d{{4}}-\d\d-\d\d \d{{6}}) ({'|'.join(_WORDS.values())})(?: (\d+))?({_UNSOUND})?\.desk", re.ASCII
)
_MOMENT = "%Y-%m-%d %H%M%S"

KEPT_AFTER_UPHEAVAL = timedelta(days=90)
DAILY, WEEKLY, MONTHLY = timedelta(days=14), timedelta(days=92), timedelta(days=731)


class CopyName(NamedTuple):
    """What the name of an automatic copy tells: when, why, and which one of that second. Nothing of the cases.

    `unsound`: the desk was broken when the copy was made. It is set aside, and counts as no copy.
    """

    moment: datetime
    reason: Reason
    number: int = 1
    unsound: bool = False

    @property
    def text(self) -> str:
        """The file's name."""
        further = "" if self.number == 1 else f" {self.number}"
        aside = _UNSOUND if self.unsound else ""
        return f"{self.moment:{_MOMENT}} {_WORDS[self.reason]}{further}{aside}.desk"

    @classmethod
    def read(cls, name: str) -> "CopyName | None":
        """What a file's name tells; None of a file that is no automatic copy."""
        found = _NAME.fullmatch(name)
        if found is None:
            return None
        try:
            moment = datetime.strptime(found[1], _MOMENT)  # noqa: DTZ007 - names tell the time of the place
        except ValueError:
            return None
        reason = next(reason for reason, word in _WORDS.items() if word == found[2])
        return cls(moment, reason, int(found[3] or 1), found[4] is not None)


def folder_of_copies(desk: Path) -> Path:
    """Where the automatic copies of a desk stand: beside it."""
    return desk.with_name(f"{desk.stem} 自动备份")


def outlived(copies: Iterable[CopyName], now: datetime) -> frozenset[CopyName]:
    """The copies that age thins out.

    All of a day are kept until it ends, then the last of each day for two weeks, of each week for three months, of
    each month for two years; and for 90 days whatever was made before a migration or a restore.
    """
    every = frozenset(copies)
    counting = [copy for copy in every if not copy.unsound]
    wall = now.replace(tzinfo=None)
    return every - {
        *(copy for copy in every if copy.moment.date() >= wall.date()),
        *_newest(counting, wall - DAILY, lambda copy: copy.moment.date()),
        *_newest(counting, wall - WEEKLY, lambda copy: copy.moment.isocalendar()[:2]),
        *_newest(counting, wall - MONTHLY, lambda copy: (copy.moment.year, copy.moment.month)),
        *(
            copy
            for copy in every
            if copy.reason in {Reason.MIGRATION, Reason.RESTORE} and copy.moment >= wall - KEPT_AFTER_UPHEAVAL
        ),
    }


def _newest(copies: Iterable[CopyName], since: datetime, span: Callable[[CopyName], Hashable]) -> frozenset[CopyName]:
    """The last copy of each span that reaches back to that day."""
    last: dict[Hashable, CopyName] = {}
    for copy in sorted(copies, key=lambda each: (each.moment, each.number)):
        last[span(copy)] = copy
    return frozenset(copy for copy in last.values() if copy.moment.date() >= since.date())


class Relation(StrEnum):
    """How a copy of a desk stands to the desk in use."""

    SAME = "same"
    OLDER = "older"
    AHEAD = "ahead"
    DIVERGED = "diverged"


class CopyUnsound(DeskRefused):
    """A copy did not pass its check, and does not count. `subjects` are what its problems are about."""

    def __init__(self, path: Path, subjects: tuple[Subject, ...]) -> None:
        super().__init__(path)
        self.subjects = subjects


class CopyBroken(CopyUnsound):
    """A copy that was to be put back does not hold together."""


class AnotherDesk(DeskRefused):
    """The copy is one of another desk than the one it was to be restored over."""

    def __init__(self, path: Path, office: str) -> None:
        super().__init__(path)
        self.office = office


class CopyIsTheDesk(DeskRefused):
    """A desk was to be restored from itself."""


class CopyPassphraseWrong(DeskRefused):
    """The copy is protected by another passphrase than the desk, and none that opens it was `given`."""

    def __init__(self, path: Path, *, given: bool) -> None:
        super().__init__(path)
        self.given = given


class RestoreReasonMissing(DeskError):
    """A desk was to be put back without saying why."""


class DeskMovedMeanwhile(DeskRefused):
    """Somebody wrote into the desk after the preview was shown: what would be lost is no longer what was seen."""


class Unfit(StrEnum):
    """Why a folder cannot be the second one for copies."""

    MISSING = "missing"
    OWN = "own"
    RELATIVE = "relative"


class SecondFolderUnfit(DeskError):
    """The second folder for copies is none, or it is the desk's own."""

    def __init__(self, path: Path, reason: Unfit) -> None:
        super().__init__(str(path), reason)
        self.path, self.reason = path, reason
