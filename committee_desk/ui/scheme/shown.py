"""What the page shows at a moment: one text, what it says, its tree and its faults."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from committee_desk.domain.scheme import PERFORMANCE, Scheme
from committee_desk.domain.scheme_checking import faults
from committee_desk.domain.scheme_document import Document, parsed, written
from committee_desk.domain.scheme_faults import (
    DictionaryIncomplete,
    NumberOutOfBounds,
    PerformanceTooSmall,
    RepeatedName,
    SchemeRefused,
    StandardOfNothing,
)
from committee_desk.domain.scheme_file import read
from committee_desk.ui.scheme.nodes import Node, scheme_nodes
from committee_desk.wording.scheme_faults import fault_at_field


@dataclass(frozen=True)
class Shown:
    """One text of a scheme as the page has it."""

    document: Document
    scheme: Scheme
    nodes: tuple[Node, ...]
    faults: tuple[SchemeRefused, ...]
    by_where: Mapping[str, str]
    by_key: Mapping[str, str]
    where_of: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text itself."""
        return written(self.document)

    def node(self, key: str) -> Node | None:
        """The node with that key."""
        return next((each for top in self.nodes for each in top.walk() if each.key == key), None)


def shown(text: str, year: int) -> Shown:
    """What a text says."""
    return shown_document(parsed(text), year)


def shown_document(document: Document, year: int) -> Shown:
    """The same of a document."""
    scheme = read(written(document))
    nodes = tuple(scheme_nodes(document, scheme, year))
    found = tuple(faults(scheme))
    by_where = {where: fault_at_field(each) for each in reversed(found) for where in _wheres(each, scheme)}
    by_key, where_of = _by_key(nodes, by_where)
    return Shown(document, scheme, nodes, found, by_where, by_key, where_of)


def _wheres(fault: SchemeRefused, scheme: Scheme) -> Iterator[str]:
    """The fields at which a fault is put right."""
    if isinstance(fault, RepeatedName):
        yield from (f"{each.id}.name" for each in scheme.indicators if each.name == fault.name)
        yield from (f"{each.id}.part_name" for each in scheme.parts if each.name == fault.name)
    elif isinstance(fault, NumberOutOfBounds) and fault.where == "ballots.weights":
        yield from (f"ballots.weights.{each}" for each in scheme.ballot_weights)
    elif isinstance(fault, NumberOutOfBounds | StandardOfNothing):
        yield fault.where
    elif isinstance(fault, DictionaryIncomplete):
        yield fault.dictionary
    elif isinstance(fault, PerformanceTooSmall):
        yield from (f"{each.id}.maximum" for each in scheme.indicators if each.part == PERFORMANCE)


def _by_key(nodes: tuple[Node, ...], by_where: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """By node what is wrong at one of its fields, and which field that is; a section bears what it lacks."""
    said: dict[str, str] = {}
    where_of: dict[str, str] = {}
    for top in nodes:
        for node in top.walk():
            wheres = [each.where for each in node.fields if each.where in by_where]
            lacking = [where for where in by_where if where.partition(".")[0] == node.key and "." not in node.key]
            for where in [*wheres, *(each for each in lacking if not wheres and node is top and not _held(top, each))]:
                said.setdefault(node.key, by_where[where])
                where_of.setdefault(node.key, where)
    return said, where_of


def _held(top: Node, where: str) -> bool:
    """Whether a field below the section is where it is put right."""
    return any(each.where == where for node in top.walk() for each in node.fields)
