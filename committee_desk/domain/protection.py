"""What protects a desk: the rules of its passphrase, and what can stand in the way of setting or lifting it."""

import unicodedata

from committee_desk.domain.errors import DeskError

LEAST_PASSPHRASE = 8


class PassphraseTooShort(DeskError):
    """A new passphrase has fewer characters than are needed, or only spaces."""

    def __init__(self, least: int = LEAST_PASSPHRASE) -> None:
        super().__init__(str(least))
        self.least = least


class SamePassphrase(DeskError):
    """The new passphrase is the old one."""


class AlreadyProtected(DeskError):
    """A desk that has a passphrase gets another one with the old one, not without."""


class NotProtected(DeskError):
    """The desk has no passphrase that could be changed, lifted or written on a recovery sheet."""


def spelt(passphrase: str) -> str:
    """The passphrase as every input method gives it: composed characters (NFC), otherwise to the letter."""
    return unicodedata.normalize("NFC", passphrase)


def require_long_enough(passphrase: str) -> None:
    """Refuse a new passphrase that is too short, or nothing but spaces."""
    if len(spelt(passphrase)) < LEAST_PASSPHRASE or not passphrase.strip():
        raise PassphraseTooShort
