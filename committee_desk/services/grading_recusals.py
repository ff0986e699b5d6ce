"""Nobody records about the own grade or a relative's (公务员法 76), at whichever step of grading."""

from collections.abc import Iterable, Mapping

from committee_desk.services.actor import Actor
from committee_desk.services.grading_refusals import GradesOwn
from committee_desk.services.grading_views import DecisionKind
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.relations import kin_of
from committee_desk.services.typed_people import Part, aside


def require_hand_apart(uow: UnitOfWork, year: int, actor: Actor, codes: Iterable[str]) -> None:
    """Refuse whose act it is where one of these is himself or a relative. A bare surname is a login, and no name."""
    people = people_of(uow, year)
    found = aside(kin_of(uow), people, actor.name, codes)
    if found is not None and found.why is not Part.UNCLEAR:
        name = people[found.of].name if found.of in people else found.of
        raise GradesOwn(year, found.who, name, kin=found.why is Part.KIN)


def people_of_decision(kind: DecisionKind, subject: str, content: Mapping[str, object]) -> tuple[str, ...]:
    """Whom a decision is about: the equals of a tie, who has no rating; places and percentages are about nobody."""
    if kind is DecisionKind.INCOMPLETE:
        return (subject,)
    equals = content.get("equals", ())
    return tuple(map(str, equals)) if isinstance(equals, list | tuple) else ()
