"""Explaining ballots without giving a rater away: small classes are merged before anything is shown.

What is shown is what the total and the classes shown alone imply anyway (`round_counting.shown_classes`): of a trimmed
class the trimmed mean and never the plain one, of merged classes their weighted composite and never a pooled mean.
"""

from collections.abc import Sequence

from committee_desk.domain.exact import POINT, as_fraction
from committee_desk.domain.explanation import Explained, Fact, Input, Step
from committee_desk.domain.ratings import BallotSum, class_weights, peer_mean
from committee_desk.domain.round_counting import ShownClass, shown_classes
from committee_desk.domain.rounds import SHOWN_FROM
from committee_desk.domain.scheme import Indicator, Scheme
from committee_desk.domain.sources import Source


def explain_ballots(
    scheme: Scheme,
    indicator: Indicator,
    sums: Sequence[BallotSum],
    workbooks: Sequence[Source],
    rounds: Sequence[str] = (),
) -> Explained:
    """Per class, or per merged classes, the count and the mean; everything merged, nothing but the printed figure.

    `rounds` are the labels of the desk's own rounds that the marks came from.
    """
    rule = Step(
        "ballots",
        {
            "maximum": indicator.maximum,
            "weights": "、".join(f"{name} {weight}" for name, weight in scheme.ballot_weights.items()),
            "trimmed_from": scheme.trimmed_from,
        },
    )
    given = sorted((each for each in sums if each.number and scheme.ballot_weights.get(each.ballot_class)), key=_class)
    mean = peer_mean(given, class_weights(scheme.ballot_weights), scheme.trimmed_from)
    if mean is None:
        return Explained(rule, [Step("no_ballot", {})], [])
    came_by = [Step("ballot_rounds", {"rounds": "、".join(rounds)})] if rounds else []
    source = workbooks[0] if len(workbooks) == 1 and workbooks[0].workbook else None
    shown = shown_classes(given, scheme.ballot_weights, scheme.trimmed_from, SHOWN_FROM)
    if not shown:
        return Explained(rule, [*came_by, Step("ballots_merged", {})], [_all_merged(given, source)])
    weighted = as_fraction(*mean) / POINT
    told: dict[str, Fact] = {
        "classes": len(given),
        "mean": weighted,
        "maximum": indicator.maximum,
        "points": weighted * indicator.maximum / 100,
    }
    steps = [*came_by, *_missing(scheme, given), Step("ballot_mean", told)]
    return Explained(rule, steps, [_shown(each, source) for each in shown])


def _class(each: BallotSum) -> str:
    return each.ballot_class


def _missing(scheme: Scheme, given: Sequence[BallotSum]) -> list[Step]:
    missing = [name for name in scheme.ballot_weights if name not in {each.ballot_class for each in given}]
    return [Step("classes_missing", {"classes": "、".join(missing)})] if missing else []


def _shown(each: ShownClass, source: Source | None) -> Input:
    facts: dict[str, Fact] = {
        "classes": "、".join(each.classes),
        "ballots": each.number,
        "trimmed": each.trimmed,
        "weight": each.weight,
        "merged": int(each.merged),
        "mean": each.mean,
    }
    return Input("ballot_class", facts, each.mean, source)


def _all_merged(given: Sequence[BallotSum], source: Source | None) -> Input:
    number = sum(each.number for each in given)
    facts: dict[str, Fact] = {
        "classes": "、".join(each.ballot_class for each in given),
        "ballots": None if number < SHOWN_FROM else number,
        "trimmed": 0,
        "weight": None,
        "merged": 1,
        "mean": None,
    }
    return Input("ballot_class", facts, None, source)
