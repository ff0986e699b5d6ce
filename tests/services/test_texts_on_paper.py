"""A character that no font holds is refused where the text is typed, before a paper is owed that nobody can print."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from committee_desk.domain.proceedings import Motion, ProceedingKind
from committee_desk.domain.remedies import Remedy
from committee_desk.domain.results import Opinion
from committee_desk.services.application_views import Applying
from committee_desk.services.on_paper import NotPrintable
from committee_desk.services.result_views import Decided, Signed
from committee_desk.services.second import Second
from tests.desks_decided import FOUND, RAISED
from tests.services.closing_years import CLERK, SECOND, YEAR
from tests.services.decided_years import decide, row, serve
from tests.services.deciding_hands import Decider, closed_office, published_office
from tests.services.posted_notices import refused

NOT_IN_ANY_FONT = "😀"
SAID = (
    "这些字印不出来：“😀”（U+1F600）。所填内容要印在文书上，请改用能印的字；"
    "确有此字的，安装含有该字的字体并写入 page.toml 的 faces。"
)
RARE = "第二项 𠅤𫖯𬱖㛃䶮\t制表"


@pytest.fixture
def decider(tmp_path: Path, template_sample_desk: Path) -> Iterator[Decider]:
    made = published_office(tmp_path / "考评.desk", template_sample_desk)
    yield made
    made.office.desk.close()


def refused_and_kept_out(decider: Decider, act: Callable[[], object]) -> str:
    """The sentence; nothing was written."""
    before = decider.office.desk.journal.head()
    said = refused(NotPrintable, act)
    assert decider.office.desk.journal.head() == before
    return said


def test_grounds_that_cannot_be_printed_are_refused_at_the_counter_and_rare_characters_are_taken(
    decider: Decider,
) -> None:
    assert refused_and_kept_out(decider, lambda: decider.object(RAISED, f"典型案例未加分{NOT_IN_ANY_FONT}")) == SAID
    assert decider.object(RAISED, RARE) == 1


def test_findings_their_reasons_the_motion_and_what_somebody_said_are_refused_alike(decider: Decider) -> None:
    number = decider.open(ProceedingKind.OBJECTION, decider.object(RAISED))
    desk, entry = decider.office.desk, decider.of(number).entry
    refused_and_kept_out(decider, lambda: decider.find(number, *FOUND, findings=f"属实{NOT_IN_ANY_FONT}"))
    odd = FOUND[0]._replace(reason=f"有误{NOT_IN_ANY_FONT}")
    refused_and_kept_out(decider, lambda: decider.find(number, odd, FOUND[1]))
    decider.find(number, *FOUND, findings=RARE)
    entry = decider.of(number).entry
    reasons = f"理由成立{NOT_IN_ANY_FONT}"
    refused_and_kept_out(decider, lambda: desk.proceedings.lay(CLERK, YEAR, number, Motion.CHANGE, reasons, entry))


def test_what_is_typed_of_a_decision_a_refusal_to_sign_and_an_application_is_refused_alike(
    tmp_path: Path, template_sample_desk: Path
) -> None:
    decider = closed_office(tmp_path / "考评.desk", template_sample_desk)
    office, desk = decider.office, decider.office.desk
    odd = Decided(office.today, f"党9号{NOT_IN_ANY_FONT}", (RAISED,))
    refused_and_kept_out(decider, lambda: desk.results.decide(CLERK, YEAR, odd, office.today, SECOND))
    decide(office)
    serve(office, RAISED)
    seen = row(office, RAISED).entry
    signed = Signed(Opinion.REFUSED, office.today, ("彭强涛", "郝文俊"), f"不服{NOT_IN_ANY_FONT}")
    refused_and_kept_out(decider, lambda: desk.results.sign(CLERK, YEAR, RAISED, 1, signed, seen))
    applying = Applying(RAISED, Remedy.REVIEW, f"少计两件{NOT_IN_ANY_FONT}", office.clock.now, "范伟雪")
    refused_and_kept_out(decider, lambda: desk.applications.register(CLERK, YEAR, applying))
    desk.close()


def test_a_password_is_on_no_paper(tmp_path: Path, template_sample_desk: Path) -> None:
    decider = closed_office(tmp_path / "考评.desk", template_sample_desk)
    office = decider.office
    wanted = Decided(office.today, "党9号", (RAISED,))
    second = Second(SECOND.name, NOT_IN_ANY_FONT)
    office.desk.results.decide(CLERK, YEAR, wanted, office.today, second)
    office.desk.close()
