"""Kinship (回避关系): between whom nobody may mark, review or decide (公务员法 74, 76)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.names import spelt


class Kinship(StrEnum):
    """The four kinds of kinship that make people stand aside (公务员法 74)."""

    SPOUSE = "夫妻"
    DIRECT_LINE = "直系血亲"
    COLLATERAL = "三代以内旁系血亲"
    BY_MARRIAGE = "近姻亲"


class Relationship(NamedTuple):
    """One person of the desk and a relative, who is of the desk too where `other_code` says so.

    It holds both ways: written down with the one, it is known of the other.
    """

    code: str
    other: str
    other_code: str | None
    kind: Kinship
    note: str | None = None

    def seen_from(self, code: str, name: str) -> "Relationship":
        """The same relationship as the second person's, whose relative is the first, called `name`."""
        return self if code == self.code else Relationship(code, name, self.code, self.kind, self.note)


class Kin:
    """Who is a relative of whom, either way."""

    def __init__(self, relationships: Iterable[Relationship]) -> None:
        self._inside: defaultdict[str, dict[str, Kinship]] = defaultdict(dict)
        self._outside: defaultdict[str, dict[str, Kinship]] = defaultdict(dict)
        for each in relationships:
            if each.other_code is None:
                self._outside[each.code][each.other] = each.kind
            else:
                self._inside[each.code][each.other_code] = each.kind
                self._inside[each.other_code][each.code] = each.kind

    def between(self, one: str, other: str) -> Kinship | None:
        """How two people of the desk are related; None where they are not."""
        return self.of(one).get(other)

    def of(self, code: str) -> Mapping[str, Kinship]:
        """The relatives of one person who are of the desk, by code."""
        return self._inside.get(code, {})

    def of_name(self, name: str, code: str, names: Mapping[str, Iterable[str]]) -> Kinship | None:
        """How somebody known by name alone is related to a person of the desk; `names` are everybody's by code."""
        if code not in self._inside and code not in self._outside:
            return None
        said = spelt(name)
        for other, kind in self.of(code).items():
            if said in {spelt(each) for each in (other, *names.get(other, ()))}:
                return kind
        return next((kind for relative, kind in self.outside(code).items() if spelt(relative) == said), None)

    def of_namesakes(self, one: tuple[str, str], other: tuple[str, Iterable[str]]) -> Kinship | None:
        """How two people of the desk, each with code and names, are related by what bears a name alone.

        Who was written down by name may be a stranger of that name, or the colleague: so it is taken for him.
        """
        (code, name), (of, names) = one, other
        meant = {spelt(each) for each in names}
        there = (kind for relative, kind in self.outside(of).items() if spelt(relative) == spelt(name))
        here = (kind for relative, kind in self.outside(code).items() if spelt(relative) in meant)
        return next(there, None) or next(here, None)

    def outside(self, code: str) -> Mapping[str, Kinship]:
        """The relatives of one person who are not of the desk, by name."""
        return self._outside.get(code, {})
