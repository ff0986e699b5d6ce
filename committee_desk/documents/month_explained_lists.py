"""The lists of 个人月度得分说明: the month's cases and events one by one, and those without room in a line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reportlab.lib.units import mm

from committee_desk.documents.month_explained_rows import cells, type_, wide, words
from committee_desk.documents.table import AIR, Row, cell
from committee_desk.domain.month_explained import MonthCase, MonthEvent, MonthExplained
from committee_desk.wording.numbers import plain, rounded, signed

LONGEST_REASON = 48


def case_rows(told: MonthExplained, listed: int) -> list[Row]:
    """The cases closed in the month, then those of earlier months reviewed in it; the first `listed` one by one."""
    if not told.counts_cases:
        return []
    labels, all_of_them = words("labels"), [*told.cases, *told.reviewed_since]
    if not all_of_them:
        return [wide(labels["no_cases"], words("values")["no_case"], "list", type_("song", "small"))]
    equivalent = sum((each.equivalent for each in told.cases), Fraction(0))
    label = labels["cases"].format(count=len(told.cases), equivalent=rounded(equivalent))
    rows = [
        *([_head("cases", labels["case"])] if listed else []),
        *(_case(each, told) for each in all_of_them[:listed]),
    ]
    rest = all_of_them[listed:]
    return _grouped("cases", label, [*rows, *([_rest(_rest_of_cases(rest))] if rest else [])])


def event_rows(told: MonthExplained, listed: int) -> list[Row]:
    """The month's events, the first `listed` one by one."""
    labels = words("labels")
    if not told.events:
        return [wide(labels["no_events"], words("values")["no_event"], "list", type_("song", "small"))]
    names = {each.explanation.indicator: each.name for each in told.reached}
    rows = [
        *([_head("events", labels["event"])] if listed else []),
        *(_event(each, names) for each in told.events[:listed]),
    ]
    rest = told.events[listed:]
    said = [_rest(_rest_of_events(rest, names))] if rest else []
    return _grouped("events", labels["events"].format(count=len(told.events)), [*rows, *said])


def _head(columns: str, labels: Sequence[str]) -> Row:
    style = type_("hei", "small", align="centre")
    return cells(columns, [("", style), *((label, style) for label in labels)], "list")


def _grouped(group: str, label: str, rows: Sequence[Row]) -> list[Row]:
    """The rows under one heading at the left, high enough for it."""
    heading = cell(0, words("columns")["label"] * mm, label, type_("hei", "label", align="centre"))
    share = (heading.height + AIR) / len(rows)
    return [replace(row, group=group, label=heading, least=max(row.least, share)) for row in rows]


def _case(each: MonthCase, told: MonthExplained) -> Row:
    values, share = words("values"), each.share
    left, centre = type_("song", "small"), type_("song", "small", align="centre")
    key = "equivalent" if share.share == 1 else "shared"
    equivalent = values[key].format(equivalent=rounded(each.equivalent), share=plain(share.share))
    since = each in told.reviewed_since
    texts = [
        ("", left),
        (share.number, left),
        (share.kind, centre),
        (values["absent"] if since else equivalent, centre),
        (values["since"] if since else _in_time(each), centre),
        (_review(each), left),
    ]
    return cells("cases", texts, "list")


def _in_time(each: MonthCase) -> str:
    values, due = words("values"), each.share.due
    if due is None or each.in_time is None:
        return str(values["no_due"])
    day = values["day"].format(month=due.month, day=due.day)
    return str(values["in_time" if each.in_time else "late"].format(due=day))


def _review(each: MonthCase) -> str:
    values, review = words("values"), each.review
    if review is None:
        return str(values["not_reviewed"])
    mark = plain(review.substance + review.procedure)
    facts = {"substance": plain(review.substance), "procedure": plain(review.procedure), "mark": mark}
    said = str(values["review"].format(**facts, grade=review.grade))
    return f"{said} {signed(each.points, 1)}" if each.points else said


def _event(each: MonthEvent, names: dict[str, str]) -> Row:
    event, values = each.event, words("values")
    left, centre = type_("song", "small"), type_("song", "small", align="centre")
    reason = event.reason if len(event.reason) <= LONGEST_REASON else f"{event.reason[: LONGEST_REASON - 1]}…"
    texts = [
        ("", left),
        (names.get(event.indicator, event.indicator), centre),
        (values["day"].format(month=event.day.month, day=event.day.day), centre),
        (signed(event.points), type_("song", "small", align="right")),
        (values["event"].format(reason=reason, about="，".join(_about(each))), left),
    ]
    return cells("events", texts, "list")


def _about(each: MonthEvent) -> Iterator[str]:
    event, register, values = each.event, each.register, words("values")
    yield values["voucher"].format(voucher=event.voucher)
    if event.approver:
        yield values["approver"].format(approver=event.approver)
    if register is not None and register.number is not None:
        yield values["number"].format(number=register.number)
    if register is not None and register.case is not None:
        yield values["case"].format(case=register.case)
    if each.lost:
        yield values["over" if each.lost > 0 else "under"].format(points=rounded(abs(each.lost)))


def _rest(text: str) -> Row:
    edge, whole = words("columns")["label"] * mm, words("columns")["whole"] * mm
    said = cell(edge, whole - edge, text, type_("song", "small", pitch=1.25))
    return Row((cell(0, edge, "", type_("song", "small")), said), (edge,), words("rows")["list"] * mm)


def _rest_of_cases(rest: Sequence[MonthCase]) -> str:
    values = words("values")
    kinds = "、".join(
        values["rest_of_kind"].format(
            kind=kind,
            count=sum(each.share.kind == kind for each in rest),
            equivalent=rounded(sum((each.equivalent for each in rest if each.share.kind == kind), Fraction(0))),
        )
        for kind in dict.fromkeys(each.share.kind for each in rest)
    )
    marks = [Fraction(each.review.substance + each.review.procedure) for each in rest if each.review]
    mean = values["rest_mean"].format(mean=rounded(sum(marks, Fraction(0)) / len(marks))) if marks else ""
    return str(
        values["rest_of_cases"].format(
            count=len(rest),
            kinds=kinds,
            in_time=sum(each.in_time is True for each in rest),
            late=sum(each.in_time is False for each in rest),
            reviewed=len(marks),
            mean=mean,
        )
    )


def _rest_of_events(rest: Sequence[MonthEvent], names: dict[str, str]) -> str:
    values = words("values")
    sums = "、".join(
        values["rest_of_ledger"].format(
            name=names.get(ledger, ledger),
            count=sum(each.event.indicator == ledger for each in rest),
            points=signed(sum((each.counted for each in rest if each.event.indicator == ledger), Fraction(0))),
        )
        for ledger in dict.fromkeys(each.event.indicator for each in rest)
    )
    return str(values["rest_of_events"].format(count=len(rest), sums=sums))
