"""Explaining what follows from the figures: total, grade of casework, status, rank, quota, and why that grade."""

from committee_desk.domain.decided import NOTHING, Decided
from committee_desk.domain.explanation import Fact, Input, Step, written
from committee_desk.domain.grading import performance_lines
from committee_desk.domain.person_facts import PersonFacts
from committee_desk.domain.scheme import PERFORMANCE, Effect, Scheme
from committee_desk.domain.scores import Grade, PerformanceGrade, PersonScore, Status, YearScores
from committee_desk.domain.scoring import CUT
from committee_desk.domain.standing import days_in, effect_in, leave_days

TIES = ("tie_won", "tie_lost")
"""Why a grade is what it is, where the committee voted on equals."""
GOOD_CASEWORK = (PerformanceGrade.EXCELLENT, PerformanceGrade.GOOD)


def outcome(
    scheme: Scheme,
    scores: YearScores,
    person: PersonScore,
    standing: tuple[Input, ...],
    decided: Decided = NOTHING,
) -> tuple[Step, ...]:
    """From the printed figures to the proposed grade, step by step."""
    steps = [Step("part_sum", {"part": part.name, "points": person.parts[part.id]}) for part in scheme.parts]
    steps.append(Step("total", {"uncut": person.uncut, "total": person.total, "cut": int(person.uncut > CUT)}))
    whole = scheme.part(PERFORMANCE).maximum
    steps.append(
        Step(
            "performance",
            {"points": person.parts[PERFORMANCE], "maximum": whole, "grade": str(person.performance_grade)},
        )
    )
    steps.append(Step("status", {"status": str(person.status)}))
    if person.unrated:
        steps.append(Step("unrated", {"indicators": "、".join(_name(scheme, each) for each in person.unrated)}))
    if person.rank is None:
        return tuple(steps)
    ranked = sum(each.rank is not None for each in scores.people)
    equal = sum(each.rank == person.rank for each in scores.people) - 1
    steps.append(Step("rank", {"rank": person.rank, "ranked": ranked, "equal": equal}))
    quota = scores.quota
    steps.append(Step("quota", {"base": quota.base, "percent": quota.percent, "places": quota.places}))
    line = _quota_line(scores)
    if line is not None:
        steps.append(Step("line", {"line": line, "distance": person.total - line}))
    voted = next((each for each in decided.ties if person.code in each.equals), None)
    why = _why(scheme, person, standing, decided)
    facts: dict[str, Fact] = {"grade": _grade(person), "why": why, **_lines(scheme)}
    steps.append(Step("grade", {**facts, **({"document": voted.document} if voted and why in TIES else {})}))
    if person.review_required:
        steps.append(Step("review", {"percent": scheme.review_percent, "ranked": ranked}))
    return tuple(steps)


def standing_inputs(scheme: Scheme, facts: PersonFacts, year: int) -> tuple[Input, ...]:
    """The decisions that touch the year's grade, and the leave that counts towards half a year."""
    decisions = []
    for each in facts.sanctions:
        effect = effect_in(scheme, each.fact, year)
        if effect is not Effect.NONE:
            told: dict[str, Fact] = {
                "decision": each.fact.kind,
                "document": each.fact.document,
                "decided": written(each.fact.decided),
                "closed": written(each.fact.closed),
                "effect": str(effect),
            }
            decisions.append(
                Input("decision", told, source=each.source, headings=("种类", "决定日期", "结案日期", "期限(年)"))
            )
    counted = [each for each in facts.leave if each.fact.kind in scheme.no_grade_leave]
    days = leave_days((each.fact for each in counted), scheme.no_grade_leave, year)
    if days:
        first = next(each for each in counted if leave_days([each.fact], scheme.no_grade_leave, year))
        over = int(2 * days > days_in(year))
        told = {"days": days, "year_days": days_in(year), "over": over}
        decisions.append(Input("leave_days", told, source=first.source, headings=("种类", "起", "止")))
    return tuple(decisions)


def _name(scheme: Scheme, indicator: str) -> str:
    found = scheme.indicator(indicator)
    return found.name if found else indicator


def _quota_line(scores: YearScores) -> int | None:
    """The lowest total that has a place, or that stands equal at the last one."""
    at_line = [
        each.total
        for each in scores.people
        if each.proposed_grade is Grade.EXCELLENT or each.status is Status.TIE_AT_QUOTA
    ]
    return min(at_line, default=None)


def _grade(person: PersonScore) -> str | None:
    return None if person.proposed_grade is None else str(person.proposed_grade)


def _why(scheme: Scheme, person: PersonScore, standing: tuple[Input, ...], decided: Decided) -> str:
    """What decided the grade; the first that applies."""
    effects = {given.facts.get("effect") for given in standing}
    line = scheme.grades[Grade.EXCELLENT] * 100
    voted = any(person.code in each.equals for each in decided.ties)
    is_excellent = person.proposed_grade is Grade.EXCELLENT
    reasons = {
        "tie": person.status is Status.TIE_AT_QUOTA,
        "tie_won": voted and is_excellent,
        "in_quota": is_excellent,
        "decision": str(Effect.INCOMPETENT) in effects,
        "performance_failed": person.performance_grade is PerformanceGrade.FAIL,
        "below_excellent": person.total < line,
        "barred": person.barred,
        "performance_not_good": person.performance_grade not in GOOD_CASEWORK,
        "quarters": person.code in decided.below,
        "tie_lost": voted,
    }
    return next((why for why, applies in reasons.items() if applies), "beyond_quota")


def _lines(scheme: Scheme) -> dict[str, Fact]:
    excellent, competent, basic = scheme.grades.values()
    good = dict(performance_lines(scheme))[PerformanceGrade.GOOD]
    return {"excellent": excellent, "competent": competent, "basic": basic, "good_casework": good}
