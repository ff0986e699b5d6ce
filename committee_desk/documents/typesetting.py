"""Chinese line breaking (避头尾): closing marks begin no line, opening marks end none, numbers hold together."""

import re
from collections.abc import Callable
from functools import lru_cache

NEVER_FIRST = frozenset("，。、；：？！》〉）」』】〕］｝”’…—～·％%℃,.;:?!)]}>")
NEVER_LAST = frozenset("（《〈「『【〔［｛“‘([{<")

_UNBREAKABLE = re.compile(
    r"\d{2,4}年\d{1,2}月\d{1,2}日"  # a date
    r"|\d{1,2}月\d{1,2}日"
    r"|[一-鿿]{0,5}[〔［]\d{4}[〕］]\d+号"  # a document: who issued it, year and number
    r"|\d{4}-[一-鿿]{1,2}-\d+"  # an objection, a re-review, a notice: year, what it is, number
    r"|[+\-−±×÷=≥≤]?[0-9A-Za-z０-９][0-9A-Za-z０-９.,:/+\-−–_@#%％]*[号件分名人次日月年天]?"
    r"|……|——"
)
_BLANKS = " \t"


@lru_cache(maxsize=4096)
def clusters(text: str) -> tuple[str, ...]:
    """The pieces of one paragraph between which a line may end. Joined, they are the text."""
    pieces: list[str] = []
    pending = ""
    for atom in _atoms(text):
        if atom[0] in NEVER_LAST:
            pending += atom
        elif atom[0] in NEVER_FIRST and (pieces or pending):
            if pending:
                pending += atom
            else:
                pieces[-1] += atom
        else:
            pieces.append(pending + atom)
            pending = ""
    if pending:
        pieces.append(pending)
    return tuple(pieces)


def lines(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The text broken into lines no wider than `width`; a newline begins a new one. Full-width spaces are kept."""
    return [line for paragraph in text.split("\n") for line in _broken(paragraph, width, measure)]


def _broken(paragraph: str, width: float, measure: Callable[[str], float]) -> list[str]:
    if measure(paragraph) <= width:
        return [paragraph]
    done: list[str] = []
    line, used = "", 0.0
    for piece in clusters(paragraph):
        space = measure(piece)
        if line and used + measure(piece.rstrip(_BLANKS)) > width:
            done.append(line.rstrip(_BLANKS))
            line, used = "", 0.0
            piece = piece.lstrip(_BLANKS)  # noqa: PLW2901 - a blank does not begin a line
            space = measure(piece)
        if space > width:
            *whole, piece = _cut(piece, width, measure)  # noqa: PLW2901 - what is left goes on the next line
            done += whole
            space = measure(piece)
        line += piece
        used += space
    return [*done, line.rstrip(_BLANKS)]


def _cut(piece: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """A piece wider than a whole line, cut wherever it must be, still sparing the marks where it can."""
    parts = [""]
    for character in piece:
        if parts[-1] and measure(parts[-1] + character) > width:
            moved = ""
            while len(parts[-1]) > 1 and (character in NEVER_FIRST or parts[-1][-1] in NEVER_LAST):
                character, moved = parts[-1][-1], character + moved  # noqa: PLW2901 - carried over together
                parts[-1] = parts[-1][:-1]
            parts.append(character + moved)
        else:
            parts[-1] += character
    return parts


def _atoms(text: str) -> list[str]:
    found: list[str] = []
    at = 0
    for match in _UNBREAKABLE.finditer(text):
        found.extend(text[at : match.start()])
        found.append(match.group())
        at = match.end()
    found.extend(text[at:])
    return found
