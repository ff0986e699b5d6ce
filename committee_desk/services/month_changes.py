"""What an act took back or replaced, month by month: when a fact is dated, whom it concerns, whether it lost worth."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.events import Event
from committee_desk.domain.people import Stay
from committee_desk.domain.ratings import LeaderMark
from committee_desk.domain.standing import Leave

Month = tuple[int, int]
"""Year and month."""
Fact = Any
"""One of the domain's facts, a NamedTuple."""
Closings = Callable[[Iterable[str]], Mapping[str, date | None]]
"""The closing days of cases."""

_WORTH: Mapping[type, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Event: (("points",), ()),
    LeaderMark: (("mark",), ()),
    Review: (("substance", "procedure"), ("grade", "reviewed")),
    CaseShare: (("share", "persons", "difficulty"), ("kind", "closed", "due")),
    Stay: (("factor",), ("since", "until", "category", "department")),
}
"""The figures of a fact, and what else its points rest on."""


class Replaced(NamedTuple):
    """A fact that holds no longer, and what stands in its place: None where nothing does."""

    old: Fact
    new: Fact | None = None

    @property
    def lowers(self) -> bool:
        """Whether the fact itself may be worth less: a smaller figure, or gone although it gave something."""
        figures, others = _WORTH.get(type(self.old), ((), ()))
        if self.new is None:
            return any((getattr(self.old, name) or Decimal(0)) > 0 for name in figures)
        smaller = any(_less(getattr(self.new, name), getattr(self.old, name)) for name in figures)
        return smaller or any(getattr(self.new, name) != getattr(self.old, name) for name in others)


def _less(new: Any, old: Any) -> bool:  # noqa: ANN401 - numbers, or none
    return new != old and (new is None or old is None or new < old)


def months_of(facts: Iterable[Fact], closings: Closings) -> list[frozenset[Month]]:
    """The months that each fact is dated in; none for what bears no date."""
    told = list(facts)
    undated = {each.number for each in told if isinstance(each, Review) and each.reviewed is None}
    closed = closings(undated) if undated else {}
    return [frozenset((day.year, day.month) for day in _days(each, closed)) for each in told]


def _days(fact: Fact, closed: Mapping[str, date | None]) -> Iterator[date]:
    days: Iterable[date | None] = ()
    if isinstance(fact, Event):
        days = (fact.day,)
    elif isinstance(fact, CaseShare):
        days = (fact.closed,)
    elif isinstance(fact, Review):
        days = (fact.reviewed or closed.get(fact.number),)
    elif isinstance(fact, Stay):
        days = (fact.since, fact.until)
    elif isinstance(fact, Leave):
        days = _firsts(fact.since, fact.until)
    yield from (day for day in days if day is not None)


def _firsts(since: date, until: date) -> Iterator[date]:
    """A day of every month from one day to the other."""
    for at in range(since.year * 12 + since.month - 1, until.year * 12 + until.month):
        yield date(at // 12, at % 12 + 1, 1)


def months_changed(replaced: Iterable[Replaced], closings: Closings) -> Iterator[tuple[Replaced, frozenset[Month]]]:
    """The months whose facts these acts change: where the old one was dated. Of a stay its days alone, if changed."""
    every = list(replaced)
    return zip(every, months_of((_dated(each) for each in every), closings), strict=True)


def _dated(each: Replaced) -> Fact:
    old, new = each
    if isinstance(old, Stay) and new is not None:
        return old._replace(
            since=None if new.since == old.since else old.since, until=None if new.until == old.until else old.until
        )
    return old
