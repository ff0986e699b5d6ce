"""The seal of a void round's marks: a box that only the key on the 封存单 opens, and the desk keeps no key.

AES-256-GCM under a random key. Every mark takes the same room, so that the box tells how many there are and no more.
"""

import json
import secrets
from collections.abc import Sequence
from decimal import Decimal

from committee_desk.domain.ratings import BallotClass, BallotMark
from committee_desk.services.round_refusals import SealKeyWrong

KEY, NONCE = 32, 12
_ROOM = 12
"""Characters that each mark takes, whatever it is."""


def sealed(label: str, marks: Sequence[BallotMark]) -> tuple[bytes, bytes]:
    """The marks in a box, in no order, and its key: whoever loses it opens the box no more."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - once a round is void

    rows = [[each.ballot_class, each.code, _text(each.mark).ljust(_ROOM)] for each in marks]
    secrets.SystemRandom().shuffle(rows)
    key, nonce = secrets.token_bytes(KEY), secrets.token_bytes(NONCE)
    return key, nonce + AESGCM(key).encrypt(nonce, json.dumps(rows).encode(), _bound(label))


def unsealed(label: str, box: bytes, key: bytes) -> tuple[BallotMark, ...]:
    """What the box holds; SealKeyWrong where the key is not the one that was told when it was shut."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

    try:
        rows = json.loads(AESGCM(key).decrypt(box[:NONCE], box[NONCE:], _bound(label)))
    except InvalidTag:
        raise SealKeyWrong(label) from None
    return tuple(BallotMark("", BallotClass(name), code, _mark(text.strip())) for name, code, text in rows)


def _bound(label: str) -> bytes:
    """A box belongs to its round: put in the place of another's it does not open."""
    return f"committee-desk sealed marks {label}".encode()


def _text(mark: Decimal | None) -> str:
    return "" if mark is None else format(mark, "f")


def _mark(text: str) -> Decimal | None:
    return Decimal(text) if text else None
