"""Running text as a public notice is set: 仿宋-like 16 pt by GB/T 9704, flowing over pages, with place for the seal."""

from collections.abc import Sequence
from datetime import datetime

from committee_desk.documents.fonts import face
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import in_fours, moment
from committee_desk.documents.missing_glyphs import require_glyphs
from committee_desk.documents.page import Paper
from committee_desk.documents.typesetting import lines
from committee_desk.domain.said import visible
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.sheet_refusals import Printed


class Sheet:
    """The pages of one notice: what is written goes on below what stands there, else on a new page."""

    def __init__(  # noqa: PLR0913 - what stands at its head and foot
        self, title: str, stamp: PublicationStamp, version: int, fingerprint: str, *, draft: bool, tight: bool = False
    ) -> None:
        marks = form("page")["marks"]
        shown = [*([marks["draft"]] if draft else []), *([marks["demo"]] if stamp.demo else [])]
        self.wording = form("notice")
        self.tight = tight
        self.leading = float(self.wording["layout"]["leading_tight" if tight else "leading"])
        self.paper = Paper(title, stamp.office, title, stamp.at, shown, self.wording["remark"])
        self.y = float(self.wording["layout"]["title"])
        self._foot = (stamp, version, fingerprint)

    @property
    def bottom(self) -> float:
        """Where the text area ends."""
        return self.paper.area.height

    def turn(self) -> None:
        """Go on to the next page."""
        self._write_foot()
        self.paper.next_page()
        self.y = float(self.wording["layout"]["continued"])

    def need(self, height: float) -> None:
        """Turn the page where there is no room for so much; text stands clear of the marks there."""
        if self.y + height > self.bottom:
            self.turn()
            self.y += self.leading

    def title(self, text: str) -> None:
        """The heading, centred; broken into lines where it is too long for one."""
        size, leading = float(self.wording["sizes"]["title"]), float(self.wording["layout"]["title_leading"])
        width, letters = self.paper.area.width, face("song_bold")
        for line in lines(text, width, lambda piece: letters.width(piece, size)):
            self.paper.centred(width / 2, self.y, line, "song_bold", size)
            self.y += leading
        self.y += self.leading - leading + 6

    def paragraph(self, text: str, lead: str = "", *, signed: bool = False) -> None:
        """A paragraph, its first line two characters in; `lead` is set in 黑体 before it.

        What is `signed` goes to the page on which its signature has room: nobody signs a page that says nothing.
        """
        size, leading = float(self.wording["sizes"]["text"]), self.leading
        indent, ahead, filler = self._lead(lead)
        written = self._written(text, lead)
        if signed:
            self.need((len(written) - 1) * leading + self._signing)
        for at, line in enumerate(written):
            self.need(0)
            if at == 0:
                self.paper.text(0, self.y, f"{indent}{lead}", "hei", size)
                self.paper.text(ahead, self.y, line.removeprefix(filler), "song", size)
            else:
                self.paper.text(0, self.y, line, "song", size)
            self.y += leading

    def keep_signed(self, *paragraphs: tuple[str, str]) -> None:
        """Turn the page where these paragraphs, each with its lead, and the signature do not all find room here."""
        leading = self.leading
        self.need((sum(len(self._written(text, lead)) for text, lead in paragraphs) - 1) * leading + self._signing)

    def _lead(self, lead: str) -> tuple[str, float, str]:
        """The indent, how far the lead goes, and what it takes of the first line in whole characters."""
        size = float(self.wording["sizes"]["text"])
        indent = "　" * int(self.wording["layout"]["indent"])
        ahead = face("hei").width(f"{indent}{lead}", size) if lead else face("song").width(indent, size)
        return indent, ahead, "　" * round(ahead / size)

    def _written(self, text: str, lead: str) -> list[str]:
        """The lines of a paragraph."""
        size, song = float(self.wording["sizes"]["text"]), face("song")
        filler = self._lead(lead)[2]
        return list(lines(filler + text, self.paper.area.width, lambda piece: song.width(piece, size)))

    def signature(self, signed: str, dated: str) -> None:
        """Who signs and when, to the right, with place for the seal over both; they stand beside text, never alone.

        The date ends four characters before the edge and who signs stands centred over it (GB/T 9704, 7.3.5); a long
        name begins further left.
        """
        size, leading = float(self.wording["sizes"]["text"]), self.leading
        layout, width, song = self.wording["layout"], self.paper.area.width, face("song")
        self.y += float(layout["sign_above"])
        blank = float(layout["right"]) * size
        right = width - blank / 2
        fitting = min(size, size * right / song.width(signed, size))
        middle = width - blank - song.width(dated, size) / 2
        self.paper.right(min(right, middle + song.width(signed, fitting) / 2), self.y, signed, "song", fitting)
        self.y += leading
        self.paper.right(width - blank, self.y, dated, "song", size)
        self.y += leading

    @property
    def _signing(self) -> float:
        """From the last line of text down to where the seal ends."""
        layout = self.wording["layout"]
        leading, seal = self.leading, float(layout["seal"])
        return leading + float(layout["sign_above"]) + leading + (seal - leading) / 2

    def finished(self) -> bytes:
        """The whole document."""
        self._write_foot()
        return self.paper.finished()

    def _write_foot(self) -> None:
        """Which version from which data, the journal's state, and when it was printed, under the text area; below that
        by which fingerprint the office's seal is known, where it has one."""
        stamp, version, fingerprint = self._foot
        foot, size = self.wording["foot"], float(self.wording["sizes"]["foot"])
        at = moment(self.wording["moment"], stamp.at)
        first = foot["first"].format(version=version, fingerprint=in_fours(fingerprint[:16]))
        second = foot["second"].format(head=in_fours(stamp.head[:16]), entries=stamp.entries, at=at)
        for line, down in zip((first, second), self.wording["layout"]["foot_lines"], strict=True):
            self.paper.text(0 if self.paper.page % 2 else 90, self.bottom + float(down), line, "song", size)
        if stamp.anchor:
            third = foot["anchor"].format(fingerprint=in_fours(stamp.anchor.upper()))
            self.paper.text(0, self.bottom + float(self.wording["layout"]["foot_anchor"]), third, "song", size)


def readable(text: str) -> str:
    """What can be read of a text, on one line."""
    return " ".join(visible(text).split())


def refuse_missing(texts: Sequence[tuple[str, str, str]]) -> None:
    """Every character must be in a font; all that are not are named at once: (code, whose, text)."""
    require_glyphs(Printed.NOTICE, texts)


def minute(at: datetime, pattern: str) -> str:
    """A moment to the minute, in the form's own words."""
    return moment(pattern, at)
