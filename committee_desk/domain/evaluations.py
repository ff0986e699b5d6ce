"""一案一评: what an evaluation holds beyond its marks, who may not review, and why a court's outcome is looked into."""

import re
from collections.abc import Container, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from committee_desk.domain.cases import Review
from committee_desk.domain.names import spelt

FULL = {"substance": Decimal(60), "procedure": Decimal(40)}
"""实体 60 and 程序 40: the whole of an evaluation."""

ITEMS = {
    "substance": ("证据审查与收集", "事实认定", "法律适用", "法律监督"),
    "procedure": ("办案程序", "法律文书", "办案规范"),
}
"""What a review looks at, by side. An evaluation may name others."""


class Item(NamedTuple):
    """One item of an evaluation: on which side it lies, what it took off, and what is said of it."""

    side: str
    name: str
    lost: Decimal
    note: str = ""


class Finding(NamedTuple):
    """What process monitoring (流程监控) found, with the number of its notice where there is one."""

    number: str
    text: str


class Evaluation(NamedTuple):
    """One case's evaluation: the review as it scores, and what explains it."""

    review: Review
    items: tuple[Item, ...] = ()
    findings: tuple[Finding, ...] = ()
    reply: str | None = None
    replied: date | None = None


class Cause(StrEnum):
    """Why a case ended in acquittal or exemption from punishment, as the committee found."""

    FAULT = "失误"
    EVIDENCE = "证据变化"
    LAW = "法律分歧"


class CauseFinding(NamedTuple):
    """The committee's finding on such a case: the cause, its decision's number and day, and the reason."""

    number: str
    cause: Cause
    decision: str
    day: date
    reason: str


_ACQUITTED = re.compile(r"(?<![非撤销])无罪(?!辩护|辩解|推定|意见|主张)")
_EXEMPTED = re.compile(r"(?<![不未])(?<!不予)免(?:予|于|除|去)?(?:刑事)?(?:处罚|处分|刑罚|刑(?!事))")


@lru_cache(maxsize=65_536)
def asks_for_cause(outcome: str | None) -> bool:
    """Whether a case's 处理结果 is an acquittal or an exemption from punishment, as real systems write it.

    判决无罪, 宣告无罪, 免予刑事处罚, 免于刑事处罚, 免除处罚 …; 无罪辩护 and 不予免除处罚 are none.
    """
    told = spelt(outcome or "")
    return bool(_ACQUITTED.search(told) or _EXEMPTED.search(told))


def lost_on(side: str, items: Iterable[Item]) -> Decimal:
    """What the items of that side took off together."""
    return sum((item.lost for item in items if item.side == side), Decimal(0))


def takes_points(review: Review, items: Iterable[Item] = ()) -> bool:
    """Whether the marks, or the items that explain them, take anything from the whole."""
    return any(getattr(review, side) < most for side, most in FULL.items()) or any(item.lost for item in items)


_LOST = re.compile(r"\s*([-−－]?)\s*(\d+(?:\.\d+)?)\s*分?[\s:：,，]*(.*)")
_NUMBERED = re.compile(r"(\S*号)[\s:：]+(.+)")


def item_typed(side: str, name: str, text: str) -> Item | None:
    """What a clerk types of an item, the points first: 2 证据目录不全; None where no points stand there.

    A sign stays: nobody knows whether −3 takes three points off or takes three points back.
    """
    read = _LOST.fullmatch(text)
    if read is None:
        return None
    lost = Decimal(read[2])
    return Item(side, name, -lost if read[1] else lost, read[3].strip())


def finding_typed(line: str) -> Finding:
    """A line of what process monitoring found: 流监〔2026〕3号 超期告知 is a numbered one."""
    read = _NUMBERED.fullmatch(line.strip())
    return Finding(read[1], read[2].strip()) if read else Finding("", line.strip())


_BETWEEN = re.compile(r"[、，,;；/／|:：\n]|(?<=[^\x00-\x7f])\s+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])\s+(?=[^\x00-\x7f])")
_BRACKETS = re.compile(r"[()（）\[\]【】]")
_STOPS = str.maketrans("", "", ".")
JOINED = re.compile("[和与及]")
"""What joins two names, or stands in one: 李四和平安, 李和平."""
_CODES = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]*")
_TITLE = (
    "(?:检察长|副检察长|专职委员|主任|副主任|检察官|助理|书记员|同志|评查员|评查人|组长|老师|一级|二级|三级|四级|高级"
    "|部长|副部长|处长|副处长|科长|副科长|负责人|员额|本人|先生|女士)"
)
_TITLES = re.compile(_TITLE + r"+$")
_TITLES_BEFORE = re.compile("^" + _TITLE + "+")
_AND_OTHERS = re.compile(r"等(?:[\d一二两三四五六七八九十]*(?:人|位|名|同志))?$")
LIKE_ENOUGH = 3
"""A name of so many characters is like another that differs in one of them, and is told inside another word."""
LONGER_THAN_A_NAME = 5
"""A word of so many characters is no name alone, so that even a short name inside it is one."""


@lru_cache(maxsize=65_536)
def named_in(text: str) -> tuple[str, ...]:
    """The people named in a reviewer's field, as they are compared: 张 三（J001）、李四 names three words."""
    told = _BRACKETS.sub("、", text)
    apart = [each for each in told.split() if len(each) > 1]  # 张三 李四 are two people, 张 三 is one
    between = (*_BETWEEN.split(told), *apart)
    joined = (part for each in between for part in JOINED.split(each))  # 李和平 is one name, 李四和平安 two
    words = (_named(each) for each in (*between, *joined, *_CODES.findall(told)))
    return tuple(dict.fromkeys(word for word in words if word))


def _named(word: str) -> str:
    """A word of the field without what is said before and after a name: 评查员薛一红同志等3人."""
    bare = _AND_OTHERS.sub("", _plain(word))
    return _TITLES_BEFORE.sub("", _plain(bare)) or bare


class Handler(NamedTuple):
    """Who handled a case: the code, and every name that it goes by."""

    code: str
    names: frozenset[str]


class Likeness(NamedTuple):
    """A handler who is, or may be, the reviewer. `certain` where code or name is the same."""

    code: str
    name: str
    certain: bool


def own_reviewer(text: str, handlers: Iterable[Handler], known: Container[str] = ()) -> Likeness | None:
    """The handler whom the reviewer's field names, or nearly names; None where it names somebody else.

    `known` are the codes of everybody on the desk, as `compared` gives them: a name that is only like a handler's is
    somebody else when their code stands beside it.
    """
    words = named_in(text)
    near: Likeness | None = None
    for handler in handlers:
        name = min(handler.names, default="")
        spellings = {_plain(each) for each in handler.names}
        if _plain(handler.code) in words or spellings & set(words):
            return Likeness(handler.code, name, certain=True)
        if any(_alike(word, each) or stands_inside(word, each) for word in words for each in spellings):
            near = near or Likeness(handler.code, name, certain=False)
    return None if any(word in known for word in words) else near


def compared(codes: Iterable[str]) -> frozenset[str]:
    """Codes as they are looked for in a reviewer's field."""
    return frozenset(map(_plain, codes))


@lru_cache(maxsize=65_536)
def _plain(name: str) -> str:
    told = spelt(name).translate(_STOPS)
    return _TITLES.sub("", told) or told


def stands_inside(word: str, name: str) -> bool:
    """Whether a longer word holds the name: 第一检察部薛一红. 张三丰 is no 张三."""
    least = LIKE_ENOUGH if len(word) < LONGER_THAN_A_NAME else 2
    return not name.isascii() and len(name) >= least and name in word


def _alike(one: str, other: str) -> bool:
    """Whether one may be a slip of the other: a character more, less or other, in names long enough to tell."""
    if one == other:
        return True
    if min(len(one), len(other)) < LIKE_ENOUGH or one.isascii() != other.isascii() or one.isascii():
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )
