"""What decisions on re-review still owe: people to be told, and those whose published particulars wait for a notice."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from committee_desk.domain.course import Stage
from committee_desk.services.effect_publishing import republished_by
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_notice import approved_list
from committee_desk.services.views import Owed

NAMED_AT_MOST = 5
OBJECTIONS, PUBLICATION = "objections", "publication"


def owed(uow: UnitOfWork, year: int, _today: date, names: Mapping[str, str]) -> Iterator[Owed]:
    """The lines of 工作台; nothing where no re-review changed anything."""
    informings = uow.informings.of_year(year)
    if not informings:
        return
    if untold := list(dict.fromkeys(each.code for each in informings if each.told is None)):
        yield _line("effects_to_tell", OBJECTIONS, untold, names)
    listed = approved_list(uow, year) if uow.course.stage(year) is Stage.CLOSED else None
    if listed is not None and (waiting := republished_by(uow, year, listed)):
        yield _line("effects_to_publish", PUBLICATION, waiting, names, blocking=True)


def _line(kind: str, page: str, codes: Sequence[str], names: Mapping[str, str], *, blocking: bool = False) -> Owed:
    shown = tuple(names.get(code, code) for code in codes[:NAMED_AT_MOST])
    return Owed(kind, page, {"count": len(codes), "names": shown, "codes": tuple(codes)}, blocking=blocking)
