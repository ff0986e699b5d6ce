"""The fields of a place in the tree: what is typed there and what becomes of it in the scheme's document."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from committee_desk.domain.scheme_document import Document, Place, at, put, renamed
from committee_desk.services import typed_values
from committee_desk.wording.language import tr

MOST_DIGITS = 12


class Takes(Enum):
    """What a field takes."""

    TEXT = auto()
    WHOLE = auto()
    NUMBER = auto()
    YEAR = auto()
    WORDS = auto()
    CHOICE = auto()
    NAME_OF_ENTRY = auto()


class NotTaken(Exception):
    """What was typed is nothing that the field takes; the sentence says what would be."""


@dataclass(frozen=True)
class Field:
    """One field: where its value stands, its name, what it takes, and how faults name it.

    A NAME_OF_ENTRY is the key itself under which an entry stands. `choices` are (value, word) pairs. `otherwise` is
    what counts where a scheme from before the field says nothing.
    """

    place: Place
    name: str
    takes: Takes
    where: str = ""
    choices: tuple[tuple[Any, str], ...] = ()
    hint: str = ""
    otherwise: Any = None

    def shown(self, document: Document) -> str:
        """What stands there, as it is typed."""
        if self.takes is Takes.NAME_OF_ENTRY:
            return str(self.place[-1])
        value = self.value(document)
        if value is None:
            return ""
        if self.takes is Takes.WORDS:
            return "、".join(map(str, value))
        return f"{value:f}" if isinstance(value, Decimal) else str(value)

    def value(self, document: Document) -> Any:  # noqa: ANN401 - whatever JSON holds
        """What stands there, or what counts where nothing does."""
        try:
            return at(document, self.place)
        except (KeyError, IndexError):
            return self.otherwise

    def changed(self, document: Document, typed: str) -> Document:
        """The document with what was typed; NotTaken where it is nothing that the field takes."""
        if self.takes is Takes.NAME_OF_ENTRY:
            changed: Document = renamed(document, self.place, self._name(document, typed))
            return changed
        return self.with_value(document, _READ[self.takes](typed.strip()))

    def with_value(self, document: Document, value: object) -> Document:
        """The document with that value there."""
        changed: Document = put(document, self.place, value)
        return changed

    def _name(self, document: Document, typed: str) -> str:
        name = _text(typed.strip())
        others = [each for each in at(document, self.place[:-1]) if each != self.place[-1]]
        if name in others:
            raise NotTaken(tr("“{name}”已经有了，请换一个。", name=name))
        return name


def _text(typed: str) -> str:
    if not typed:
        raise NotTaken(tr("不能为空。"))
    return typed


def _whole(typed: str) -> int:
    number = _number(typed)
    if number != int(number):
        raise NotTaken(tr("请填整数。"))
    return int(number)


def _number(typed: str) -> Decimal | int:
    number = typed_values.number(typed.replace("。", "."))
    if number is None or len(number.as_tuple().digits) > MOST_DIGITS:
        raise NotTaken(tr("请填数字，如 20 或 0.5。"))
    return int(number) if number == int(number) else number


def _year(typed: str) -> int | None:
    return _whole(typed) if typed else None


def _words(typed: str) -> list[str]:
    parts = typed.replace("，", "、").replace(",", "、").replace(" ", "、").split("、")
    return [each for each in parts if each]


_READ: dict[Takes, Callable[[str], object]] = {
    Takes.TEXT: _text,
    Takes.WHOLE: _whole,
    Takes.NUMBER: _number,
    Takes.YEAR: _year,
    Takes.WORDS: _words,
}
