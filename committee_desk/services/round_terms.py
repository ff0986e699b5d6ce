"""The terms that a round takes over from the scheme (domain rules 3.5), and what is typed of them."""

from collections.abc import Iterable
from dataclasses import replace

from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Terms
from committee_desk.domain.said import said
from committee_desk.domain.scores import Grade
from committee_desk.services import typed_values
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_refusals import CapUnclear, RoundForNobody, RoundSchemesDiffer, RoundUntitled
from committee_desk.services.round_views import RoundForm
from committee_desk.services.year_schemes import scheme_of


def terms_of(uow: UnitOfWork, year: int, categories: Iterable[str]) -> Terms:
    """What the schemes of these categories say of ballots; they must say the same."""
    found: dict[str, Terms] = {}
    for category in categories:
        scheme = scheme_of(uow, year, Category(category))
        found[category] = Terms(
            weights={BallotClass(name): weight for name, weight in scheme.ballot_weights.items()},
            trimmed_from=scheme.trimmed_from,
            points=dict(scheme.ballot_points),
            excellent_from=scheme.grades[Grade.EXCELLENT],
        )
    if not found:
        raise RoundForNobody
    first, *others = found.values()
    if any(each != first for each in others):
        raise RoundSchemesDiffer(tuple(found))
    return first


def title_of(form: RoundForm) -> str:
    """The title that was typed."""
    if not (title := said(form.title, "round_title")):
        raise RoundUntitled
    return title


def with_cap(terms: Terms, typed: str | int | None, rated: int) -> Terms:
    """The terms with the cap on 优秀 marks that was typed; none where nothing was."""
    if typed is None or not str(typed).strip():
        return replace(terms, most_excellent=None)
    cap = typed_values.count(typed)
    if cap is None or not 0 < cap <= rated:
        raise CapUnclear(said(str(typed)[:40], "round_title"), rated)
    return replace(terms, most_excellent=cap)


def same_rules(one: Terms, other: Terms) -> bool:
    """Whether two rounds' terms say the same of what schemes say: the cap is the round's own."""
    return replace(one, most_excellent=None) == replace(other, most_excellent=None)
