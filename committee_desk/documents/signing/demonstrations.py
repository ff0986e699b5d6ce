"""The one certificate of all demonstrations of this PC: no secret, and trusted for demonstrations alone."""

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from committee_desk.documents.folder import told_as_troubles
from committee_desk.documents.signing.certificates import made_chain, read_kept
from committee_desk.documents.signing.keys import StaysLocked, unlocked
from committee_desk.domain.sealing import CertificateKind
from committee_desk.paths import state_folder
from committee_desk.services.certificate_views import NewCertificate
from committee_desk.services.clock import CHINA

PASSPHRASE = "demonstration"  # noqa: S105 - no secret: whoever demonstrates may sign as a demonstration
HOLDER = "演示检察院"
SINCE = datetime(2020, 1, 1, tzinfo=CHINA)
"""Demonstrations go by a clock of their own; their certificate holds for every year that one can be of."""

Three = tuple[NewCertificate, NewCertificate, NewCertificate]


def of_demonstrations(_now: datetime) -> Three:
    """The chain as it is kept for this PC's user, made where there is none yet or none that can be used."""
    file = state_folder() / "demonstration.json"
    with suppress(OSError, ValueError, KeyError, TypeError, StaysLocked):
        return _read(json.loads(file.read_text(encoding="utf-8")))
    made = made_chain(HOLDER, PASSPHRASE, SINCE, demo=True)
    _write(file, made)
    return made


def _read(told: list[dict[str, str | None]]) -> Three:
    root, issuer, seal = (_one(each) for each in told)
    for each in (issuer, seal):
        unlocked(each.kept_key or "", PASSPHRASE)
    return root, issuer, seal


def _one(told: dict[str, str | None]) -> NewCertificate:
    read_kept(str(told["certificate"]))
    moments = {name: datetime.fromisoformat(str(told[name])) for name in ("since", "until")}
    return NewCertificate(**{**told, **moments, "kind": CertificateKind(told["kind"])})  # type: ignore[arg-type]


def _write(file: Path, made: Three) -> None:
    told = [{**each._asdict(), "since": each.since.isoformat(), "until": each.until.isoformat()} for each in made]
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.unfinished")
    with told_as_troubles(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            unfinished.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
