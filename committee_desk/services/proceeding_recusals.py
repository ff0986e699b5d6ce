"""Who does not examine a challenged figure: whoever produced it, applied, is the matter, a relative, or the head.

Everything is derived from what the desk holds, and names are compared as people write them (公务员法 76).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from committee_desk.domain.evaluations import Handler, compared, named_in, own_reviewer
from committee_desk.domain.leading import LeaderKind, heads_by_post
from committee_desk.domain.names import spelt
from committee_desk.domain.people import Stay
from committee_desk.domain.proceedings import FEWEST_EXAMINERS, Challenge, ChallengeKind, Examiner
from committee_desk.domain.rounds import RoundState
from committee_desk.domain.said import said
from committee_desk.domain.scheme import CASE_RULES, RuleKind
from committee_desk.services.history_views import NATURAL_KEYS, FactKind, Version
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.marks import LeadersOfYear
from committee_desk.services.objection_recusals import SEVERAL, called
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_refusals import (
    ExaminerBarred,
    ExaminerTwice,
    ExaminerUnclear,
    TooFewExaminers,
)
from committee_desk.services.proceeding_views import Bar, BarKind
from committee_desk.services.relations import kin_of
from committee_desk.services.year_schemes import scheme_of

_TYPED = ("evaluations.", "override.", "marks.", "events.", "proceeding.")
"""Whoever acted so wrote the figure himself; a workbook of reviews was read in, and is others' work."""
_AT_WORK = re.compile(r"^[老小](?=.$)|(?<=^.)(?:某+|副?检)$")
"""What is said before or after a surname instead of the name."""
_OF_THE_OFFICE = re.compile("^[本我]院")
"""Before a post or department: 本院检察长."""

People = Mapping[str, Stay]


def bars_of(
    uow: UnitOfWork, year: int, people: People, challenged: Iterable[Challenge], code: str, *about: str
) -> tuple[Bar, ...]:
    """Everybody who must not examine, and why; the first reason of each stands first."""
    found = [Bar(BarKind.APPLICANT, _name(people, code), code)]
    found += [Bar(BarKind.ABOUT, _name(people, each), each) for each in dict.fromkeys(about) if each != code]
    leaders = LeadersOfYear(uow, year)
    for each in dict.fromkeys((code, *about)):
        found += _relatives(uow, people, each)
        found += _heads(leaders, people, each)
    for challenge in challenged:
        for text in dict.fromkeys(_producers(uow, year, leaders, challenge)):
            found += _producing(people, text, challenge.label)
    return tuple({(each.code or spelt(each.name), each.kind, each.of): each for each in found}.values())


def examining(people: People, typed: Sequence[str], bars: Sequence[Bar]) -> tuple[Examiner, ...]:
    """The examiners as they were typed; refused where one is barred or cannot be told, or where fewer than two are."""
    named = [said(part, "member_name") for each in typed for part in SEVERAL.split(each)]
    found: dict[str, Examiner] = {}
    for each in filter(None, named):
        examiner = _examiner(people, each, bars)
        key = examiner.code or spelt(examiner.name)
        if key in found:
            raise ExaminerTwice(examiner.name)
        found[key] = examiner
    if len(found) < FEWEST_EXAMINERS:
        raise TooFewExaminers(len(found))
    return tuple(found.values())


def require_unbarred(people: People, examiners: Iterable[Examiner], bars: Sequence[Bar]) -> None:
    """Refuse examiners who are barred by what turned up since they were named."""
    for each in examiners:
        _examiner(people, f"{each.name}（{each.code}）" if each.code else each.name, bars)


def meant_by(people: People, typed: str) -> tuple[str, ...]:
    """The codes of everybody whom the text may mean, titles and all: 周敏, 周敏同志, J003, 王伟（J003）."""
    if codes := called(people, typed):
        return codes
    words = frozenset(named_in(typed))
    return tuple(code for code, stay in people.items() if compared((stay.name, code)) & words)


def _examiner(people: People, typed: str, bars: Sequence[Bar]) -> Examiner:
    meant = meant_by(people, typed) or _bearing(people, typed)
    if len(meant) > 1:
        raise ExaminerUnclear(typed, tuple(f"{people[code].name}（{code}）" for code in meant))
    if not meant and (maybe := _surnamed(people, typed)):
        raise ExaminerUnclear(typed, maybe)
    if meant:
        stay = people[meant[0]]
        for bar in bars:
            if bar.code == stay.code or (bar.code is None and _same(bar.name, stay.name)):
                raise ExaminerBarred(f"{stay.name}（{stay.code}）" if spelt(typed) == spelt(stay.code) else typed, bar)
        return Examiner(stay.name, stay.code)
    for bar in bars:
        like = own_reviewer(typed, [Handler(bar.code or bar.name, frozenset({bar.name}))])
        if like is not None and like.certain:
            raise ExaminerBarred(typed, bar)
        if like is not None:
            raise ExaminerUnclear(typed, (bar.name,))
    return Examiner(typed)


def _surnamed(people: People, typed: str) -> tuple[str, ...]:
    """Whom a surname may mean, as one is called at work: 闫检察长, 老闫, 闫某某, 闫检. Nobody's whole name is one."""
    bare = (_AT_WORK.sub("", each) for each in (spelt(typed), *named_in(typed)))
    surnames = {each for each in bare if len(each) == 1}
    return tuple(f"{stay.name}（{code}）" for code, stay in people.items() if spelt(stay.name)[:1] in surnames)


def _same(one: str, other: str) -> bool:
    return bool(compared((one,)) & compared((other,))) or bool(compared((other,)) & frozenset(named_in(one)))


def _relatives(uow: UnitOfWork, people: People, code: str) -> Iterator[Bar]:
    kin, whose = kin_of(uow), _name(people, code)
    for other in kin.of(code):
        yield Bar(BarKind.KIN, _name(people, other), other, whose)
    for name in kin.outside(code):
        for meant in meant_by(people, name) or (None,):
            yield Bar(BarKind.KIN, name, meant, whose)


def _heads(leaders: LeadersOfYear, people: People, code: str) -> Iterator[Bar]:
    """The heads of the department; of a head himself, who has charge of it."""
    led = leaders.of(code)
    if led is None:
        return
    kind = LeaderKind.IN_CHARGE if led.heads else LeaderKind.HEAD
    for each, what in led.may.items():
        if what is kind:
            yield Bar(BarKind.HEAD, _name(people, each), each, _name(people, code))


def _producing(people: People, text: str, figure: str) -> Iterator[Bar]:
    for part in filter(None, SEVERAL.split(text)):
        meant = meant_by(people, part) or _bearing(people, part)
        for code in meant:
            yield Bar(BarKind.PRODUCER, _name(people, code), code, figure)
        if not meant:
            yield Bar(BarKind.PRODUCER, part.strip(), None, figure)


def _bearing(people: People, title: str) -> tuple[str, ...]:
    """Whoever a post or a department names: 政治部主任 is who heads the 政治部, 案管办 everybody there."""
    said_so = _OF_THE_OFFICE.sub("", spelt(title))
    return tuple(
        code
        for code, stay in people.items()
        if said_so in {spelt(each) for each in (stay.department, stay.post or "") if each}
        or (heads_by_post(stay.post) and said_so.startswith(spelt(stay.department)) and _is_post(said_so, stay))
    )


def _is_post(title: str, stay: Stay) -> bool:
    """Whether what is left of a title behind the department is the post: 主任 of 政治部主任, also as 部门主任."""
    rest, post = title.removeprefix(spelt(stay.department)), spelt(stay.post or "")
    return bool(rest) and post.removeprefix("部门") == rest


def _producers(uow: UnitOfWork, year: int, leaders: LeadersOfYear, challenge: Challenge) -> Iterator[str]:
    """Whoever produced the figure, as the desk has the name."""
    kind, key = challenge.kind, challenge.key
    if kind is ChallengeKind.REVIEW:
        yield from _reviewing(uow, key[:1])
    elif kind is ChallengeKind.LEADER_MARK:
        yield from _marking(uow, year, leaders, *key)
    elif kind is ChallengeKind.EVENT:
        yield from _registering(uow, dict(zip(NATURAL_KEYS[FactKind.EVENT], _as_kept(key), strict=False)))
    elif kind is ChallengeKind.SHARE:
        yield from _sharing(uow, {"number": key[0]})
    elif kind is ChallengeKind.BALLOTS:
        yield from _counting(uow, year, key[0])
    elif kind is ChallengeKind.INDICATOR:
        yield from _of_indicator(uow, year, leaders, *key)


def _of_indicator(uow: UnitOfWork, year: int, leaders: LeadersOfYear, code: str, indicator: str) -> Iterator[str]:
    led = leaders.of(code)
    found = scheme_of(uow, year, led.stay.category).indicator(indicator) if led else None
    if found is None:
        return
    if found.rule is RuleKind.LEDGER:
        yield from _registering(uow, {"code": code, "year": year, "indicator": indicator})
    elif found.rule is RuleKind.LEADER_MARKS:
        yield from _marking(uow, year, leaders, code)
    elif found.rule is RuleKind.BALLOTS:
        yield from _counting(uow, year, code)
    elif found.rule in CASE_RULES:
        cases = uow.history.versions(FactKind.CASE_SHARE, {"code": code, "year": year})
        yield from (name for each in cases for name in _hands(each))
        if found.rule is RuleKind.CASE_REVIEW:
            yield from _reviewing(uow, frozenset(str(each.key[0]) for each in cases))


def _reviewing(uow: UnitOfWork, numbers: Iterable[str]) -> Iterator[str]:
    for each in uow.history.versions(FactKind.REVIEW, {"number": frozenset(numbers)}):
        yield str(each.values["reviewer"] or "")
        yield from _hands(each)


def _marking(uow: UnitOfWork, year: int, leaders: LeadersOfYear, code: str, rater: str | None = None) -> Iterator[str]:
    for each in uow.marks.of_year(year, code):
        if rater in {None, each.rater}:
            yield from leaders.given_by(each)
            yield each.rater
    for version in uow.history.versions(FactKind.LEADER_MARK, {"code": code, "year": year}):
        if rater in {None, version.key[1]}:
            yield str(version.key[1])
            yield from _hands(version)


def _registering(uow: UnitOfWork, limits: Mapping[str, object]) -> Iterator[str]:
    """Of an event whoever approved it, typed it or read it in."""
    for each in uow.history.versions(FactKind.EVENT, limits):
        yield str(each.values["approver"] or "")
        yield from _hands(each, everybody=True)


def _sharing(uow: UnitOfWork, limits: Mapping[str, object]) -> Iterator[str]:
    for each in uow.history.versions(FactKind.CASE_SHARE, limits):
        yield from _hands(each)


def _counting(uow: UnitOfWork, year: int, code: str) -> Iterator[str]:
    """Whoever read the slips in, and whoever counted a batch of a round that rated the person."""
    for each in uow.imports.history():
        if each.kind == Kind.BALLOTS and each.year == year:
            yield each.actor
    for held in uow.rounds.of_year(year):
        if held.state is RoundState.CLOSED and any(
            person.rated and person.code == code for person in uow.rounds.people(year, held.number)
        ):
            for batch in uow.rounds.batches(year, held.number):
                yield from (name for name in (batch.typed_by, batch.compared_by, batch.settled_by) if name)


def _hands(version: Version, *, everybody: bool = False) -> Iterator[str]:
    """Who wrote a figure by hand, and who confirmed it."""
    if everybody or version.brought.verb.startswith(_TYPED):
        yield version.brought.actor
        yield version.brought.authority or ""


def _as_kept(key: tuple[str, ...]) -> tuple[object, ...]:
    """An event's key with its day as a day."""
    return (*key[:2], date.fromisoformat(key[2]), *key[3:])


def _name(people: People, code: str) -> str:
    return people[code].name if code in people else code
