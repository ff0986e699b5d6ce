"""Whose certificate signed: from the signer's up to the office's, every link proved and none beside them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.x509.oid import NameOID

from committee_desk.documents.signing.certificates import (
    TITLES,
    attribute,
    fingerprint_of,
    holder_of,
    is_authority,
    is_demo,
    office_of,
)
from committee_desk.domain.sealing import ExpectedSigner, SignerRole, same_office


class BrokenChain(Exception):
    """The certificates that came along do not lead from the signer to one office."""


class Chain(NamedTuple):
    """From the signer's certificate to the office's: the last one is what a PC trusts."""

    links: tuple[x509.Certificate, ...]

    @property
    def leaf(self) -> x509.Certificate:
        """The signer's."""
        return self.links[0]

    @property
    def anchor(self) -> x509.Certificate:
        """The office's."""
        return self.links[-1]

    @property
    def office(self) -> str:
        """Whose it is."""
        return office_of(self.anchor)

    @property
    def fingerprint(self) -> str:
        """What is trusted or not."""
        return fingerprint_of(self.anchor)

    @property
    def authorities(self) -> tuple[str, ...]:
        """The certificates above the signer's."""
        return tuple(fingerprint_of(each) for each in self.links[1:])

    @property
    def demo(self) -> bool:
        """Whether it is that of demonstrations."""
        return is_demo(self.anchor)

    def is_for(self, signer: ExpectedSigner) -> bool:
        """Whether it is the certificate of that signer: of that name, for that end, of that person."""
        title, code = attribute(self.leaf, NameOID.TITLE), attribute(self.leaf, NameOID.USER_ID)
        if len(self.links) == 1:  # taken over: it is the office's and can be nobody's else
            return signer.role is SignerRole.SEAL and same_office(self.office, signer.name)
        named = same_office(holder_of(self.leaf), signer.name)
        return named and title == TITLES[signer.role] and code == (signer.code or "")

    def too_early(self, at: datetime) -> bool:
        """Whether one of them did not hold yet."""
        return any(at < each.not_valid_before_utc for each in self.links)

    def expired(self, at: datetime) -> bool:
        """Whether one of them held no longer."""
        return any(at > each.not_valid_after_utc for each in self.links)


def chain_of(leaf: x509.Certificate, along: Sequence[x509.Certificate]) -> Chain:
    """The chain of exactly these certificates; BrokenChain where they are none, or more than one."""
    links, left = [leaf], [each for each in along if each != leaf]
    try:
        if len(left) != len(along) - 1 or is_authority(leaf):
            raise BrokenChain
        while left:
            (above,) = (each for each in left if each.subject == links[-1].issuer)
            _require_issued(links[-1], above)
            links.append(above)
            left.remove(above)
        if len(links) > 1:
            _require_issued(links[-1], links[-1])
    except (ValueError, TypeError, InvalidSignature, x509.ExtensionNotFound):
        raise BrokenChain from None
    return Chain(tuple(links))


def _require_issued(below: x509.Certificate, above: x509.Certificate) -> None:
    """The one above is an authority, of the same office, and its key signed the one below."""
    usage = above.extensions.get_extension_for_class(x509.KeyUsage).value
    same = office_of(below) == office_of(above) and is_demo(below) == is_demo(above)
    if not (is_authority(above) and usage.key_cert_sign and same):
        raise BrokenChain
    below.verify_directly_issued_by(above)
