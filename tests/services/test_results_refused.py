"""What a decision of the 院党组, a notice and a signature refuse, each in one sentence that says what to do instead."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from committee_desk.domain.calendar import YearNotHeld
from committee_desk.domain.course import Move
from committee_desk.domain.errors import DeskError
from committee_desk.domain.journal import ClockBehind
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.domain.results import Means, Opinion
from committee_desk.services.account_refusals import SecondIsFirst, SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.imports import Kind
from committee_desk.services.publication_refusals import DayNotConfirmed
from committee_desk.services.result_refusals import (
    DecidedTogether,
    DecisionIncomplete,
    EditionOutdated,
    NobodyDecided,
    NotAllSigned,
    NotDecidable,
    NothingDecided,
    NotNotified,
    OldVersion,
    ResultChanged,
    ResultDayWrong,
    ResultStands,
    SameDocument,
    ServerUnfit,
    WitnessUnfit,
)
from committee_desk.services.result_views import Decided, Served, Signed
from committee_desk.services.second import Second
from committee_desk.wording.saying import sentence
from tests.desks_decided import PUSHED_OUT, RAISED, raise_one
from tests.imports.workbooks import good, read, workbook
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import DOCUMENT, close_the_window, decide, row, serve, sign
from tests.services.deciding_hands import Decider
from tests.services.posted_notices import at
from tests.sound_desks import require_sound

HIS, HIS_NAME = "J005", "熊鹏"
CLOSED, TODAY = date(2027, 1, 18), date(2027, 1, 21)


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory, template_sample_desk: Path) -> Path:
    """The sample office on the evening of the day on which its window was closed."""
    path = tmp_path_factory.mktemp("closed") / "考评.desk"
    made = closing_office(path, template_sample_desk)
    close_the_window(made)
    made.desk.close()
    return path


@pytest.fixture
def office(tmp_path: Path, closed: Path) -> Iterator[ClosingOffice]:
    """It is Thursday 21 January 2027."""
    shutil.copyfile(closed, tmp_path / "考评.desk")
    opened = ClosingOffice.reopened(tmp_path / "考评.desk")
    opened.clock.now = at(21, 9)
    yield opened
    opened.desk.close()
    require_sound(tmp_path / "考评.desk")


@pytest.fixture
def decided(office: ClosingOffice) -> ClosingOffice:
    """The 院党组 has decided on everybody."""
    decide(office)
    return office


def refused(office: ClosingOffice, kind: type[DeskError], act: Callable[[], object]) -> str:
    """The sentence that is read; nothing was written."""
    before = office.desk.journal.head()
    with pytest.raises(kind) as why:
        act()
    assert office.desk.journal.head() == before
    return sentence(why.value)


def deciding(
    office: ClosingOffice, day: date = TODAY, document: str = DOCUMENT, codes: tuple[str, ...] = (HIS,),
    shown: date = TODAY, second: Second | None = SECOND,
) -> Callable[[], object]:  # fmt: skip
    """Recording a decision, with what is different."""
    return lambda: office.desk.results.decide(CLERK, YEAR, Decided(day, document, codes), shown, second)


def serving(
    office: ClosingOffice, served: Served, code: str = HIS, version: int = 1, seen: int | None = None
) -> Callable[[], object]:
    """Recording a notice as the page shows the person."""
    entry = row(office, code).entry if seen is None else seen
    return lambda: office.desk.results.serve(CLERK, YEAR, code, version, served, entry)


def signing(office: ClosingOffice, signed: Signed, code: str = HIS, version: int = 1) -> Callable[[], object]:
    """Recording a signature as the page shows the person."""
    entry = row(office, code).entry
    return lambda: office.desk.results.sign(CLERK, YEAR, code, version, signed, entry)


DIRECT = Served(Means.DIRECT, TODAY, "范伟雪")


# -- the decision ------------------------------------------------------------------------------------------------------


def test_a_decision_has_a_document_people_and_today_s_date_before_two(office: ClosingOffice) -> None:
    assert refused(office, DecisionIncomplete, deciding(office, document=" ")) == "请填写院党组决定的文号或会议纪要号。"
    assert refused(office, NobodyDecided, deciding(office, codes=())) == "没有选择任何人。请选择院党组本次决定的人员。"
    said = refused(office, DayNotConfirmed, deciding(office, shown=TODAY + timedelta(days=1)))
    assert "2027-01-22" in said
    assert refused(office, SecondNeeded, deciding(office, second=None))
    assert refused(office, SecondIsFirst, deciding(office, second=Second(CLERK.name)))


@pytest.mark.parametrize("day", [CLOSED - timedelta(days=1), TODAY + timedelta(days=1)])
def test_a_decision_is_of_a_day_between_the_close_of_the_window_and_today(office: ClosingOffice, day: date) -> None:
    assert refused(office, ResultDayWrong, deciding(office, day)) == (
        f"院党组决定的日期 {day} 不对：应在 2027-01-18 至 2027-01-21 之间。请核对后填写。"
    )


def test_a_grade_that_was_published_again_is_decided_no_sooner_than_its_own_window_was_closed(
    office: ClosingOffice,
) -> None:
    raise_one(Decider(office))
    refused(office, NotDecidable, deciding(office, codes=(RAISED,)))
    office.move(Move.POST, Move.CLOSE)
    today = office.today
    assert refused(office, ResultDayWrong, deciding(office, TODAY, codes=(RAISED, HIS), shown=today)) == (
        f"院党组决定的日期 2027-01-21 不对：只能是 {today}。请核对后填写。"
    )
    deciding(office, TODAY, codes=(HIS,), shown=today)()
    deciding(office, today, "云川检党纪〔2027〕4号", (RAISED, PUSHED_OUT), today)()


def test_a_second_decision_is_refused_by_document_and_by_person(decided: ClosingOffice) -> None:
    said = refused(decided, NotDecidable, deciding(decided, document="云川检党纪〔2027〕4号"))
    assert said == (
        f"2026 年度有人还不能决定——{HIS_NAME}：院党组已作出决定，此后没有变动。请先办结，或者从本次决定中去掉这些人。"
    )
    said = refused(decided, NotDecidable, deciding(decided, document="另一号", codes=("J999",)))
    assert "J999：不在审议通过的名单上" in said


def test_one_document_decides_once(office: ClosingOffice) -> None:
    deciding(office)()
    for document in (DOCUMENT, "云川检党纪 〔2027〕３号", "云川检党纪[2027]3号", "云川检党纪（2027）3号"):
        assert refused(office, SameDocument, deciding(office, document=document, codes=("J006",))).endswith(
            "的院党组决定已经登记。同一决定不登记两次；另一次决定请填写它自己的文号。"
        )


def test_a_decision_with_the_clock_set_back_is_refused(office: ClosingOffice) -> None:
    office.clock.now = at(15, 9)
    assert "早于" in refused(office, ClockBehind, deciding(office, shown=date(2027, 1, 15)))
    office.clock.now = at(21, 9)


# -- the notice --------------------------------------------------------------------------------------------------------


def test_nothing_is_served_or_signed_before_the_decision(office: ClosingOffice) -> None:
    said = f"{HIS_NAME}的 2026 年度结果院党组还没有决定，不能送达或签字。"
    assert refused(office, NothingDecided, serving(office, DIRECT)) == said
    assert refused(office, NothingDecided, signing(office, Signed(Opinion.AGREE, TODAY))) == said
    assert refused(office, NothingDecided, lambda: office.desk.result_papers.notice(CLERK, YEAR, HIS)) == said


def test_a_notice_needs_who_served_it_a_day_in_order_and_proof_where_nobody_saw_it(decided: ClosingOffice) -> None:
    assert refused(decided, DecisionIncomplete, serving(decided, DIRECT._replace(served_by=" "))) == "请填写送达人。"
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        assert refused(decided, ResultDayWrong, serving(decided, DIRECT._replace(known=day))) == (
            f"本人知道结果的日期 {day} 不对：只能是 2027-01-21。请核对后填写。"
        )
    for means in (Means.POST, Means.OTHER):
        assert refused(decided, DecisionIncomplete, serving(decided, DIRECT._replace(means=means))) == (
            "邮寄或其他方式送达的，请填写本人知道之日的证明，如回执号、往来函电。"
        )


def test_a_notice_is_served_once(decided: ClosingOffice) -> None:
    serve(decided, HIS)
    assert refused(decided, ResultStands, serving(decided, DIRECT)) == (
        f"{HIS_NAME}的结果已送达，待签字，此项已经登记。更改须经复核或更正，形成新的一版。"
    )


def test_two_secretaries_at_one_file_do_not_overwrite_each_other(decided: ClosingOffice) -> None:
    other = decided.another_window()
    seen = row(other, HIS).entry
    serve(decided, HIS)
    said = f"{HIS_NAME}的结果刚才被别人登记过。页面已更新，请看过后重新办理。"
    assert refused(other, ResultChanged, serving(other, DIRECT, seen=seen)) == said
    other.desk.close()


def test_a_day_whose_holidays_are_not_on_the_desk_is_counted_by_nobody(decided: ClosingOffice) -> None:
    """The notice of 2028 is not out in December 2027, and the last day would fall into it."""
    decided.clock.now = datetime(2027, 12, 20, 9, tzinfo=CHINA)
    known = Served(Means.OTHER, date(2027, 12, 20), "范伟雪", proof="回执")
    said = refused(decided, YearNotHeld, serving(decided, known))
    assert "2028" in said
    assert said.count("\n") == 0


def test_serving_with_the_clock_set_back_is_refused(decided: ClosingOffice) -> None:
    decided.clock.now = at(18, 9)
    refused(decided, ClockBehind, serving(decided, DIRECT))
    refused(decided, ClockBehind, signing(decided, Signed(Opinion.AGREE, TODAY)))
    decided.clock.now = at(21, 9)


# -- the signature -----------------------------------------------------------------------------------------------------


def test_a_signature_comes_after_the_notice_and_not_from_tomorrow(decided: ClosingOffice) -> None:
    assert refused(decided, NotNotified, signing(decided, Signed(Opinion.AGREE, TODAY))) == (
        f"{HIS_NAME}的结果通知书还没有送达。请先登记送达，再登记签字。"
    )
    serve(decided, HIS)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        assert refused(decided, ResultDayWrong, signing(decided, Signed(Opinion.DISAGREE, day))) == (
            f"签字的日期 {day} 不对：只能是 2027-01-21。请核对后填写。"
        )
    sign(decided, HIS)
    assert refused(decided, ResultStands, signing(decided, Signed(Opinion.AGREE, TODAY))) == (
        f"{HIS_NAME}的结果已签字，此项已经登记。更改须经复核或更正，形成新的一版。"
    )


@pytest.mark.parametrize(
    ("witnesses", "said"),
    [
        (("赵明",), "留置送达或拒绝签字的，请填写两名见证人的姓名。"),
        (("赵明", "赵　明"), "见证人“赵 明”写了两次，不能作见证。请另填一人。"),
        (("赵明", "赵明同志"), "见证人“赵明同志”写了两次，不能作见证。请另填一人。"),
        (("彭强涛", "X001"), "见证人“X001”写了两次，不能作见证。请另填一人。"),
        (("彭强涛", "彭强涛同志"), "见证人“彭强涛同志”写了两次，不能作见证。请另填一人。"),
        (("赵明", "熊 鹏"), "见证人“熊 鹏”就是被考核人本人，不能作见证。请另填一人。"),
        (("赵明", "j005"), "见证人“j005”就是被考核人本人，不能作见证。请另填一人。"),
        (("赵明", "熊鹏检察官"), "见证人“熊鹏检察官”就是被考核人本人，不能作见证。请另填一人。"),
        (("赵明", "钱 红"), "见证人“钱 红”与被考核人熊鹏有亲属关系，不能作见证。请另填一人。"),
        (("赵明", "钱红同志"), "见证人“钱红同志”与被考核人熊鹏有亲属关系，不能作见证。请另填一人。"),
        (("赵明", "韩俊（J007）"), "见证人“韩俊（J007）”与被考核人熊鹏有亲属关系，不能作见证。请另填一人。"),
    ],
)
def test_who_may_not_witness_a_refusal_is_told_under_any_spelling(
    decided: ClosingOffice, witnesses: tuple[str, ...], said: str
) -> None:
    decided.desk.relations.relate(CLERK, Relationship(HIS, "钱红", None, Kinship.SPOUSE))
    decided.desk.relations.relate(CLERK, Relationship(HIS, "", "J007", Kinship.COLLATERAL))
    kind = DecisionIncomplete if len(witnesses) == 1 else WitnessUnfit
    refusal = Signed(Opinion.REFUSED, TODAY, witnesses)
    assert refused(decided, kind, signing(decided, refusal)) == said
    left = Served(Means.LEFT, TODAY, "范伟雪", witnesses)
    assert refused(decided, kind, serving(decided, left)) == said


@pytest.mark.parametrize(
    ("server", "why"),
    [
        ("熊鹏", "就是被考核人本人"),
        ("熊鹏检察官", "就是被考核人本人"),
        ("熊鹏（第二检察部）", "就是被考核人本人"),
        ("钱红同志", "与被考核人熊鹏有亲属关系"),
        ("韩俊（政治部）", "与被考核人熊鹏有亲属关系"),
        ("老熊", "可能是被考核人熊鹏本人或其亲属，没有写明是谁"),
    ],
)
def test_nobody_serves_his_own_notice_or_a_relative_s(decided: ClosingOffice, server: str, why: str) -> None:
    decided.desk.relations.relate(CLERK, Relationship(HIS, "钱红", None, Kinship.SPOUSE))
    decided.desk.relations.relate(CLERK, Relationship(HIS, "", "J007", Kinship.COLLATERAL))
    said = f"送达人“{server}”{why}，应当回避，不能送达这份通知书。请另填一人。"
    assert refused(decided, ServerUnfit, serving(decided, DIRECT._replace(served_by=server))) == said
    both = f"范伟雪、{server}"
    refused(decided, ServerUnfit, serving(decided, DIRECT._replace(served_by=both)))


def test_whoever_takes_a_refused_signature_is_not_the_person(decided: ClosingOffice) -> None:
    shown = row(decided, HIS).entry
    refusal = Signed(Opinion.REFUSED, TODAY, ("赵明", "王方"))
    sign_own = lambda: decided.desk.results.sign(Actor("熊鹏"), YEAR, HIS, 1, refusal, shown)  # noqa: E731
    assert refused(decided, ServerUnfit, sign_own) == (
        "送达人“熊鹏”就是被考核人本人，应当回避，不能送达这份通知书。请另填一人。"
    )


def test_who_served_the_notice_does_not_witness_it(decided: ClosingOffice) -> None:
    said = "见证人“范 伟雪”就是送达人，不能作见证。请另填一人。"
    left = Served(Means.LEFT, TODAY, "范伟雪、周敏", ("赵明", "范 伟雪"))
    assert refused(decided, WitnessUnfit, serving(decided, left)) == said
    serve(decided, HIS)
    refusal = Signed(Opinion.REFUSED, TODAY, ("赵明", "范 伟雪"))
    assert refused(decided, WitnessUnfit, signing(decided, refusal)) == said


def test_nothing_is_done_with_a_version_that_was_replaced(decided: ClosingOffice) -> None:
    serve(decided, RAISED)
    raise_one(Decider(decided))
    decided.move(Move.POST, Move.CLOSE)
    decide(decided, RAISED, PUSHED_OUT, document="云川检党纪〔2027〕4号", why="检考委复〔2027〕1号")
    old = "马𬱖的第 1 版结果已被第 2 版替代，不能再送达或签字。请办理第 2 版。"
    signed, served = Signed(Opinion.AGREE, decided.today), DIRECT._replace(known=decided.today)
    assert refused(decided, OldVersion, signing(decided, signed, RAISED)) == old
    assert refused(decided, OldVersion, serving(decided, served, RAISED)) == old


def test_a_next_version_says_what_it_rests_on(decided: ClosingOffice) -> None:
    raise_one(Decider(decided))
    decided.move(Move.POST, Move.CLOSE)
    again = deciding(decided, decided.today, "云川检党纪〔2027〕4号", (RAISED,), decided.today)
    assert refused(decided, DecisionIncomplete, again) == (
        "这些人已有决定，本次是新的一版。请填写更改的依据，例如复核决定书或更正决定的编号。"
    )


def again(office: ClosingOffice, *codes: str, document: str = "云川检党纪〔2027〕4号") -> Callable[[], object]:
    """A next decision on these, with what it rests on."""
    wanted = Decided(office.today, document, codes, why="检考委复〔2027〕1号")
    return lambda: office.desk.results.decide(CLERK, YEAR, wanted, office.today, SECOND)


def test_nobody_takes_a_place_before_it_is_decided_that_another_has_lost_it(decided: ClosingOffice) -> None:
    raise_one(Decider(decided))
    decided.move(Move.POST, Move.CLOSE)
    assert refused(decided, DecidedTogether, again(decided, RAISED)) == (
        "这样决定以后，检察官优秀等次有 4 人，超过名额 3 人：姚玉伟已经不是优秀，院党组还没有重新决定。"
        "请在同一次决定中选上姚玉伟，或者先决定姚玉伟。"
    )
    again(decided, PUSHED_OUT)()
    again(decided, RAISED, document="云川检党纪〔2027〕5号")()
    assert row(decided, RAISED).result.grade == "优秀"


def test_who_are_moved_against_each_other_are_decided_on_in_one_act(decided: ClosingOffice) -> None:
    raise_one(Decider(decided))
    decided.move(Move.POST, Move.CLOSE)
    again(decided, RAISED, PUSHED_OUT)()
    assert [str(row(decided, code).result.grade) for code in (RAISED, PUSHED_OUT)] == ["优秀", "称职"]


def test_no_edition_is_made_while_the_list_in_force_says_otherwise_of_somebody(decided: ClosingOffice) -> None:
    edition = decided.desk.public_edition
    edition.preview(CLERK, YEAR)
    raise_one(Decider(decided))
    both = "姚玉伟、马𬱖的等次已经变更，院党组还没有重新决定，2026 年度结果现在不能公开。请先登记院党组对这些人的决定。"
    assert refused(decided, EditionOutdated, lambda: edition.pdf(CLERK, YEAR)) == both
    decided.move(Move.POST, Move.CLOSE)
    again(decided, PUSHED_OUT)()
    said = refused(decided, EditionOutdated, lambda: edition.html(CLERK, YEAR))
    assert said.startswith("马𬱖的等次已经变更")
    again(decided, RAISED, document="云川检党纪〔2027〕5号")()
    page = edition.html(CLERK, YEAR).decode()
    assert "优秀（3人）" in page
    assert "姚玉伟" not in page


# -- the archive -------------------------------------------------------------------------------------------------------


def test_a_year_is_not_archived_while_somebody_waits_and_says_who(decided: ClosingOffice) -> None:
    serve(decided, "J001")
    said = refused(decided, NotAllSigned, lambda: decided.desk.results.archive(CLERK, YEAR, decided.today, SECOND))
    assert said.startswith("2026 年度还有 19 人的结果没有办完（")
    assert said.endswith("；另有 14 人），不能归档。请先办完决定、送达和签字。")


def test_somebody_whose_figures_a_sanction_moved_waits_for_a_correction(office: ClosingOffice, tmp_path: Path) -> None:
    sanction = good(Kind.SANCTIONS, 工号="J009", 种类="政务警告", 决定日期="2026-12-30")
    read(office.desk, Kind.SANCTIONS, workbook(tmp_path / "处分.xlsx", [sanction]))
    said = refused(office, NotDecidable, deciding(office, codes=("J009", HIS)))
    assert said == (
        "2026 年度有人还不能决定——赵晓英：审议通过后得分或等次有变动，须经委员会更正。"
        "请先办结，或者从本次决定中去掉这些人。"
    )
    deciding(office)()
