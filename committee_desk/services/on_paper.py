"""What is typed for papers is read for characters that no font holds before it is kept, not when the paper is owed.

A decision, once made, is written out as it was typed: a character that cannot be printed would hold up its service.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from committee_desk.domain.errors import DeskError
from committee_desk.domain.said import visible
from committee_desk.services.actor import Actor
from committee_desk.services.second import Second

MissingGlyphs = Callable[[str], Sequence[str]]
"""Which characters of a text no font holds, each once."""
EVERY_FONT = "gb2312"
"""What can be said in it stands in every Chinese font: no font is opened for it."""

P = ParamSpec("P")
T = TypeVar("T")


class NotPrintable(DeskError):
    """A text that goes on paper holds characters that no font on this machine can draw."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        super().__init__(characters)
        self.characters = characters


class Printing(Protocol):
    """A service whose texts go on paper."""

    @property
    def _missing(self) -> MissingGlyphs: ...


S = TypeVar("S", bound=Printing)


def on_paper(verb: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Mark a verb whose typed texts go on paper: NotPrintable names every character that would not come out."""

    @wraps(verb)
    def checked(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        text = "".join(_texts((*args, *kwargs.values())))
        if not _common(text) and (missing := tuple(self._missing(text))):
            raise NotPrintable(missing)
        return verb(self, *args, **kwargs)

    return checked


def _texts(given: object) -> Iterator[str]:
    """Every text in what was given; not who acts or confirms: a password is on no paper.

    Halves of characters are no matter of fonts: the desk refuses them itself.
    """
    if isinstance(given, str):
        yield "".join(each for each in visible(given) if not each.isspace() and not "\ud800" <= each <= "\udfff")
    elif isinstance(given, Actor | Second):
        return
    elif isinstance(given, tuple | list):
        for each in given:
            yield from _texts(each)
    elif is_dataclass(given):
        for field in fields(given):
            yield from _texts(getattr(given, field.name))


def _common(text: str) -> bool:
    try:
        text.encode(EVERY_FONT)
    except UnicodeEncodeError:
        return False
    return True
