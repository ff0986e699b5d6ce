"""The registers."""

from committee_desk.documents.drawing import drawing
from committee_desk.documents.objection_sheet import Pages
from committee_desk.services.result_paper_views import ResultRegister, ReviewRegister


def reviews(paper: ReviewRegister) -> bytes:
    """复核申诉台账 as PDF."""
    with drawing():
        return Pages("", "", paper.stamp, "").finished()


def results(paper: ResultRegister) -> bytes:
    """决定与送达台账 as PDF."""
    with drawing():
        return Pages("", "", paper.stamp, "").finished()
