"""The papers of 公示: form 3, the posting record, what hangs beside it. What leaves the desk is journalled."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from committee_desk.services.publication_views import NoteRow
from committee_desk.ui.common.paper.dialog import Paper
from committee_desk.wording.language import tr
from committee_desk.wording.publications import note_in_words

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


def notice(page: "Page", version: int) -> Paper:
    """公示书 of that version."""
    papers, actor, year = page.desk.publication, page.place.actor, page.year
    return handed_out(
        page,
        tr("{year} 年度公示书 第 {version} 版", year=year, version=version),
        tr("{year}年度公示书第{version}版", year=year, version=version),
        lambda: papers.preview_notice(actor, year, version),
        lambda: papers.notice(actor, year, version),
    )


def record(page: "Page", version: int) -> Paper:
    """张贴记录 of that version."""
    papers, actor, year = page.desk.publication, page.place.actor, page.year
    return handed_out(
        page,
        tr("{year} 年度公示张贴记录 第 {version} 版", year=year, version=version),
        tr("{year}年度公示张贴记录第{version}版", year=year, version=version),
        lambda: papers.preview_record(actor, year, version),
        lambda: papers.record(actor, year, version),
    )


def note(page: "Page", version: int, held: NoteRow) -> Paper:
    """补充公告 or 更正说明 beside that version."""
    papers, actor, year = page.desk.publication, page.place.actor, page.year
    what, told = note_in_words(held)
    return handed_out(
        page,
        what,
        tr("{year}年度{what}", year=year, what=what),
        lambda: papers.preview_note(actor, year, version, held.number),
        lambda: papers.note(actor, year, version, held.number),
        told,
    )


def handed_out(  # noqa: PLR0913, PLR0917 - what it is called, how it is drawn
    page: "Page", title: str, name: str, seen: Callable[[], bytes], handed: Callable[[], bytes], told: str = ""
) -> Paper:
    """A paper that is looked at without a trace, and leaves with its entry; on a read-only desk it stays."""
    about = "\n".join(filter(None, (told, tr("打印或保存时记入日志。"))))
    return Paper(title, name, seen, handed, about, page.place.no_writing)
