"""Form 11 as a reader gets it: the minutes, the vote slips, the register of recusals of a meeting that was held."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from committee_desk.documents.vote_slip import draw as draw_slips
from committee_desk.domain.committee import AgendaItem, ItemKind, Presence
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.meeting_papers import MeetingPaper
from committee_desk.services.meeting_refusals import NoSuchItem
from committee_desk.services.meeting_views import Came, Declared
from committee_desk.services.sheet_refusals import UnprintableCharacters
from committee_desk.ui.committee.wall_words import names_told
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import read, workbook
from tests.services.committee_hands import (
    CHIEF,
    GRADES,
    PROSECUTORS,
    YEAR,
    appoint,
    call,
    close,
    committee_of,
    opened,
    seen,
    view,
    vote,
)
from tests.services.graded_desks import grades_item, pass_all, ready, sixteen
from tests.services.graded_desks import held as held_of
from tests.services.graded_desks import office as of_office

UNTIED = ("95.00", *(f"{90 - number}.50" for number in range(15)))
Pages = Callable[[bytes], list[str]]
Text = Callable[[bytes], str]


@pytest.fixture
def office(sample_desk: Desk, actor: Actor) -> Desk:
    """Seven members; one is married to somebody graded, the chief is somebody's relative."""
    sample_desk.relations.relate(actor, Relationship("X003", "", "J010", Kinship.SPOUSE))
    sample_desk.relations.relate(actor, Relationship(CHIEF, "", "J005", Kinship.BY_MARRIAGE))
    appoint(sample_desk, actor, committee_of(7))
    return sample_desk


def held(desk: Desk, actor: Actor) -> int:
    number = opened(desk, actor, away=("X004",))
    told = {"X004": Came(Presence.EXCUSED, "外出培训")}
    desk.meetings.presence(actor, YEAR, number, told, seen(desk, number))
    for each in view(desk, number).questions:
        vote(desk, actor, number, each.entitled - 1, 1, subject=each.question.subject)
    close(desk, actor, number)
    return number


def test_the_minutes_say_who_came_who_left_and_how_the_votes_went(office: Desk, actor: Actor, text_of: Text) -> None:
    said = text_of(office.meeting_papers.minutes(actor, YEAR, held(office, actor)))
    assert "检察官考评委员会会议记录" in said
    assert "检考委〔2027〕1号" in said
    assert "6人（应到7人，须有5人）" in said
    assert "雷国兰（请假：外出培训）" in said
    assert "钱英：与姚玉伟有夫妻关系" in said
    assert "闫峰：与熊鹏有近姻亲关系彭强涛主持" in said
    assert "秦生康：涉及本人" in said
    assert "朱康（J015）、朱康（J016）" in said, "two of one name are told apart"
    assert "会议听取了政治部的汇报。" in said
    assert "未定稿" not in said


def test_two_of_one_name_bear_their_codes_in_whichever_question_of_the_meeting_they_stand(
    office: Desk, actor: Actor, text_of: Text
) -> None:
    """J015 and J016 are both 朱康; for the one a member leaves, for the other nobody does."""
    office.relations.relate(actor, Relationship("X005", "", "J015", Kinship.SPOUSE))
    number = held(office, actor)
    papers = office.meeting_papers
    for paper in (papers.minutes(actor, YEAR, number), papers.register(actor, YEAR, number)):
        said = text_of(paper)
        assert "与朱康（J015）有夫妻关系" in said
        assert said.count("朱康") == said.count("朱康（J015）") + said.count("朱康（J016）")
    wall = office.meetings.projection(YEAR, number)
    assert {name for each in wall.questions for name in names_told(each).split("、") if "朱康" in name} == {
        "朱康（J015）", "朱康（J016）",
    }  # fmt: skip


def test_members_of_one_name_are_told_apart_too(sample_desk: Desk, actor: Actor, text_of: Text) -> None:
    appoint(sample_desk, actor, (*committee_of(6), "J015", "J016"))
    number = opened(sample_desk, actor, GRADES._replace(about=("J009", "J015")), away=("J016",))
    said = text_of(sample_desk.meeting_papers.minutes(actor, YEAR, number))
    for wanted in ("朱康（J015）（委员）", "朱康（J016）（缺席）", "朱康（J015）：涉及本人"):
        assert wanted in said, wanted


def test_what_is_handed_out_of_a_meeting_is_journalled(office: Desk, actor: Actor) -> None:
    number, papers = opened(office, actor), office.meeting_papers
    before = office.journal.head().entries
    papers.preview_minutes(actor, YEAR, number)
    papers.preview_slips(actor, YEAR, number)
    papers.preview_register(actor, YEAR, number)
    assert office.journal.head().entries == before
    papers.minutes(actor, YEAR, number)
    papers.slips(actor, YEAR, number)
    papers.register(actor, YEAR, number)
    told = [(act_name(row.verb), act_object(row)) for row in reversed(office.journal.rows(3))]
    assert told == [
        ("打印会议文书", f"2026 年度第 {number} 次会议，{paper}") for paper in ("会议记录", "表决票", "回避登记表")
    ]


def test_the_papers_of_a_meeting_whose_committee_is_at_fault_are_drawn_as_it_stands(
    office: Desk, actor: Actor, text_of: Text
) -> None:
    number, papers = opened(office, actor), office.meeting_papers
    for each in office.committee.members():
        if each.member.code in {"J001", "J002", "X003"}:
            office.committee.strike(actor, each.number, "误登")
    assert view(office, number).faults
    assert "4人（应到4人，须有3人）" in text_of(papers.minutes(actor, YEAR, number))
    assert "回避登记表" in text_of(papers.register(actor, YEAR, number))
    assert "检察官考评委员会表决票" in text_of(papers.slips(actor, YEAR, number))


def test_minutes_of_a_meeting_that_goes_on_are_a_draft_without_number(
    office: Desk, actor: Actor, text_of: Text
) -> None:
    number = opened(office, actor)
    said = text_of(office.meeting_papers.minutes(actor, YEAR, number))
    assert "未定稿" in said
    assert "未编号" in said
    assert said.count("未表决") == len(view(office, number).questions)


def test_long_minutes_run_over_pages_and_nobody_signs_an_empty_one(office: Desk, actor: Actor, pages_of: Pages) -> None:
    number = opened(office, actor)
    minutes = "\n".join(
        f"第{each}位委员发言，认为等次建议符合本院考核办法的规定，同意提交表决。" for each in range(1, 120)
    )
    office.meetings.close(actor, YEAR, number, "检考委〔2027〕1号", minutes, seen(office, number))
    pages = pages_of(office.meeting_papers.minutes(actor, YEAR, number))
    assert len(pages) > 3
    assert "第119位委员发言" in "".join("".join(pages).split())
    assert "发言" in pages[-1]
    assert "主持人（签字）" in pages[-1]


def test_slips_are_as_many_as_may_vote_and_all_of_a_question_alike(office: Desk, actor: Actor, pages_of: Pages) -> None:
    number = opened(office, actor, away=("X004",))
    for each in view(office, number).questions:
        slips = "".join(pages_of(office.meeting_papers.slips(actor, YEAR, number, "1", each.question.subject)))
        assert slips.count("检察官考评委员会表决票") == each.entitled
        texts = {part.split("无记名")[0].strip() for part in slips.split("检察官考评委员会表决票")[1:]}
        assert len(texts) == 1
        assert not any(name in slips for name in ("彭强涛", "钱英")), "no slip names who votes"


def test_slips_before_anybody_came_are_for_all_who_need_not_leave(office: Desk, actor: Actor, pages_of: Pages) -> None:
    number = call(office, actor)
    own = next(each.question.subject for each in view(office, number).questions if each.leaving == ("秦生康",))
    slips = "".join(pages_of(office.meeting_papers.slips(actor, YEAR, number, "1", own)))
    assert slips.count("检察官考评委员会表决票") == 6
    with pytest.raises(NoSuchItem):
        office.meeting_papers.slips(actor, YEAR, number, "9")


def test_a_slip_on_hundreds_of_people_counts_them_and_stays_small(office: Desk, actor: Actor, pages_of: Pages) -> None:
    people = [each.code for each in office.people.roster(YEAR)]
    assert len(people) > 30
    number = opened(office, actor, GRADES._replace(about=tuple(people)))
    main = view(office, number).questions[0]
    with_names = "".join(pages_of(office.meeting_papers.slips(actor, YEAR, number, "1", "")))
    assert "".join(with_names.split()).count("赵晓英") == main.entitled
    paper = MeetingPaper(
        "院", False, view(office, number), Fraction(1, 2), office.clock(), "周敏", office.journal.head(),
        (replace(main, people=main.people * 20),),
    )  # fmt: skip
    (first, *_) = pages_of(draw_slips(paper))
    assert "名单见等次建议名册" in first
    assert "赵晓英" not in first


def test_the_slips_of_a_tie_name_who_would_go_up(office: Desk, actor: Actor, text_of: Text) -> None:
    tie = AgendaItem("1", ItemKind.TIE, "第3、4名相同", ("J009", "J014"))
    number = opened(office, actor, tie)
    said = text_of(office.meeting_papers.slips(actor, YEAR, number))
    for each in ("赵晓英列为优秀", "王㛃列为优秀", "均不列为优秀"):
        assert said.count(f"表决事项：第3、4名相同：{each}") == 7


def test_the_register_names_every_recusal_its_ground_and_who_decided(office: Desk, actor: Actor, text_of: Text) -> None:
    number = opened(office, actor)
    for wanted in (
        Declared("1", "雷国兰", "J009", "曾共同出资", "闫峰"),
        Declared("1", "范伟雪", "J012", "同乡", "闫峰", granted=False),
    ):
        office.meetings.declare(actor, YEAR, number, wanted, seen(office, number))
    said = text_of(office.meeting_papers.register(actor, YEAR, number))
    assert "回避登记表" in said
    assert "与姚玉伟有夫妻关系" in said
    assert "曾共同出资申报须回避（闫峰决定）" in said
    assert "同乡申报不需回避（闫峰决定）" in said


def test_a_register_over_pages_has_its_headings_on_each(sample_desk: Desk, actor: Actor, pages_of: Pages) -> None:
    appoint(sample_desk, actor, committee_of(9))
    for member in ("X003", "X004", "X005"):
        for code in PROSECUTORS[2:14]:
            sample_desk.relations.relate(actor, Relationship(member, "", code, Kinship.COLLATERAL))
    number = opened(sample_desk, actor)
    pages = ["".join(each.split()) for each in pages_of(sample_desk.meeting_papers.register(actor, YEAR, number))]
    assert len(pages) > 1
    assert all("涉及何人" in each for each in pages)


def test_a_meeting_without_recusals_says_so(sample_desk: Desk, actor: Actor, text_of: Text) -> None:
    appoint(sample_desk, actor, committee_of(7))
    number = opened(sample_desk, actor, GRADES._replace(about=("J009",)))
    assert "本次会议没有须回避的情形。" in text_of(sample_desk.meeting_papers.register(actor, YEAR, number))


def test_a_letter_that_no_font_has_is_told_of_the_minutes(office: Desk, actor: Actor) -> None:
    number = opened(office, actor)
    office.meetings.close(actor, YEAR, number, "检考委〔2027〕1号", "通过\U00030000", seen(office, number))
    with pytest.raises(UnprintableCharacters) as refused:
        office.meeting_papers.minutes(actor, YEAR, number)
    assert "会议记录" in sentence(refused.value)


def test_the_minutes_say_which_list_was_voted_on_and_everybodys_grade(
    desk: Desk, actor: Actor, tmp_path: Path, text_of: Text
) -> None:
    of_office(desk, tmp_path, sixteen(UNTIED))
    pending = {"决定文号": "监1号", "工号": "J002", "种类": "立案未结", "决定日期": "2026-11-02"}
    read(desk, Kind.SANCTIONS, workbook(tmp_path / "处分.xlsx", [pending]))
    ready(desk, actor)
    number = held_of(desk, actor, grades_item(desk))
    desk.grading.choose(actor, YEAR, "J006", Grade.BASIC, "年中被当事人投诉属实", number)
    pass_all(desk, actor, number)
    close(desk, actor, number)
    before = text_of(desk.meeting_papers.minutes(actor, YEAR, number))
    desk.grading.approve(actor, YEAR, number)
    said = text_of(desk.meeting_papers.minutes(actor, YEAR, number))
    proposed = next(each.list for each in desk.grading.lists(YEAR) if each.list.stage is ListStage.PROPOSED)
    for each in (before, said):
        assert f"等次建议第1版，16人（指纹{proposed.fingerprint[:12]}）" in each
        assert "基本称职（1人）：检J006" in each
        assert "检J006：方案建议称职，定为基本称职。理由：年中被当事人投诉属实" in each
        assert "另行确定（1人）：检J002" in each
        assert "立案" not in each
    laid = desk.grading.in_force(YEAR)
    assert laid is not None
    best = [person.name for person in laid.people if person.grade is Grade.EXCELLENT]
    assert f"优秀（{len(best)}人）：{'、'.join(sorted(best))}" in said


def test_a_long_list_of_grades_runs_over_pages(desk: Desk, actor: Actor, tmp_path: Path, pages_of: Pages) -> None:
    totals = [f"{95 - number / 4:.2f}" for number in range(150)]
    of_office(desk, tmp_path, sixteen(totals))
    ready(desk, actor)
    number = held_of(desk, actor, grades_item(desk))
    pass_all(desk, actor, number)
    close(desk, actor, number)
    pages = ["".join(each.split()) for each in pages_of(desk.meeting_papers.minutes(actor, YEAR, number))]
    assert len(pages) > 1
    assert "".join(pages).count("检J150") == 2, "in the question, and by his grade"
    assert "主持人（签字）" in pages[-1]
