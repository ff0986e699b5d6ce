"""What the text of a scheme has to be before a desk keeps it: short, in clear names, and nothing that no rule reads."""

import re
from collections.abc import Iterator
from typing import Any

from committee_desk.domain.names import hides_something
from committee_desk.domain.scheme_document import Place, parsed, without, written
from committee_desk.domain.scheme_faults import (
    SchemeFieldUnknown,
    SchemeIdWrong,
    SchemeTextTooLarge,
    SchemeUnreadable,
    SchemeWordWrong,
)
from committee_desk.domain.scheme_file import strays

MOST_BYTES = 1024 * 1024
LONGEST_WORD = 40
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")


def require_clear(text: str) -> None:
    """Refuse a text that no desk should keep, whether or not it is a lawful scheme."""
    if len(text) > MOST_BYTES or len(text.encode(errors="surrogatepass")) > MOST_BYTES:
        raise SchemeTextTooLarge(MOST_BYTES)
    for place in strays(text):
        raise SchemeFieldUnknown(_named(place))
    try:
        for place, word in _words(parsed(text), ()):
            _require_word(place, word)
    except RecursionError:
        raise SchemeUnreadable("JSON") from None


def without_strays(text: str) -> str:
    """The text without what no rule reads; the same text where it has nothing of that."""
    found = strays(text)
    document: Any = parsed(text) if found else None
    for place in found:
        document = without(document, place)
    return written(document) if found else text


def _require_word(place: Place, word: str) -> None:
    if place[-1:] == ("id",) and not _ID.fullmatch(word):
        raise SchemeIdWrong(_named(place), word)
    if hides_something(word) or len(word) > LONGEST_WORD:
        raise SchemeWordWrong(_named(place), word, LONGEST_WORD)


def _words(held: Any, place: Place) -> Iterator[tuple[Place, str]]:  # noqa: ANN401 - whatever JSON holds
    """Every text of the document, and every name of an entry."""
    if isinstance(held, str):
        yield place, held
    elif isinstance(held, dict):
        for key, value in held.items():
            yield place, key
            yield from _words(value, (*place, key))
    elif isinstance(held, list):
        for number, value in enumerate(held):
            yield from _words(value, (*place, number))


def _named(place: Place) -> str:
    """parts[1].indicators[0].name, no longer than a sentence has room for."""
    named = "".join(f"[{step}]" if isinstance(step, int) else f".{step[:LONGEST_WORD]}" for step in place)
    return "".join(each for each in named.removeprefix(".") if not hides_something(each))
