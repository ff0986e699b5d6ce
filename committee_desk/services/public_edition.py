"""The public edition of a year's results (结果公开): 优秀 by name, the rest counted, and nobody's score.

No count tells anybody apart: a count under three is merged with others until nobody can be found by taking one number
from another. Who has no grade stands in no count of his own unless there are three of them at least. On whom the
院党组 has not decided yet is counted apart, and among nobody else: the edition speaks of those decided alone.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from committee_desk.domain.notice import NoticeLine, NoticeOrder
from committee_desk.domain.roles import Right
from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.edition_views import OPEN, REST, Counted, EditionGroup, EditionPaper, Told
from committee_desk.services.journal_views import on_paper
from committee_desk.services.locked_sheets import LockedSheet
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.publication_notice import approved_list, in_order
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.result_paper_views import ResultDrawer
from committee_desk.services.result_refusals import EditionOutdated, NothingPublic
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.settings import NOTICE_ORDER, SETTINGS

FEWEST = 3
"""A count under this tells people apart."""
PUBLISH = "result.publish"
NO_GRADE = ""


class PublicEdition:
    """Makes the edition of a year's results that anybody may read, and the full list that stays in the office."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, drawer: ResultDrawer, seat: Seat) -> None:
        self._open, self._clock, self._drawer, self._seat = open_work, clock, drawer, seat

    @allowed(Right.SEE_GRADING)
    def preview(self, actor: Actor, year: int, *, whole: bool = False, order: NoticeOrder | None = None) -> bytes:
        """The very PDF that `pdf` would give, without a trace in the journal."""
        return self._drawer.edition(self._paper(actor, year, whole=whole, order=order))

    @allowed(Right.DECIDE_RESULTS)
    def pdf(self, actor: Actor, year: int, *, whole: bool = False, order: NoticeOrder | None = None) -> bytes:
        """The public edition as PDF, by department or strokes (the office's setting); journalled.

        `whole` is everybody with the grade, marked as internal. NothingPublic while the 院党组 has not decided.
        """
        paper = self._paper(actor, year, whole=whole, order=order)
        return self._handed_out(actor, paper, "pdf", self._drawer.edition(paper))

    @allowed(Right.DECIDE_RESULTS)
    def html(self, actor: Actor, year: int, *, order: NoticeOrder | None = None) -> bytes:
        """The public edition as one HTML file (UTF-8) without script; journalled. The full list is never given so."""
        paper = self._paper(actor, year, whole=False, order=order)
        return self._handed_out(actor, paper, "html", self._drawer.edition_html(paper))

    def _paper(self, actor: Actor, year: int, *, whole: bool, order: NoticeOrder | None) -> EditionPaper:
        with self._open.reading() as uow:
            wanted = order or NoticeOrder(uow.settings.all().get(NOTICE_ORDER, SETTINGS[NOTICE_ORDER].default))
            desk, head = uow.office.identity(), uow.journal.head()
            stamp = PublicationStamp(desk.office, desk.demo, self._clock(), actor.name, head.hash, head.entries)
            people = _everybody(uow, year)
            groups = _groups(people, wanted, whole=whole)
            by_department, decided = wanted is NoticeOrder.DEPARTMENT, sum(each.decided for each in people)
            return EditionPaper(stamp, year, whole, by_department, groups, _documents(uow, year), decided)

    def _handed_out(self, actor: Actor, paper: EditionPaper, form: str, drawn: bytes) -> bytes:
        with self._open.writing() as uow:
            what = {"whole": paper.whole, "form": form, "head": on_paper(uow.journal.head())}
            uow.journal.append(actor, PUBLISH, str(paper.year), what, dated=True)
            uow.commit()
        return drawn


class _Line(NamedTuple):
    code: str
    name: str
    department: str
    category: str
    grade: Grade | None
    decided: bool


def _everybody(uow: UnitOfWork, year: int) -> tuple[_Line, ...]:
    """Everybody with a result as it was decided last; whoever is listed and not decided on yet has no grade here.

    Refused (EditionOutdated) while the list in force gives somebody another grade than that: the edition would name
    who is 优秀 no longer, and more than there are places.
    """
    newest = {each.code: each for each in uow.results.of_year(year)}
    if not newest:
        raise NothingPublic(year)
    found = {}
    for code, result in newest.items():
        sheet = LockedSheet.from_json(result.sheet).sheet
        found[code] = _Line(
            code, sheet.person.name, sheet.person.department, str(sheet.category), result.grade, decided=True
        )
    laid = approved_list(uow, year)
    listed = laid.people if laid else ()
    outdated = [each.name for each in listed if each.code in found and found[each.code].grade is not each.grade]
    if outdated:
        raise EditionOutdated(year, tuple(outdated))
    for each in listed:
        found.setdefault(each.code, _Line(each.code, each.name, each.department, each.category, None, decided=False))
    return tuple(found.values())


def _documents(uow: UnitOfWork, year: int) -> tuple[tuple[str, date], ...]:
    """The decisions on which somebody's newest result rests."""
    resting = {each.decision for each in {each.code: each for each in uow.results.of_year(year)}.values()}
    return tuple((each.document, each.day) for each in uow.results.decisions(year) if each.number in resting)


def _groups(people: Sequence[_Line], order: NoticeOrder, *, whole: bool) -> tuple[EditionGroup, ...]:
    lines = [NoticeLine(each.code, each.name, each.department, each.category, str(each.grade or "")) for each in people]
    ordered, undecided = in_order(lines, order), {each.code for each in people if not each.decided}
    groups = []
    for category in dict.fromkeys(each.category for each in ordered):
        mine = [each for each in ordered if each.category == category]
        named = [each for each in mine if whole or each.grade == Grade.EXCELLENT]
        told = tuple(
            Told(each.name, each.department, each.grade if whole else "", whole and each.code in undecided)
            for each in named
        )
        counts = Counter(each.grade for each in mine if each.grade != Grade.EXCELLENT and each.code not in undecided)
        waiting = sum(each.code in undecided for each in mine)
        groups.append(EditionGroup(category, told, () if whole else merged(counts), waiting))
    return tuple(groups)


def merged(counts: Mapping[str, int]) -> tuple[Counted, ...]:
    """The counts of those who are not named, so that none is under three and none can be found by subtraction.

    Small counts go together; where even together they are under three, the smallest that could stand goes with them.
    Where all together are under three there is no number at all.
    """
    order = [str(each) for each in Grade if each is not Grade.EXCELLENT] + [NO_GRADE]
    held = {grade: counts[grade] for grade in order if counts.get(grade)}
    shown = {grade: number for grade, number in held.items() if number >= FEWEST}
    rest = sum(number for number in held.values() if number < FEWEST)
    while rest and rest < FEWEST and shown:
        smallest = min(shown, key=lambda grade: (shown[grade], -order.index(grade)))
        rest += shown.pop(smallest)
    found = [Counted(grade or OPEN, number) for grade, number in shown.items()]
    if rest:
        found.append(Counted(REST, rest if rest >= FEWEST else None))
    return tuple(found)
