"""What the committee decides on re-review, and what follows for everybody (domain rules, rows 10 to 13)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.effects import Effects
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.proceedings import ChangeKind, Motion, ProceedingKind, ProceedingStands, ProceedingState
from committee_desk.domain.scores import Grade
from committee_desk.services.effect_refusals import (
    DecisionDayNotShown,
    DecisionNumberNeeded,
    DecisionNumberTaken,
    EffectsMoved,
    NobodyToTell,
    NotHeard,
    NotVotedOnAll,
    ToldAlready,
    VotedBeforeMotion,
    WorseByOwnApplication,
)
from committee_desk.services.history_views import FactKind
from committee_desk.services.imports import Kind
from committee_desk.services.proceeding_views import Found
from committee_desk.services.settings import NOTICE_SCORES, ON
from committee_desk.services.year_guard import YearLocked
from committee_desk.storage.work import SqlWork
from committee_desk.wording.effects import (
    dates_words,
    figure_words,
    grade_words,
    republished_words,
    rest_words,
    waiting_words,
    why_words,
)
from committee_desk.wording.overview import owed_title
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import good, read, workbook
from tests.services.closing_years import CLERK, SECOND, YEAR, closing_office
from tests.services.deciding_hands import PAPER, REVIEW_ITEM, Decider, closed_office, published_office
from tests.sound_desks import require_sound

HIS, ZHAO, YAO = "J013", "J009", "J010"
"""马𬱖, fourth; 赵晓英, first; 姚玉伟, third and last with a place."""
NUMBER = "XX检刑诉受〔2026〕{}号"
REVIEW = Found(ChangeKind.REVIEW, (NUMBER.format(465),), "grade", "合格", "评查等次有误", "案管办底稿第 3 份")
WORSE = REVIEW._replace(after="不合格")


def typical_case(points: str) -> Found:
    """His case was chosen as a typical one."""
    key = (HIS, "bonus", "2026-12-01", "高检办〔2026〕88号", "最高检典型案例入选")
    return Found(ChangeKind.NEW_EVENT, key, "points", points, "入选未加分", "高检办〔2026〕88号")


UP_TO_YAO = (REVIEW, typical_case("2.57"))
"""90.08 becomes 93.65: 姚玉伟's total, with better casework."""


@pytest.fixture(autouse=True)
def _the_desk_is_sound(tmp_path: Path) -> Iterator[None]:
    """Whatever was decided: every desk gets the full check at its end."""
    yield
    require_sound(tmp_path / "考评.desk")


@pytest.fixture
def closed(tmp_path: Path, template_sample_desk: Path) -> Decider:
    """The sample office after its window was closed."""
    return closed_office(tmp_path / "考评.desk", template_sample_desk)


@pytest.fixture
def posted(tmp_path: Path, template_sample_desk: Path) -> Decider:
    """The sample office while its notice hangs."""
    return published_office(tmp_path / "考评.desk", template_sample_desk)


def corrected(decider: Decider, *changes: Found, code: str = HIS) -> int:
    """A correction with these findings, the person heard; its number."""
    number = decider.open(ProceedingKind.CORRECTION, code=code, basis="案管办来函〔2027〕2号")
    decider.hear(number, code)
    decider.find(number, *changes)
    return number


def laid(decider: Decider, number: int) -> Effects:
    """What the committee sees."""
    effects = decider.lay(number)
    assert effects is not None
    return effects


def grades(decider: Decider) -> dict[str, Grade | None]:
    """The grades of the list in force."""
    listed = decider.office.desk.grading.in_force(YEAR)
    assert listed is not None
    return {each.code: each.grade for each in listed.people}


# -- row 10 ------------------------------------------------------------------------------------------------------------


def test_who_is_raised_pushes_another_out_of_the_places_and_everybody_sees_why(closed: Decider) -> None:
    effects = laid(closed, corrected(closed, *UP_TO_YAO))
    told = [(each.name, figure_words(each.total), grade_words(each), why_words(each)) for each in effects.people]
    assert told == [
        ("姚玉伟", ("93.65", "93.65"), ("优秀", "称职"), "与马𬱖总分相同，业绩 64.70 低于 65.30"),
        ("马𬱖", ("90.08", "93.65"), ("称职", "优秀"), "查明事实变更 2 项"),
    ]
    assert (effects.gains, effects.loses, effects.told) == ((HIS,), (YAO,), (YAO, HIS))
    assert effects.republished == (YAO, HIS)
    assert rest_words(effects) == "其余 17 人得分、名次、等次不变"
    preview = closed.office.desk.effects.preview(YEAR, 1)
    assert preview.fingerprint == effects.fingerprint
    assert republished_words(preview) == "2 人公示内容变更，须重新公示 5 个工作日"
    assert preview.dates is not None
    assert dates_words(preview.dates) == "1月19日张贴，计 20日至22日、25日、26日，1月26日 17:30 截止"


def test_whoever_waits_for_a_notice_since_an_earlier_change_is_told_apart_from_who_moves(closed: Decider) -> None:
    effects = laid(closed, corrected(closed, *UP_TO_YAO))
    names = {ZHAO: "赵晓英", YAO: "姚玉伟", HIS: "马𬱖"}
    assert not waiting_words(effects, names)
    assert waiting_words(replace(effects, republished=(ZHAO, *effects.republished)), names) == (
        "其中 1 人（赵晓英）不因这一件变动，是此前的更正、复核已变更、还没有重新公示的"
    )


def test_what_is_foreseen_is_not_kept(closed: Decider) -> None:
    number = corrected(closed, *UP_TO_YAO)
    desk = closed.office.desk
    head, before = desk.journal.head(), desk.grading.in_force(YEAR)
    desk.effects.preview(YEAR, number)
    assert (desk.journal.head(), desk.grading.in_force(YEAR)) == (head, before)


def test_a_change_lays_a_new_list_and_republishes_exactly_those_whose_grade_is_another(closed: Decider) -> None:
    desk = closed.office.desk
    before = grades(closed)
    number = corrected(closed, *UP_TO_YAO)
    closed.carried_out(number)
    after = grades(closed)
    assert {code for code in before if before[code] is not after[code]} == {HIS, YAO}
    assert (after[HIS], after[YAO]) == (Grade.EXCELLENT, Grade.COMPETENT)
    assert [(each.list.version, each.holds) for each in desk.grading.lists(YEAR) if each.list.stage is APPROVED] == [
        (1, False), (2, True),
    ]  # fmt: skip
    assert desk.course.stage(YEAR) is Stage.APPROVED
    assert desk.course.view(YEAR).taken[-1].move is Move.PUBLISH_AGAIN
    closed.office.post()
    version = desk.publication.view(YEAR).versions[-1].held
    assert [(line.code, line.grade) for line in version.notice.lines] == [(HIS, "优秀"), (YAO, "称职")]
    assert version.notice.partial
    assert len(version.notice.counted) == 5
    assert closed.object(YAO) == 1
    closed.office.move(Move.CLOSE)


APPROVED = ListStage.APPROVED


def test_everybody_whom_a_decision_moves_is_to_be_told_and_it_is_recorded_once(closed: Decider) -> None:
    number = corrected(closed, *UP_TO_YAO)
    closed.carried_out(number)
    desk, today = closed.office.desk, closed.office.today
    assert [(each.name, each.owed) for each in desk.effects.informings(YEAR)] == [("姚玉伟", True), ("马𬱖", True)]
    desk.effects.told(CLERK, YEAR, number, YAO, "当面送达告知书〔2027〕1号", today)
    held = desk.effects.informings(YEAR, number)[0].held
    assert (held.told, held.told_by, held.how) == (today, "周敏", "当面送达告知书〔2027〕1号")
    with pytest.raises(ToldAlready) as twice:
        desk.effects.told(CLERK, YEAR, number, YAO, "再告知", today)
    assert sentence(twice.value) == "2026-更-001：姚玉伟已于 2027-01-18（周一）告知，不用重复登记。"
    with pytest.raises(NobodyToTell):
        desk.effects.told(CLERK, YEAR, number, "J001", "告知书", today)


def test_the_figures_before_stay_for_ever_and_say_by_which_decision_they_ended(closed: Decider) -> None:
    closed.carried_out(corrected(closed, *UP_TO_YAO))
    versions = closed.office.desk.history.of(FactKind.REVIEW, (NUMBER.format(465),))
    assert [each.values["grade"] for each in versions] == ["基本合格", "合格"]
    assert versions[0].ended is not None
    assert (versions[0].ended.verb, versions[0].ended.authority) == ("proceeding.decide", "王芳")
    evaluation = closed.office.desk.evaluations.card(NUMBER.format(465)).evaluation
    assert evaluation is not None
    (put,) = evaluation.overridden
    assert (put.imported, put.counts, put.why, put.evidence) == (
        "基本合格", "合格", "评查等次有误", "案管办底稿第 3 份"
    )  # fmt: skip


def test_an_objection_in_the_window_is_answered_by_the_decision_and_its_republication_waits_for_the_close(
    posted: Decider,
) -> None:
    desk = posted.office.desk
    objection = posted.object(HIS)
    number = posted.open(ProceedingKind.OBJECTION, objection)
    posted.find(number, *UP_TO_YAO)
    assert posted.office.desk.effects.could_move(YEAR, number) >= {HIS, YAO, ZHAO}
    posted.lay(number)
    assert desk.effects.could_move(YEAR, number) == {HIS, YAO}
    waits = desk.effects.preview(YEAR, number).dates
    assert waits is not None
    assert waits.waits == posted.office.ends_at
    posted.decide(number, posted.vote(number))
    assert desk.effects.could_move(YEAR, number) == frozenset()
    held = desk.objections.card(YEAR, objection).row.held
    assert (held.state, held.state_document) == (ObjectionState.CHANGED, PAPER)
    assert posted.of(number).state is ProceedingState.CHANGED
    assert desk.course.stage(YEAR) is Stage.PUBLISHED
    posted.office.move(Move.CLOSE, Move.PUBLISH_AGAIN, Move.POST)
    lines = desk.publication.view(YEAR).versions[-1].held.notice.lines
    assert {line.code for line in lines} == {HIS, YAO}


def test_upholding_moves_nothing_and_answers_the_objection(posted: Decider) -> None:
    desk = posted.office.desk
    objection = posted.object(HIS)
    number = posted.open(ProceedingKind.OBJECTION, objection)
    posted.find(number)
    before = desk.grading.in_force(YEAR)
    posted.carried_out(number, Motion.UPHOLD)
    assert desk.grading.in_force(YEAR) == before
    assert desk.objections.card(YEAR, objection).row.state is ObjectionState.UPHELD
    assert desk.effects.informings(YEAR) == ()


# -- row 11 ------------------------------------------------------------------------------------------------------------


HARDER = Found(ChangeKind.SHARE, (NUMBER.format(465),), "difficulty", "2", "疑难复杂未认定", "检委会纪要〔2026〕9号")


def test_a_baseline_that_rises_moves_everybody_of_the_department_and_says_so(closed: Decider) -> None:
    effects = laid(closed, corrected(closed, HARDER))
    assert ("第一检察部", True) in {(each.department, each.rises) for each in effects.baselines}
    told = {each.name: why_words(each) for each in effects.people}
    assert told["马𬱖"] == "查明事实变更 1 项"
    assert told["秦生康"] == "第一检察部基数上升，得分减少"
    assert told["熊鹏"] == "第一检察部基数上升，得分减少"
    assert effects.republished == ()


def test_where_the_notice_showed_scores_whoever_has_another_score_is_republished(
    tmp_path: Path, template_sample_desk: Path
) -> None:
    office = closing_office(tmp_path / "考评.desk", template_sample_desk)
    office.desk.settings.put(CLERK, NOTICE_SCORES, ON, "全院公开得分")
    office.move(Move.PROPOSE, Move.APPROVE, Move.POST, Move.CLOSE)
    decider = Decider(office)
    effects = laid(decider, corrected(decider, HARDER))
    assert set(effects.republished) == {each.code for each in effects.people if each.total.before != each.total.after}
    assert len(effects.republished) > 2


# -- row 12 ------------------------------------------------------------------------------------------------------------


def test_nobody_is_made_worse_by_his_own_objection(posted: Decider) -> None:
    number = posted.open(ProceedingKind.OBJECTION, posted.object(HIS))
    posted.find(number, WORSE)
    with pytest.raises(WorseByOwnApplication) as refused:
        posted.lay(number)
    assert sentence(refused.value) == (
        "2026-复-001：变更后马𬱖的得分由 90.08 变为 86.08，比现在不利。不因本人申请复核、申诉而加重处理"
        "（公务员法第九十六条），没有作出决定。确有错误的，请另行立项更正：写明依据，告知本人并听取意见。"
    )


def test_where_the_rank_alone_is_worse_the_rank_is_said(posted: Decider) -> None:
    """Whose figures are found better than they were comes by."""
    number = posted.open(ProceedingKind.OBJECTION, posted.object(HIS))
    rows = posted.office.desk.cases.rows(YEAR)
    hers = [each.number for each in rows if each.handlers == ("董艳欣",) and each.mark and each.grade == "合格"]
    posted.find(number, *(REVIEW._replace(key=(each,), after="优质") for each in hers[:6]))
    with pytest.raises(WorseByOwnApplication) as refused:
        posted.lay(number)
    assert "变更后马𬱖的名次由 第 4 名 变为 第 5 名，比现在不利" in sentence(refused.value)


def test_the_procedure_of_its_own_hears_the_person_first(closed: Decider) -> None:
    number = closed.open(ProceedingKind.CORRECTION, code=HIS, basis="案管办复查意见〔2027〕3号")
    closed.find(number, WORSE)
    with pytest.raises(NotHeard) as refused:
        closed.lay(number)
    assert sentence(refused.value) == (
        "2026-更-001：拟变更对马𬱖不利，还没有听取本人意见。请先告知本人，登记听取意见的情况。"
    )
    closed.hear(number, HIS)
    closed.carried_out(number)
    assert closed.of(number).state is ProceedingState.CHANGED


# -- row 13 ------------------------------------------------------------------------------------------------------------


def test_a_sanction_after_the_window_is_re_decided_with_the_substitute_in_the_freed_place(
    closed: Decider, tmp_path: Path
) -> None:
    desk = closed.office.desk
    row = good(Kind.SANCTIONS, 工号=ZHAO, 种类="政务警告", 决定日期="2026-12-30")
    read(desk, Kind.SANCTIONS, workbook(tmp_path / "处分.xlsx", [row]))
    number = closed.open(ProceedingKind.CORRECTION, code=ZHAO, challenged=(), basis="纪检监察组来函〔2027〕1号")
    closed.find(number)
    with pytest.raises(NotHeard):
        closed.lay(number)
    closed.hear(number, ZHAO)
    effects = laid(closed, number)
    assert [(each.name, grade_words(each), why_words(each)) for each in effects.people] == [
        ("赵晓英", ("优秀", "称职"), "名册通过后有新的处分、请假等情况，另行确定"),
        ("马𬱖", ("称职", "优秀"), "赵晓英不再占用优秀名额"),
    ]
    closed.decide(number, closed.vote(number))
    assert desk.course.stage(YEAR) is Stage.APPROVED
    closed.office.post()
    lines = desk.publication.view(YEAR).versions[-1].held.notice.lines
    assert {line.code for line in lines} == {ZHAO, HIS}
    assert "course_drift" not in {each.kind for each in desk.overview(YEAR, closed.office.today).owed}


# -- what stands against a decision ------------------------------------------------------------------------------------


def test_a_decision_is_made_once(closed: Decider) -> None:
    number = corrected(closed, *UP_TO_YAO)
    meeting = closed.carried_out(number)
    with pytest.raises(ProceedingStands) as twice:
        closed.decide(number, meeting)
    assert sentence(twice.value) == "2026-更-001 现为“变更”，不能“决定变更”。请刷新后按进程办理。"


def test_a_decision_needs_its_number_and_the_date_that_is_shown(closed: Decider) -> None:
    number = corrected(closed, *UP_TO_YAO)
    closed.lay(number)
    meeting = closed.vote(number)
    with pytest.raises(DecisionNumberNeeded) as unnamed:
        closed.decide(number, meeting, document=" ")
    assert sentence(unnamed.value) == "2026-更-001：没有填写复核决定书的文号。请填写文号。"
    tomorrow = closed.office.today + timedelta(days=1)
    with pytest.raises(DecisionDayNotShown):
        closed.office.desk.effects.decide(CLERK, YEAR, number, PAPER, meeting, REVIEW_ITEM, tomorrow, SECOND)


@pytest.mark.parametrize("typed", [PAPER, "检考委复[2027]1号", " 检考委复（２０２７）１号"])
def test_each_decision_has_a_number_of_its_own_however_it_is_typed(closed: Decider, typed: str) -> None:
    first = closed.open(ProceedingKind.CORRECTION, code=HIS, basis="来函")
    closed.find(first)
    closed.lay(first, Motion.UPHOLD)
    closed.decide(first, closed.vote(first))
    number = closed.open(ProceedingKind.CORRECTION, code=HIS, basis="再次来函")
    closed.find(number)
    closed.lay(number, Motion.UPHOLD)
    meeting = closed.vote(number)
    with pytest.raises(DecisionNumberTaken) as taken:
        closed.decide(number, meeting, document=typed)
    assert sentence(taken.value) == (
        f"2026-更-002：文号“{typed.strip()}”已用于 2026-更-001 的决定书。每份决定书一个文号，请填写本决定自己的文号。"
    )
    closed.decide(number, meeting)
    assert closed.of(number).document == "检考委复〔2027〕2号"


def test_the_committee_votes_on_the_motion_as_it_stands(closed: Decider) -> None:
    number = corrected(closed, *UP_TO_YAO)
    closed.lay(number)
    meeting = closed.vote(number)
    closed.find(number, REVIEW, typical_case("3"))
    closed.lay(number)
    with pytest.raises(VotedBeforeMotion):
        closed.decide(number, meeting)


def test_the_question_is_on_everybody_whose_grade_is_another(closed: Decider) -> None:
    number = corrected(closed, REVIEW)
    closed.lay(number)
    meeting = closed.vote(number)
    closed.find(number, *UP_TO_YAO)
    closed.lay(number)
    with pytest.raises(NotVotedOnAll) as refused:
        closed.decide(number, meeting)
    assert sentence(refused.value) == (
        "2026-更-001：第 2 次会议的表决没有列明姚玉伟，有关委员无从回避。请把等次变更的人都列入该议题，重新表决。"
    )


def test_a_decision_on_an_old_list_is_refused(closed: Decider) -> None:
    first, second = corrected(closed, *UP_TO_YAO), corrected(closed, HARDER)
    closed.lay(first)
    meeting = closed.vote(first)
    closed.carried_out(second)
    with pytest.raises(EffectsMoved) as refused:
        closed.decide(first, meeting)
    assert sentence(refused.value) == (
        "2026-更-001：提出复核意见后，名册或有关数据已经变动，影响与委员会表决时看到的不同，没有作出决定。"
        "请重新提出复核意见，再由委员会表决。"
    )


# -- what is owed ------------------------------------------------------------------------------------------------------


def test_what_a_decision_leaves_to_be_done_is_owed(posted: Decider) -> None:
    desk = posted.office.desk
    number = corrected(posted, *UP_TO_YAO)
    posted.carried_out(number)
    told = {each.kind: (owed_title(each), each.page) for each in desk.overview(YEAR, posted.office.today).owed}
    assert told["effects_to_tell"] == ("2 人受复核或更正影响，待告知", "objections")
    assert "effects_to_publish" not in told
    for code in (HIS, YAO):
        desk.effects.told(CLERK, YEAR, number, code, "告知书", posted.office.today)
    posted.office.move(Move.CLOSE)
    told = {each.kind: (owed_title(each), each.page) for each in desk.overview(YEAR, posted.office.today).owed}
    assert "effects_to_tell" not in told
    assert told["effects_to_publish"] == ("2 人等次已变更，待重新公示", "publication")


# -- what can be found otherwise ---------------------------------------------------------------------------------------


def of_his(decider: Decider, kind: ChangeKind) -> Found:
    """One of his facts of that kind, as it would be found to be."""
    with SqlWork(decider.office.path, None, decider.office.clock).reading() as uow:
        facts = uow.totals.person_facts(YEAR, HIS)
    event = facts.events[0].fact
    key = (HIS, event.indicator, event.day.isoformat(), event.voucher, event.reason)
    with closing(sqlite3.connect(decider.office.path)) as raw:
        asked = "SELECT slip FROM ballots JOIN persons AS p ON p.id = person_id WHERE code = ? AND mark IS NOT NULL"
        (slip,) = raw.execute(f"{asked} ORDER BY mark LIMIT 1 OFFSET 3", (HIS,)).fetchone()
    keys = {
        ChangeKind.EVENT: (key, "points", "0.3"),
        ChangeKind.WITHDRAWN_EVENT: (key, "points", ""),
        ChangeKind.MARK: ((HIS, facts.leader_marks[0].fact.rater), "mark", "99"),
        ChangeKind.BALLOT: ((slip, HIS), "mark", "100"),
        ChangeKind.SHARE: ((NUMBER.format(242), HIS), "share", "0.2"),
    }
    found, field, after = keys[kind]
    return Found(kind, found, field, after, "登记有误", "重新计票记录" if kind is ChangeKind.BALLOT else "底稿")


@pytest.mark.parametrize(
    "kind", [ChangeKind.EVENT, ChangeKind.WITHDRAWN_EVENT, ChangeKind.MARK, ChangeKind.BALLOT, ChangeKind.SHARE]
)
def test_every_kind_of_fact_is_put_as_it_was_found(closed: Decider, kind: ChangeKind) -> None:
    number = corrected(closed, of_his(closed, kind))
    effects = laid(closed, number)
    mine = effects.of(HIS)
    assert mine is not None
    assert (mine.own, why_words(mine)) == (True, "查明事实变更 1 项")
    closed.carried_out(number)
    listed = closed.office.desk.grading.in_force(YEAR)
    assert listed is not None
    assert dict(listed.of(HIS).indicators) == (dict(mine.after.indicators) if mine.after else {})


def test_one_of_the_marks_that_were_counted_alike_is_put_as_its_slip_says(closed: Decider) -> None:
    """A round that the desk counted has no slips any more: class, person and mark name it, and which one, nobody can
    tell."""
    with closing(sqlite3.connect(closed.office.path)) as raw:
        asked = """
            SELECT ballot_class, mark / 1000000000, count(*) FROM ballots JOIN persons AS p ON p.id = person_id
            WHERE code = ? AND ended_by IS NULL AND mark IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 1
        """
        ballot_class, mark, alike = raw.execute(asked, (HIS,)).fetchone()
    assert alike > 1
    wrong = Found(ChangeKind.BALLOT, (ballot_class, HIS, f"{mark}.0"), "mark", "3", "录入时看错一行", "计票复核记录")
    number = corrected(closed, wrong)
    laid(closed, number)
    closed.carried_out(number)
    with closing(sqlite3.connect(closed.office.path)) as raw:
        asked = """
            SELECT mark / 1000000000, count(*) FROM ballots JOIN persons AS p ON p.id = person_id
            WHERE code = ? AND ended_by IS NULL AND ballot_class = ? AND mark / 1000000000 IN (3, ?) GROUP BY 1
        """
        now = dict(raw.execute(asked, (HIS, ballot_class, mark)).fetchall())
    assert now == {3: 1, mark: alike - 1}
    decided = next(row for row in closed.office.desk.journal.rows(20) if row.verb == "proceeding.decide")
    assert f'"{mark}"' not in decided.what


# -- the guard ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("with_a_list", [True, False])
def test_no_act_moves_figures_beside_a_list_that_is_not_what_they_come_to(closed: Decider, with_a_list: bool) -> None:
    """Whatever the entry calls itself: the year must come to exactly the list that is laid beside the change."""
    with SqlWork(closed.office.path, None, closed.office.clock).writing() as uow:
        entry = uow.journal.append(CLERK, "proceeding.decide", "2026-更-001", {}, authority="王芳")
        (held,) = uow.overrides.find(FactKind.REVIEW, (NUMBER.format(465),), None)
        uow.overrides.replace(FactKind.REVIEW, entry, held, "grade", "合格")
        if with_a_list:
            listed = uow.grades.list(YEAR, APPROVED)
            assert listed is not None
            uow.grades.put_list(entry, replace(listed, version=2).sealed())
        with pytest.raises(YearLocked) as refused:
            uow.commit()
    assert "马𬱖（J013）" in sentence(refused.value)
