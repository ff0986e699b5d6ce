"""What proposing and approving grades lack, in words: the same sentence that refuses the act."""

from committee_desk.domain.errors import DeskError
from committee_desk.services.course_views import Lack
from committee_desk.wording.saying import sentence

PREFIX = "grading."


def grading_lack(lack: Lack) -> str | None:
    """The line of a lack of grading; None of others."""
    fault = lack.facts.get("fault")
    return sentence(fault) if lack.kind.startswith(PREFIX) and isinstance(fault, DeskError) else None
