"""Papers that events rest on: which title stands in a reason, and when claiming it is odd (防止“学术造假”)."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.names import spelt

_NAMED = re.compile(r"《([^《》]+(?:〈[^〈〉]*〉[^《》]*)?)》")
_BEFORE_A_PLACE = re.compile(r"(?:在|于|被|由)$")
_AFTER_A_PLACE = re.compile(
    r"^\s*(?:杂志|期刊|第?\s*\d{0,4}\s*[年第卷期〔（(]|刊发|刊登|刊载|采用|采纳|转载|登载|头版|理论版)"
)
_PUBLISHES = re.compile(r"^\s*(?:上|头版)?\s*(?:发表|发布)了?[^《》，。；、]{0,8}《([^《》]+)》")
"""《检察日报》发表《论认罪认罚》: what publishes stands first."""
_QUOTES = ' \t\u3000《》“”"「」『』'
_PERIODICAL_ENDS = (
    "报", "学刊", "月刊", "季刊", "周刊", "论坛", "杂志", "评论", "动态", "简报", "信息", "内参", "专刊",
)  # fmt: skip


SHORT = 6
"""No longer is the name of a periodical that does not sound like one (《中国法学》, 《人民检察》)."""

SHORTER = 4
"""No longer is the name of one that only the order of words tells: 《人民检察》发表《论量刑建议》."""


class Clash(StrEnum):
    """What is odd about claims of one paper: nothing alone is wrong before somebody looked."""

    TWICE = "twice"
    """One person, one paper, several events."""
    SAME_PLACE = "same_place"
    """Several people say that they stand at the same place in the order of its authors."""
    BY_SEVERAL = "by_several"
    """Several people claim it, and not all of them say which author they are."""
    JOINT = "joint"
    """Several people claim it, each at a place of their own: a joint paper, to be looked at once."""


class Paper(NamedTuple):
    """A paper by its title and where it appeared; compared as names are, without spaces, width or case."""

    title: str
    periodical: str | None = None

    def key(self) -> str:
        """What the same paper has in common: its title. Where it appeared is often left out, so it only parts."""
        return spelt(self.title)

    def may_be(self, other: "Paper") -> bool:
        """Whether both can be one paper: one title, and no two different periodicals."""
        mine, theirs = (spelt(each.periodical or "") for each in (self, other))
        return self.key() == other.key() and (not mine or not theirs or mine == theirs)


class Author(NamedTuple):
    """Who claims a paper, and at which place in the order of its authors (1: first; None: not said)."""

    code: str
    place: int | None = None


def typed(title: str, periodical: str | None) -> Paper:
    """The paper of a field of its own: 论认罪认罚 as well as 《论认罪认罚》, and what stands round it let go."""
    named = papers_in(title)
    place = (periodical or "").strip(_QUOTES) or (named[0].periodical if named else None)
    return Paper(named[0].title if named else title.strip(_QUOTES), place)


def papers_in(reason: str) -> tuple[Paper, ...]:
    """The papers that a reason names in 《…》; a name that is where a paper appeared belongs to the paper beside it."""
    titles: list[str] = []
    periodical = None
    for found in _NAMED.finditer(reason):
        name = found[1].strip()
        if _is_periodical(name, reason[: found.start()], reason[found.end() :]):
            periodical = periodical or name
        elif name:
            titles.append(name)
    return tuple(Paper(title, periodical) for title in dict.fromkeys(titles))


def _is_periodical(name: str, before: str, after: str) -> bool:
    """A name said to be a place (在《…》), that also sounds like one or is short as such names are."""
    alone = "《" not in before and "《" not in after
    said = _BEFORE_A_PLACE.search(before) or (not alone and _AFTER_A_PLACE.search(after))
    publishes = _PUBLISHES.search(after)
    if publishes is not None and not publishes[1].endswith(_PERIODICAL_ENDS):
        return name.endswith(_PERIODICAL_ENDS) or len(name) <= SHORTER
    if before.endswith("》发表"):  # 《论认罪认罚》发表《检察日报》, where 于 was left out
        return name.endswith(_PERIODICAL_ENDS)
    return bool(said) and (name.endswith(_PERIODICAL_ENDS) or len(name) <= SHORT)


def clash(authors: Iterable[Author]) -> Clash | None:
    """What is odd when these all claim one paper; None while there is only one claim."""
    claims = list(authors)
    if len(claims) < 2:
        return None
    if len({each.code for each in claims}) < len(claims):
        return Clash.TWICE
    places = [each.place for each in claims if each.place is not None]
    if len(set(places)) < len(places):
        return Clash.SAME_PLACE
    return Clash.JOINT if len(places) == len(claims) else Clash.BY_SEVERAL
