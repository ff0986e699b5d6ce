"""The rows of 个人月度得分说明: who and how long on duty, each indicator with rule and basis, what one must know."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from reportlab.lib.units import mm

from committee_desk.documents.forms import form
from committee_desk.documents.month_sheet_rows import signed as signed_figure
from committee_desk.documents.table import Row, Type, cell, in_columns
from committee_desk.domain.exact import figure, half_up
from committee_desk.domain.explanation import Step
from committee_desk.domain.month_explained import Counts, LedgerChange, MonthExplained, Reached
from committee_desk.domain.months import last_day
from committee_desk.services.month_explained_views import PersonMonth
from committee_desk.wording.evaluations import overridden_short
from committee_desk.wording.explained_basis import reached_by
from committee_desk.wording.numbers import plain, rounded

MOST_BY_HAND = 3
FULL = 100


def words(section: str) -> Any:  # noqa: ANN401 - whatever the form's file holds there
    """A part of the form's wording."""
    return form("month_explained")[section]


def type_(use: str, size: str, **how: Any) -> Type:  # noqa: ANN401 - the other fields of Type
    """A face and a size of the form."""
    return Type(use, words("sizes")[size], **how)


def cells(columns: str, texts: Sequence[tuple[str, Type]], least: str, **how: Any) -> Row:  # noqa: ANN401 - of Row
    """A row of the columns named."""
    return in_columns(words("columns")[columns], texts, words("rows")[least], **how)


def wide(label: str, text: str, least: str, style: Type) -> Row:
    """A heading at the left and one text across the rest."""
    edge, whole = words("columns")["label"] * mm, words("columns")["whole"] * mm
    heading = cell(0, edge, label, type_("hei", "label", align="centre"))
    return Row((heading, cell(edge, whole - edge, text, style)), (edge,), words("rows")[least] * mm)


# -- who --------------------------------------------------------------------------------------------------------------


def person_rows(month: PersonMonth) -> list[Row]:
    """Name and place, then the months on duty and what is expected so far."""
    told, labels = month.told, words("labels")
    head, value = type_("hei", "label", align="centre"), type_("song", "value", align="centre")
    named = ((labels["name"], told.name), (labels["code"], told.code), (labels["department"], told.department))
    texts = [each for label, said in named for each in ((label, head), (said, value))]
    duty = "；".join(_duty(told)) + "。"
    return [cells("person", texts, "person"), wide(labels["duty"], duty, "person", type_("song", "small", pitch=1.25))]


def _duty(told: MonthExplained) -> Iterator[str]:
    values = words("values")
    first, last = date(told.year, told.month, 1), last_day(told.year, told.month)
    for stay in told.stays:
        if stay.since is not None and first <= stay.since <= last:
            yield values["came"].format(month=stay.since.month, day=stay.since.day, department=stay.department)
        if stay.until is not None and stay.until <= last:
            until = stay.until
            facts = {"year": until.year, "month": until.month, "day": until.day, "department": stay.department}
            yield values["left"].format(**facts)
    counts = {Counts.ON_DUTY: "on_duty", Counts.LEAVE: "leave", Counts.ABSENT: "absent_month"}
    yield values[counts[told.counts]]
    for duty in told.duties:
        said = values["so_far"].format(department=duty.department, months=duty.months)
        if duty.weighed != duty.months:
            said += values["weighed"].format(weighed=plain(duty.weighed))
        yield said if duty.target is None else said + values["target"].format(target=rounded(duty.target))
    if told.months_lost:
        yield values["lost"].format(months=told.months_lost)


# -- figures ----------------------------------------------------------------------------------------------------------


def figure_rows(month: PersonMonth) -> list[Row]:
    """Every indicator, what it was, what the month brought, what it is now, and how; then the total."""
    labels, head = words("labels"), type_("hei", "label", align="centre")
    heads = [(labels[name], head) for name in ("indicator", "before", "change", "now", "how")]
    told = month.told
    return [cells("indicators", heads, "head"), *(_indicator(each) for each in told.reached), _total(month)]


def _indicator(each: Reached) -> Row:
    values, absent = words("values"), words("values")["absent"]
    centre, right = type_("hei", "label", align="centre"), type_("song", "value", align="right")
    bold, small = type_("song_bold", "value", align="right"), type_("song", "small", pitch=1.15)
    now = figure(each.now) if each.now is not None else values["not_applicable" if each.rated else "unrated"]
    texts = [
        (values["indicator"].format(name=each.name, maximum=each.explanation.maximum), centre),
        (absent if each.before is None else figure(each.before), right),
        (signed_figure(each.change), right),
        (now, bold),
        ("\n".join(_how(each)), small),
    ]
    return cells("indicators", texts, "indicator")


def _how(each: Reached) -> Iterator[str]:
    """Rule and basis; of a ledger both on one line, as they are short and many."""
    explanation = each.explanation
    handed = next((step for step in explanation.steps if step.kind == "respread"), None)
    if each.ledger is not None:
        moved = "，".join([*_ledger(each.ledger, each.change_by_facts, handed), *_changed(each)])
        yield f"{_rule(explanation.rule)}；{moved}"
        return
    yield _rule(explanation.rule)
    yield reached_by(explanation)
    if handed is not None:
        yield words("values")["respread"].format(**handed.facts)


def _rule(rule: Step) -> str:
    told, rules = rule.facts, words("rules")
    if rule.kind == "case_review":
        parts = [each.rpartition(" ") for each in str(told["dictionary"]).split("，") if each]
        points = "、".join(f"{grade} {said}" for grade, _, said in parts if said != "0")
        key = "case_review" if points else "case_review_plain"
        return str(rules[key].format(maximum=told["maximum"], points=points))
    if rule.kind == "ledger":
        key = "ledger_bonus" if told["takes_bonus"] else "ledger"
        facts = {"start": plain(told["start"]), "maximum": told["maximum"], "most": plain(told["most"])}
        return str(rules[key].format(**facts))
    return str(rules[rule.kind].format(**{name: str(value) for name, value in told.items()}))


def _changed(each: Reached) -> Iterator[str]:
    """That facts changed after the figure was published, and by how much: its parts are those of the facts."""
    if each.differs:
        since = each.change_by_facts - each.change
        yield words("ledger")["changed_by" if since else "changed"].format(points=signed_figure(since))


def _ledger(moved: LedgerChange, change: int, handed: Step | None) -> Iterator[str]:
    """What moved the ledger, each part as it is printed; together the change of the month as it is printed."""
    wording = words("ledger")
    parts = moved.start, moved.counted, moved.earlier, moved.bonus
    left = change - sum(map(_hundredths, parts))
    if moved.start:
        yield wording["start"].format(points=_points(moved.start))
    yield (
        wording["events"].format(count=moved.events, points=_points(moved.counted)) if moved.events else wording["none"]
    )
    if moved.lost > 0:
        yield words("values")["over"].format(points=rounded(moved.lost))
    elif moved.lost < 0:
        yield words("values")["under"].format(points=rounded(-moved.lost))
    if moved.earlier:
        yield wording["first" if moved.start else "earlier"].format(points=_points(moved.earlier))
    if moved.bonus:
        yield wording["bonus"].format(points=_points(moved.bonus))
    if abs(Fraction(change, FULL) - moved.whole) > Fraction(1, FULL):
        facts = handed.facts if handed is not None else {}
        yield wording["shared" if facts else "no_longer"].format(points=signed_figure(left), **facts)
        return
    if left:
        yield wording["rounding"].format(points=signed_figure(left))
    if handed is not None:
        yield words("values")["respread"].format(**handed.facts)


def _hundredths(value: Fraction) -> int:
    size = half_up(abs(value).numerator, value.denominator)
    return -size if value < 0 else size


def _points(value: Fraction) -> str:
    return signed_figure(_hundredths(value))


def _total(month: PersonMonth) -> Row:
    told, values = month.told, words("values")
    bold, right = type_("song_bold", "value", align="right"), type_("song", "value", align="right")
    besides = [
        *([values["rank"].format(rank=month.rank)] if month.rank else []),
        *([values["grade"].format(grade=month.grade)] if month.grade else []),
    ]
    first = all(each.before is None for each in told.reached)
    texts = [
        (words("labels")["total"], type_("hei", "label", align="centre")),
        (values["absent"] if first else figure(told.total_before), right),
        (signed_figure(told.change), right),
        (figure(told.total), bold),
        ("　".join(besides), type_("song", "value")),
    ]
    return cells("indicators", texts, "total")


# -- what one must know -----------------------------------------------------------------------------------------------


def note_row(month: PersonMonth) -> Row:
    """What the figures are, what is missing, what was corrected."""
    return wide(words("labels")["notes"], "".join(_notes(month)), "notes", type_("song", "small", pitch=1.25))


def _notes(month: PersonMonth) -> Iterator[str]:
    told, notes = month.told, words("notes")
    day = last_day(told.year, told.month)
    yield notes["figures"].format(scheme=told.scheme, month=day.month, day=day.day)
    if all(each.before is None for each in told.reached):
        yield notes["first"]
    if told.unrated:
        maxima = [(each.name, each.explanation.maximum) for each in told.unrated]
        names = "、".join(notes["unrated_one"].format(name=name, maximum=most) for name, most in maxima)
        yield notes["unrated"].format(names=names, rest=FULL - sum(most for _, most in maxima))
    if told.reviewed_after:
        yield notes["reviewed_after"].format(count=told.reviewed_after)
    if told.leads:
        yield notes["leads"]
    if month.others_published:
        yield notes["others"]
    if month.differs:
        yield notes["differs"].format(version=month.version, figures="；".join(_differing(told)))
    if told.by_hand:
        yield _by_hand(told)


def _differing(told: MonthExplained) -> Iterator[str]:
    wording, absent = words("notes")["differs_one"], words("values")["absent"]
    for each in told.reached:
        if each.differs:
            both = (absent if value is None else figure(value) for value in (each.now, each.by_facts))
            yield wording.format(name=each.name, published=next(both), now=next(both))


def _by_hand(told: MonthExplained) -> str:
    notes = words("notes")
    named = "；".join(
        notes["by_hand_one"].format(
            what=each.what, both=overridden_short(each.overridden), evidence=each.overridden.evidence
        )
        for each in told.by_hand[:MOST_BY_HAND]
    )
    more = notes["by_hand_more"] if len(told.by_hand) > MOST_BY_HAND else ""
    return str(notes["by_hand"].format(count=len(told.by_hand), told=named + more)) + "。"
