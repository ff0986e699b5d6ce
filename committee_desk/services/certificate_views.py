"""Certificates as screens and paper show them, their book, and the port that makes them."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from committee_desk.domain.sealing import CertificateKind
from committee_desk.services.changes import Change
from committee_desk.services.views import Head


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One certificate of the desk. `fingerprint` is its SHA-256, `issuer` that of whose key signed it.

    `login` and `code` say whose it is, `locked` whether the desk keeps its key, `withdrawn` since when it signs no
    more.
    """

    number: int
    kind: CertificateKind
    holder: str
    login: str | None
    code: str | None
    certificate: str = field(repr=False)
    fingerprint: str
    issuer: str | None
    kept_key: str | None = field(repr=False)
    countersigned: str | None
    until: datetime
    withdrawn: datetime | None
    entry: int
    actor: str
    at: datetime

    @property
    def locked(self) -> bool:
        """Whether the desk keeps its key, locked."""
        return self.kept_key is not None


class NewCertificate(NamedTuple):
    """A certificate that was made or taken over; `kept_key` is its key as the holder's passphrase or PIN locks it."""

    kind: CertificateKind
    holder: str
    certificate: str
    fingerprint: str
    issuer: str | None
    kept_key: str | None
    since: datetime
    until: datetime
    login: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class SignerWanted:
    """For whom a signer's certificate is issued, and the PIN that the signer chose."""

    holder: str
    login: str | None
    code: str | None
    pin: str = field(repr=False)


class FoundInFile(NamedTuple):
    """What a PKCS#12 file holds, before it is taken over."""

    holder: str
    issuer: str
    fingerprint: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class CertificatesView:
    """The office's certificates. `anchor` is the one whose fingerprint is printed and trusted; None before any is made.

    `trusted` says whether this PC trusts it; `seal_until` until when the seal can seal.
    """

    rows: tuple[CertificateRow, ...]
    anchor: CertificateRow | None
    seal: CertificateRow | None
    issuer: CertificateRow | None
    trusted: bool
    demo: bool


@dataclass(frozen=True, slots=True)
class Made:
    """What making or taking over did. `trusted`: whether this PC trusts it by itself now (not a second one under a
    name that is trusted already)."""

    change: Change
    number: int
    fingerprint: str
    trusted: bool


@dataclass(frozen=True, slots=True)
class CertificateRecord:
    """What the one-page record of a certificate (证书登记单) says."""

    office: str
    demo: bool
    row: CertificateRow
    issued_by: str
    anchor: CertificateRow
    at: datetime
    by: str
    head: Head


class CertificatesBook(Protocol):
    """The desk's certificates."""

    def all(self) -> tuple[CertificateRow, ...]:
        """Every certificate, withdrawn ones too, by number."""
        ...

    def add(self, entry: int, new: NewCertificate, countersigned: str | None) -> int:
        """Keep a certificate; the answer is its number."""
        ...

    def withdraw(self, entry: int, number: int, at: datetime) -> None:
        """Let it sign no more."""
        ...


class CertificateMaker(Protocol):
    """Makes certificates and reads them."""

    def chain(
        self, office: str, passphrase: str, now: datetime
    ) -> tuple[NewCertificate, NewCertificate, NewCertificate]:
        """A new root, issuer and seal; the keys of issuer and seal under the passphrase, the root's is thrown away."""
        ...

    def issue(self, issuer: CertificateRow, passphrase: str, signer: "SignerWanted", now: datetime) -> NewCertificate:
        """A signer's certificate under the signer's PIN; WrongSealPassphrase where the issuer's key stays locked."""
        ...

    def read(self, path: Path, passphrase: str, now: datetime) -> FoundInFile:
        """What a PKCS#12 file holds; refused when it cannot seal."""
        ...

    def take_over(self, path: Path, passphrase: str, now: datetime, kept_under: str | None = None) -> NewCertificate:
        """The same as the office's seal, its key under the same passphrase or another one."""
        ...

    def of_demonstrations(self, now: datetime) -> tuple[NewCertificate, NewCertificate, NewCertificate]:
        """The one chain of all demonstrations of this PC, made where there is none yet."""
        ...

    def demonstration_passphrase(self) -> str:
        """What unlocks the keys of demonstrations: no secret."""
        ...

    def pem(self, certificate: str) -> bytes:
        """A kept certificate as a PEM file."""
        ...

    def record(self, record: CertificateRecord) -> bytes:
        """证书登记单 as PDF."""
        ...
