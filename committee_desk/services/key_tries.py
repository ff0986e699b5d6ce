"""Trying the secret of a kept key, a signer's PIN or the office's passphrase: counted as passwords are."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from committee_desk.domain.sealing import CertificateKind
from committee_desk.services.actor import Actor
from committee_desk.services.attempts import Count, Verbs
from committee_desk.services.certificate_refusals import PinLocked, SealLocked, WrongPin, WrongSealPassphrase
from committee_desk.services.certificate_views import CertificateRow
from committee_desk.services.ports import Clock, OpenUnitOfWork

T = TypeVar("T")

UNLOCKED = "signing.unlock"
KEYS = Verbs("signing.refused", "signing.locked", frozenset({UNLOCKED}))


class KeyTries:
    """Has a key unlocked by who knows its secret. Issuer and seal share a passphrase, and count as one."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock) -> None:
        self._open, self._count = open_work, Count(clock, KEYS)

    def unlock(self, chain: Sequence[CertificateRow], by: Actor, unlock: Callable[[], T]) -> T:
        """What `unlock` gives, in one transaction that keeps its failure.

        `chain` is the certificate of the key, whose key signed it, and so on. WrongPin and WrongSealPassphrase are
        `unlock`'s own; PinLocked and SealLocked say until when to wait.
        """
        own = chain[0].kind is CertificateKind.SIGNER
        held = chain[0] if own else chain[-1]
        subject = f"{held.holder} {held.fingerprint[:16]}"
        with self._open.writing() as uow:
            tries = self._count.tries(uow, subject)
            if (until := self._count.waits_until(uow, subject, tries, by)) is not None:
                raise PinLocked(held.holder, until) if own else SealLocked(until)
            try:
                unlocked = unlock()
            except (WrongPin, WrongSealPassphrase):
                self._count.failed(uow, subject, tries, by)
                uow.commit()
                raise
            if tries.failures:
                uow.journal.append(by, UNLOCKED, subject, {"failures": tries.failures})
                uow.commit()
        return unlocked
