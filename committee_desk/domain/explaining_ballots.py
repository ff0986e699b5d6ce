"""Explaining ballots without giving a rater away: small classes are merged before anything is shown."""

from collections.abc import Sequence

from committee_desk.domain.exact import POINT, as_fraction
from committee_desk.domain.explanation import Explained, Fact, Input, Step
from committee_desk.domain.ratings import BallotSum, class_weights, peer_mean
from committee_desk.domain.scheme import Indicator, Scheme
from committee_desk.domain.sources import Source

SHOWN_FROM = 3
"""A class with fewer marks is never shown alone (domain rules 3.5)."""


def explain_ballots(
    scheme: Scheme, indicator: Indicator, sums: Sequence[BallotSum], workbooks: Sequence[Source]
) -> Explained:
    """Per class the count and the mean; where a class is too small, one line for all and no mean that could be undone.

    Two means beside the printed figure let anyone work out a small class's marks; so everything is then merged, and
    the mean is left out where fewer than three classes hide in it.
    """
    rule = Step(
        "ballots",
        {
            "maximum": indicator.maximum,
            "weights": "、".join(f"{name} {weight}" for name, weight in scheme.ballot_weights.items()),
            "trimmed_from": scheme.trimmed_from,
        },
    )
    given = sorted((each for each in sums if each.number and each.ballot_class in scheme.ballot_weights), key=_class)
    mean = peer_mean(given, class_weights(scheme.ballot_weights), scheme.trimmed_from)
    if mean is None:
        return Explained(rule, [Step("no_ballot", {})], [])
    source = workbooks[0] if len(workbooks) == 1 else None
    if any(each.number < SHOWN_FROM for each in given):
        return Explained(rule, [Step("ballots_merged", {})], [_merged(given, source)])
    weighted = as_fraction(*mean) / POINT
    steps = []
    missing = [name for name in scheme.ballot_weights if name not in {each.ballot_class for each in given}]
    if missing:
        steps.append(Step("classes_missing", {"classes": "、".join(missing)}))
    told: dict[str, Fact] = {
        "classes": len(given),
        "mean": weighted,
        "maximum": indicator.maximum,
        "points": weighted * indicator.maximum / 100,
    }
    steps.append(Step("ballot_mean", told))
    return Explained(rule, steps, [_shown(scheme, each, source) for each in given])


def _class(each: BallotSum) -> str:
    return each.ballot_class


def _shown(scheme: Scheme, each: BallotSum, source: Source | None) -> Input:
    total, number = each.trimmed(scheme.trimmed_from)
    mean = as_fraction(total, number * POINT)
    facts: dict[str, Fact] = {
        "classes": each.ballot_class,
        "ballots": each.number,
        "trimmed": each.number - number,
        "weight": scheme.ballot_weights[each.ballot_class],
        "mean": mean,
    }
    return Input("ballot_class", facts, mean, source)


def _merged(given: Sequence[BallotSum], source: Source | None) -> Input:
    number = sum(each.number for each in given)
    hidden = number < SHOWN_FROM
    told = not hidden and len(given) >= 3
    mean = as_fraction(sum(each.total for each in given), number * POINT) if told else None
    facts: dict[str, Fact] = {
        "classes": "、".join(each.ballot_class for each in given),
        "ballots": None if hidden else number,
        "trimmed": 0,
        "weight": None,
        "mean": mean,
    }
    return Input("ballot_class", facts, mean, source)
