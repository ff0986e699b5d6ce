"""How far each step of the year is, as the rail shows it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from committee_desk.domain.course import LOCKED, Stage
from committee_desk.domain.objections import OPEN, ObjectionState
from committee_desk.domain.scores import PersonScore, Status
from committee_desk.services.views import Owed, StepState

if TYPE_CHECKING:
    from committee_desk.domain.months import MonthState
    from committee_desk.services.overview_book import Tally
    from committee_desk.services.ports import UnitOfWork

ABSENT, UNTOUCHED, GOING, BLOCKED, DONE = "absent", "untouched", "going", "blocked", "done"

SCHEME, CASES, ENTRY, BALLOTS, RANKING = "scheme", "cases", "entry", "ballots", "ranking"
GRADING, PUBLICATION, OBJECTIONS, DECISIONS = "grading", "publication", "objections", "decisions"
STEPS = (SCHEME, CASES, ENTRY, BALLOTS, RANKING, GRADING, PUBLICATION, OBJECTIONS, DECISIONS, "rewards")
"""方案, 案件与评查, 评分录入, 测评, 汇总排名, 等次审议, 公示, 异议与复核, 决定与送达, 结果运用."""

OF_FIGURES = frozenset({CASES, ENTRY, BALLOTS, RANKING})
"""Where a year's figures come together: behind an archived year, which nothing but a correction opens again."""

MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Steps:
    """What the states of a year's steps are judged by. `adopted` says of each category's scheme whether it is."""

    tally: "Tally"
    adopted: tuple[bool, ...]
    months: "Mapping[int, MonthState]"
    stage: Stage = Stage.SCORING
    objections: tuple[ObjectionState, ...] = ()
    decided: bool = False
    """Whether the 院党组 has decided on anybody."""

    @classmethod
    def of(cls, uow: "UnitOfWork", year: int, tally: "Tally") -> Self:
        """Read it."""
        holding = [uow.schemes.holding(year, category) for category in uow.office.scheme_categories(year)]
        adopted = tuple(version is not None and version.is_adopted for version in holding)
        stage = uow.course.stage(year)
        objections = tuple(each.state for each in uow.objections.of_year(year)) if stage is not Stage.SCORING else ()
        decided = stage is not Stage.SCORING and bool(uow.results.decisions(year))
        return cls(tally, adopted, uow.months.states(year), stage, objections, decided)

    def state(self, page: str, people: Iterable[PersonScore], owed: Iterable[Owed], *, over: bool) -> StepState:
        """The step's state and how much is owed there. `over` is whether the year has ended."""
        lines = [line for line in owed if line.page == page]
        if page in OF_FIGURES and self.stage is Stage.ARCHIVED:
            return StepState(page, DONE, 0)
        count = sum(int(str(line.facts.get("count", 1))) for line in lines)
        blocked = any(line.blocking for line in lines)
        finished = over and not count
        of_page: dict[str, Callable[[], str]] = {
            SCHEME: self._scheme,
            CASES: lambda: self._cases(finished=finished),
            ENTRY: lambda: self._entry(count),
            BALLOTS: lambda: self._ballots(finished=finished),
            RANKING: lambda: self._ranking(people, over=over, finished=finished),
            GRADING: lambda: self._grading(blocked=blocked),
            PUBLICATION: lambda: self._publication(blocked=blocked),
            OBJECTIONS: lambda: self._objections(count, blocked=blocked),
            DECISIONS: lambda: self._decisions(count, blocked=blocked),
        }
        return StepState(page, of_page[page](), count) if page in of_page else StepState(page, ABSENT)

    def _scheme(self) -> str:
        if all(self.adopted):
            return DONE
        return GOING if any(self.adopted) else UNTOUCHED

    def _cases(self, *, finished: bool) -> str:
        if not self.tally.cases and not self.tally.open_cases:
            return UNTOUCHED
        return DONE if finished else GOING

    def _entry(self, owed: int) -> str:
        published = [month for month, state in self.months.items() if state == "published"]
        if len(published) == MONTHS_OF_A_YEAR and not owed:
            return DONE
        return GOING if self.months or self.tally.people else UNTOUCHED

    def _ballots(self, *, finished: bool) -> str:
        if not self.tally.rated:
            return UNTOUCHED
        return DONE if finished else GOING

    def _ranking(self, people: Iterable[PersonScore], *, over: bool, finished: bool) -> str:
        if not self.tally.people or not (self.tally.cases or self.tally.rated):
            return UNTOUCHED
        undecided = {Status.INCOMPLETE, Status.TIE_AT_QUOTA}
        if over and any(person.status in undecided for person in people):
            return BLOCKED
        return DONE if finished else GOING

    def _grading(self, *, blocked: bool) -> str:
        if self.stage is Stage.SCORING:
            return UNTOUCHED
        if blocked:
            return BLOCKED
        return DONE if self.stage in LOCKED else GOING

    def _publication(self, *, blocked: bool) -> str:
        if self.stage not in LOCKED:
            return UNTOUCHED
        if blocked:
            return BLOCKED
        return DONE if Stage.CLOSED.is_reached_at(self.stage) else GOING

    def _objections(self, owed: int, *, blocked: bool) -> str:
        if blocked:
            return BLOCKED
        if OPEN.intersection(self.objections) or self.stage is Stage.PUBLISHED:
            return GOING
        if owed and (self.objections or Stage.CLOSED.is_reached_at(self.stage)):
            return GOING  # a decision to serve and tell, or an application that came after the notice
        return DONE if Stage.CLOSED.is_reached_at(self.stage) else UNTOUCHED

    def _decisions(self, owed: int, *, blocked: bool) -> str:
        if self.stage is Stage.ARCHIVED and not owed:
            return DONE
        if blocked:
            return BLOCKED
        return GOING if self.stage is Stage.CLOSED or self.decided else UNTOUCHED
