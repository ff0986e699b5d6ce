"""What people write as a reason, a name, evidence or an opinion: what can be read of it, no longer than its field."""

from collections.abc import Mapping
from typing import NamedTuple

from committee_desk.domain.errors import DeskError
from committee_desk.domain.names import unseen

_LINE_ENDS = dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], "\n")
_HALF = range(0xD800, 0xE000)
"""Halves of characters stay: no desk keeps them, and what refuses them names them."""


class Limit(NamedTuple):
    """How many characters a field takes, and whether it has lines."""

    most: int
    lines: bool = False


WHY = "why"
LIMITS: Mapping[str, Limit] = {
    WHY: Limit(1000, lines=True),
    "decision": Limit(100),
    "document": Limit(100),
    "evidence": Limit(200),
    "fact": Limit(200),
    "findings": Limit(4000, lines=True),
    "giver": Limit(40),
    "grounds": Limit(4000, lines=True),
    "handling": Limit(1000, lines=True),
    "hearing": Limit(2000, lines=True),
    "item": Limit(60),
    "letter": Limit(4000, lines=True),
    "looked_by": Limit(60),
    "member_name": Limit(60),
    "minutes": Limit(20_000, lines=True),
    "new_facts": Limit(1000, lines=True),
    "note": Limit(2000, lines=True),
    "number": Limit(80),
    "office": Limit(60),
    "opinion": Limit(2000, lines=True),
    "photo": Limit(40),
    "place": Limit(60),
    "proof": Limit(200),
    "proofs": Limit(1000, lines=True),
    "receiver": Limit(40),
    "relation_note": Limit(200),
    "relative": Limit(40),
    "receiving": Limit(60),
    "reply": Limit(2000, lines=True),
    "request": Limit(500, lines=True),
    "report": Limit(20_000, lines=True),
    "reviewer": Limit(40),
    "round_title": Limit(100),
    "scope": Limit(100),
    "sender": Limit(40),
    "served_by": Limit(40),
    "slip": Limit(400),
    "stake": Limit(200),
    "title": Limit(100),
    "voucher": Limit(60),
    "witness": Limit(40),
    "witnesses": Limit(40),
}
"""By field; `wording.said` names each."""

_PASTED = 10
"""So many times a field's limit is looked through for what can be read; more is refused at once."""


class TooLongForField(DeskError):
    """A text is longer than its field takes."""

    def __init__(self, field: str, limit: int) -> None:
        super().__init__(field, limit)
        self.field, self.limit = field, limit


def said(text: str | None, field: str = WHY) -> str:
    """What can be read of a text, as its field keeps it; empty where nothing can. TooLongForField beyond its limit."""
    most, lines = LIMITS[field]
    if text is not None and len(text) > _PASTED * most:
        raise TooLongForField(field, most)
    kept = visible(text or "")
    if not lines:
        kept = " ".join(kept.split())
    if len(kept) > most:
        raise TooLongForField(field, most)
    return kept


def visible(text: str) -> str:
    """The text without what nobody sees and without the spaces round it; what ends a line is one sort of line end."""
    if text.isprintable() and text.isascii():
        return text.strip()
    broken = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").translate(_LINE_ENDS)
    return "".join(each for each in broken if each == "\n" or ord(each) in _HALF or not unseen(each)).strip()
