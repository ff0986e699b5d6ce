"""A field that names a person of the desk: by name, code or pinyin initials, completed while typing."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from committee_desk.domain.names import spelt

NEAR, MOST_NEAR, LONGEST_INITIALS = 0.6, 5, 4
FOUND_BY = int(Qt.ItemDataRole.UserRole)


class Named(NamedTuple):
    """A person as they are offered."""

    code: str
    name: str
    department: str

    @property
    def shown(self) -> str:
        """The name, and the code that tells one from another."""
        return f"{self.name}（{self.code}）"


class _Completer(QCompleter):
    """Finds by name, code and initials, and puts in the name with its code."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What stands in the field once it is chosen."""
        return str(index.data(Qt.ItemDataRole.DisplayRole)).partition("　")[0]


class PersonField(QLineEdit):
    """What is typed is a person of the desk, or with `strangers` any name."""

    def __init__(self, people: Iterable[Named], parent: QWidget | None = None, *, strangers: bool = False) -> None:
        super().__init__(parent)
        from committee_desk.services.search import readings  # noqa: PLC0415 - the dictionaries of pinyin load slowly

        self._people = tuple(people)
        self._strangers = strangers
        model = QStandardItemModel(self)
        for each in self._people:
            item = QStandardItem(f"{each.shown}　{each.department}")
            item.setData(" ".join((each.name, each.code, *readings(each.name))), FOUND_BY)
            model.appendRow(item)
        completer = _Completer(model, self)
        completer.setCompletionRole(FOUND_BY)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """On leaving it, whoever is meant stands in it by name, so that everybody sees who that is."""
        super().focusOutEvent(event)
        passing = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if event.reason() not in passing and (found := self.person) is not None and self.text() != found.shown:
            by_hand = self.isModified()
            self.setText(found.shown)
            self.setModified(by_hand)

    def choose(self, code: str) -> None:
        """Put that person into the field."""
        found = next((each for each in self._people if each.code == code), None)
        self.setText(found.shown if found else code)

    @property
    def person(self) -> Named | None:
        """The person who is meant; None where nobody is, or several are."""
        typed = spelt(self.text())
        if not typed:
            return None
        named = [each for each in self._people if typed in {spelt(each.shown), spelt(each.code)}]
        meant = named or [each for each in self._people if spelt(each.name) == typed] or self.heard
        return meant[0] if len(meant) == 1 else None

    @property
    def heard(self) -> tuple[Named, ...]:
        """The people whose initials or whole pinyin were typed: qsk for 秦生康."""
        typed = spelt(self.text())
        if not typed.isascii() or not typed.isalpha():
            return ()
        from committee_desk.services.search import readings  # noqa: PLC0415 - loaded already, for the completer

        return tuple(each for each in self._people if typed in readings(each.name))

    def near(self) -> tuple[Named, ...]:
        """People whose names are nearly what was typed, or sound like it."""
        from committee_desk.services.search import readings  # noqa: PLC0415 - loaded already, for the completer

        typed = spelt(self.text())
        sounds = set(readings(typed)) if not typed.isascii() else set()
        return tuple(
            each
            for each in self._people
            if SequenceMatcher(None, typed, spelt(each.name), autojunk=False).ratio() >= NEAR
            or any(len(sound) > LONGEST_INITIALS and sound in sounds for sound in readings(each.name))
        )[:MOST_NEAR]

    @property
    def ambiguous(self) -> bool:
        """Whether several people bear the name, or the initials, that were typed."""
        typed = spelt(self.text())
        several = sum(spelt(each.name) == typed for each in self._people) > 1 or len(self.heard) > 1
        return several and self.person is None

    @property
    def stranger(self) -> str:
        """The name of somebody who is not of the desk, where such may be typed; empty otherwise."""
        return " ".join(self.text().split()) if self._strangers and self.person is None and not self.ambiguous else ""
