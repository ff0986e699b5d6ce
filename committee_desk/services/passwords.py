"""Passwords: how one is kept (argon2id), which ones are taken, and the one that is made for a reset account."""

import secrets
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from committee_desk.domain import names
from committee_desk.services.account_refusals import PasswordRefused

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST = 8

COMMON = frozenset(
    {
        "12345678", "123456789", "1234567890", "0123456789", "87654321", "987654321", "11111111", "00000000",
        "88888888", "66666666", "99999999", "12341234", "11223344", "12121212", "123123123", "147258369",
        "password", "password1", "passw0rd", "p@ssw0rd", "p@ssword", "qwertyui", "qwertyuiop", "1qaz2wsx",
        "1q2w3e4r", "asdfghjk", "asdfghjkl", "zxcvbnm,", "abcdefgh", "abcd1234", "abc12345", "a1234567",
        "a12345678", "aa123456", "aaa12345", "qwer1234", "q1w2e3r4", "admin123", "admin1234", "administrator",
        "iloveyou", "woaini520", "woaini1314", "5201314520", "jiancha123", "jianchayuan",
    }
)  # fmt: skip
"""What is tried first: keyboard runs, dates of love, and the office's own name."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that read alike on a slip: l 1 i o 0."""
_GROUPS, _LENGTH = 4, 4


def spelt(password: str) -> str:
    """The password as every input method gives it: composed characters, otherwise to the letter."""
    return unicodedata.normalize("NFC", password)


def _bytes(password: str) -> bytes:
    """What is encoded of it; half a character, as a broken file gives it, is a wrong password and no fault."""
    return spelt(password).encode("utf-8", "surrogatepass")


def login_spelt(login: str) -> str:
    """A login as it is kept and compared: without spaces, half-width, in small letters."""
    return names.written(login)


def holder_spelt(holder: str) -> str:
    """A person's name as it is compared: 张 三 is 张三."""
    return names.spelt(holder)


def require_good(login: str, password: str) -> None:
    """Refuse a new password that is too short, the login itself, or one that is tried first."""
    wanted = spelt(password)
    if len(wanted) < LEAST:
        raise PasswordRefused("short", LEAST)
    if login_spelt(wanted) == login_spelt(login):
        raise PasswordRefused("login", LEAST)
    if wanted.casefold() in COMMON or len(set(wanted)) == 1:
        raise PasswordRefused("common", LEAST)


def one_time() -> str:
    """A password for a slip of paper: sixteen letters and digits in groups of four, about eighty bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)) for _ in range(_GROUPS))


class Costs(NamedTuple):
    """What argon2id is made to spend on a password. Who signs in with one kept at other costs has it kept anew."""

    passes: int = 3
    kibibytes: int = 65_536
    lanes: int = 4


class Passwords:
    """Encodes and verifies, a tenth of a second each, on purpose."""

    costs: ClassVar[Costs] = Costs()
    """What is spent today; the tests spend little."""

    @cached_property
    def _hasher(self) -> "PasswordHasher":
        from argon2 import PasswordHasher  # noqa: PLC0415 - a desk without accounts never needs it

        return PasswordHasher(self.costs.passes, self.costs.kibibytes, self.costs.lanes)

    @cached_property
    def _nobodys(self) -> str:
        return self._hasher.hash(secrets.token_urlsafe())

    def encode(self, password: str) -> str:
        """The password as it is kept."""
        return self._hasher.hash(_bytes(password))

    def fits(self, encoded: str | None, password: str) -> bool:
        """Whether it is that password. Without one to compare with it takes as long, and the answer is no."""
        from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - as above

        try:
            fits = self._hasher.verify(encoded or self._nobodys, _bytes(password))
        except (VerificationError, InvalidHashError):
            return False
        return fits and encoded is not None

    def outdated(self, encoded: str) -> bool:
        """Whether it was encoded with other costs than today's."""
        return self._hasher.check_needs_rehash(encoded)
