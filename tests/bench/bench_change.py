"""What a change found on re-review does to 1 000 people with 50 000 cases: the whole verb behind 若变更的影响.

The change is made in a transaction that is left undone, everybody is scored anew, the roll is built, and both lists are
laid side by side. A share moves a department's baseline, and with it whoever is below it; one more event moves ranks.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path

from baselines import CHANGED_MS
from big_office import fill
from measure import best, taken, told, within

from committee_desk.bootstrap import new_desk
from committee_desk.domain.course import Move
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.people import Category
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import (
    Challenge,
    ChallengeKind,
    ChangeKind,
    Examiner,
    FactChange,
    ProceedingKind,
    ProceedingState,
)
from committee_desk.services.actor import Actor
from committee_desk.services.clock import pc_clock
from committee_desk.services.course_moves import advance
from committee_desk.services.grading_roll import laid_down, roll_of
from committee_desk.services.scheme_views import Adoption
from committee_desk.storage.work import SqlWork

ACTOR = Actor("测量")
YEAR, PEOPLE, CASES, DEPARTMENTS, ROUNDS = 2026, 1_000, 50_000, 10, 7
HIS, FEWEST = "J00001", 20


def approve(path: Path) -> None:
    """The list of grades, straight into its book."""
    with SqlWork(path, None, pc_clock).writing() as uow:
        for move, stage in ((Move.PROPOSE, ListStage.PROPOSED), (Move.APPROVE, ListStage.APPROVED)):
            entry = uow.journal.append(ACTOR, move.verb, str(YEAR), {})
            uow.grades.put_list(entry, laid_down(roll_of(uow, YEAR), stage, 1))
            advance(uow, entry, YEAR, move)
        uow.commit()


def examined(path: Path, share: FactChange) -> None:
    """A correction of his with its findings, straight into its book."""
    key = (HIS, "bonus", "2026-12-01", "高检办〔2026〕88号", "典型案例")
    event = FactChange(ChangeKind.NEW_EVENT, key, "points", "", "5", "入选未加分", "高检办〔2026〕88号")
    with SqlWork(path, None, pc_clock).writing() as uow:
        entry = uow.journal.append(ACTOR, "proceeding.find", "2026-更-001", {})
        held = Proceeding(
            YEAR, 1, ProceedingKind.CORRECTION, HIS, HIS, None, "来函", (Challenge(ChallengeKind.PROCEDURE),),
            ProceedingState.EXAMINED, (Examiner("甲", None, date(2027, 1, 4)),), entry, "测量", pc_clock(),
            findings="属实", changes=(share, event),
        )  # fmt: skip
        uow.proceedings.put(entry, held)
        uow.commit()


def share_of_his(path: Path) -> FactChange:
    """The first of his cases that he shared: it becomes all his."""
    with SqlWork(path, None, pc_clock).reading() as uow:
        for case, _ in uow.totals.person_facts(YEAR, HIS).cases:
            if case.fact.share < 1:
                before = format(case.fact.share.normalize(), "f")
                return FactChange(ChangeKind.SHARE, (case.fact.number, HIS), "share", before, "1", "比例有误", "底稿")
    raise AssertionError("nothing was shared")


def main() -> int:
    """Measure; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "大院.desk")
        desk = new_desk(path, "测量", YEAR, ACTOR)
        desk.schemes.adopt(
            ACTOR, YEAR, Category.PROSECUTOR, Adoption("检党〔2026〕2号", date(2026, 1, 5), "沿用"), None
        )
        fill(path, PEOPLE, CASES, DEPARTMENTS)
        approve(path)
        examined(path, share_of_his(path))
        desk.scores.year(YEAR)  # as the page that asks has shown it
        effects = desk.effects.preview(YEAR, 1)
        assert len(effects.people) > FEWEST, len(effects.people)
        rounds = [taken(lambda: desk.effects.preview(YEAR, 1)) for _ in range(ROUNDS)]
        milliseconds = best(rounds).clock * 1000
        return told(within("effects of a change on 1 000 people", milliseconds, "ms", CHANGED_MS))


if __name__ == "__main__":
    sys.exit(main())
