"""Form 5."""

from committee_desk.documents.drawing import drawing
from committee_desk.documents.objection_sheet import Pages
from committee_desk.services.result_paper_views import DecisionPaper


def draw(paper: DecisionPaper) -> bytes:
    """The paper as PDF."""
    with drawing():
        return Pages("", "", paper.stamp, "").finished()
