"""The desks opened last, newest first."""

from pathlib import Path

from PySide6.QtCore import QSettings

KEY, MOST = "recent", 6


class RecentDesks:
    """Remembers paths; files that are gone are left out."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    def paths(self) -> tuple[Path, ...]:
        """Those that still exist."""
        return tuple(path for path in self._all() if path.is_file())

    def last(self) -> Path | None:
        """The desk of last time; None when it is gone or none was opened."""
        known = self._all()
        return known[0] if known and known[0].is_file() else None

    def remember(self, path: Path) -> None:
        """Put this one first."""
        whole = path.absolute()
        kept = [whole, *(each for each in self._all() if each != whole)][:MOST]
        self._memory.setValue(KEY, [str(each) for each in kept])

    def _all(self) -> list[Path]:
        kept = self._memory.value(KEY, [])
        if isinstance(kept, str):
            kept = [kept]
        return [Path(str(each)) for each in kept] if isinstance(kept, list) else []
