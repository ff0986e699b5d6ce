"""What the papers of a rating round share: form 6's words, its pages, its columns."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from committee_desk.documents.fonts import DRAWN
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import in_fours
from committee_desk.documents.missing_glyphs import require_glyphs
from committee_desk.documents.objection_sheet import Pages, said_at
from committee_desk.documents.objection_sheet import words as sheet_words
from committee_desk.documents.table import EDGE
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.said import visible
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.round_paper_views import RatedPerson, RoundName
from committee_desk.services.sheet_refusals import Printed


def words(section: str) -> Any:  # noqa: ANN401 - whatever the form's file holds there
    """A part of the form's wording."""
    return form("round")[section]


def class_name(ballot_class: BallotClass) -> str:
    """A 类（院领导）."""
    return str(words("classes")[ballot_class.value])


def said_day(day: date) -> str:
    """A day."""
    return str(words("day").format(year=day.year, month=day.month, day=day.day))


def told_apart(people: Sequence[RatedPerson]) -> list[str]:
    """Everybody's name; two of one name in one department bear their 工号 too."""
    alike = [(each.name, each.department) for each in people]
    return [
        f"{each.name}（{each.code}）" if alike.count((each.name, each.department)) > 1 else each.name for each in people
    ]


def refuse_missing(people: Iterable[RatedPerson], rest: Iterable[str], label: str) -> None:
    """Every character must be in a font; all that are not are named at once, each with whose name has it."""
    named = [(each.code, each.name, _plain(each.name + each.department)) for each in people]
    require_glyphs(Printed.ROUND, named, (label, _plain("".join(rest))))


def _plain(text: str) -> str:
    return visible(text).translate(dict.fromkeys(map(ord, "\r\n\t" + DRAWN)))


class RoundPages(Pages):
    """Pages of a paper of one round, each with x of y, the data's fingerprint and the version in its foot."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a paper says of itself
        self,
        title: str,
        name: RoundName,
        stamp: PublicationStamp,
        remark: str,
        fingerprint: str,
        version: int = 0,
        pages: int = 0,
        marks: Sequence[str] = (),
    ) -> None:
        super().__init__(title, f"{title} {name.label}", stamp, remark, marks)
        self._of, self._fingerprint, self._version, self._pages = stamp, fingerprint, version, pages

    def foot(self) -> None:
        """Who printed it and when, from which data and state of the journal, which page of how many."""
        wording, downs, size = words("foot"), sheet_words("layout")["foot_lines"], sheet_words("sizes")["foot"]
        before = self._version - 1
        version = wording["supersedes"].format(version=self._version, before=before) if before > 0 else ""
        told = {
            "maker": self._of.by,
            "at": said_at(self._of.at),
            "fingerprint": in_fours(self._fingerprint),
            "supersedes": version,
            "page": words("page").format(page=self.paper.page, pages=self._pages),
            "head": in_fours(self._of.head),
            "entries": self._of.entries,
        }
        for name, down in zip(("first", "second", "third"), downs, strict=True):
            left, _, right = wording[name].format(**told).partition(EDGE)
            self.paper.text(0, self.bottom + down, left, "song", size)
            self.paper.right(self.width, self.bottom + down, right, "song", size)


def counted(draw: Callable[[int], RoundPages]) -> bytes:
    """Drawn twice: the second time every page knows how many there are."""
    first = draw(0)
    first.finished()
    return draw(first.paper.page).finished()
