"""The key of a protected desk: argon2id once at opening, then the raw key. The salt is the file's first 16 bytes."""

from collections.abc import Iterator
from dataclasses import dataclass

from committee_desk.domain.protection import spelt
from committee_desk.domain.recovery_code import Mistyped, key_of

MARK = b"\xc4\xd5k1"
"""How the salt of a protected desk begins: which file is one, and with which costs its key is derived."""
SALT_LENGTH = 16
_PASSES, _KIBIBYTES, _LANES, _KEY_LENGTH = 3, 65_536, 4, 32


@dataclass(frozen=True, repr=False)
class Key:
    """The raw key with its salt, as the engine takes it."""

    raw: bytes
    salt: bytes

    def pragma(self) -> str:
        """The statement that gives the key to a connection."""
        return f'PRAGMA key = "{self.text()}"'

    def text(self) -> str:
        """The key with its salt as the engine writes it."""
        return f"x'{(self.raw + self.salt).hex()}'"


def new_salt() -> bytes:
    """A salt for a new protected desk."""
    import secrets  # noqa: PLC0415 - as for `_derived`

    return MARK + secrets.token_bytes(SALT_LENGTH - len(MARK))


def derive(passphrase: str, salt: bytes) -> Key:
    """The key that a passphrase gives with that salt; takes about a tenth of a second, on purpose."""
    return _derived(spelt(passphrase), salt)


def keys(typed: str, salt: bytes) -> Iterator[Key]:
    """The keys that the typed text may stand for: a recovery code's, the passphrase's, and the passphrase's as typed.

    The last one opens desks that were protected before spelling was made one. `Mistyped` comes after the others:
    a passphrase may happen to look like a code.
    """
    mistyped: Mistyped | None = None
    try:
        raw = key_of(typed)
    except Mistyped as error:
        raw, mistyped = None, error
    if raw is not None:
        yield Key(raw, salt)
    yield derive(typed, salt)
    if spelt(typed) != typed:
        yield _derived(typed, salt)
    if mistyped is not None:
        raise mistyped


def _derived(passphrase: str, salt: bytes) -> Key:
    # half a character, as broken input gives it, is a wrong passphrase and no fault
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - an open desk needs none of it

    typed = passphrase.encode("utf-8", "surrogatepass")
    raw = hash_secret_raw(typed, salt, _PASSES, _KIBIBYTES, _LANES, _KEY_LENGTH, Type.ID)
    return Key(raw, salt)
