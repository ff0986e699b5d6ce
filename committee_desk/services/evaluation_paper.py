"""What form 10 (案件评价表) prints: one case's evaluation as it stands, and which version of it this printing is."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Protocol

from committee_desk.domain.evaluations import CauseFinding, Evaluation
from committee_desk.domain.journal import canonical
from committee_desk.domain.sources import Overridden
from committee_desk.services.actor import Actor
from committee_desk.services.journal_views import JournalFilter
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.sheet_views import Stamp

DRAW = "evaluations.draw"
LOOKED_AT = 500
"""So many entries of one case are looked through for its last printing."""


@dataclass(frozen=True, slots=True)
class EvaluationForm:
    """All facts of one form. Handlers come with their code and share; `points` are those of the grade."""

    office: str
    demo: bool
    number: str
    title: str
    kind: str
    department: str
    closed: date | None
    outcome: str
    handlers: tuple[tuple[str, str, Decimal], ...]
    evaluation: Evaluation
    points: Decimal
    overridden: tuple[Overridden, ...]
    asks_for_cause: bool
    cause: CauseFinding | None

    def fingerprint(self) -> str:
        """SHA-256 of the canonical data."""
        return sha256(canonical(self).encode()).hexdigest()


class EvaluationDrawer(Protocol):
    """Puts form 10 on paper."""

    def draw(self, form: EvaluationForm, stamp: Stamp) -> bytes:
        """The form as PDF; UnprintableCharacters when no font holds one of its characters."""
        ...


def stamp_of(uow: UnitOfWork, form: EvaluationForm, actor: Actor, at: datetime) -> Stamp:
    """As which version the form would be printed then, and what it replaces."""
    fingerprint = form.fingerprint()
    version = _version(uow, form.number, fingerprint)
    return Stamp(version, fingerprint, actor.name, at, uow.journal.head(), version - 1 or None)


def _version(uow: UnitOfWork, number: str, fingerprint: str) -> int:
    """The same data keep their version; other data are the next one."""
    rows = uow.journal.rows(LOOKED_AT, wanted=JournalFilter(subject=number))
    told = next((json.loads(row.what) for row in rows if row.verb == DRAW), None)
    if told is None:
        return 1
    held: int = told["version"]
    return held if told["fingerprint"] == fingerprint else held + 1
