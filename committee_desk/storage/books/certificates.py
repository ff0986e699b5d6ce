"""Certificates with their locked keys, as they stand and as they were withdrawn."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.sealing import CertificateKind
from committee_desk.services.certificate_views import CertificateRow, NewCertificate
from committee_desk.storage.result_tables import certificates
from committee_desk.storage.tables import journal

_OWN = (
    "number", "kind", "holder", "login", "code", "certificate", "fingerprint", "issuer", "kept_key", "countersigned",
    "until", "withdrawn",
)  # fmt: skip


class CertificatesRows:
    """The certificates' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[CertificateRow, ...]:
        """Every certificate, withdrawn ones too, by number."""
        made = certificates.alias("made")
        first = sa.select(sa.func.min(made.c.entry)).where(made.c.number == certificates.c.number).scalar_subquery()
        own = (certificates.c[name] for name in _OWN)
        asked = (
            sa.select(*own, certificates.c.entry, journal.c.actor, journal.c.at)
            .join_from(certificates, journal, journal.c.seq == first)
            .where(certificates.c.ended_by.is_(None))
            .order_by(certificates.c.number)
        )
        return tuple(_certificate(row) for row in self._connection.execute(asked))

    def add(self, entry: int, new: NewCertificate, countersigned: str | None) -> int:
        """Keep a certificate; the answer is its number."""
        number = (self._connection.scalar(sa.select(sa.func.max(certificates.c.number))) or 0) + 1
        told = new._asdict()
        told.pop("since")
        values = {**told, "number": number, "kind": str(new.kind), "until": new.until.isoformat()}
        row = {**values, "countersigned": countersigned, "withdrawn": None, "entry": entry}
        self._connection.execute(sa.insert(certificates), [row])
        return number

    def withdraw(self, entry: int, number: int, at: datetime) -> None:
        """Let it sign no more."""
        standing = certificates.c.ended_by.is_(None), certificates.c.number == number
        own = (certificates.c[name] for name in _OWN if name != "withdrawn")
        held = self._connection.execute(sa.select(*own).where(*standing)).mappings().one()
        self._connection.execute(sa.update(certificates).where(*standing).values(ended_by=entry))
        self._connection.execute(sa.insert(certificates), [{**held, "withdrawn": at.isoformat(), "entry": entry}])


def _certificate(row: sa.Row[*tuple[Any, ...]]) -> CertificateRow:
    told = row._asdict()
    withdrawn = told["withdrawn"]
    return CertificateRow(
        **{
            **told,
            "kind": CertificateKind(told["kind"]),
            "until": datetime.fromisoformat(told["until"]),
            "withdrawn": withdrawn and datetime.fromisoformat(withdrawn),
            "at": datetime.fromisoformat(told["at"]),
        }
    )
