"""The key of a protected desk: argon2id once at opening, then the raw key. The salt is the file's first 16 bytes."""

import secrets
from dataclasses import dataclass

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
        return f"PRAGMA key = \"x'{(self.raw + self.salt).hex()}'\""


def new_salt() -> bytes:
    """A salt for a new protected desk."""
    return MARK + secrets.token_bytes(SALT_LENGTH - len(MARK))


def derive(passphrase: str, salt: bytes) -> Key:
    """The key that a passphrase gives with that salt; takes about a tenth of a second, on purpose."""
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - an open desk needs none of it

    raw = hash_secret_raw(passphrase.encode(), salt, _PASSES, _KIBIBYTES, _LANES, _KEY_LENGTH, Type.ID)
    return Key(raw, salt)
