"""One act of signing: the sheets it is about, the unlocked key, and what is kept of it, batch by batch."""

from collections.abc import Sequence
from typing import NamedTuple

from committee_desk.domain.results import Opinion
from committee_desk.domain.sealing import SignerRole, Stroke
from committee_desk.services.actor import Actor
from committee_desk.services.certificate_rules import chain_of, require_holding, signer_of
from committee_desk.services.certificate_views import CertificateMaker, CertificateRow
from committee_desk.services.changes import Change, Topic
from committee_desk.services.final_sheets import FinalSheets
from committee_desk.services.folders import OpenFolder
from committee_desk.services.key_tries import KeyTries
from committee_desk.services.ports import Clock, OpenUnitOfWork, Progress, UnitOfWork
from committee_desk.services.signing_refusals import MovedMeanwhile, NoCertificateToSign, OldVersion, SignedMeanwhile
from committee_desk.services.signing_rules import newest_of, rows_for, sheet_row, steps_of
from committee_desk.services.signing_views import (
    KeptSheet,
    NewSeal,
    SheetFacts,
    SheetRow,
    SheetSigner,
    UnlockedKey,
)
from committee_desk.services.verdicts import Verifier

BATCH = 20
"""So many sheets are kept at once: what is kept when somebody presses stop stays signed and is not done again."""


class SigningPorts(NamedTuple):
    """What signs, what verifies, where files go, and which sheets there are."""

    maker: CertificateMaker
    signer: SheetSigner
    verifier: Verifier
    open_folder: OpenFolder
    finals: FinalSheets


class SigningAct:
    """Signs the sheets of some people with one key."""

    def __init__(  # noqa: PLR0913, PLR0917 - who signs whose sheets of which desk
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        ports: SigningPorts,
        actor: Actor,
        year: int,
        codes: Sequence[str] | None,
    ) -> None:
        self._open, self._clock, self._ports, self._actor, self._year = open_work, clock, ports, actor, year
        self._codes = codes
        with open_work.reading() as uow:
            uow.journal.refuse_clock_behind(clock())
            self.sheets = rows_for(uow, ports.finals.ready(uow, year), year, codes)
            desk, self._head = uow.office.identity(), uow.journal.head()
        self._facts = SheetFacts(desk.office, desk.demo, year, self._head)

    @property
    def open(self) -> tuple[SheetRow, ...]:
        """The sheets that nobody has signed yet."""
        return tuple(row for row in self.sheets if not row.steps)

    def before(self, done: Sequence[str]) -> tuple[str, ...]:
        """Whose sheets others have signed, before the act or meanwhile. MovedMeanwhile where none could be signed."""
        with self._open.reading() as uow:
            now = rows_for(uow, self._ports.finals.ready(uow, self._year), self._year, self._codes)
        if self.open and not done and (left := [row.code for row in now if not row.steps]):
            raise MovedMeanwhile(left)
        return tuple(row.code for row in now if row.steps and row.code not in done)

    def signer(self, name: str, code: str | None) -> CertificateRow:
        """The certificate of who signs, which holds."""
        with self._open.reading() as uow:
            row = signer_of(uow.certificates.all(), name, code)
        if row is None:
            raise NoCertificateToSign(name)
        require_holding(row, self._clock())
        return row

    def unlock(self, row: CertificateRow, passphrase: str) -> UnlockedKey:
        """The key of a certificate, parsed once for all sheets of the act; wrong secrets are counted."""
        with self._open.reading() as uow:
            chain = chain_of(row, uow.certificates.all())
        tries = KeyTries(self._open, self._clock)
        return tries.unlock(chain, self._actor, lambda: self._ports.signer.unlock(row, passphrase, chain))

    def first(
        self, key: UnlockedKey | None, strokes: Sequence[Stroke], progress: Progress | None
    ) -> tuple[tuple[str, ...], Change]:
        """Sign the sheets that are still open, and say whose; nobody's is ever kept by halves, or signed twice."""
        waiting, change = self.open, Change.of()
        batch: list[tuple[SheetRow, KeptSheet]] = []
        done: list[str] = []
        for number, row in enumerate(waiting):
            if progress:
                progress(number, len(waiting))
            assert key is not None  # noqa: S101 - unlocked where a sheet is open
            sheet = self._ports.finals.sheet(self._year, row.code)
            if sheet.ready.version != row.version:
                raise OldVersion(row.code, row.version, sheet.ready.version)
            batch.append((row, key.sign_first(sheet, self._facts, self._clock(), strokes)))
            if len(batch) == BATCH or number == len(waiting) - 1:
                kept, entered = self._keep(
                    "signing.seal" if row.expected[0].role is SignerRole.SEAL else "signing.sign", key, batch
                )
                done, change, batch = done + kept, entered or change, []
        if progress:
            progress(len(waiting), len(waiting))
        return tuple(done), change

    def next(self, key: UnlockedKey, row: SheetRow, content: bytes, strokes: Sequence[Stroke]) -> Change:
        """Sign after those who have signed."""
        assert row.next is not None  # noqa: S101 - asked before
        signed = key.sign_next(content, row.next, self._clock(), strokes, row.said)
        _, change = self._keep("signing.sign", key, [(row, signed)])
        if change is None:
            raise SignedMeanwhile((row.code,))
        return change

    def _keep(
        self, verb: str, key: UnlockedKey, batch: Sequence[tuple[SheetRow, KeptSheet]]
    ) -> tuple[list[str], Change | None]:
        """Keep these sheets with their entry, unless a result was decided anew while they were drawn; whose they are.

        A sheet that another window signed meanwhile stays as it was signed there.
        """
        with self._open.writing() as uow:
            fresh = self._as_begun(uow, batch)
            if not fresh:
                return [], None
            sheets = {row.code: [row.version, len(row.steps) + 1, kept.sha256] for row, kept in fresh}
            what = {"year": self._year, "certificate": key.fingerprint, "sheets": sheets}
            entry = uow.journal.append(self._actor, verb, str(self._year), what, dated=True)
            for row, kept in fresh:
                uow.seals.put(entry, self._seal(row, kept, key))
            uow.commit()
        return [row.code for row, _ in fresh], Change.of(Topic.SIGNING, entry=entry)

    def _as_begun(
        self, uow: UnitOfWork, batch: Sequence[tuple[SheetRow, KeptSheet]]
    ) -> list[tuple[SheetRow, KeptSheet]]:
        """Those that are signed as far as they were when the act began, by whom and with what they were drawn then;
        OldVersion where a later one replaced one."""
        ready, held = self._ports.finals.ready(uow, self._year), steps_of(uow, self._year)
        for row, _ in batch:
            if (newest := newest_of(ready, row.code)) != row.version:
                raise OldVersion(row.code, row.version, newest)
        now = {each.code: _drawn_from(sheet_row(each, held)) for each in ready}
        return [(row, kept) for row, kept in batch if now[row.code] == _drawn_from(row)]

    def _seal(self, row: SheetRow, kept: KeptSheet, key: UnlockedKey) -> NewSeal:
        step = len(row.steps) + 1
        by = row.expected[step - 1]
        return NewSeal(
            self._year,
            row.code,
            row.version,
            step,
            by.role,
            by.name,
            key.fingerprint,
            kept.sha256,
            self._head.hash,
            len(row.expected),
            kept.content,
        )


def _drawn_from(row: SheetRow) -> tuple[object, ...]:
    """What a signature would be wrong without: who has signed, who has to, and whether the person refused (拒签)."""
    return row.steps, row.expected, row.said is not None and row.said.opinion is Opinion.REFUSED
