"""What is refused of sealing and signing: facts, each with its sentence in `wording.signing_refusals`."""

from collections.abc import Sequence

from committee_desk.domain.errors import DeskError
from committee_desk.domain.sealing import SignerRole


class NotDecided(DeskError):
    """Somebody's result is not decided and locked, so there is no final sheet."""

    def __init__(self, year: int, codes: Sequence[str]) -> None:
        super().__init__(year, tuple(codes))
        self.year, self.codes = year, tuple(codes)


class NobodyToSeal(DeskError):
    """Nobody's result of the year is decided yet."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class NotByTheSeal(DeskError):
    """The sheets of this office are signed by people (严格), not by the seal."""


class NotYourTurn(DeskError):
    """Whoever signs is not the one who is expected to sign next; `role` and `name` say who is."""

    def __init__(self, code: str, role: SignerRole, name: str) -> None:
        super().__init__(code, role, name)
        self.code, self.role, self.name = code, role, name


class OpinionMissing(DeskError):
    """The person is to sign and it is not recorded yet what the person says of the result, and when."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SignedAlready(DeskError):
    """All who are expected have signed the sheet."""

    def __init__(self, code: str, version: int) -> None:
        super().__init__(code, version)
        self.code, self.version = code, version


class MovedMeanwhile(DeskError):
    """Who has to sign these sheets, or a refusal that they bear, moved while they were being signed: none was."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(tuple(codes))
        self.codes = tuple(codes)


class SignedMeanwhile(DeskError):
    """Another window signed the same sheets while they were being signed here; theirs stand."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(tuple(codes))
        self.codes = tuple(codes)


class OldVersion(DeskError):
    """A signature on a version that a later one has replaced."""

    def __init__(self, code: str, version: int, newest: int) -> None:
        super().__init__(code, version, newest)
        self.code, self.version, self.newest = code, version, newest


class NoCertificateToSign(DeskError):
    """Whoever is to sign has no certificate that holds."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NotSealed(DeskError):
    """There is no sealed sheet of that person and version."""

    def __init__(self, year: int, code: str, version: int | None = None) -> None:
        super().__init__(year, code, version)
        self.year, self.code, self.version = year, code, version


class SealedSheetChanged(DeskError):
    """The kept bytes of a sealed sheet are not those that were sealed."""

    def __init__(self, code: str, version: int) -> None:
        super().__init__(code, version)
        self.code, self.version = code, version


class StrokesUnfit(DeskError):
    """A handwriting without a line, with far too many points, or with points outside its field."""


class SheetUnfit(DeskError):
    """A drawn sheet that cannot be signed: no room for the signature on its page."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
