"""The year's scores as those at the desk may see them: read, explained to the cell, and taken along as a workbook."""

from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain.desk_file import NoPermission, ReadOnlyDesk
from committee_desk.domain.journal import canonical
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import YearScores
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.masking import explained_without_reasons, scores_without_reasons
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.score_answer import score_answer
from committee_desk.services.scored_year import explained
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.year_figures import YearFigures

if TYPE_CHECKING:
    from committee_desk.domain.explanation import PersonExplanation
    from committee_desk.services.folders import OpenFolder
    from committee_desk.services.ranking_export import RankingWriter
    from committee_desk.services.second import Second, Witnessing


class ReadOut(NamedTuple):
    """A year's scores given out, and the journal entry that says so; None where the desk cannot be written."""

    scores: YearScores
    entry: int | None


class ScoreDesk:
    """Scores a year, explains its figures and exports them.

    Why somebody is pending or without a grade is for who may see decisions; others read 另行确定.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what scores, writes, guards and confirms
        self,
        open_work: OpenUnitOfWork,
        figures: YearFigures,
        writer: "RankingWriter",
        open_folder: "OpenFolder",
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
    def by_scheme(self, year: int, category: Category = Category.PROSECUTOR) -> tuple[Scheme, YearScores]:
        """The same with the scheme that everybody was scored by, from one consistent state."""
        live = self._figures.list_of(year, category)
        return live.scheme, self._seen(live.scores)

    @allowed(Right.SEE_SCORES)
    def read_out(self, actor: Actor, year: int) -> ReadOut:
        """The same as an answer that leaves the window, journalled; a desk that is only read answers without."""
        from committee_desk.services.journal_views import on_paper  # noqa: PLC0415 - the window opens without

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

    @allowed(Right.SEE_SCORES)
    def as_of(self, year: int, day: date, category: Category = Category.PROSECUTOR) -> YearScores:
        """The same by what is dated up to that day (months, dynamic ranking)."""
        return self._seen(self._figures.year(year, day, category))

    def _seen(self, scores: YearScores) -> YearScores:
        return scores if self._seat.may(Right.SEE_SANCTIONS) else scores_without_reasons(scores)

    @allowed(Right.SEE_SCORES)
    def explain(self, year: int, code: str, category: Category = Category.PROSECUTOR) -> "PersonExplanation":
        """Why that person's figures are what they are; NotScored when the person is not on the year's list."""
        return self.explanations(year, [code], category)[0]

    @allowed(Right.SEE_SCORES)
    def explanations(
        self, year: int, codes: Iterable[str] | None = None, category: Category = Category.PROSECUTOR
    ) -> "tuple[PersonExplanation, ...]":
        """The explanations of these people, or of everybody, from one scoring of the year."""
        return self._seen_why(self._figures.explanations(year, codes, category))

    def _seen_why(self, found: "tuple[PersonExplanation, ...]") -> "tuple[PersonExplanation, ...]":
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
        """Write ranking, breakdown and every figure's source to a workbook. In 严格 an act for two.

        A file goes on to people who are not at the desk: without accounts it names no reason, whoever wrote it.
        """
        from committee_desk.services.journal_views import on_paper  # noqa: PLC0415 - the window opens without
        from committee_desk.services.ranking_export import Ranking, refuse_what_is_in_the_way  # noqa: PLC0415 - the same

        refuse_what_is_in_the_way(path)
        authority = self._witnessing().confirm_in_strict(second, "scores.export")
        with self._open.reading() as uow:
            identity, head = uow.office.identity(), uow.journal.head()
            known = explained(uow, year, category=category)
        scores, explanations = self._seen(known.scores), self._seen_why(known.explanations)
        if not self._seat.has_accounts:
            scores, explanations = scores_without_reasons(scores), tuple(map(explained_without_reasons, explanations))
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
