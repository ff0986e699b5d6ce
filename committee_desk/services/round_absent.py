"""Who did not take part, as it is typed from the sign-in sheet at closing: by number or by name."""

from collections.abc import Callable, Collection, Iterable, Iterator

from committee_desk.domain.names import spelt
from committee_desk.domain.rounds import Round
from committee_desk.domain.said import said
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_people import roster_of
from committee_desk.services.round_refusals import AbsentUnknown

LONGEST = 40
"""So much of what was typed is said back."""


def absent_of(uow: UnitOfWork, given: Round, typed: Collection[str]) -> frozenset[str]:
    """The codes of those who are meant; AbsentUnknown where one is nobody's who may rate in the round.

    A closing is not undone: who is dropped from it unseen would be said to have taken part.
    """
    if not typed:
        return frozenset()
    raters = [each.code for each in uow.rounds.people(given.year, given.number) if each.ballot_class is not None]
    roster = roster_of(uow, given.year)
    called = {code: (spelt(code), spelt(roster.name(code))) for code in raters}

    def meant(text: str) -> list[str]:
        by_code = [code for code, (number, _) in called.items() if spelt(text) == number]
        return by_code or [code for code, (_, name) in called.items() if spelt(text) == name]

    def one_of(text: str) -> str:
        match meant(text):
            case [code]:
                return code
            case several:
                options = tuple(f"{roster.name(code)}（{code}）" for code in several)
                raise AbsentUnknown(given.label, said(text[:LONGEST], "round_title"), options)

    return frozenset(map(one_of, _single(typed, meant)))


def _single(typed: Iterable[str], meant: Callable[[str], Collection[str]]) -> Iterator[str]:
    """Each person that was typed. 张　三 is one; L01 L02 are two."""
    for text in typed:
        if meant(text):
            yield text
        else:
            yield from text.split()
