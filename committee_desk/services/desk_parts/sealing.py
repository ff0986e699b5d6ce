"""The services that make a final sheet evidence: certificates, seals and signatures."""

from functools import cached_property
from typing import TYPE_CHECKING

from committee_desk.services.desk_parts.held import DeskPart

if TYPE_CHECKING:
    from committee_desk.services.certificates import CertificatesDesk
    from committee_desk.services.final_sheets import FinalSheets
    from committee_desk.services.signing import SigningDesk


class SealingPart(DeskPart):
    """电子签章: whose certificates there are, and which sheets are sealed."""

    @cached_property
    def certificates(self) -> "CertificatesDesk":
        """The office's certificates and its signers', and whom this PC trusts."""
        from committee_desk.services.certificates import CertificatesDesk  # noqa: PLC0415 - the window opens without

        return CertificatesDesk(
            self._open, self.clock, self._paper.certificates, self._paper.trust, self.seat, self.witnessing
        )

    @cached_property
    def signing(self) -> "SigningDesk":
        """Sealed and signed sheets."""
        from committee_desk.services.signing import SigningDesk  # noqa: PLC0415 - the window opens without
        from committee_desk.services.signing_act import SigningPorts  # noqa: PLC0415 - the same

        paper = self._paper
        ports = SigningPorts(paper.certificates, paper.signer, paper.verifier, paper.open_folder, self._final_sheets)
        return SigningDesk(self._open, self.clock, ports, self.certificates, self.seat)

    @cached_property
    def _final_sheets(self) -> "FinalSheets":
        """The sheets that may be sealed."""
        from committee_desk.services.decided_sheets import DecidedSheets  # noqa: PLC0415 - the window opens without

        return DecidedSheets(self._open, self.clock, self._paper.drawer)
