"""Where the notice showed scores or ranks, another score or rank is decided on after a window of its own (row 11)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from committee_desk.domain.course import Move
from committee_desk.domain.proceedings import ChangeKind, ProceedingKind
from committee_desk.services.proceeding_views import Found
from committee_desk.services.result_refusals import NotDecidable
from committee_desk.services.settings import NOTICE_RANKS, NOTICE_SCORES, ON
from committee_desk.wording.saying import sentence
from tests.services.closing_years import CLERK, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import decidable, decide, row
from tests.services.deciding_hands import Decider
from tests.sound_desks import require_sound

RAISED = "J013"
BETTER = Found(ChangeKind.REVIEW, ("XX检刑诉受〔2026〕465号",), "grade", "合格", "评查等次有误", "案管办底稿3份")


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> Iterator[ClosingOffice]:
    """The sample office before anything is proposed."""
    made = closing_office(tmp_path / "考评.desk", template_sample_desk)
    yield made
    made.desk.close()
    require_sound(made.path)


def _raise(office: ClosingOffice, shown: str | None) -> None:
    """Publish with scores or ranks, or without; close; and raise a score that leaves every grade as it is."""
    if shown is not None:
        office.desk.settings.put(CLERK, shown, ON, "全院公开")
    office.move(Move.PROPOSE, Move.APPROVE, Move.POST, Move.CLOSE)
    decider = Decider(office)
    number = decider.open(ProceedingKind.CORRECTION, code=RAISED, basis="案管办来函〔2027〕2号")
    decider.hear(number, RAISED)
    decider.find(number, BETTER)
    decider.carried_out(number)


def test_a_score_that_hung_is_decided_on_after_its_own_window(office: ClosingOffice) -> None:
    _raise(office, NOTICE_SCORES)
    assert RAISED not in decidable(office)
    with pytest.raises(NotDecidable) as why:
        decide(office, RAISED)
    assert sentence(why.value) == (
        "2026 年度有人还不能决定——马𬱖：公示过的得分、名次等已有变更，尚未重新公示期满。"
        "请先办结，或者从本次决定中去掉这些人。"
    )
    office.move(Move.POST, Move.CLOSE)
    decide(office, RAISED)
    assert row(office, RAISED).result is not None


def test_a_rank_that_did_not_move_and_a_score_that_never_hung_ask_for_no_window(office: ClosingOffice) -> None:
    _raise(office, NOTICE_RANKS)
    assert RAISED in decidable(office)


def test_a_score_that_never_hung_is_decided_on_at_once(office: ClosingOffice) -> None:
    _raise(office, None)
    assert RAISED in decidable(office)
    assert len(office.desk.publication.view(YEAR).versions) == 1
