"""Search: people by code, name or pinyin, cases by number or title, objections by number or whose they are."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Protocol

from committee_desk.domain.roles import Right
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.views import Hit

MOST = 50
_READINGS_A_NAME = 64


class FoundPerson(NamedTuple):
    """Somebody whom search can find: latest name and department, and the last day they were there."""

    code: str
    name: str
    department: str
    last_day: date


class SearchBook(Protocol):
    """Everything that has a name or a number."""

    def people(self) -> tuple[FoundPerson, ...]:
        """Everybody ever recorded, by code."""
        ...

    def cases(self, text: str, limit: int) -> tuple[Hit, ...]:
        """Cases whose number or title holds the text, newest first."""
        ...


class Search:
    """Finds what has a name or a number."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    @allowed(Right.SEE_DESK)
    def __call__(self, text: str, year: int) -> tuple[Hit, ...]:
        """At most fifty hits: people first, those of the year before those who had left by then, objections, cases.

        Only what who sits here may see is found.
        """
        wanted = "".join(text.split())
        if not wanted:
            return ()
        rights = self._seat.rights()
        with self._open.reading() as uow:
            everybody = uow.search.people() if Right.SEE_PEOPLE in rights else ()
            found = [person for person in everybody if _matches(person, wanted.casefold())]
            found.sort(key=lambda person: (person.last_day.year < year, person.code.casefold() != wanted.casefold()))
            hits = [Hit("person", person.code, person.name, _detail(person)) for person in found[:MOST]]
            if Right.SEE_OBJECTIONS in rights:
                hits += _objections(uow, year, wanted.casefold(), everybody)
                del hits[MOST:]
            room = MOST - len(hits) if Right.SEE_CASES in rights else 0
            return (*hits, *uow.search.cases(wanted, room)) if room else tuple(hits)


def _objections(uow: UnitOfWork, year: int, wanted: str, everybody: Iterable[FoundPerson]) -> Iterable[Hit]:
    """The year's objections whose number holds what is wanted, or whose objector is who is wanted."""
    named = {person.code: person for person in everybody}
    for held in uow.objections.of_year(year):
        objector = named.get(held.code)
        if wanted in held.label.casefold() or (objector is not None and _matches(objector, wanted)):
            name = objector.name if objector is not None else held.code
            yield Hit("objection", str(held.number), held.label, f"{name} · {held.received:%Y-%m-%d}")


def _detail(person: FoundPerson) -> str:
    return f"{person.code} · {person.department}"


def _matches(person: FoundPerson, wanted: str) -> bool:
    if wanted in person.code.casefold() or wanted in person.name.casefold():
        return True
    return wanted.isascii() and wanted.isalpha() and any(wanted in reading for reading in readings(person.name))


@lru_cache(maxsize=65_536)
def readings(name: str) -> tuple[str, ...]:
    """Initials and whole pinyin of a name: zs and zhangsan for 张三; a surname of several readings by each of them."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - its dictionaries load only when somebody types letters

    syllables = pinyin(name, style=Style.NORMAL, heteronym=True, errors=str.casefold)
    readings: list[tuple[str, ...]] = [()]
    for heard in syllables:
        readings = [(*before, each) for before in readings for each in heard][:_READINGS_A_NAME]
    return tuple({*_initials(readings), *("".join(reading) for reading in readings)})


@lru_cache(maxsize=4096)
def spoken(words: str) -> tuple[str, ...]:
    """Initials and whole pinyin of words as they are read: gzt and gongzuotai for 工作台, and no rarer reading."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - as above

    syllables = tuple(lazy_pinyin(words, errors=str.casefold))
    return "".join(each[:1] for each in syllables), "".join(syllables)


def _initials(readings: Iterable[tuple[str, ...]]) -> set[str]:
    return {"".join(syllable[:1] for syllable in reading) for reading in readings}
