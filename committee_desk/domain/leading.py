"""Who leads whom: charge of departments (分管), heads of departments, and whose mark a person's 领导评价 is.

The leader responsible is who has charge of the department that the person belongs to on the last day of the year, or on
the person's own last day: whoever changes department is marked once, in the present one (考核规定 26). A department's
head is marked by the deputy chief in charge and never by himself or another head (公务员法 76).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.people import Stay
from committee_desk.domain.relationships import Kin

CHIEF = "检察长"
_HEADS = ("主任", "副主任", "部长", "副部长", "处长", "副处长", "科长", "副科长", "支队长", "大队长", "负责人")


class Charge(NamedTuple):
    """Who has charge of a department, from when to when, both days included; no end: still.

    Of a leader it is 分管; of somebody who belongs to that very department it says who heads it.
    """

    department: str
    code: str
    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it includes that day."""
        return self.since <= day and (self.until is None or day <= self.until)


class LeaderKind(StrEnum):
    """As what somebody may mark a person."""

    IN_CHARGE = "in_charge"
    CHIEF = "chief"
    HEAD = "head"


class Barred(StrEnum):
    """Why somebody may not mark a person."""

    SELF = "self"
    KIN = "kin"
    NOT_LEADING = "not_leading"


class Led(NamedTuple):
    """One person's leaders: `due` owe the mark, `may` may give one too; `barred` would, were it not for `Barred`.

    `departments` are all of the year, the one that decides last; `charged` says whether anybody is written down as in
    charge of that one.
    """

    stay: Stay
    departments: tuple[str, ...]
    heads: bool
    charged: bool
    due: tuple[str, ...]
    may: Mapping[str, LeaderKind]
    barred: Mapping[str, Barred]


def heads_by_post(post: str | None) -> bool:
    """Whether the post's name is that of a department's head or deputy head."""
    return (post or "").strip().endswith(_HEADS)


def is_chief(stay: Stay) -> bool:
    """Whether the person is the procuratorate's chief (检察长), whose deputies bear a longer name."""
    return stay.is_leader and (stay.post or "").strip().endswith(CHIEF) and "副" not in (stay.post or "")


class Leading:
    """Who leads whom in one year, by everybody's stays, the charges and the relationships."""

    def __init__(self, stays: Iterable[Stay], charges: Iterable[Charge], kin: Kin, year: int) -> None:
        self._kin, self._end = kin, date(year, 12, 31)
        self._stays: defaultdict[str, list[Stay]] = defaultdict(list)
        for each in stays:
            self._stays[each.code].append(each)
        for several in self._stays.values():
            several.sort(key=lambda each: each.since or date.min)
        self._charges: defaultdict[str, list[Charge]] = defaultdict(list)
        for charge in charges:
            self._charges[charge.department].append(charge)
        self._chiefs = [code for code, held in self._stays.items() if is_chief(held[-1])]
        self._by_post: defaultdict[str, list[str]] = defaultdict(list)
        for code, held in self._stays.items():
            stays_on = held[-1].until is None or held[-1].until >= self._end
            if stays_on and heads_by_post(held[-1].post) and not held[-1].is_leader:
                self._by_post[held[-1].department].append(code)

    def of(self, code: str) -> Led | None:
        """The leaders of one person; None where the year knows no such person."""
        held = self._stays.get(code)
        if not held:
            return None
        last = held[-1]
        day = min(last.until or self._end, self._end)
        in_charge, heads = self._in_charge(last.department, day)
        leads = code in heads or last.is_leader
        wanted = dict.fromkeys(self._chiefs, LeaderKind.CHIEF)
        if not leads:
            wanted |= dict.fromkeys(heads, LeaderKind.HEAD)
        wanted |= dict.fromkeys(in_charge, LeaderKind.IN_CHARGE)
        barred = {each: why for each in wanted if (why := self._bar(each, code)) is not None}
        may = {each: kind for each, kind in wanted.items() if each not in barred}
        due = tuple(each for each in in_charge if each in may)
        if in_charge and not due:  # they are the person or relatives: it falls to the chief
            due = tuple(each for each in self._chiefs if each in may)
        departments = tuple(dict.fromkeys(stay.department for stay in held if stay.department != last.department))
        return Led(last, (*departments, last.department), leads, bool(in_charge), due, may, barred)

    def _in_charge(self, department: str, day: date) -> tuple[list[str], list[str]]:
        """The leaders in charge of a department on that day, and its heads: written down, else by their posts."""
        holding = [charge.code for charge in self._charges[department] if charge.holds_on(day)]
        own = [code for code in holding if self._belongs(code, department)]
        heads = own or self._by_post[department]
        return [code for code in dict.fromkeys(holding) if code not in own], list(dict.fromkeys(heads))

    def _belongs(self, code: str, department: str) -> bool:
        held = self._stays.get(code)
        return held is not None and held[-1].department == department and not held[-1].is_leader

    def _bar(self, leader: str, code: str) -> Barred | None:
        if leader == code:
            return Barred.SELF
        return Barred.KIN if self._kin.between(leader, code) is not None else None
