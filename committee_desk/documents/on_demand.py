"""Adapters that load when they are first asked: the window stands sooner by what nobody has wanted yet."""

# ruff: noqa: PLC0415 - see above
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from committee_desk.services.attachment_views import Attachable, Showing
    from committee_desk.services.imports.kinds import Kind
    from committee_desk.services.imports.mapping import Outline, Remembered
    from committee_desk.services.imports.table import Table
    from committee_desk.services.ranking_export import Ranking


class Reader:
    """Reads workbooks."""

    def read(self, path: Path, kind: "Kind", remembered: "Iterable[Remembered]" = ()) -> "Table":
        """The first sheet that has all headings which the kind needs, or is of a form that is remembered."""
        from committee_desk.documents.workbooks.reader import CalamineReader

        return CalamineReader().read(path, kind, remembered)

    def outline(self, path: Path, kind: "Kind", row: int | None = None) -> "Outline":
        """The row of some sheet that looks most like headings of the kind, or the one that somebody chose."""
        from committee_desk.documents.workbooks.reader import CalamineReader

        return CalamineReader().outline(path, kind, row)


class Templates:
    """Writes templates."""

    def write(self, path: Path, kind: "Kind") -> None:
        """Headings, one example row, drop-downs and notes."""
        from committee_desk.documents.workbooks.template import OpenpyxlTemplates

        OpenpyxlTemplates().write(path, kind)


class RankingWriter:
    """Writes rankings."""

    def write(self, ranking: "Ranking") -> bytes:
        """The workbook's bytes."""
        from committee_desk.documents.ranking_workbook import OpenpyxlRanking

        return OpenpyxlRanking().write(ranking)


class Attachments:
    """Reads and shows files that are attached."""

    def read(self, path: Path) -> "Attachable":
        """The file, once its first page could be drawn."""
        from committee_desk.documents.attachments import PlainFiles

        return PlainFiles().read(path)

    def picture(self, name: str, kind: str, content: bytes, page: int) -> "Showing":
        """One page as a picture."""
        from committee_desk.documents.attachments import PlainFiles

        return PlainFiles().picture(name, kind, content, page)
