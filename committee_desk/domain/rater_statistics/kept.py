"""Statistics as the plain values of a round's result (JSON), and back from there."""

from collections.abc import Callable, Mapping
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
    SignedStatistics,
    Why,
)

Plain = Mapping[str, Any]
"""An object of JSON. Whatever is missing or of another kind raises, as it does for every damaged row."""
Found = TypeVar("Found")


def plain(statistics: RoundStatistics) -> dict[str, object]:
    """What is kept of them."""
    return {name: _plain(value) for name, value in zip(statistics._fields, statistics, strict=True)}


def read(kept: Plain) -> RoundStatistics:
    """The statistics that were kept so."""
    return RoundStatistics(
        tuple(_class_spread(each) for each in kept["spreads"]),
        tuple(PersonSpread(each["code"], _or_not(each["deviation"], float)) for each in kept["people"]),
        tuple(_agreement(each) for each in kept["agreements"]),
        Ballots(**kept["straight_lines"]),
        _or_not(kept["far_ballots"], lambda each: Ballots(**each)),
        _signed(kept["signed"]),
        tuple(Flag(**each | {"kind": FlagKind(each["kind"])}) for each in kept["flags"]),
    )


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        if fields is not None:
            return {name: _plain(each) for name, each in zip(fields, value, strict=True)}
        return [_plain(each) for each in value]
    return value


def _or_not(kept: Any, found: Callable[[Any], Found]) -> Found | NotComputable:  # noqa: ANN401 - any value of JSON
    if isinstance(kept, Mapping) and "why" in kept:
        return NotComputable(Why(kept["why"]), kept["number"], kept["needed"])
    return found(kept)


def _class_spread(kept: Plain) -> ClassSpread:
    quartiles = _or_not(kept["quartiles"], lambda each: Quartiles(**each))
    return ClassSpread(kept["ballot_class"], kept["ballots"], quartiles, tuple(Bar(**each) for each in kept["bars"]))


def _agreement(kept: Plain) -> Agreement:
    return Agreement(
        kept["ballot_class"],
        kept["ballots"],
        kept["complete"],
        _or_not(kept["one_way"], _forms),
        _or_not(kept["two_way"], _forms),
        _or_not(kept["alpha"], float),
    )


def _forms(kept: list[dict[str, Any]]) -> tuple[Icc, ...]:
    return tuple(Icc(**each | {"interval": each["interval"] and Interval(**each["interval"])}) for each in kept)


def _signed(kept: Plain) -> SignedStatistics:
    return SignedStatistics(
        tuple(Severity(each["rater"], _or_not(each["shift"], _shift)) for each in kept["severities"]),
        _or_not(kept["reciprocity"], _pattern),
        _or_not(kept["circles"], _pattern),
    )


def _shift(kept: dict[str, Any]) -> Shift:
    return Shift(**kept | {"interval": Interval(**kept["interval"])})


def _pattern(kept: dict[str, Any]) -> Pattern:
    return Pattern(**kept | {"people": tuple(kept["people"])})
