"""Statistics as the plain values of a round's result (JSON), and back from there."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from committee_desk.domain.rater_statistics.findings import (
    Agreement,
    Ballots,
    Bar,
    ClassSpread,
    Flag,
    FlagKind,
    Icc,
    Interval,
    NotComputable,
    Pattern,
    PersonSpread,
    Quartiles,
    RoundStatistics,
    Severity,
    Shift,
    SignedAgreement,
    SignedStatistics,
    Why,
)

Plain = Mapping[str, Any]
"""An object of JSON. Whatever is missing or of another kind raises, as it does for every damaged row."""
Found = TypeVar("Found")


def plain(statistics: RoundStatistics) -> dict[str, object]:
    """What is kept of them: numbers that are no whole ones as text, and each flag with its name."""
    kept = {name: _plain(value) for name, value in zip(statistics._fields, statistics, strict=True)}
    return kept | {"flags": [_kept_flag(each) for each in statistics.flags]}


def read(kept: Plain) -> RoundStatistics:
    """The statistics that were kept so."""
    return RoundStatistics(
        tuple(_class_spread(each) for each in kept["spreads"]),
        tuple(PersonSpread(each["code"], _or_not(each["deviation"], float)) for each in kept["people"]),
        tuple(_agreement(each) for each in kept["agreements"]),
        Ballots(**kept["straight_lines"]),
        _or_not(kept["far_ballots"], lambda each: Ballots(**each)),
        _signed(kept["signed"]),
        tuple(_flag(each) for each in kept["flags"]),
    )


def _plain(value: object) -> object:
    if isinstance(value, float | StrEnum):
        return str(value)
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        if fields is not None:
            return {name: _plain(each) for name, each in zip(fields, value, strict=True)}
        return [_plain(each) for each in value]
    return value


def _kept_flag(flag: Flag) -> dict[str, object]:
    return {"name": flag.name} | {name: _plain(value) for name, value in zip(flag._fields, flag, strict=True)}


def _flag(kept: Plain) -> Flag:
    return Flag(FlagKind(kept["kind"]), kept["about"], kept["number"], kept["among"], float(kept["value"]))


def _or_not(kept: Any, found: Callable[[Any], Found]) -> Found | NotComputable:  # noqa: ANN401 - any value of JSON
    if isinstance(kept, Mapping) and "why" in kept:
        return NotComputable(Why(kept["why"]), kept["number"], kept["needed"])
    return found(kept)


def _class_spread(kept: Plain) -> ClassSpread:
    quartiles = _or_not(kept["quartiles"], lambda each: Quartiles(*(float(each[name]) for name in Quartiles._fields)))
    return ClassSpread(kept["ballot_class"], kept["ballots"], quartiles, tuple(Bar(**each) for each in kept["bars"]))


def _agreement(kept: Plain) -> Agreement:
    return Agreement(
        kept["ballot_class"],
        kept["ballots"],
        _or_not(kept["one_way"], _forms),
        _or_not(kept["alpha"], float),
    )


def _forms(kept: Iterable[Plain]) -> tuple[Icc, ...]:
    return tuple(_icc(each) for each in kept)


def _icc(kept: Plain) -> Icc:
    f = None if kept["f"] is None else float(kept["f"])
    interval = None if kept["interval"] is None else _interval(kept["interval"])
    return Icc(kept["form"], float(kept["value"]), interval, f, kept["above"], kept["below"])


def _interval(kept: Plain) -> Interval:
    return Interval(float(kept["low"]), float(kept["high"]))


def _signed(kept: Plain) -> SignedStatistics:
    return SignedStatistics(
        tuple(Severity(each["rater"], _or_not(each["shift"], _shift)) for each in kept["severities"]),
        _or_not(kept["agreement"], _signed_agreement),
        _or_not(kept["reciprocity"], _pattern),
        _or_not(kept["circles"], _pattern),
    )


def _signed_agreement(kept: Plain) -> SignedAgreement:
    return SignedAgreement(kept["raters"], kept["people"], _forms(kept["forms"]))


def _shift(kept: Plain) -> Shift:
    return Shift(float(kept["mean"]), _interval(kept["interval"]), kept["people"], kept["others"])


def _pattern(kept: Plain) -> Pattern:
    strength, p_value = float(kept["strength"]), float(kept["p_value"])
    return Pattern(kept["found"], kept["possible"], strength, p_value, tuple(kept["people"]))
