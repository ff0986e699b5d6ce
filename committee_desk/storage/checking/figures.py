"""Figures: the sums that scoring takes from its indexes are those of the rows themselves, and the answer holds."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain.grading import score_year
from committee_desk.domain.people import Category
from committee_desk.domain.scheme import RuleKind, Scheme
from committee_desk.domain.scores_in_order import OutOfOrder, out_of_order
from committee_desk.domain.sums import YearInputs
from committee_desk.services.year_inputs import inputs_of
from committee_desk.storage.checking.office import all_schemes
from committee_desk.storage.checking.reading import BOOKS, Facts, Invariant, Reading
from committee_desk.storage.checking.recount import CASE_SUMS, Sums, recounted

if TYPE_CHECKING:
    from committee_desk.domain.exact import Amount


class _Year(NamedTuple):
    """A year as scoring sees it, and what its answer contradicts itself in."""

    scheme: Scheme
    inputs: YearInputs
    wrong: tuple[OutOfOrder, ...]


def _sums(reading: Reading) -> Iterator[Facts]:
    for (number, category), year in _years(reading).items():
        if category != Category.PROSECUTOR:
            continue  # events and marks are the same sums for every category, and cases weigh for 检察官
        again, taken = recounted(reading, year.scheme, number), _taken(year)
        for code, what in sorted(again.keys() | taken.keys()):
            if again.get((code, what), 0) != taken.get((code, what), 0):
                yield {"year": number, "code": code, "what": what}


def _answers(what: str) -> Callable[[Reading], Iterator[Facts]]:
    def check(reading: Reading) -> Iterator[Facts]:
        for (number, _category), year in _years(reading).items():
            for each in year.wrong:
                if each.what == what:
                    yield {"year": number, "code": each.code, "held": each.held, "expected": each.expected}

    return check


def _years(reading: Reading) -> dict[tuple[int, str], _Year]:
    return reading.once("years", _read_years)


def _read_years(reading: Reading) -> dict[tuple[int, str], _Year]:
    found = {}
    for (number, category), scheme in sorted(all_schemes(reading).items()):
        inputs = inputs_of(reading.books, scheme, number)
        wrong = tuple(out_of_order(scheme, score_year(scheme, inputs), inputs.decided))
        found[number, category] = _Year(scheme, inputs, wrong)
    return found


def _taken(year: _Year) -> Sums:
    """The sums that scoring starts from, by person and by what is summed."""
    found: dict[tuple[str, str], Amount] = {}
    for each in year.inputs.cases:
        for name in CASE_SUMS:
            found[each.code, name] = found.get((each.code, name), 0) + getattr(each, name)
    for code, ledgers in year.inputs.events.items():
        found |= {(code, name): total for name, total in ledgers.items()}
    found |= {(code, RuleKind.LEADER_MARKS): each.total for code, each in year.inputs.leader_marks.items()}
    for code, classes in year.inputs.ballots.items():
        found[code, RuleKind.BALLOTS] = sum(each.total for each in classes)
    return found


INVARIANTS = (
    Invariant("figures.sums", _sums, BOOKS),
    *(
        Invariant(f"figures.{what}", _answers(what), BOOKS)
        for what in ("total", "indicator", "rank", "places", "excellent")
    ),
)
