"""What sealing owes: decided sheets that are not sealed, in an office that seals."""

from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.domain.sealing import CertificateKind
from committee_desk.services.certificate_rules import standing
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.result_archiving import DECISIONS
from committee_desk.services.signing_rules import refused_since, steps_of
from committee_desk.services.views import Owed

NAMED_AT_MOST = 5


def owed(uow: UnitOfWork, year: int, _today: date, names: Mapping[str, str]) -> Iterator[Owed]:
    """The line of 工作台; none where the office has no seal, as one that signs on paper alone has none."""
    newest = {each.code: each.version for each in uow.results.of_year(year)}
    if not newest or standing(uow.certificates.all(), CertificateKind.SEAL) is None:
        return
    held, refusals = steps_of(uow, year), uow.results.refusals(year)
    whole = {
        key
        for key, steps in held.items()
        if len(steps) == steps[0].expected and not refused_since(steps, refusals.get(key, 0))
    }
    if waiting := [code for code, version in newest.items() if (code, version) not in whole]:
        told = tuple(names.get(code, code) for code in waiting[:NAMED_AT_MOST])
        yield Owed("sheets_to_seal", DECISIONS, {"count": len(waiting), "names": told, "codes": tuple(waiting)})
