"""The tree of a scheme: parts with their indicators, then the dictionaries and lines that the rules use."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from committee_desk.domain.people import Category
from committee_desk.domain.scheme import BONUS, Indicator, RuleKind, Scheme
from committee_desk.domain.scheme_document import Document, Place, free_id, put, without
from committee_desk.ui.scheme.fields import Field, Takes
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import stated
from committee_desk.wording.scheme_names import named
from committee_desk.wording.scheme_rules import indicator_rule, rule_kind

Changed = tuple[Document, str]
"""The document after an act, and the key of the node that is then chosen."""


@dataclass(frozen=True)
class Act:
    """Something that can be done at a node: its words, its icon, and what it makes of the document."""

    words: str
    icon: str
    change: Callable[[Document], Changed]


@dataclass
class Node:
    """One line of the tree. `key` stays the same while its place does; `wheres` are the faults that belong to it."""

    key: str
    name: str
    figure: str = ""
    rule: str = ""
    fields: tuple[Field, ...] = ()
    acts: tuple[Act, ...] = ()
    remove: Act | None = None
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """The node and all below it."""
        yield self
        for each in self.children:
            yield from each.walk()


def scheme_nodes(document: Document, scheme: Scheme, year: int) -> list[Node]:
    """The whole tree, by the document and what it says."""
    from committee_desk.ui.scheme.sections import section_nodes  # noqa: PLC0415 - they build on Node

    parts = [_part_node(i, scheme, year) for i in range(len(scheme.parts))]
    top = Node(
        "scheme",
        tr("方案名称"),
        rule=named(scheme.name),
        fields=(Field(("name",), tr("方案名称"), Takes.TEXT, "name"),),
    )
    return [top, *parts, *section_nodes(document, scheme, year)]


def _part_node(i: int, scheme: Scheme, year: int) -> Node:
    part, place = scheme.parts[i], ("parts", i)
    children = [_indicator_node(i, j, each, scheme, year) for j, each in enumerate(part.indicators)]
    rule = tr("不计入 100 分，总分在 100 分封顶") if part.id == BONUS else ""
    return Node(
        key_of(place),
        named(part.name),
        stated(part.maximum),
        rule or tr("{count} 项指标", count=len(part.indicators)),
        (Field((*place, "name"), tr("名称"), Takes.TEXT, f"{part.id}.part_name"),),
        (Act(tr("加一项加减分指标"), "plus", lambda document: _with_ledger(document, i)),),
        children=children,
    )


def _indicator_node(i: int, j: int, indicator: Indicator, scheme: Scheme, year: int) -> Node:
    place: Place = ("parts", i, "indicators", j)
    fields = [
        Field((*place, "name"), tr("名称"), Takes.TEXT, f"{indicator.id}.name"),
        Field((*place, "maximum"), tr("满分"), Takes.WHOLE, f"{indicator.id}.maximum"),
    ]
    is_ledger = indicator.rule is RuleKind.LEDGER
    if is_ledger:
        yes_no = ((False, tr("否")), (True, tr("是")))
        hint = tr("起始分等于满分的只减分，为 0 的只加分")
        fields.append(Field((*place, "start"), tr("起始分"), Takes.NUMBER, f"{indicator.id}.start", hint=hint))
        bonus = Field((*place, "takes_workload_bonus"), tr("办案超额加分"), Takes.CHOICE, "", yes_no)
        fields += [bonus] if scheme.counts_cases else []
    acts = [Act(tr("上移"), "arrow-up", lambda document: _moved(document, i, j, -1))] if j else []
    if j + 1 < len(scheme.parts[i].indicators):
        acts.append(Act(tr("下移"), "arrow-down", lambda document: _moved(document, i, j, 1)))
    gone = removing(tr("删去这项指标"), place, key_of(place[:2]))
    return Node(
        key_of(place),
        named(indicator.name),
        stated(indicator.maximum),
        f"{rule_kind(indicator.rule)} · {indicator_rule(indicator, scheme, year)}",
        tuple(fields),
        tuple(acts),
        gone if is_ledger else None,
    )


def _with_ledger(document: Document, part: int) -> Changed:
    """A new ledger indicator at the end of the part, which still wants its name."""
    own = {str(Category.ASSISTANT): "a_ledger", str(Category.ADMINISTRATIVE): "s_ledger"}
    prefix = own.get(document.get("category", ""), "ledger")
    held = document["parts"][part]["indicators"]
    names = {each["name"] for p in document["parts"] for each in p["indicators"]}
    new = {
        "id": free_id(document, prefix),
        "name": free_name(tr("新指标"), names),
        "maximum": 1,
        "rule": "ledger",
        "start": 0,
    }
    place: Place = ("parts", part, "indicators", len(held))
    return put(document, place, new), key_of(place)


def _moved(document: Document, part: int, at: int, by: int) -> Changed:
    place: Place = ("parts", part, "indicators")
    held = list(document["parts"][part]["indicators"])
    held.insert(at + by, held.pop(at))
    return put(document, place, held), key_of((*place, at + by))


def removing(words: str, place: Place, then: str) -> Act:
    """The act that takes away what stands there and leads to another node."""
    return Act(words, "trash", lambda document: (without(document, place), then))


def key_of(place: Place) -> str:
    """The key of the node at a place."""
    return "/".join(map(str, place))


def free_name(stem: str, taken: set[str]) -> str:
    """The stem, or the stem with the first number that makes it new."""
    return next(name for n in range(1, len(taken) + 2) if (name := stem if n == 1 else f"{stem} {n}") not in taken)
