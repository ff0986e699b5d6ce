"""Slips that hand a password over on paper: folded, read once by the account's owner, then destroyed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from committee_desk.domain.roles import Right
from committee_desk.services.account_views import NewAccount, OneTimePassword
from committee_desk.services.actor import Actor
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: whose account, which password, by whom and when. `first` where the account is new."""

    office: str
    demo: bool
    login: str
    holder: str
    at: datetime
    by: str
    first: bool
    password: str = field(repr=False)
    entry: int = 0


class SlipDrawer(Protocol):
    """Puts slips on paper."""

    def draw(self, slips: Sequence[Slip]) -> bytes:
        """One slip a page, as PDF."""
        ...


class SlipDesk:
    """Draws slips. The act they belong to is journalled where it is done; the password stands nowhere but here."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat, drawer: SlipDrawer) -> None:
        self._open, self._clock, self._seat, self._drawer = open_work, clock, seat, drawer

    @allowed(Right.KEEP_ACCOUNTS)
    def reset(self, given: OneTimePassword) -> bytes:
        """The slip of a password that was reset, as PDF."""
        office, demo = self._whose()
        told = Slip(office, demo, given.login, given.holder, given.at, given.by, False, given.password, given.entry)  # noqa: FBT003 - a field
        return self._drawer.draw([told])

    @allowed(Right.KEEP_ACCOUNTS)
    def first(self, actor: Actor, accounts: Sequence[NewAccount]) -> bytes:
        """The slips of new accounts, one a page, as PDF."""
        office, demo = self._whose()
        now = self._clock()
        return self._drawer.draw(
            [Slip(office, demo, each.login, each.holder, now, actor.name, True, each.password) for each in accounts]  # noqa: FBT003
        )

    def _whose(self) -> tuple[str, bool]:
        with self._open.reading() as uow:
            desk = uow.office.identity()
        return desk.office, desk.demo
