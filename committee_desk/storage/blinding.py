"""Blinds: what hides a row from the digest that the journal keeps of it for ever.

A row that is emptied on purpose (a ballot of a round that is over, who came to a void one) was sealed with what stood
in it, and a few marks are soon tried out against a digest. So it bears a random text that was sealed with it and goes
when it is emptied: without that, the old digest fits nothing that anybody could guess.
"""

from secrets import token_bytes

BLIND_BYTES = 16


def new_blind() -> str:
    """A blind for one row."""
    return new_blinds(1)[0]


def new_blinds(number: int) -> list[str]:
    """Blinds for so many rows."""
    drawn, width = token_bytes(BLIND_BYTES * number).hex(), 2 * BLIND_BYTES
    return [drawn[at : at + width] for at in range(0, len(drawn), width)]
