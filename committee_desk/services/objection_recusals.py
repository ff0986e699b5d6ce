"""Who stands aside at the objection counter (公务员法 76): who objects, whom it is about, and their relatives.

Whoever takes or decides is typed as at a meeting: 王伟, by code as J003, or as 王伟（J003）, which tells namesakes
apart. What stands in brackets and is no code (a department) makes nobody another person.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from committee_desk.domain.names import spelt
from committee_desk.domain.people import Stay
from committee_desk.domain.relationships import Kin
from committee_desk.services.objection_refusals import ReceiverIsKin, ReceiverIsObjector, ReceiverUnclear
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.relations import kin_of

_IN_BRACKETS = re.compile(r"(.+?)\s*[(（]\s*(.*?)\s*[)）]?\s*")
SEVERAL = re.compile(r"[、，,;；/]")
"""What parts several names in one field."""


class _Paper(NamedTuple):
    """What a refusal is about: a paper by its number, where it has one; an application, or an objection."""

    label: str
    application: bool


def require_receiver_apart(
    uow: UnitOfWork, people: Mapping[str, Stay], typed: str, about: Iterable[str], *, application: bool = False
) -> str:
    """Who took the paper, by name; refused where that is somebody with a part in it, or may be."""
    concerned, kin = tuple(each for each in about if each), kin_of(uow)
    for each in SEVERAL.split(typed):
        meant = called(people, each)
        if len(meant) > 1 and any(_has_part(kin, code, concerned) for code in meant):
            options = tuple(f"{people[code].name}（{code}）" for code in meant)
            raise ReceiverUnclear(each, options, application=application)
        _refuse(kin, people, each, meant, concerned, _Paper("", application))
    meant = called(people, typed)
    by_code = len(meant) == 1 and spelt(typed) == spelt(meant[0])
    return people[meant[0]].name if by_code else typed


def require_no_part(  # noqa: PLR0913 - who, as what people, about whom, in which paper
    uow: UnitOfWork,
    people: Mapping[str, Stay],
    name: str,
    about: Iterable[str | None],
    label: str,
    *,
    application: bool = False,
) -> None:
    """Refuse who decides about an objection of his own, one about himself, or about a relative's."""
    paper, concerned = _Paper(label, application), tuple(each for each in about if each)
    _refuse(kin_of(uow), people, name, called(people, name), concerned, paper)


def _refuse(  # noqa: PLR0913, PLR0917 - who, as what people, about whom, in which paper
    kin: Kin, people: Mapping[str, Stay], typed: str, meant: Collection[str], concerned: Collection[str], paper: _Paper
) -> None:
    for code in meant:
        said = f"{people[code].name}（{code}）" if spelt(typed) == spelt(code) else typed
        if code in concerned:
            raise ReceiverIsObjector(said, paper.label, application=paper.application)
        for other in concerned:
            if kin.between(code, other) is not None:
                raise _is_kin(said, other, people, paper)
    names, plain = {code: (stay.name,) for code, stay in people.items()}, _name_of(typed)
    for other in concerned:
        by_name = any(spelt(each) == spelt(plain) for each in kin.outside(other))
        if by_name or (not meant and kin.of_name(plain, other, names) is not None):
            raise _is_kin(typed, other, people, paper)


def _is_kin(who: str, other: str, people: Mapping[str, Stay], paper: _Paper) -> ReceiverIsKin:
    relative = people[other].name if other in people else other
    return ReceiverIsKin(who, relative, paper.label, application=paper.application)


def _has_part(kin: Kin, code: str, concerned: Collection[str]) -> bool:
    return code in concerned or any(kin.between(code, other) is not None for other in concerned)


def called(people: Mapping[str, Stay], typed: str) -> tuple[str, ...]:
    """The codes of everybody whom the text may mean."""
    match, codes = _IN_BRACKETS.fullmatch(typed), {spelt(code): code for code in people}
    named = tuple(code for code, stay in people.items() if spelt(stay.name) == spelt(_name_of(typed)))
    code = codes.get(spelt(match[2])) if match else None
    if code is not None:
        return (code,) if code in named else tuple(dict.fromkeys((code, *named)))
    alone = codes.get(spelt(_name_of(typed)))
    return named or ((alone,) if alone is not None else ())


def _name_of(typed: str) -> str:
    match = _IN_BRACKETS.fullmatch(typed)
    return match[1] if match else typed
