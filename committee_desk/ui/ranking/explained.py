"""A person's explanation as the tree that the panel shows. Loads with the first explanation, behind the ranking."""

from collections.abc import Collection
from datetime import date
from fractions import Fraction

from committee_desk.domain.explanation import Fact, IndicatorExplanation, Input, PersonExplanation
from committee_desk.services.history_views import FactKind
from committee_desk.ui.common.history import Recorded
from committee_desk.ui.ranking.nodes import Labels, Level, Node
from committee_desk.wording import explanations
from committee_desk.wording.language import tr

AT_ONCE = 6
"""How many inputs of an indicator stand open at once; the rest waits under one more row."""


def build(explanation: PersonExplanation, labels: Labels, not_applicable: Collection[str] = ()) -> Node:
    """The whole tree under an unseen root."""
    root = Node(Level.PART, "")
    parts: dict[str, Node] = {}
    for indicator in explanation.indicators:
        part = parts.get(indicator.part)
        if part is None:
            name = labels.parts.get(indicator.part, indicator.part)
            maximum = labels.maxima.get(indicator.part, 0) * 100
            part = parts[indicator.part] = root.add(Node(Level.PART, name, value=0, maximum=maximum))
        part.value = (part.value or 0) + (indicator.printed or 0)
        _add_indicator(part, indicator, labels, _absence(indicator, not_applicable), explanation.code)
    if said := explanations.outcome_lines(explanation):
        outcome = root.add(Node(Level.MORE, tr("名次和等次怎么来的")))
        for line in said:
            outcome.add(Node(Level.LINE, line))
    return root


def _absence(indicator: IndicatorExplanation, not_applicable: Collection[str]) -> str:
    """Why there is no figure, or nothing where there is one."""
    if indicator.printed is not None:
        return ""
    return tr("不适用") if indicator.indicator in not_applicable else tr("未评")


def _add_indicator(part: Node, indicator: IndicatorExplanation, labels: Labels, absent: str, code: str) -> None:
    node = part.add(
        Node(
            Level.INDICATOR,
            labels.indicators.get(indicator.indicator, indicator.indicator),
            value=indicator.printed,
            maximum=_reach(indicator),
            absent=absent,
            indicator=indicator.indicator,
        )
    )
    for line in (explanations.rule(indicator), *explanations.lines(indicator)):
        node.add(Node(Level.LINE, line))
    inputs = [_input(one, recorded(one, code, indicator.indicator)) for one in _telling_first(indicator)]
    for shown in inputs[:AT_ONCE]:
        node.add(shown)
    if len(inputs) > AT_ONCE:
        more = node.add(Node(Level.MORE, tr("另 {count} 项", count=len(inputs) - AT_ONCE)))
        for hidden in inputs[AT_ONCE:]:
            more.add(hidden)


def _reach(indicator: IndicatorExplanation) -> int:
    """What the indicator may reach in hundredths, points handed on by those that do not apply included."""
    handed = next((step.facts for step in indicator.steps if step.kind == "respread"), None)
    if handed is None:
        return indicator.maximum * 100
    return round(Fraction(indicator.maximum * 100) * Fraction(handed["of_part"] or 0) / Fraction(handed["rest"] or 1))


def _input(one: Input, fact: Recorded | None) -> Node:
    """Name and details of an input on two lines; the points of a review at the right."""
    name, colon, more = explanations.input_line(one).partition("：")
    if not colon and ": " in name:
        name, _, more = name.partition(": ")
    effect = points(one.effect) if one.kind == "review" and one.effect else ""
    return Node(Level.INPUT, name, effect, more=more, given=one, recorded=fact)


def recorded(one: Input, code: str, indicator: str) -> Recorded | None:
    """The recorded fact that an input is; None for what is computed, and for ballots, which have no history."""
    facts = one.facts
    if one.kind in {"case", "deadline"}:
        return Recorded(FactKind.CASE_SHARE, (facts["number"], code))
    if one.kind == "review":
        return Recorded(FactKind.REVIEW, (facts["number"],))
    if one.kind == "event":
        return Recorded(FactKind.EVENT, (code, indicator, _day(facts["day"]), facts["voucher"], facts["reason"]))
    if one.kind == "mark":
        return Recorded(FactKind.LEADER_MARK, (code, facts["rater"]))
    if one.kind == "months":
        return Recorded(FactKind.STAY, (code, facts["department"], _day(facts["since"])))
    return None


def _day(written: Fact) -> date | None:
    return None if written is None else date.fromisoformat(str(written))


def _telling_first(indicator: IndicatorExplanation) -> list[Input]:
    """What has no number of its own first, then what changed the figure most."""
    return sorted(indicator.inputs, key=_weight)


def _weight(one: Input) -> tuple[int, Fraction]:
    effect = one.effect
    if effect is None:
        return 0, Fraction(0)
    if one.kind == "case":
        return 1, -effect
    if one.kind == "deadline":
        return 1, effect
    return (1 if effect else 2), effect


def points(value: Fraction) -> str:
    """A number with its sign and two places, half away from nought; a real minus."""
    hundredths = int(abs(value) * 100 + Fraction(1, 2))
    sign = "−" if value < 0 else "+"
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}"
