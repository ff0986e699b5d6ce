"""What this PC remembers of the desks it opened: the newest head of each, by the place where it lies.

A copy that was put in an older desk's place has fewer entries, or others. Nothing depends on this file: where it is
broken or cannot be written, nothing is remembered and nothing is said.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from committee_desk.domain.desk_file import OlderThanRemembered
from committee_desk.paths import state_folder
from committee_desk.services.views import Head

MOST = 500
"""So many places are remembered, the latest."""


MOST_ENTRIES = 2**63
"""No journal has so many: a number beyond it is no memory."""


class Seen(NamedTuple):
    """A head and when this PC saw it."""

    head: Head
    at: datetime


class HeadMemory:
    """The memory of one desk at one place. Only who `settles` there makes it the desk that lay there last: whoever
    works beside a window sees that another one lies there, and leaves it to the window to see it too."""

    def __init__(self, path: Path, uid: str, *, settles: bool = False) -> None:
        self._settles = settles
        self.path, self._place, self._uid = path, str(path.resolve()), uid

    def seen(self) -> Seen | None:
        """The newest head that this PC saw here; None when it saw none."""
        told: Any = _read().get(self._place, {}).get(self._uid)
        try:
            seen = Seen(Head(int(told["entries"]), str(told["hash"])), datetime.fromisoformat(told["at"]))
        except (TypeError, KeyError, ValueError):
            return None
        return seen if 0 <= seen.head.entries < MOST_ENTRIES else None

    def another_before(self) -> tuple[str, datetime] | None:
        """The number of another desk that lay here when this PC last looked, and when; None where it was this one."""
        here: Any = _read().get(self._place)
        if not isinstance(here, dict) or not here:
            return None
        uid = list(here)[-1]
        seen = HeadMemory(self.path, uid).seen()
        return None if uid == self._uid or seen is None else (uid, seen.at)

    def remember(self, head: Head, at: datetime) -> None:
        """Keep a newer head; never an older one, whoever reports first."""
        seen = self.seen()
        if seen is None or head.entries > seen.head.entries:
            self.take_instead(head, at)
        elif self._settles and self.another_before() is not None:
            self.take_instead(*seen)

    def take_instead(self, head: Head, at: datetime) -> None:
        """Keep this head whatever was seen: after an act that took an older desk on purpose."""
        kept = _read()
        here = kept.pop(self._place, {})
        last = list(here)[-1] if here else self._uid
        here.pop(self._uid, None)  # the last one named is the last one seen
        here[self._uid] = {"entries": head.entries, "hash": head.hash, "at": at.isoformat()}
        if not self._settles and last != self._uid:
            here[last] = here.pop(last)
        kept[self._place] = here
        _write(dict(list(kept.items())[-MOST:]))

    def require_no_older(self, head: Head, hash_then: str | None) -> None:
        """Refuse a desk that is older than what was seen here, or took another course; `hash_then` as it is now."""
        seen = self.seen()
        if seen is not None and hash_then != seen.head.hash:
            raise OlderThanRemembered(self.path, seen.head.entries, seen.at, head.entries, seen.head.hash)


def _file() -> Path:
    return state_folder() / "heads.json"


def _read() -> dict[str, dict[str, Any]]:
    with suppress(OSError, ValueError, RecursionError):
        told = json.loads(_file().read_text(encoding="utf-8"))
        if isinstance(told, dict):
            return {place: dict(held) for place, held in told.items() if isinstance(held, dict)}
    return {}


def _write(kept: Mapping[str, object]) -> None:
    file = _file()
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.unfinished")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        unfinished.replace(file)
    except (OSError, UnicodeError):  # a PC that keeps nothing for this user, or a path that is no text
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
