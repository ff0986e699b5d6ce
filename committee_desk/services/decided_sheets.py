"""The final sheets of decided results, as sealing asks for them: drawn from locked data, never from what the desk says
today."""

from collections.abc import Mapping

from committee_desk.domain.committee import MemberPost
from committee_desk.domain.publication import CHINA
from committee_desk.domain.results import Opinion, Result, Signature
from committee_desk.domain.roles import Way
from committee_desk.domain.sealing import expected_signers
from committee_desk.services.committee_rules import sitting
from committee_desk.services.final_sheets import FinalSheet, ReadySheet
from committee_desk.services.locked_sheets import LockedSheet
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import way_in
from committee_desk.services.settings import SETTINGS, SIGNING_APPROVAL
from committee_desk.services.sheet_views import SheetDrawer, Stamp
from committee_desk.services.signing_refusals import NotDecided


class DecidedSheets:
    """Gives the newest version of everybody's final sheet."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, drawer: SheetDrawer) -> None:
        self._open, self._clock, self._drawer = open_work, clock, drawer
        self._read: dict[str, LockedSheet] = {}

    def ready(self, uow: UnitOfWork, year: int) -> tuple[ReadySheet, ...]:
        """Everybody whose result is decided and locked, by code."""
        return self._of(uow, year, {each.code: each for each in uow.results.of_year(year)})

    def _of(self, uow: UnitOfWork, year: int, newest: Mapping[str, Result]) -> tuple[ReadySheet, ...]:
        strict, office = way_in(uow) is Way.STRICT, uow.office.identity().office
        chair = self._chair(uow) if strict else None
        said = {(each.code, each.version): each for each in uow.results.signatures(year)}
        refusals = uow.results.refusals(year)
        return tuple(
            self._ready(each, office, chair, said.get((each.code, each.version)), strict=strict)._replace(
                refused_at=refusals.get((each.code, each.version), 0)
            )
            for each in newest.values()
        )

    def _ready(
        self, result: Result, office: str, chair: str | None, said: Signature | None, *, strict: bool
    ) -> ReadySheet:
        locked = self._locked(result)
        person, refused = locked.sheet.person, said is not None and said.opinion is Opinion.REFUSED
        signers = expected_signers(office, chair, person.code, person.name, strict=strict, refused=refused)
        return ReadySheet(person.code, person.name, result.version, signers, self._drawer.file_name(locked.sheet), said)

    def _locked(self, result: Result) -> LockedSheet:
        """The locked data, read once: they never change."""
        if result.fingerprint not in self._read:
            self._read[result.fingerprint] = LockedSheet.from_json(result.sheet)
        return self._read[result.fingerprint]

    def _chair(self, uow: UnitOfWork) -> str | None:
        today = self._clock().astimezone(CHINA).date()
        members = (row.member for row in sitting(uow.members.all(), today))
        return next((each.name for each in members if each.post is MemberPost.CHAIR), None)

    def sheet(self, year: int, code: str) -> FinalSheet:
        """The newest final sheet of that person, drawn; NotDecided where there is none."""
        with self._open.reading() as uow:
            result = next((each for each in reversed(uow.results.of_year(year)) if each.code == code), None)
            (ready,) = self._of(uow, year, {code: result}) if result is not None else (None,)
            approval = uow.settings.all().get(SIGNING_APPROVAL, SETTINGS[SIGNING_APPROVAL].default)
            head = uow.journal.head()
        if ready is None or result is None:
            raise NotDecided(year, (code,))
        locked = self._locked(result)
        stamp = Stamp(locked.version, result.fingerprint, None, self._clock(), head, locked.replaces)
        drawn = self._drawer.draw_final(locked, stamp, approval, ready.said)
        signers = tuple(each._replace(box=drawn.boxes.get(each.role)) for each in ready.signers)
        return FinalSheet(ready._replace(signers=signers), result.sheet, locked.replaces, drawn.pdf)
