"""Certificates: the office's own chain or one taken over, its signers', who confirmed them, and whom this PC trusts."""

from collections.abc import Iterable
from pathlib import Path

from committee_desk.domain.protection import require_long_enough
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.domain.sealing import CertificateKind
from committee_desk.services.actor import Actor
from committee_desk.services.certificate_refusals import (
    NoOfficeCertificate,
    NoSuchCertificate,
    NotInADemonstration,
    WithdrawalUnexplained,
)
from committee_desk.services.certificate_rules import (
    anchor_of,
    chain_of,
    require_good_pin,
    require_holding,
    require_no_office_certificate,
    require_no_signer_certificate,
    standing,
)
from committee_desk.services.certificate_views import (
    CertificateMaker,
    CertificateRecord,
    CertificateRow,
    CertificatesView,
    FoundInFile,
    Made,
    NewCertificate,
    SignerWanted,
)
from committee_desk.services.changes import Change, Topic
from committee_desk.services.key_tries import KeyTries
from committee_desk.services.objection_rules import people_of
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.second import Second, Witnessing
from committee_desk.services.trust import TrustStore
from committee_desk.services.trusting import TrustingDesk

DRAW = "certificates.draw"


class CertificatesDesk(TrustingDesk):
    """Makes, takes over, issues and withdraws certificates. No key ever leaves the desk or stands in it open."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with, given once by desk.py
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        maker: CertificateMaker,
        trust: TrustStore,
        seat: Seat,
        witnessing: Witnessing,
    ) -> None:
        super().__init__(trust)
        self._open, self._clock, self._maker = open_work, clock, maker
        self._seat, self._witnessing = seat, witnessing

    @allowed(Right.SEE_DESK)
    def view(self) -> CertificatesView:
        """The office's certificates, and whether this PC trusts them."""
        with self._open.reading() as uow:
            rows, demo = uow.certificates.all(), uow.office.identity().demo
        anchor = anchor_of(rows)
        trusted = anchor is not None and self._trust.trusts(anchor.fingerprint, demo=demo)
        seal, issuer = standing(rows, CertificateKind.SEAL), standing(rows, CertificateKind.ISSUER)
        return CertificatesView(rows, anchor, seal, issuer, trusted, demo)

    @allowed(Right.KEEP_CERTIFICATES)
    def make(self, actor: Actor, passphrase: str, second: Second | None) -> Made:
        """Make the office's root, issuer and seal; the keys that are kept under the passphrase. For two."""
        require_long_enough(passphrase)
        office = self._office_without_certificate()
        authority = self._witnessing.confirm(second, "certificates.make", actor=actor)
        root, issuer, seal = self._maker.chain(office, passphrase, self._clock())
        return self._keep(actor, "certificates.make", (root, issuer, seal), authority)

    @allowed(Right.KEEP_CERTIFICATES)
    def look_into(self, path: Path, passphrase: str) -> FoundInFile:
        """What a PKCS#12 file holds; refused when nothing in it can seal."""
        return self._maker.read(path, passphrase, self._clock())

    @allowed(Right.KEEP_CERTIFICATES)
    def take_over(
        self, actor: Actor, path: Path, passphrase: str, second: Second | None, kept_under: str | None = None
    ) -> Made:
        """Take the office's seal from a PKCS#12 file. For two.

        Its key stays under the file's passphrase, or is kept under another one: long enough, either way.
        """
        self._office_without_certificate()
        self._maker.read(path, passphrase, self._clock())
        require_long_enough(kept_under or passphrase)
        taken = self._maker.take_over(path, passphrase, self._clock(), kept_under)
        authority = self._witnessing.confirm(second, "certificates.take_over", actor=actor)
        return self._keep(actor, "certificates.take_over", (taken,), authority)

    @allowed(Right.SIGN_SHEETS)
    def issue_own(self, actor: Actor, pin: str, passphrase: str, second: Second | None) -> Made:
        """A certificate for whoever sits here, under the PIN that they choose, by the office's passphrase. For two."""
        session = self._seat.session
        return self._issue(actor, SignerWanted(actor.name, session and session.login, None, pin), passphrase, second)

    @allowed(Right.SERVE_RESULTS)
    def issue_to(  # noqa: PLR0913, PLR0917 - whose it is, two secrets and who stands by
        self, actor: Actor, year: int, code: str, pin: str, passphrase: str, second: Second | None
    ) -> Made:
        """A certificate for an assessed person at the counter, under the PIN that the person chooses. For two."""
        with self._open.reading() as uow:
            stay = people_of(uow, year).get(code)
        if stay is None:
            raise NoSuchPerson(code)
        return self._issue(actor, SignerWanted(stay.name, None, code, pin), passphrase, second)

    @allowed(Right.KEEP_CERTIFICATES)
    def withdraw(self, actor: Actor, number: int, why: str, second: Second | None) -> Change:
        """Let a certificate sign no more; the office's root takes its issuer and seal with it. For two.

        What it signed before stays genuine.
        """
        if not (why := said(why)):
            raise WithdrawalUnexplained
        with self._open.reading() as uow:
            self._to_withdraw(uow, number)
        authority = self._witnessing.confirm(second, "certificates.withdraw", actor=actor)
        now = self._clock()
        with self._open.writing() as uow:
            going = self._to_withdraw(uow, number)
            what = {"holder": going[0].holder, "certificates": [each.fingerprint for each in going]}
            entry = uow.journal.append(
                actor, "certificates.withdraw", str(number), what, why=why, authority=authority, dated=True
            )
            for each in going:
                uow.certificates.withdraw(entry, each.number, now)
            uow.commit()
        return Change.of(Topic.SIGNING, entry=entry)

    @allowed(Right.SEE_DESK)
    def preview_record(self, actor: Actor, number: int) -> bytes:
        """The very record that `record` would give, without a trace in the journal."""
        return self._maker.record(self._record(actor, number))

    @allowed(Right.SEE_DESK)
    def record(self, actor: Actor, number: int) -> bytes:
        """证书登记单 of a certificate: whose, by whom, until when, and its fingerprint in groups; journalled."""
        told = self._record(actor, number)
        drawn = self._maker.record(told)
        what = {"holder": told.row.holder, "fingerprint": told.row.fingerprint}
        with self._open.writing() as uow:
            uow.journal.append(actor, DRAW, told.row.holder, what, dated=True)
            uow.commit()
        return drawn

    def _record(self, actor: Actor, number: int) -> CertificateRecord:
        with self._open.reading() as uow:
            rows, desk, head = uow.certificates.all(), uow.office.identity(), uow.journal.head()
        chain = chain_of(_numbered(rows, number), rows)
        by = chain[:2][-1].holder
        return CertificateRecord(desk.office, desk.demo, chain[0], by, chain[-1], self._clock(), actor.name, head)

    @allowed(Right.SEE_DESK)
    def pem(self, number: int | None = None) -> bytes:
        """A certificate as a PEM file: by default the one that other PCs are to trust."""
        view = self.view()
        row = view.anchor if number is None else next((each for each in view.rows if each.number == number), None)
        if row is None:
            raise NoOfficeCertificate(CertificateKind.ROOT) if number is None else NoSuchCertificate(number)
        return self._maker.pem(row.certificate)

    @allowed(Right.SEAL_SHEETS)
    def for_demonstration(self, actor: Actor) -> Change:
        """On a demonstration: keep the certificates of all demonstrations of this PC, made without a question."""
        with self._open.reading() as uow:
            if not uow.office.identity().demo:
                raise NotInADemonstration
            held = {each.fingerprint for each in uow.certificates.all()}
        chain = self._maker.of_demonstrations(self._clock())
        self._trust.trust_own(chain[0].certificate, demo=True)
        if chain[-1].fingerprint in held:
            return Change.of()
        return self._keep(actor, "certificates.demonstrate", chain, None, demo=True).change

    def _issue(self, actor: Actor, wanted: SignerWanted, passphrase: str, second: Second | None) -> Made:
        require_good_pin(wanted)
        with self._open.reading() as uow:
            demo, rows = uow.office.identity().demo, uow.certificates.all()
        issuer = standing(rows, CertificateKind.ISSUER)
        if issuer is None:
            raise NoOfficeCertificate(CertificateKind.ISSUER)
        require_holding(issuer, self._clock())
        require_no_signer_certificate(rows, wanted, self._clock())
        key = self._maker.demonstration_passphrase() if demo else passphrase
        issued = KeyTries(self._open, self._clock).unlock(
            chain_of(issuer, rows), actor, lambda: self._maker.issue(issuer, key, wanted, self._clock())
        )
        authority = self._witnessing.confirm(second, "certificates.issue", actor=actor)
        return self._keep(actor, "certificates.issue", (issued,), authority, wanted=wanted)

    def _keep(  # noqa: PLR0913 - what was made, and what is written beside it
        self,
        actor: Actor,
        verb: str,
        made: tuple[NewCertificate, ...],
        authority: str | None,
        *,
        wanted: SignerWanted | None = None,
        demo: bool = False,
    ) -> Made:
        """Write the certificates down; the first of them is what this PC is to trust, where it is the office's."""
        with self._open.writing() as uow:
            if wanted is not None:
                require_no_signer_certificate(uow.certificates.all(), wanted, self._clock())
            elif not demo:
                require_no_office_certificate(uow.certificates.all(), self._clock())
            what = {
                "holder": made[0].holder,
                "code": made[0].code,
                "certificates": [[each.kind, each.fingerprint, each.until] for each in made],
            }
            entry = uow.journal.append(actor, verb, made[0].holder, what, authority=authority, dated=not demo)
            numbers = [uow.certificates.add(entry, each, authority) for each in made]
            uow.commit()
        trusted = demo or (wanted is None and self._trust.trust_own(made[0].certificate))
        return Made(Change.of(Topic.SIGNING, entry=entry), numbers[0], made[0].fingerprint, trusted)

    def _office_without_certificate(self) -> str:
        """The office's name; refused where it has a certificate that holds, and on a demonstration."""
        with self._open.reading() as uow:
            desk = uow.office.identity()
            if desk.demo:
                raise NotInADemonstration
            require_no_office_certificate(uow.certificates.all(), self._clock())
            uow.journal.refuse_clock_behind(self._clock())
        return desk.office

    def _to_withdraw(self, uow: UnitOfWork, number: int) -> tuple[CertificateRow, ...]:
        """The certificate and, for a root or issuer, the office's others that hang on it."""
        rows = [each for each in uow.certificates.all() if each.withdrawn is None]
        going = [_numbered(rows, number)]
        for each in going:
            going += [other for other in rows if other.issuer == each.fingerprint and other not in going]
        return tuple(going)


def _numbered(rows: Iterable[CertificateRow], number: int) -> CertificateRow:
    row = next((each for each in rows if each.number == number), None)
    if row is None:
        raise NoSuchCertificate(number)
    return row
