"""告知书."""

from committee_desk.documents.drawing import drawing
from committee_desk.documents.objection_sheet import Pages
from committee_desk.services.result_paper_views import InformingPaper


def draw(paper: InformingPaper) -> bytes:
    """The paper as PDF."""
    with drawing():
        return Pages("", "", paper.stamp, "").finished()
