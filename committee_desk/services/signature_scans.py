"""The scan of a signed sheet: it comes after the signature, and stays as it is once the result is archived."""

from committee_desk.services.attachment_views import ScanArchived, ScanUnsigned
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork

_OF_A_SIGNATURE = "signature"


def require_keepable(uow: UnitOfWork, subject: str) -> None:
    """Refuse a scan before its signature, and a second one once the result is archived."""
    if (signed := _signature(subject)) is None:
        return
    year, code, version = signed
    if all((each.code, each.version) != (code, version) for each in uow.results.signatures(year)):
        raise ScanUnsigned(_name(uow, year, code), version)
    if uow.attachments.of(subject):
        require_open(uow, subject)


def require_open(uow: UnitOfWork, subject: str) -> None:
    """Refuse where the subject is the signature of an archived result: what was archived is read-only."""
    if (signed := _signature(subject)) is None:
        return
    year, code, version = signed
    for each in uow.results.of_year(year):
        if (each.code, each.version) == (code, version) and each.archived is not None:
            raise ScanArchived(_name(uow, year, code), year)


def _signature(subject: str) -> tuple[int, str, int] | None:
    """Year, person and version, where the subject is a signature."""
    kind, _, rest = subject.partition(":")
    if kind != _OF_A_SIGNATURE:
        return None
    year, _, signed = rest.partition(":")
    code, _, version = signed.rpartition(":")
    return int(year), code, int(version)


def _name(uow: UnitOfWork, year: int, code: str) -> str:
    people = people_of(uow, year)
    return people[code].name if code in people else code
