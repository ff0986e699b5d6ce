"""The year's scores and why each figure is what it is: read, explained to the cell, and taken along as a workbook."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain.desk_file import NoPermission, NoSuchYear, ReadOnlyDesk
from committee_desk.domain.errors import DeskError
from committee_desk.domain.explaining import Explaining
from committee_desk.domain.explaining_outcome import outcome, standing_inputs
from committee_desk.domain.explanation import PersonExplanation
from committee_desk.domain.grading import score_year
from committee_desk.domain.journal import canonical
from committee_desk.domain.live_year import LiveYear
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotMark
from committee_desk.domain.roles import Right
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scheme_file import load
from committee_desk.domain.scores import YearScores
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.collector import resting_collector
from committee_desk.services.journal_views import on_paper
from committee_desk.services.live_figures import LiveFigures
from committee_desk.services.masking import explained_without_reasons, scores_without_reasons
from committee_desk.services.ports import OpenFolder, OpenUnitOfWork, UnitOfWork
from committee_desk.services.ranking_export import Ranking, RankingWriter, refuse_what_is_in_the_way
from committee_desk.services.score_answer import score_answer
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing


class NotScored(DeskError):
    """The person is not on the year's list: no stay of the assessed category touches the year."""

    def __init__(self, code: str, year: int, category: Category = Category.PROSECUTOR) -> None:
        super().__init__(code, year)
        self.code, self.year, self.category = code, year, category


class ReadOut(NamedTuple):
    """A year's scores given out, and the journal entry that says so; None where the desk cannot be written."""

    scores: YearScores
    entry: int | None


class OpenedBallots(NamedTuple):
    """One person's single marks, and the entry that says who opened them."""

    marks: tuple[BallotMark, ...]
    change: Change


class YearFigures:
    """The year's scores whole, as the other services work with them, whoever sits at the desk.

    Each category (检察官, 检察辅助人员, 司法行政人员) is a list of its own: own scheme, ranks and quota. A year of an
    older desk that has not taken over a category's scheme refuses with NoSchemeOfCategory.
    """

    def __init__(self, open_work: OpenUnitOfWork) -> None:
        self._open = open_work
        self._live = LiveFigures()

    def categories(self, year: int) -> tuple[Category, ...]:
        """The categories that have a scheme in that year, in their own order."""
        with self._open.reading() as uow:
            return uow.office.scheme_categories(year)

    def scheme(self, year: int, category: Category = Category.PROSECUTOR) -> Scheme:
        """The scheme of that year and category."""
        with self._open.reading() as uow:
            return scheme_of(uow, year, category)

    def year(self, year: int, day: date | None = None, category: Category = Category.PROSECUTOR) -> YearScores:
        """Everybody's figures, by what is dated up to that day where one is given."""
        with self._open.reading() as uow, resting_collector():
            if day is None:
                return self._now(uow, year, category).scores
            scheme = scheme_of(uow, year, category)
            return score_year(scheme, uow.totals.year_inputs(scheme, year, day))

    def explanations(
        self, year: int, codes: Iterable[str] | None = None, category: Category = Category.PROSECUTOR
    ) -> tuple[PersonExplanation, ...]:
        """Why the figures of these people, or of everybody, are what they are."""
        with self._open.reading() as uow, resting_collector():
            return explained(uow, year, codes, category, self._now(uow, year, category)).explanations

    def workload_bonus(self, year: int, category: Category) -> Callable[[str], Fraction]:
        """What each person's cases beyond the target add to the ledger that takes it; 0 for who is not scored."""
        with self._open.reading() as uow, resting_collector():
            scoring = self._now(uow, year, category).scoring
        return lambda code: Fraction(*scoring.workload_bonus(code))

    def _now(self, uow: UnitOfWork, year: int, category: Category) -> LiveYear:
        """The year as it stands: gone on from what was scored before, or scored from its facts."""
        live = self._live.year(uow, year, category)
        if live is None:
            live = scored(uow, year, category)
            self._live.keep(uow, year, category, live)
        return live


class ScoreDesk:
    """Scores a year, explains its figures and exports them.

    Why somebody is pending or without a grade is for who may see decisions; others read 另行确定.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what scores, writes, guards and confirms
        self,
        open_work: OpenUnitOfWork,
        figures: YearFigures,
        writer: RankingWriter,
        open_folder: OpenFolder,
        seat: Seat,
        witnessing: Callable[[], "Witnessing"],
    ) -> None:
        self._open, self._figures, self._seat, self._witnessing = open_work, figures, seat, witnessing
        self._writer = writer
        self._open_folder = open_folder

    @allowed(Right.SEE_DESK)
    def categories(self, year: int) -> tuple[Category, ...]:
        """The categories that have a scheme in that year, in their own order."""
        return self._figures.categories(year)

    @allowed(Right.SEE_SCORES)
    def lists_of(self, year: int, code: str) -> tuple[Category, ...]:
        """On whose lists that person stands; who changed category in the year stands on two."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        with self._open.reading() as uow:
            held = {stay.category for stay in uow.people.stays_touching(first, last) if stay.code == code}
        return tuple(each for each in Category if each in held)

    @allowed(Right.SEE_DESK)
    def scheme(self, year: int, category: Category = Category.PROSECUTOR) -> Scheme:
        """The scheme of that year and category."""
        return self._figures.scheme(year, category)

    @allowed(Right.SEE_SCORES)
    def year(self, year: int, category: Category = Category.PROSECUTOR) -> YearScores:
        """Everybody's figures, ranks, proposed grades and the quota."""
        return self._seen(self._figures.year(year, category=category))

    @allowed(Right.SEE_SCORES)
    def read_out(self, actor: Actor, year: int) -> ReadOut:
        """The same as an answer that leaves the window, journalled; a desk that is only read answers without."""
        with self._open.reading() as uow:
            head = uow.journal.head()
        scores = self.year(year)
        digest = sha256(canonical(score_answer(scores)).encode()).hexdigest()
        what = {"year": year, "digest": digest, "as_of": on_paper(head)}
        try:
            with self._open.writing() as uow:
                entry = uow.journal.append(actor, "scores.read", str(year), what)
                uow.commit()
        except (ReadOnlyDesk, NoPermission):
            return ReadOut(scores, None)
        return ReadOut(scores, entry)

    @allowed(Right.SEE_BALLOTS)
    def open_ballots(self, actor: Actor, year: int, code: str) -> OpenedBallots:
        """One person's single marks, without their slips and in no order of theirs; who opened them is journalled."""
        with self._open.writing() as uow:
            marks = uow.totals.ballots(year, code)
            entry = uow.journal.append(actor, "ballots.open", code, {"year": year, "marks": len(marks)})
            uow.commit()
        return OpenedBallots(marks, Change.of(entry=entry))

    @allowed(Right.SEE_SCORES)
    def as_of(self, year: int, day: date, category: Category = Category.PROSECUTOR) -> YearScores:
        """The same by what is dated up to that day (months, dynamic ranking)."""
        return self._seen(self._figures.year(year, day, category))

    def _seen(self, scores: YearScores) -> YearScores:
        return scores if self._seat.may(Right.SEE_SANCTIONS) else scores_without_reasons(scores)

    @allowed(Right.SEE_SCORES)
    def explain(self, year: int, code: str, category: Category = Category.PROSECUTOR) -> PersonExplanation:
        """Why that person's figures are what they are; NotScored when the person is not on the year's list."""
        return self.explanations(year, [code], category)[0]

    @allowed(Right.SEE_SCORES)
    def explanations(
        self, year: int, codes: Iterable[str] | None = None, category: Category = Category.PROSECUTOR
    ) -> tuple[PersonExplanation, ...]:
        """The explanations of these people, or of everybody, from one scoring of the year."""
        return self._seen_why(self._figures.explanations(year, codes, category))

    def _seen_why(self, found: tuple[PersonExplanation, ...]) -> tuple[PersonExplanation, ...]:
        return found if self._seat.may(Right.SEE_SANCTIONS) else tuple(map(explained_without_reasons, found))

    @allowed(Right.EXPORT)
    def export(
        self,
        actor: Actor,
        year: int,
        path: Path,
        second: "Second | None" = None,
        category: Category = Category.PROSECUTOR,
    ) -> Change:
        """Write ranking, breakdown and every figure's source to a workbook. In 严格 an act for two."""
        refuse_what_is_in_the_way(path)
        authority = self._witnessing().confirm_in_strict(second, "scores.export")
        with self._open.reading() as uow:
            identity, head = uow.office.identity(), uow.journal.head()
            known = explained(uow, year, category=category)
        scores, explanations = self._seen(known.scores), self._seen_why(known.explanations)
        workbook = self._writer.write(Ranking(identity.office, identity.demo, known.scheme, scores, explanations, head))
        with self._open.writing() as uow, self._open_folder(path.parent) as folder:
            digest, people = sha256(workbook).hexdigest(), len(known.explanations)
            what: dict[str, object] = {
                "workbook": path.name,
                "sha256": digest,
                "people": people,
                "head": on_paper(head),
                **of_category(category),
            }
            entry = uow.journal.append(actor, "scores.export", str(year), what, authority=authority)
            folder.put(path.name, workbook)
            folder.place()
            uow.commit()
        return Change.of(entry=entry)


def of_category(category: Category) -> dict[str, str]:
    """What an entry says of the category it is about; nothing of 检察官, as the first releases knew no other."""
    return {} if category is Category.PROSECUTOR else {"category": str(category)}


class Explained(NamedTuple):
    """A year's scores with the explanations of those asked for, from one consistent state."""

    scheme: Scheme
    scores: YearScores
    explanations: tuple[PersonExplanation, ...]


def scored(uow: UnitOfWork, year: int, category: Category = Category.PROSECUTOR) -> LiveYear:
    """The year scored from its facts."""
    scheme = scheme_of(uow, year, category)
    return LiveYear.of(scheme, uow.totals.year_inputs(scheme, year))


def explained(
    uow: UnitOfWork,
    year: int,
    codes: Iterable[str] | None = None,
    category: Category = Category.PROSECUTOR,
    live: LiveYear | None = None,
) -> Explained:
    """The year scored, and the explanations of these people or of everybody; NotScored for who is not listed.

    `live` is the year as that unit of work sees it, where it is scored already.
    """
    live = live or scored(uow, year, category)
    scheme, scores = live.scheme, live.scores
    people = {person.code: person for person in scores.people}
    asked = list(people if codes is None else codes)
    missing = [code for code in asked if code not in people]
    if missing:
        raise NotScored(missing[0], year, category)
    explaining = Explaining(live.scoring)
    found = []
    for code in asked:
        facts = uow.totals.person_facts(year, code)
        standing = standing_inputs(scheme, facts, year)
        steps = outcome(scheme, scores, people[code], standing)
        found.append(PersonExplanation(code, year, explaining.indicators(facts), steps, standing))
    return Explained(scheme, scores, tuple(found))


def scheme_of(uow: UnitOfWork, year: int, category: Category = Category.PROSECUTOR) -> Scheme:
    """The scheme of that year and category; NoSuchYear and NoSchemeOfCategory where there is none."""
    try:
        return load(uow.office.scheme(year, category))
    except KeyError:
        raise NoSuchYear(year, uow.office.years()) from None
