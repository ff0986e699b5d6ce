"""Pinyin of the names in a list, so that its filter finds 张三 by zs; read on the worker, for it loads slowly."""

from collections.abc import Iterable


class Initials:
    """What each name sounds like, once it is known."""

    def __init__(self) -> None:
        self._heard: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Initials and whole pinyin of a name, or nothing before they are known."""
        return self._heard.get(name, "")

    def missing(self, names: Iterable[str]) -> set[str]:
        """The names not yet heard."""
        return set(names) - self._heard.keys()

    def take(self, heard: dict[str, str]) -> None:
        """Keep what was read."""
        self._heard.update(heard)


def hear(names: Iterable[str]) -> dict[str, str]:
    """The readings of these names."""
    from committee_desk.services.search import readings  # noqa: PLC0415 - only lists that are filtered need it

    return {name: " ".join(readings(name)) for name in names}
