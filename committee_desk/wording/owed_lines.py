"""What every line of 工作台 is told with: how many it is about, and the first few names."""

from collections.abc import Callable

from committee_desk.services.views import Owed
from committee_desk.wording.language import tr

Line = tuple[str, str]
"""A title, and what stands under it."""

SaysLine = Callable[[Owed], Line]


def count_of(line: Owed) -> int:
    """How many people, cases or months are owed."""
    return int(str(line.facts.get("count", 0)))


def names_of(line: Owed) -> str:
    """The first few names, and how many there are in all where more are owed."""
    held = line.facts.get("names", ())
    names = [str(each) for each in held] if isinstance(held, tuple) else []
    said = tr("、").join(names)
    return said if len(names) >= count_of(line) else tr("{names}等 {count} 人", names=said, count=count_of(line))
