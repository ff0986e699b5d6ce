"""Signatures on final sheets; the signed bytes stand among the contents, each once."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.sealing import SignerRole
from committee_desk.services.signing_views import NewSeal, SealRow
from committee_desk.storage.books.names import Names
from committee_desk.storage.result_tables import seals
from committee_desk.storage.tables import contents, journal, persons

_OWN = ("year", "version", "step", "signer", "certificate", "sha256", "head", "expected", "entry")


class SealsRows:
    """The seals' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_year(self, year: int, code: str | None = None) -> tuple[SealRow, ...]:
        """Every signature that holds, by person, version and step."""
        asked = _seals().where(seals.c.ended_by.is_(None), seals.c.year == year)
        if code is not None:
            asked = asked.where(persons.c.code == code)
        return tuple(map(_seal, self._connection.execute(asked)))

    def by_hash(self, sha256: str) -> SealRow | None:
        """The signature, superseded or not, that gave a sheet these bytes."""
        row = self._connection.execute(_seals().where(seals.c.sha256 == sha256)).first()
        return None if row is None else _seal(row)

    def content(self, sha256: str) -> bytes | None:
        """The kept bytes."""
        return self._connection.scalar(sa.select(contents.c.content).where(contents.c.sha256 == sha256))

    def put(self, entry: int, seal: NewSeal) -> None:
        """Keep a signature and the sheet's bytes with it, in place of that step's and later ones."""
        person = Names(self._connection).persons([seal.code], entry)[seal.code]
        replaced = sa.update(seals).where(
            seals.c.ended_by.is_(None),
            seals.c.year == seal.year,
            seals.c.person_id == person,
            seals.c.version == seal.version,
            seals.c.step >= seal.step,
        )
        self._connection.execute(replaced.values(ended_by=entry))
        there = sa.select(contents.c.id).where(contents.c.sha256 == seal.sha256)
        if self._connection.scalar(there) is None:
            stored = {"sha256": seal.sha256, "kind": "pdf", "size": len(seal.content), "content": seal.content}
            self._connection.execute(sa.insert(contents), [{**stored, "entry": entry}])
        told = {name: getattr(seal, name) for name in _OWN if name != "entry"}
        self._connection.execute(
            sa.insert(seals), [{**told, "person_id": person, "kind": str(seal.role), "entry": entry}]
        )


def _seals() -> sa.Select[Any]:
    joined = seals.join(persons, persons.c.id == seals.c.person_id).join(journal, journal.c.seq == seals.c.entry)
    own = (seals.c[name] for name in _OWN)
    return (
        sa.select(persons.c.code, seals.c.kind.label("role"), *own, journal.c.actor, journal.c.at)
        .select_from(joined)
        .order_by(persons.c.code, seals.c.version, seals.c.step, seals.c.id)
    )


def _seal(row: sa.Row[Any]) -> SealRow:
    told = row._asdict()
    return SealRow(**{**told, "role": SignerRole(told["role"]), "at": datetime.fromisoformat(told["at"])})
