"""Who enters the booth with which code, what a ballot may say there, and whom codes are made for."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Invalid, Slip, invalid_because, is_excellent
from committee_desk.domain.serials import Read, new_code, read_code, spelt
from committee_desk.services.booth_views import (
    BoothBallot,
    BoothHalfBlank,
    BoothLine,
    BoothLineRefused,
    BoothStranger,
    BoothTooManyExcellent,
    CodeMistyped,
    CodeOfAnotherRound,
    CodeUnknown,
    CodeUsed,
    NoCodesToMake,
    NoRater,
    NoRaterNamed,
    OwnLine,
    RaterCode,
    RaterHasVoted,
)
from committee_desk.services.round_file import TOGETHER, Code, Ledger
from committee_desk.services.round_open import OpenRound, line_of
from committee_desk.services.slip_reading import kept, slip_of, without_blanks
from committee_desk.services.slip_views import RatedLine

_COST = {"n": 2**10, "r": 8, "p": 1}
"""A code is no password: it is random, and good once. So much keeps it from being read off its hash by the way."""


@dataclass(frozen=True, slots=True, repr=False)
class Entered:
    """Whoever is in the booth now: nothing but memory knows."""

    here: OpenRound
    hashed: str
    person: str
    ballot_class: BallotClass

    @property
    def key(self) -> tuple[int, int]:
        """The round's year and number."""
        return self.here.held.year, self.here.held.number


def hashed(code: str, salt: bytes) -> str:
    """How a code is kept."""
    return hashlib.scrypt(code.encode("ascii"), salt=salt, dklen=32, **_COST).hex()


def entered(ledger: Ledger, here: OpenRound, typed: str, waiting: Collection[str]) -> Entered:
    """Who enters with that code; refused where it opens nothing, or was used."""
    code = spelt(typed)
    read = read_code(code, ledger.mark)
    if read is Read.MISTYPED:
        raise CodeMistyped(here.label)
    if read is Read.ANOTHER_ROUND:
        raise CodeOfAnotherRound(here.label)
    known = hashed(code, ledger.salt)
    whose = _good(ledger, here, known)
    if known in waiting:
        raise CodeUsed(here.label)
    return Entered(here, known, whose.person, whose.ballot_class)


def require_good(ledger: Ledger, who: Entered) -> None:
    """Refuse to cast with a code that another window replaced or took since it was entered."""
    _good(ledger, who.here, who.hashed)


def _good(ledger: Ledger, here: OpenRound, known: str) -> Code:
    whose = ledger.codes.get(known)
    if whose is None:
        raise CodeUnknown(here.label)
    if whose.used:
        raise CodeUsed(here.label)
    return whose


def ballot_of(who: Entered) -> BoothBallot:
    """The empty ballot, with the rater's own line barred."""
    held = who.here.held
    lines = tuple(BoothLine(each, each.code == who.person) for each in who.here.lines)
    most, least = held.terms.most_excellent, held.terms.excellent_from
    return BoothBallot(held.title, held.label, held.kind, who.ballot_class, most, least, lines, TOGETHER)


def filled_in(who: Entered, lines: Mapping[str, str]) -> Slip:
    """The ballot as it was filled in; refused where it says what it must not, or would not count."""
    here, found = who.here, {}
    for code, text in lines.items():
        if code not in here.rated:
            raise BoothStranger(here.label, code)
        read = kept(text, here.held.kind)
        if read is None:
            raise BoothLineRefused(here.label, here.name(code), text.strip()[:20], here.held.kind)
        if read and code == who.person:
            raise OwnLine(here.label)
        found[code] = read
    slip = slip_of(who.ballot_class, without_blanks(found))
    _require_valid(here, slip, [code for code in here.rated if code != who.person])
    return slip


def wanted_codes(
    ledger: Ledger, here: OpenRound, people: Collection[str] | None, waiting: Collection[str]
) -> tuple[str, ...]:
    """Whom codes are made for: whoever is named, or all raters without one. Nobody votes twice."""
    voted = {each.person for hash_, each in ledger.codes.items() if each.used or hash_ in waiting}
    if people is None:
        have = {each.person for each in ledger.codes.values()}
        if not (wanted := sorted(here.raters.keys() - have)):
            raise NoCodesToMake(here.label)
        return tuple(wanted)
    if not people:
        raise NoRaterNamed(here.label)
    for code in sorted(people):
        if code not in here.raters:
            raise NoRater(here.label, code)
        if code in voted:
            raise RaterHasVoted(here.label, here.roster.name(code))
    return tuple(sorted(people))


def new_codes(ledger: Ledger, here: OpenRound, people: Collection[str]) -> tuple[RaterCode, ...]:
    """A new code for each, in place of an unused one. Only the hashes are kept."""
    for known in [known for known, each in ledger.codes.items() if each.person in people]:
        del ledger.codes[known]
    made = []
    for person in people:
        code = new_code(ledger.mark)
        ledger.codes[hashed(code, ledger.salt)] = Code(person, here.raters[person])
        line = line_of(here.roster, person)
        made.append(RaterCode(person, line.name, line.department, here.raters[person], code))
    return tuple(made)


def unused(here: OpenRound, ledger: Ledger) -> tuple[RatedLine, ...]:
    """The raters whose codes are unused by what is written: who voted since is not told one by one."""
    people = {each.person for each in ledger.codes.values() if not each.used}
    return tuple(line_of(here.roster, person) for person in sorted(people))


def _require_valid(here: OpenRound, slip: Slip, rated: Collection[str]) -> None:
    """In the booth nobody casts what would not count: there the rater can still put it right."""
    why = invalid_because(slip, rated, here.terms)
    if why is Invalid.HALF_BLANK:
        raise BoothHalfBlank(here.label)
    if why is Invalid.TOO_MANY_EXCELLENT:
        found = sum(1 for line in slip.lines.values() if is_excellent(line, here.terms))
        raise BoothTooManyExcellent(here.label, found, here.terms.most_excellent or 0)
