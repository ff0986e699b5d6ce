"""Who is meant by a name that was typed at an official act, and whether he has a part in what the act is about.

A name is typed as 王伟, by code as J003, as 王伟（J003）, which tells namesakes apart, with what one is (王伟同志,
第一检察部王伟), beside others (范伟雪和王伟), by the surname alone (闫检察长), or not at all (本人). Whom the act is
about and relatives stand aside under every spelling (公务员法 76): this is the one rule for all acts.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from committee_desk.domain.evaluations import JOINED, compared, named_in, stands_inside
from committee_desk.domain.names import is_surname, spelt, surnames_of
from committee_desk.domain.people import Stay
from committee_desk.domain.relationships import Kin

SEVERAL = re.compile(r"[、，,;；/]")
"""What parts several names in one field."""
_IN_BRACKETS = re.compile(r"(.+?)\s*[(（]\s*(.*?)\s*[)）]?\s*")
_AT_WORK = re.compile(r"^[老小](?=.{1,2}$)|(?<=^.)(?:某+|副?检)$|(?<=^..)副?检$")
"""What is said before or after a surname instead of the name."""
_POINTED_AT = "本人|当事人|申请人|异议人|申诉人|被考核人|同上|同前|某|自己|[我他她]"
_POINTS = re.compile(f"(?:{_POINTED_AT})+")
_NOBODY = re.compile(
    f"(?:{_POINTED_AT}|检察长|副|专职|委员|主任|检察官|助理|书记员|同志|组长|老师|部长|处长|科长|负责人|先生|女士)+"
)
"""Words that point at somebody, or say what he is, and name nobody."""
_FOUR = 4
"""A word of so many characters is seldom a name alone: where it begins or ends with one, it may mean its bearer."""

People = Mapping[str, Stay]


class Part(StrEnum):
    """Why somebody stands aside: it is about himself, about a relative, or nobody can tell who is meant."""

    SELF = "self"
    KIN = "kin"
    UNCLEAR = "unclear"


class Aside(NamedTuple):
    """Somebody typed who stands aside: for whom (a code), or whom the text may mean."""

    why: Part
    who: str
    of: str = ""
    options: tuple[str, ...] = ()


class _Word(NamedTuple):
    """One name of the text as it is told back, its spellings, and the codes of everybody who bears it.

    What stands in brackets may be a name, or what somebody is.
    """

    told: str
    spellings: frozenset[str]
    codes: tuple[str, ...]
    in_brackets: bool = False


def aside(kin: Kin, people: People, typed: str, about: Iterable[str | None]) -> Aside | None:
    """Who of the typed people stands aside from an act about these; None where nobody does.

    Several of one name, of whom one has a part in it, cannot be told apart; nor can a surname alone, or 本人.
    """
    concerned, words = tuple(each for each in about if each), tuple(_words(people, typed))
    if concerned and any(each.strip() and not _NOBODY.sub("", spelt(each)) for each in SEVERAL.split(typed)):
        return Aside(Part.UNCLEAR, typed, options=options_of(people, concerned))
    for word in words:
        if len(word.codes) > 1 and any(_has_part(kin, code, concerned) for code in word.codes):
            return Aside(Part.UNCLEAR, word.told, options=options_of(people, word.codes))
    for word in words:
        if found := _aside(kin, people, word, concerned):
            return found
    return _perhaps(kin, people, typed, concerned, words)


def _aside(kin: Kin, people: People, word: _Word, concerned: Collection[str]) -> Aside | None:
    for code in word.codes:
        who = options_of(people, (code,))[0] if spelt(word.told) == spelt(code) else word.told
        if code in concerned:
            return Aside(Part.SELF, who, code)
        for other in concerned:
            name, names = people[code].name, (people[other].name,) if other in people else ()
            if kin.between(code, other) or kin.of_namesakes((code, name), (other, names)):
                return Aside(Part.KIN, who, other)
    for other in concerned:
        if word.spellings & compared(kin.outside(other)):
            return Aside(Part.KIN, word.told, other)
    return None


def _perhaps(kin: Kin, people: People, typed: str, concerned: Collection[str], words: Iterable[_Word]) -> Aside | None:
    """Whom of those that stand aside a surname, or a longer word, may mean where it names nobody of the desk."""
    apart = [code for each in concerned for code in (each, *kin.of(each)) if code in people]
    known = {f"{people[code].name}（{code}）": people[code].name for code in apart}
    known |= {name: name for each in concerned for name in kin.outside(each)}
    strange = {each for word in words if not word.codes for each in word.spellings}
    strange |= {surname for part in SEVERAL.split(typed) if not meant_by(people, part) for surname in surnames_in(part)}
    options = tuple(
        told
        for told, name in known.items()
        if surnames_of(name) & strange or any(_may_mean(each, spelt(name)) for each in strange)
    )
    return Aside(Part.UNCLEAR, typed, options=options) if options else None


def _may_mean(word: str, name: str) -> bool:
    """Whether a longer word may mean whose name it holds: 第一检察部薛一红, 李平转交, 李平3."""
    at_an_end = word != name and len(name) > 1 and not name.isascii() and (word.startswith(name) or word.endswith(name))
    return stands_inside(word, name) or (at_an_end and (len(word) >= _FOUR or word.replace(name, "", 1).isascii()))


def may_be(people: People, typed: str, name: str) -> bool:
    """Whether who is typed may be the bearer of that name: by any spelling, by the surname alone, or as 本人."""
    called_so = surnames_in(typed) & surnames_of(name)
    return bool(called_so or _POINTS.fullmatch(spelt(typed)) or one_person(people, typed, name))


def names_somebody(text: str) -> bool:
    """Whether a name stands there, and not a call alone that several answer to: 本人, 检察长, 周主任, 老周."""
    bare = _NOBODY.sub("", spelt(text))
    return len(bare) > 1 and not surnames_in(text)


def called(people: People, typed: str) -> tuple[str, ...]:
    """The codes of everybody whom the bare text may mean: a name, a code, a name with a code or department."""
    match, codes = _IN_BRACKETS.fullmatch(typed), {spelt(code): code for code in people}
    named = tuple(code for code, stay in people.items() if spelt(stay.name) == spelt(_name_of(typed)))
    code = codes.get(spelt(match[2])) if match else None
    if code is not None:
        return (code,) if code in named else tuple(dict.fromkeys((code, *named)))
    alone = codes.get(spelt(_name_of(typed)))
    return named or ((alone,) if alone is not None else ())


def meant_by(people: People, typed: str) -> tuple[str, ...]:
    """The codes of everybody whom the text may mean, dressed as it may be: 周敏, 周敏同志, J003, 王伟（J003）."""
    return tuple(dict.fromkeys(code for word in _words(people, typed) for code in word.codes))


def of_the_desk(people: People, typed: str) -> tuple[str, ...]:
    """The people of the desk for whom a name without code would be taken: 赵晓英, 赵晓英同志, 赵晓英（J003）.

    Where the name says to what it belongs, 王伟（省院）, it is a stranger's of the colleague's name.
    """
    apart = _IN_BRACKETS.fullmatch(typed) is not None and _beside(people, typed)
    return () if apart else options_of(people, meant_by(people, typed))


def keys_of(people: People, typed: str) -> frozenset[str]:
    """Whom the text means, dressed as it may be: the same person has the same key under any spelling."""
    words = (word for word in _words(people, typed) if word.codes or not word.in_brackets)
    keys = {key for word in words for key in word.codes or word.spellings}
    return frozenset(keys or {spelt(typed)})


def twice_named(people: People, typed: Iterable[str]) -> tuple[str, str] | None:
    """Two of the names that mean one person, as they stand there: 周敏 and J003; None where each is somebody else's."""
    named = [word for each in typed for word in _joined(people, each)]
    return next(((one, other) for one, other in combinations(named, 2) if one_person(people, one, other)), None)


def one_person(people: People, one: str, other: str) -> bool:
    """Whether two names mean, or may mean, the same: 周敏 and J003, 周敏 and 政治部周敏; not 王芳 and 王芳芳."""
    if keys_of(people, one) & keys_of(people, other):
        return True
    short, long = sorted((spelt(one), spelt(other)), key=len)
    return len(short) > 1 and short in long and not (called(people, one) and called(people, other))


def _joined(people: People, typed: str) -> tuple[str, ...]:
    """Names that a 和 joins, each alone, where each is somebody of the desk: 周敏和王伟, but no 李和平."""
    parts = tuple(each.strip() for each in JOINED.split(typed))
    return parts if all(meant_by(people, each) for each in parts) else (typed,)


def surnames_in(text: str) -> frozenset[str]:
    """The surnames that stand there alone, as one is called at work: 闫检察长, 老闫, 闫某某, 闫检.

    Nobody's whole name is one; what a name has before and behind a 和 is none either (李和平).
    """
    pieces = (text, *(each for each in JOINED.split(spelt(text)) if not is_surname(each)))
    bare = (_AT_WORK.sub("", word) for each in pieces for word in (spelt(each), *named_in(each)[:1]))
    return frozenset(filter(is_surname, bare))


def options_of(people: People, codes: Iterable[str]) -> tuple[str, ...]:
    """People as they are told apart: 王伟（J003）."""
    return tuple(f"{people[code].name}（{code}）" if code in people else code for code in codes)


def _words(people: People, typed: str) -> Iterator[_Word]:
    for part in filter(None, (each.strip() for each in SEVERAL.split(typed))):
        if codes := called(people, part):
            bare = (_name_of(part), *(people[code].name for code in codes))
            yield _Word(part, compared(bare), codes)
        else:
            words = named_in(_name_of(part)) or (spelt(part),)
            for word in words:
                codes = _bearing(people, word)
                told = part if len(words) == 1 else people[codes[0]].name if len(codes) == 1 else word
                yield _Word(told, frozenset({word}), codes)
        for each in _words(people, _beside(people, part)):
            yield each._replace(in_brackets=True)


def _bearing(people: People, word: str) -> tuple[str, ...]:
    return tuple(code for code, stay in people.items() if word in compared((stay.name, code)))


def _beside(people: People, part: str) -> str:
    """What stands in brackets behind a name and is no code: a department, or somebody else."""
    match = _IN_BRACKETS.fullmatch(part)
    inside = match[2] if match else ""
    return "" if spelt(inside) in {spelt(code) for code in people} and called(people, part) else inside


def _has_part(kin: Kin, code: str, concerned: Collection[str]) -> bool:
    return code in concerned or any(kin.between(code, other) is not None for other in concerned)


def _name_of(typed: str) -> str:
    match = _IN_BRACKETS.fullmatch(typed)
    return match[1] if match else typed
