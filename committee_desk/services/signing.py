"""Final sheets sealed or signed electronically: one act for all sheets by the seal, or the chair and then the person.

A signed sheet is kept to the byte: what is written, printed or shown of it is the very file that was signed.
"""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from committee_desk.domain.roles import Right, Way
from committee_desk.domain.sealing import CertificateKind, SignerRole, Stroke, same_office
from committee_desk.services.actor import Actor
from committee_desk.services.certificate_refusals import NoOfficeCertificate
from committee_desk.services.certificate_rules import require_holding, standing
from committee_desk.services.certificate_views import CertificateRow
from committee_desk.services.certificates import CertificatesDesk
from committee_desk.services.changes import Change
from committee_desk.services.folders import refuse_foreign, require_folder
from committee_desk.services.ports import Clock, OpenUnitOfWork, Progress
from committee_desk.services.seat import Seat, allowed, anybody, way_in
from committee_desk.services.signing_act import SigningAct, SigningPorts
from committee_desk.services.signing_refusals import (
    NobodyToSeal,
    NotByTheSeal,
    NotSealed,
    NotYourTurn,
    OpinionMissing,
    SealedSheetChanged,
    SignedAlready,
    SignedMeanwhile,
)
from committee_desk.services.signing_rules import (
    newest_of,
    refused_since,
    require_fit_strokes,
    rows_for,
    sheet_row,
    steps_of,
)
from committee_desk.services.signing_views import Sealed, SealedSheet, SealRow, SheetRow, SheetState, SigningView
from committee_desk.services.verdicts import Flaw, Verdict


class SigningDesk:
    """Seals and signs final sheets, gives them back, and says of a file whether it is one of them."""

    def __init__(
        self, open_work: OpenUnitOfWork, clock: Clock, ports: SigningPorts, certificates: CertificatesDesk, seat: Seat
    ) -> None:
        self._open, self._clock, self._seat, self._ports = open_work, clock, seat, ports
        self._certificates = certificates

    @allowed(Right.SEE_GRADING)
    def view(self, year: int) -> SigningView:
        """Every final sheet of the year: how far it is signed and who is next."""
        with self._open.reading() as uow:
            held, strict = steps_of(uow, year), way_in(uow) is Way.STRICT
            rows = tuple(sheet_row(ready, held) for ready in self._ports.finals.ready(uow, year))
        return SigningView(year, strict, rows)

    @allowed(Right.SEAL_SHEETS)
    def seal(  # noqa: PLR0913, PLR0917 - who seals whose sheets with what, and where they go
        self,
        actor: Actor,
        year: int,
        codes: Sequence[str] | None,
        passphrase: str,
        folder: Path | None = None,
        progress: Progress | None = None,
    ) -> Sealed:
        """Seal the final sheets of these people (None: of everybody decided) with the office's one seal.

        Who is sealed already is left alone, so that an act that was stopped goes on where it ended. With a folder,
        the files of all of them are written there.
        """
        act = self._begin(actor, year, codes, SignerRole.SEAL)
        wanted, key = act.sheets, None
        if folder is not None:  # before anything is sealed
            _require_room(folder, wanted)
        if act.open:
            key = act.unlock(self._seal_row(actor), self._seal_passphrase(passphrase))
        done, change = act.first(key, (), progress)
        before = act.before(done)
        paths = self._write(actor, year, (*done, *before), folder) if folder is not None else ()
        return Sealed(change, done, before, paths)

    @allowed(Right.SIGN_SHEETS)
    def sign(  # noqa: PLR0913, PLR0917 - who signs whose sheets under which PIN, by which hand
        self,
        actor: Actor,
        year: int,
        codes: Sequence[str] | None,
        pin: str,
        strokes: Sequence[Stroke] = (),
        progress: Progress | None = None,
    ) -> Sealed:
        """Sign and certify sheets as the committee's chair; who is signed already is left alone."""
        hand = require_fit_strokes(strokes) if strokes else ()
        act = self._begin(actor, year, codes, SignerRole.CHAIR)
        for row in act.open:
            if row.next is None or not same_office(row.next.name, actor.name):
                raise NotYourTurn(row.code, SignerRole.CHAIR, row.next.name if row.next else "")
        key = act.unlock(act.signer(actor.name, None), pin) if act.open else None
        done, change = act.first(key, hand, progress)
        before = act.before(done)
        if act.open and not done:
            raise SignedMeanwhile([row.code for row in act.open])
        return Sealed(change, done, before)

    @allowed(Right.SERVE_RESULTS)
    def sign_as_person(self, actor: Actor, year: int, code: str, pin: str, strokes: Sequence[Stroke] = ()) -> Change:
        """Have the assessed person sign the sheet that the chair has signed, under the person's own PIN.

        Opinion and date as they are recorded of the person go into the field that is signed.
        """
        hand = require_fit_strokes(strokes) if strokes else ()
        act = SigningAct(self._open, self._clock, self._ports, actor, year, (code,))
        (row,) = act.sheets
        if row.next is None:
            raise SignedAlready(code, row.version)
        if row.next.role is not SignerRole.PERSON:
            raise NotYourTurn(code, row.next.role, row.next.name)
        if row.said is None:
            raise OpinionMissing(row.name)
        key = act.unlock(act.signer(row.next.name, code), pin)
        return act.next(key, row, self._bytes(row.steps[-1]), hand)

    @allowed(Right.SEE_SCORES)
    def sheet(self, year: int, code: str, version: int | None = None) -> SealedSheet:
        """The sealed sheet, its newest version or the one named: the very bytes that were signed."""
        with self._open.reading() as uow:
            steps = {key: rows for key, rows in steps_of(uow, year).items() if key[0] == code}
            ready = self._ports.finals.ready(uow, year)
            newest = max((*(each for _, each in steps), newest_of(ready, code)), default=0)
        asked = newest if version is None else version
        rows = steps.get((code, asked))
        if not rows:
            raise NotSealed(year, code, version)
        refused_at = next((each.refused_at for each in ready if (each.code, each.version) == (code, asked)), 0)
        whole = len(rows) == rows[0].expected and not refused_since(rows, refused_at)
        state = SheetState.WHOLE if whole else SheetState.BEGUN
        replaced_by = newest if newest > asked else None
        return SealedSheet(year, code, asked, state, self._bytes(rows[-1]), replaced_by)

    @allowed(Right.PRINT_SHEETS)
    def write(
        self,
        actor: Actor,
        year: int,
        codes: Sequence[str] | None,
        folder: Path,
        progress: Progress | None = None,
    ) -> tuple[Path, ...]:
        """Write the files of whole sheets into a folder, all or none; codes None means all that are whole."""
        return self._write(actor, year, codes, folder, progress)

    @allowed(Right.PRINT_SHEETS)
    def hand_out(self, actor: Actor, year: int, codes: Sequence[str], version: int | None = None) -> tuple[bytes, ...]:
        """Whole sheets for a printer, or a file that somebody names: the very bytes, with one entry in the journal."""
        sheets = [self.sheet(year, code, version) for code in codes]
        for sheet in sheets:
            if sheet.state is not SheetState.WHOLE:
                raise NotSealed(year, sheet.code, sheet.version)
        with self._open.writing() as uow:
            what = {"year": year, "sheets": {sheet.code: sheet.version for sheet in sheets}}
            uow.journal.append(actor, "signing.write", str(year), what)
            uow.commit()
        return tuple(sheet.pdf for sheet in sheets)

    @anybody("a sheet is verified by whoever holds it")
    def verify(self, path: Path) -> Verdict:
        """Whether a PDF is a genuine sheet; of this desk's own also whether it is the version in force."""
        verdict = self._ports.verifier(path)
        if not verdict.genuine or verdict.year is None or verdict.person is None:
            return verdict
        with self._open.reading() as uow:
            own = uow.certificates.all()
            if verdict.fingerprint not in {row.fingerprint for row in own}:
                return verdict
            held = uow.seals.of_year(verdict.year, verdict.person)
            known = uow.seals.by_hash(verdict.sha256) is not None
            ready = self._ports.finals.ready(uow, verdict.year)
        signed = {row.certificate for row in held if row.version == verdict.version} | {verdict.fingerprint}
        ended = [row.withdrawn for row in own if row.fingerprint in signed and row.withdrawn is not None]
        newest = max((*(row.version for row in held), newest_of(ready, verdict.person)))
        verdict = replace(verdict, withdrawn=min(ended, default=None))
        if verdict.version is not None and verdict.version < newest:
            return verdict.but(Flaw.REPLACED, replaced_by=newest)
        if not known:
            return verdict.but(Flaw.UNKNOWN_TO_DESK)
        if verdict.sha256 not in {row.sha256 for row in held}:  # this version was sealed anew since
            return verdict.but(Flaw.REPLACED, replaced_by=verdict.version)
        return verdict

    def _begin(self, actor: Actor, year: int, codes: Sequence[str] | None, role: SignerRole) -> SigningAct:
        """The sheets of an act; refused where nobody is decided, or others than this role sign first."""
        act = SigningAct(self._open, self._clock, self._ports, actor, year, codes)
        if not act.sheets:
            raise NobodyToSeal(year)
        for row in act.open:
            expected = row.expected[0]
            if expected.role is not role:
                raise NotByTheSeal if role is SignerRole.SEAL else NotYourTurn(row.code, expected.role, expected.name)
        return act

    def _write(
        self,
        actor: Actor,
        year: int,
        codes: Sequence[str] | None,
        folder: Path,
        progress: Progress | None = None,
    ) -> tuple[Path, ...]:
        with self._open.reading() as uow:
            rows = rows_for(uow, self._ports.finals.ready(uow, year), year, codes)
        whole = [row for row in rows if row.state is SheetState.WHOLE]
        for row in rows:
            if codes is not None and row.state is not SheetState.WHOLE:
                raise NotSealed(year, row.code, row.version)
            refuse_foreign(folder / row.file_name)
        with self._ports.open_folder(folder) as files:
            for number, row in enumerate(whole):
                if progress:
                    progress(number, len(whole))
                files.put(row.file_name, self._bytes(row.steps[-1]))
            with self._open.writing() as uow:
                what = {"year": year, "sheets": {row.code: row.version for row in whole}}
                uow.journal.append(actor, "signing.write", str(year), what)
                placed = files.place()
                uow.commit()
        return placed

    def _seal_passphrase(self, passphrase: str) -> str:
        with self._open.reading() as uow:
            demo = uow.office.identity().demo
        return self._ports.maker.demonstration_passphrase() if demo else passphrase

    def _seal_row(self, actor: Actor) -> CertificateRow:
        """The office's seal; of a demonstration that of all demonstrations of this PC."""
        with self._open.reading() as uow:
            demo = uow.office.identity().demo
        if demo:
            self._certificates.for_demonstration(actor)
        with self._open.reading() as uow:
            seal = standing(uow.certificates.all(), CertificateKind.SEAL)
        if seal is None:
            raise NoOfficeCertificate(CertificateKind.SEAL)
        require_holding(seal, self._clock())
        return seal

    def _bytes(self, row: SealRow) -> bytes:
        """The kept bytes, which must be those that were signed."""
        with self._open.reading() as uow:
            content = uow.seals.content(row.sha256)
        if content is None or sha256(content).hexdigest() != row.sha256:
            raise SealedSheetChanged(row.code, row.version)
        return content


def _require_room(folder: Path, rows: Sequence[SheetRow]) -> None:
    """Refuse a folder that cannot be one, or in which something foreign stands in a sheet's place."""
    require_folder(folder)
    for row in rows:
        refuse_foreign(folder / row.file_name)
