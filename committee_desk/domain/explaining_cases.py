"""Explaining what rests on cases: equivalents, reviews, closing in time."""

from collections import Counter
from fractions import Fraction

from committee_desk.domain.cases import CaseShare, Review, coefficient, weight
from committee_desk.domain.explanation import Explained, Fact, Input, Step, written
from committee_desk.domain.person_facts import PersonFacts
from committee_desk.domain.scheme import Indicator, Scheme
from committee_desk.domain.sources import Overridden, Traced
from committee_desk.domain.summing import review_points

REVIEWED = ("实体得分", "程序得分", "评查等次")
CLOSED = ("审结日期", "办理期限届满日", "分担比例")


def explained_case(scheme: Scheme, share: Traced[CaseShare]) -> Input:
    """One case with how its equivalent comes about."""
    case = share.fact
    weighed = Fraction(case.share) * weight(scheme.cases, case.kind, case.persons, case.difficulty)
    return Input(
        kind="case",
        facts={
            **_named(case),
            "case_kind": case.kind,
            "share": case.share,
            "kind_weight": scheme.cases.weights[case.kind],
            "persons": case.persons,
            "difficulty": case.difficulty,
            "coefficient": coefficient(scheme.cases, case.persons, case.difficulty),
            "equivalent": weighed,
        },
        effect=weighed,
        source=share.source,
        headings=("案件类别", "分担比例", "涉案人数", "难度系数"),
        overridden=_of(share.overridden, "share", "persons", "difficulty", "closed"),
    )


def explain_reviews(scheme: Scheme, indicator: Indicator, facts: PersonFacts, year: int) -> Explained:
    """The mean of the reviewed cases and the points of their grades."""
    points_of = scheme.review_points(year)
    dictionary = "，".join(f"{grade} {_signed(points)}" for grade, points in points_of.items())
    rule = Step("case_review", {"maximum": indicator.maximum, "dictionary": dictionary})
    reviewed = [(share.fact, review) for share, review in facts.cases if review is not None]
    if not reviewed:
        return Explained(rule, [Step("no_review", {})], [])
    inputs, grades = [], Counter[str]()
    shares, marks = Fraction(0), Fraction(0)
    for case, review in reviewed:
        shares += Fraction(case.share)
        marks += Fraction(case.share) * _mark(review.fact)
        grades[review.fact.grade] += 1
        inputs.append(_reviewed(case, review, review_points(scheme, review.fact.grade, year)))
    mean = marks / shares
    by_mean = mean * indicator.maximum / 100
    steps = [
        Step(
            "review_mean",
            {"cases": len(inputs), "shares": shares, "mean": mean, "maximum": indicator.maximum, "points": by_mean},
        )
    ]
    total = by_mean
    for grade, cases in sorted(grades.items(), key=lambda each: -review_points(scheme, each[0], year)):
        each_points = review_points(scheme, grade, year)
        total += each_points * cases
        if each_points:
            told: dict[str, Fact] = {"grade": grade, "cases": cases, "points": each_points * cases}
            steps.append(Step("review_grade", told))
    if not 0 <= total <= indicator.maximum:
        steps.append(Step("held", {"sum": total, "maximum": indicator.maximum}))
    return Explained(rule, steps, inputs)


def _mark(review: Review) -> Fraction:
    return Fraction(review.substance) + Fraction(review.procedure)


def _reviewed(case: CaseShare, review: Traced[Review], points: Fraction) -> Input:
    """One reviewed case with its mark, and the points of its grade."""
    own: dict[str, Fact] = {
        "substance": review.fact.substance,
        "procedure": review.fact.procedure,
        "mark": _mark(review.fact),
        "grade": review.fact.grade,
        "share": case.share,
        "points": points,
    }
    return Input("review", {**_named(case), **own}, points, review.source, REVIEWED, review.overridden)


def explain_in_time(indicator: Indicator, facts: PersonFacts) -> Explained:
    """The share of cases closed by their last day."""
    rule = Step("in_time", {"maximum": indicator.maximum})
    inputs = []
    in_time = with_due = Fraction(0)
    for share, _ in facts.cases:
        case = share.fact
        if case.due is None or case.closed is None:
            continue
        size = Fraction(case.share)
        kept = case.closed <= case.due
        with_due += size
        in_time += size if kept else 0
        own: dict[str, Fact] = {"due": case.due.isoformat(), "share": case.share, "in_time": int(kept)}
        by_hand = _of(share.overridden, "due", "closed", "share")
        effect = size if kept else Fraction(0)
        inputs.append(Input("deadline", {**_named(case), **own}, effect, share.source, CLOSED, by_hand))
    if not inputs:
        return Explained(rule, [Step("no_deadline", {})], [])
    points = indicator.maximum * in_time / with_due
    told: dict[str, Fact] = {
        "in_time": in_time,
        "with_due": with_due,
        "late": sum(not each.facts["in_time"] for each in inputs),
        "maximum": indicator.maximum,
        "points": points,
    }
    return Explained(rule, [Step("in_time_share", told)], inputs)


def _of(overridden: tuple[Overridden, ...], *fields: str) -> tuple[Overridden, ...]:
    """Those of these fields: what else was overridden in the case decides other figures."""
    return tuple(each for each in overridden if each.field in fields)


def _named(case: CaseShare) -> dict[str, Fact]:
    return {"number": case.number, "title": case.title, "closed": written(case.closed)}


def _signed(points: object) -> str:
    text = format(points, "f").replace("-", "−")
    return text if text.startswith("−") or text == "0" else f"+{text}"
