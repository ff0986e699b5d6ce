"""The public edition as one HTML file."""

from committee_desk.services.result_paper_views import EditionPaper


def page(paper: EditionPaper) -> bytes:
    """The page in UTF-8."""
    return f"<!doctype html><title>{paper.year}</title>".encode()
