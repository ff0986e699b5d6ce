"""One paper claimed twice or by several people, over all years of the desk (防止“学术造假”; domain rules, row 49)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from committee_desk.domain.papers import Author, Clash, Paper, clash, papers_in, typed
from committee_desk.services.entry_book import StoredEvent
from committee_desk.services.entry_views import Claim, Claimed
from committee_desk.services.ports import UnitOfWork

ODDEST_FIRST = (Clash.TWICE, Clash.SAME_PLACE, Clash.BY_SEVERAL, Clash.JOINT)


class _Naming(NamedTuple):
    """One event that names a paper."""

    paper: Paper
    stored: StoredEvent


def claims(uow: UnitOfWork, names: dict[str, str]) -> tuple[tuple[Claim, tuple[StoredEvent, ...]], ...]:
    """Every paper that several events claim, with the events; most odd first."""
    found = []
    for group in _groups(_named(uow.entry.naming_papers())):
        event = [each.stored.event for each in group]
        odd = clash(Author(each.code or "", each.author) for each in event)
        if odd is not None:
            found.append((_claim(group, odd, names), tuple(each.stored for each in group)))
    return tuple(sorted(found, key=lambda each: (ODDEST_FIRST.index(each[0].clash), each[0].title)))


def _named(stored: Iterable[StoredEvent]) -> Iterator[_Naming]:
    """Which papers each event names: the one typed beside it, else those that its reason names."""
    for each in stored:
        event = each.event
        if event.code is None:
            continue
        if event.title is not None:
            yield _Naming(typed(event.title, event.periodical), each)
        else:
            for paper in papers_in(event.reason or ""):
                yield _Naming(paper, each)


def _groups(named: Iterable[_Naming]) -> Iterator[list[_Naming]]:
    """The events of one paper: one title, and no two different places where it appeared."""
    titles: defaultdict[str, list[_Naming]] = defaultdict(list)
    for each in named:
        titles[each.paper.key()].append(each)
    for of_title in titles.values():
        parted: list[list[_Naming]] = []
        for each in sorted(of_title, key=lambda each: each.paper.periodical is None):
            fitting = [group for group in parted if all(each.paper.may_be(other.paper) for other in group)]
            if fitting:
                fitting[0].append(each)
            else:
                parted.append([each])
        yield from (group for group in parted if len({each.stored.event.code for each in group}) > 1 or len(group) > 1)


def _claim(group: list[_Naming], odd: Clash, names: dict[str, str]) -> Claim:
    first = next((each.paper for each in group if each.paper.periodical), group[0].paper)
    in_order = sorted(
        group, key=lambda each: (each.stored.event.author or 99, each.stored.event.day is None, each.stored.entry)
    )
    return Claim(first.title, first.periodical, odd, tuple(_claimed(each.stored, names) for each in in_order))


def _claimed(stored: StoredEvent, names: dict[str, str]) -> Claimed:
    event = stored.event
    code = event.code or ""
    return Claimed(
        code,
        names.get(code, code),
        event.indicator,
        event.day,
        event.points,
        event.author,
        event.number or None,
        stored.source,
    )
