"""Serials of slips and codes of the booth: random, easily read, and wrong in one character they are nothing.

A serial (票号) is the class, the round's mark, four random characters and a check: A7K-2M9P-4 without its hyphens. A
code (验证码) is the round's mark, seven random characters and a check. The mark lets a slip of another round be named
as one; it is random itself and says nothing else.
"""

import secrets
import unicodedata
from enum import StrEnum

from committee_desk.domain.ratings import BallotClass

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without those that read alike: 0 O 1 I L. Thirty-one, a prime: the check finds any wrong or exchanged character."""
MARK, OF_SERIAL, OF_CODE = 2, 4, 7
SERIAL_LENGTH = 1 + MARK + OF_SERIAL + 1
CODE_LENGTH = MARK + OF_CODE + 1


class Read(StrEnum):
    """What a typed serial or code is, before anybody looks whether the round knows it."""

    OURS = "ours"
    ANOTHER_ROUND = "another_round"
    MISTYPED = "mistyped"


def new_mark() -> str:
    """A mark for a round."""
    return _random(MARK)


def new_serial(ballot_class: BallotClass, mark: str) -> str:
    """A serial for a slip of that class."""
    return _checked(f"{ballot_class}{mark}{_random(OF_SERIAL)}")


def new_code(mark: str) -> str:
    """A code that opens the booth once."""
    return _checked(f"{mark}{_random(OF_CODE)}")


def spelt(typed: str) -> str:
    """What was typed or scanned as it is kept: half-width capitals without spaces and hyphens."""
    wide = unicodedata.normalize("NFKC", typed).upper()
    return "".join(each for each in wide if each.isalnum())


def in_groups(serial: str) -> str:
    """A serial as it is read off paper: A7K-2M9P-4. Typed, it is the same without hyphens."""
    return "-".join(filter(None, (serial[:3], serial[3:7], serial[7:])))


def read_serial(typed: str, mark: str) -> Read:
    """Whether a typed serial, spelt, can be one of the round with that mark."""
    if typed[:1] not in set(BallotClass):
        return Read.MISTYPED
    return _read(typed, SERIAL_LENGTH, 1, mark)


def read_code(typed: str, mark: str) -> Read:
    """Whether a typed code, spelt, can be one of the round with that mark."""
    return _read(typed, CODE_LENGTH, 0, mark)


def class_of(serial: str) -> BallotClass:
    """The class that a serial says."""
    return BallotClass(serial[0])


def _read(typed: str, length: int, at: int, mark: str) -> Read:
    if len(typed) != length or set(typed) - set(LETTERS) or _sum(typed) % len(LETTERS):
        return Read.MISTYPED
    return Read.OURS if typed[at : at + MARK] == mark else Read.ANOTHER_ROUND


def _random(length: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def _checked(text: str) -> str:
    """The text with the character that makes its weighted sum nothing."""
    size = len(LETTERS)
    left = -_sum(text) % size
    return text + LETTERS[left * pow(len(text) + 1, -1, size) % size]


def _sum(text: str) -> int:
    return sum(place * LETTERS.index(each) for place, each in enumerate(text, start=1))
