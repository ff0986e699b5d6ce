"""Offices that seal: their certificates, keys and sheets, for the tests of signatures."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from committee_desk.documents.page import Paper
from committee_desk.documents.signing import trusted
from committee_desk.documents.signing.certificates import X509Certificates, made_chain
from committee_desk.documents.signing.keys import Lock
from committee_desk.documents.signing.sealing import KeptKey, unlock
from committee_desk.domain.results import Opinion, Signature
from committee_desk.domain.sealing import ExpectedSigner, SignerRole, expected_signers
from committee_desk.services.certificate_views import CertificateRow, NewCertificate, SignerWanted
from committee_desk.services.final_sheets import FinalSheet, ReadySheet
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.signing_refusals import NotDecided
from committee_desk.services.signing_views import SheetFacts
from committee_desk.services.views import Head
from tests.conftest import NOW, OFFICE

Lock.rounds = 1  # what trying a passphrase costs is no matter of these tests
PASSPHRASE, PIN = "sesam-oeffne-dich", "geheim-4711"
CHAIR = "闫峰"
HEAD = Head(3, "ab" * 32)


def drawn(text: str = "考核等次确认表", pages: int = 1) -> bytes:
    """A sheet without a form: what it says is no matter here."""
    paper = Paper("确认表", OFFICE, "确认表", NOW)
    paper.text(0, 100, text, "song", 16)
    for _ in range(pages - 1):
        paper.next_page()
        paper.text(0, 100, text, "song", 16)
    return paper.finished()


def as_row(new: NewCertificate, number: int = 1) -> CertificateRow:
    """A certificate as the desk keeps it."""
    return CertificateRow(
        number, new.kind, new.holder, new.login, new.code, new.certificate, new.fingerprint, new.issuer, new.kept_key,
        None, new.until, None, 1, "周敏", new.since,
    )  # fmt: skip


class Office:
    """An office with certificates of its own."""

    def __init__(self, name: str = OFFICE, since: datetime | None = None, *, demo: bool = False) -> None:
        self.name, self.demo = name, demo
        self.since = since or NOW - timedelta(days=1)
        self.now = self.since + timedelta(days=1)
        made = made_chain(name, PASSPHRASE, self.since, demo=demo)
        self.root, self.issuer, self.seal = map(as_row, made)

    def trusted_here(self) -> "Office":
        """The same on a PC that trusts it."""
        assert trusted.trust_own(self.root.certificate, demo=self.demo)
        return self

    def key(self) -> KeptKey:
        """Its seal, unlocked."""
        return unlock(self.seal, PASSPHRASE, [self.seal, self.issuer, self.root])

    def signer(self, name: str, code: str | None = None) -> KeptKey:
        """Somebody's own key, issued by this office."""
        wanted = SignerWanted(name, None, code, PIN)
        row = as_row(X509Certificates().issue(self.issuer, PASSPHRASE, wanted, self.since))
        return unlock(row, PIN, [row, self.issuer, self.root])

    def facts(self, *, demo: bool | None = None) -> SheetFacts:
        """What stands beside each of its sheets."""
        return SheetFacts(self.name, self.demo if demo is None else demo, 2026, HEAD)

    def sealed(self, pdf: bytes | None = None, at: datetime | None = None, *, demo: bool | None = None) -> bytes:
        """A sheet under its seal."""
        by = (ExpectedSigner(SignerRole.SEAL, self.name),)
        return self.key().sign_first(sheet_of(by, pdf), self.facts(demo=demo), at or self.now).content

    def signed_by_chair(self, strokes: Sequence[tuple[tuple[float, float], ...]] = ()) -> bytes:
        """A sheet that waits for its person."""
        by = expected_signers(self.name, CHAIR, "J001", "张三", strict=True)
        return self.signer(CHAIR).sign_first(sheet_of(by), self.facts(), self.now, strokes).content

    def signed_by_both(self) -> bytes:
        """A sheet with all signatures of 严格."""
        person = expected_signers(self.name, CHAIR, "J001", "张三", strict=True)[1]
        return self.signer("张三", "J001").sign_next(self.signed_by_chair(), person, self.now).content


def sheet_of(
    signers: tuple[ExpectedSigner, ...],
    pdf: bytes | None = None,
    code: str = "J001",
    name: str = "张三",
    version: int = 1,
) -> FinalSheet:
    """A final sheet that waits for these signers."""
    ready = ReadySheet(code, name, version, signers, f"{code}_{name}_2026.pdf")
    return FinalSheet(ready, '{"total":"91.20"}', None, drawn() if pdf is None else pdf)


class Decided:
    """Final sheets of people whose results are decided, without the steps that lead there."""

    def __init__(
        self, office: str = OFFICE, people: Sequence[tuple[str, str]] = (("J001", "张三"), ("J002", "李四"))
    ) -> None:
        self.office, self.people = office, dict(people)
        self.versions = dict.fromkeys(self.people, 1)
        self.strict, self.refused, self.said = False, set[str](), True
        self.drawn = 0

    def ready(self, _uow: UnitOfWork | None, _year: int) -> tuple[ReadySheet, ...]:
        """Everybody."""
        return tuple(map(self._ready, self.people))

    def sheet(self, year: int, code: str) -> FinalSheet:
        """One of them, drawn."""
        if code not in self.people:
            raise NotDecided(year, (code,))
        self.drawn += 1
        ready = self._ready(code)
        return FinalSheet(ready, f'{{"version":{ready.version}}}', None, drawn(f"{code} 第 {ready.version} 版"))

    def _ready(self, code: str) -> ReadySheet:
        name = self.people[code]
        by = expected_signers(self.office, CHAIR, code, name, strict=self.strict, refused=code in self.refused)
        said = Signature(code, self.versions[code], Opinion.AGREE, NOW.date()) if self.said else None
        return ReadySheet(code, name, self.versions[code], by, f"{code}_{name}_2026.pdf", said)


def written(folder: Path, content: bytes, name: str = "确认表.pdf") -> Path:
    """The bytes as a file."""
    path = folder / name
    path.write_bytes(content)
    return path
