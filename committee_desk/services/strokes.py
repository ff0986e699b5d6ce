"""The order of names by strokes (姓氏笔画): the surname's strokes, the surname, then the strokes of what follows.

How many strokes a character has stands in `resources/strokes/strokes.txt`, from the Unicode Han database.
"""

from functools import cache

from committee_desk.paths import resource

BASE = 33
"""A character of the file stands for so many strokes more than its own code."""
UNKNOWN = 99
"""Characters that the database does not count stand at the end."""

StrokeKey = tuple[int, str, tuple[int, ...], str]


def stroke_order(name: str) -> StrokeKey:
    """What names are sorted by."""
    surname, rest = name[:1], name[1:]
    return (strokes(surname), surname, tuple(map(strokes, rest)), rest)


def strokes(character: str) -> int:
    """How many strokes a character has; UNKNOWN where nobody counted them."""
    code = ord(character) if character else 0
    for first, counts in _counted():
        if first <= code < first + len(counts):
            return ord(counts[code - first]) - BASE or UNKNOWN
    return UNKNOWN


@cache
def _counted() -> tuple[tuple[int, str], ...]:
    """Runs of characters: the code of the first, and one letter for each."""
    lines = resource("strokes", "strokes.txt").read_text(encoding="ascii").splitlines()
    return tuple((int(first, 16), counts) for first, _, counts in (line.partition(" ") for line in lines))
