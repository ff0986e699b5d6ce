"""The recovery code: the key of a protected desk and a checksum, in groups that people can read out and type. The key
of a void round's seal is told in the same way, for another purpose: neither is taken for the other.

Crockford's base 32 has no I, L, O and U; whoever types I or L means 1, whoever types O means 0. Case, spaces, hyphens
and full-width letters make no difference.
"""

import unicodedata
from base64 import b32encode
from hashlib import sha256

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP = 4
_KEY, _CHECK = 32, 3
_LENGTH = (_KEY + _CHECK) * 8 // 5
_SLIPS = 6
"""So many letters too few or too many, and it still is a code that somebody mistyped."""
_RFC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_FROM_RFC = str.maketrans(_RFC, LETTERS)
_MEANT = str.maketrans("ILO", "110")
_BETWEEN = str.maketrans(dict.fromkeys(" -‐‑‒–—―−_.,·・　\t\r\n"))


class Mistyped(ValueError):
    """What was typed looks like a recovery code, and its checksum does not hold."""


RECOVERY, SEAL = b"committee-desk recovery\0", b"committee-desk seal\0"
"""What a code is for."""


def groups(key: bytes, purpose: bytes = RECOVERY) -> tuple[str, ...]:
    """The code of a key, in groups of four."""
    letters = b32encode(key + _check(key, purpose)).decode().translate(_FROM_RFC)
    return tuple(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def key_of(typed: str, purpose: bytes = RECOVERY) -> bytes | None:
    """The key that a code stands for; None where the text is no code; Mistyped where it almost is one."""
    letters = unicodedata.normalize("NFKC", typed).translate(_BETWEEN).upper().translate(_MEANT)
    if abs(len(letters) - _LENGTH) > _SLIPS or not letters.isascii() or not letters.isalnum():
        return None
    if len(letters) != _LENGTH or not set(LETTERS).issuperset(letters):
        raise Mistyped
    number = 0
    for letter in letters:
        number = number << 5 | LETTERS.index(letter)
    whole = number.to_bytes(_KEY + _CHECK, "big")
    if whole[_KEY:] != _check(whole[:_KEY], purpose):
        raise Mistyped
    return whole[:_KEY]


def is_code(typed: str) -> bool:
    """Whether the text is a recovery code without a slip."""
    try:
        return key_of(typed) is not None
    except Mistyped:
        return False


def _check(key: bytes, purpose: bytes) -> bytes:
    return sha256(purpose + key).digest()[:_CHECK]
