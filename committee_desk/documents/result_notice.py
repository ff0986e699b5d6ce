"""Form 15."""

from collections.abc import Sequence

from committee_desk.documents.drawing import drawing
from committee_desk.documents.objection_sheet import Pages
from committee_desk.services.result_paper_views import NoticePaper


def draw(papers: Sequence[NoticePaper]) -> bytes:
    """The notices as PDF."""
    with drawing():
        return Pages("", "", papers[0].stamp, "").finished()
