"""Who does not examine a challenged figure: whoever produced it, applied, is the matter, a relative, or the head; and
whose own figure it is, with the relatives.

Everything is derived from what the desk holds, and names are compared as people write them (公务员法 76).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from committee_desk.domain.evaluations import Handler, compared, named_in, own_reviewer
from committee_desk.domain.leading import LeaderKind, heads_by_post
from committee_desk.domain.names import spelt
from committee_desk.domain.people import Stay
from committee_desk.domain.proceedings import FEWEST_EXAMINERS, Challenge, Examiner, FactChange
from committee_desk.domain.said import said
from committee_desk.services.marks import LeadersOfYear
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_producers import producers_of
from committee_desk.services.proceeding_refusals import (
    ExaminerBarred,
    ExaminerTwice,
    ExaminerUnclear,
    TooFewExaminers,
)
from committee_desk.services.proceeding_touched import touched
from committee_desk.services.proceeding_views import Bar, BarKind
from committee_desk.services.relations import kin_of
from committee_desk.services.typed_people import SEVERAL, People, meant_by, options_of, surnames_in

_OF_THE_OFFICE = re.compile("^[本我]院")
"""Before a post or department: 本院检察长."""


def bars_of(  # noqa: PLR0913 - in what year, among whom, what is challenged and was found, by and about whom
    uow: UnitOfWork,
    year: int,
    people: People,
    challenged: Iterable[Challenge],
    code: str,
    *about: str,
    changes: Iterable[FactChange] = (),
) -> tuple[Bar, ...]:
    """Everybody who must not examine, and why; the first reason of each stands first."""
    challenged, parties = tuple(challenged), tuple(dict.fromkeys((code, *about)))
    found = [Bar(BarKind.APPLICANT, _name(people, code), code)]
    found += [Bar(BarKind.ABOUT, _name(people, each), each) for each in parties[1:]]
    leaders = LeadersOfYear(uow, year)
    for each in parties:
        found += _relatives(uow, people, each)
        found += _heads(leaders, people, each)
    for owner, figure in touched(uow, challenged, changes).items():
        if owner not in parties:
            found += [Bar(BarKind.OWN, _name(people, owner), owner, figure), *_relatives(uow, people, owner)]
    for challenge in challenged:
        for text in dict.fromkeys(producers_of(uow, year, leaders, challenge)):
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


def _examiner(people: People, typed: str, bars: Sequence[Bar]) -> Examiner:
    meant = meant_by(people, typed) or _bearing(people, typed)
    if len(meant) > 1:
        raise ExaminerUnclear(typed, options_of(people, meant))
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
    """Whom a surname may mean, as one is called at work."""
    alone = surnames_in(typed)
    return options_of(people, (code for code, stay in people.items() if spelt(stay.name)[:1] in alone))


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


def _name(people: People, code: str) -> str:
    return people[code].name if code in people else code
