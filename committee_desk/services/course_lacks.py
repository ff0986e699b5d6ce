"""What each step of a year's process lacks, gathered from the subjects."""

from collections.abc import Mapping
from datetime import datetime

from committee_desk.domain.course import Move
from committee_desk.services import course_drift, grading_lacks, publication_lacks, result_archiving
from committee_desk.services.course_views import Lack, LacksOf
from committee_desk.services.ports import UnitOfWork

SUBJECTS: Mapping[Move, tuple[LacksOf, ...]] = {
    Move.PROPOSE: (grading_lacks.lacks_to_propose,),
    Move.APPROVE: (grading_lacks.lacks_to_approve,),
    Move.POST: (course_drift.lacks_to_post,),
    Move.ARCHIVE: (result_archiving.lacks_to_archive,),
    Move.CLOSE: (publication_lacks.lacks_to_close,),
}
"""Who is asked before which step, in the order in which a clerk would ask. Going back lacks nothing but its reason."""


def lacks_of(uow: UnitOfWork, year: int, move: Move, now: datetime) -> tuple[Lack, ...]:
    """Everything that the step lacks now."""
    return tuple(lack for subject in SUBJECTS.get(move, ()) for lack in subject(uow, year, now))
