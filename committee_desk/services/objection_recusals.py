"""Who stands aside at the objection counter (公务员法 76): who objects, whom it is about, and their relatives."""

from collections.abc import Iterable

from committee_desk.domain.names import spelt
from committee_desk.services.objection_refusals import ReceiverIsKin, ReceiverIsObjector, ReceiverUnclear
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.relations import kin_of
from committee_desk.services.typed_people import Part, People, aside, called


def require_receiver_apart(
    uow: UnitOfWork, people: People, typed: str, about: Iterable[str], *, application: bool = False
) -> str:
    """Who took the paper, by name; refused where that is somebody with a part in it, or may be."""
    require_no_part(uow, people, typed, about, "", application=application)
    meant = called(people, typed)
    by_code = len(meant) == 1 and spelt(typed) == spelt(meant[0])
    return people[meant[0]].name if by_code else typed


def require_no_part(  # noqa: PLR0913 - who, as what people, about whom, in which paper
    uow: UnitOfWork, people: People, typed: str, about: Iterable[str | None], label: str, *, application: bool = False
) -> None:
    """Refuse who takes or decides a paper of his own, about himself, or about a relative; and who cannot be told."""
    found = aside(kin_of(uow), people, typed, about)
    if found is None:
        return
    if found.why is Part.SELF:
        raise ReceiverIsObjector(found.who, label, application=application)
    if found.why is Part.KIN:
        relative = people[found.of].name if found.of in people else found.of
        raise ReceiverIsKin(found.who, relative, label, application=application)
    raise ReceiverUnclear(found.who, found.options, label, application=application)
