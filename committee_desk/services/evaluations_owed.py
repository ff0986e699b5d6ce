"""What evaluations owe: causes of acquittals and exemptions, and deductions that rest on none."""

from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.services.evaluations import asking_in, deducted_without_cause
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.views import Owed

CASES = "cases"
NAMED_AT_MOST = 3


def owed(uow: UnitOfWork, year: int, today: date, names: Mapping[str, str]) -> Iterator[Owed]:  # noqa: ARG001 - every subject's signature
    """The lines of 工作台; nothing where no case of the year ended in acquittal or exemption."""
    asking = asking_in(uow, year)
    if not asking:
        return
    found = uow.evaluations.causes(year)
    if lacking := [number for number in asking if number not in found]:
        yield Owed("cause_missing", CASES, _named(lacking))
    if odd := deducted_without_cause(uow, year, asking, found):
        yield Owed("deducted_without_cause", CASES, _named([*odd]))


def _named(numbers: list[str]) -> dict[str, object]:
    return {"count": len(numbers), "names": tuple(numbers[:NAMED_AT_MOST]), "numbers": tuple(numbers)}
