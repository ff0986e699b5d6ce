"""What a list's filter looks in, gathered on the worker: its cells, and the pinyin of names, so that zs finds 张三."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from committee_desk.ui.common.page import Page
from committee_desk.ui.common.tables import ListTable

R = TypeVar("R")
WHEN_QUIET = 400
"""Milliseconds: the list is painted first; the dictionaries of pinyin load slowly even beside the window."""


class Initials:
    """What each name sounds like, once it is known."""

    def __init__(self) -> None:
        self._heard: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Initials and whole pinyin of a name, or nothing before they are known."""
        return self._heard.get(name, "")

    def hear(self, names: Iterable[str]) -> None:
        """Learn the names not yet known; takes a while, for the dictionaries load slowly."""
        from committee_desk.services.search import readings  # noqa: PLC0415 - only lists that are filtered need it

        for name in set(names) - self._heard.keys():
            self._heard[name] = " ".join(readings(name))


def prepare_filter(
    page: Page, table: ListTable[R], rows: Sequence[R], names: Iterable[str], initials: Initials
) -> None:
    """Gather what the filter looks in while nobody waits for it."""
    model = table.rows

    def gather() -> list[str]:
        initials.hear(names)
        return model.words_of(rows)

    def take(words: list[str]) -> None:
        if isValid(table):  # the page may be gone by the time the names are read
            table.take_words(rows, words)

    def begin() -> None:
        if model.everything is not rows:
            return  # other rows stand there by now, and come here in their own turn
        page.read(gather, take, kind=f"filter {model.spec.id}")

    QTimer.singleShot(WHEN_QUIET, page, begin)
