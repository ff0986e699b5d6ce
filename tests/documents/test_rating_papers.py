"""The envelopes, batches, summary and statistics of a rating round as a reader gets them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from committee_desk.documents.raster import rasterise
from committee_desk.documents.round_batches import draw as draw_batches
from committee_desk.documents.round_envelopes import draw as draw_envelopes
from committee_desk.documents.round_statistics import draw as draw_statistics
from committee_desk.documents.round_summary import draw as draw_summary
from committee_desk.domain.rater_statistics.findings import RoundStatistics
from committee_desk.domain.rounds import Failing, RoundKind, RoundState, Turnout
from committee_desk.services.round_paper_views import RatedPerson
from committee_desk.services.round_views import PersonResult
from committee_desk.services.sheet_refusals import UnprintableCharacters
from tests.documents import told_rounds as told

Pages = Callable[[bytes], list[str]]
Text = Callable[[bytes], str]


def pressed(pages: list[str]) -> list[str]:
    return ["".join(each.split()) for each in pages]


# -- envelopes ---------------------------------------------------------------------------------------------------------


def test_an_envelope_bears_one_name_and_one_code(pages_of: Pages) -> None:
    paper = told.envelopes()
    pages = pressed(pages_of(draw_envelopes(paper)))
    assert len(pages) == len(paper.envelopes)
    for each, page in zip(paper.envelopes, pages, strict=True):
        assert f"交{each.name}本人亲启" in page
        assert each.department in page
        assert "B类（部门负责人）" in page
        assert [other.code in page for other in paper.envelopes] == [other is each for other in paper.envelopes]


def test_an_envelope_says_how_its_code_is_used_what_the_method_keeps_and_what_it_cannot(text_of: Text) -> None:
    said = text_of(draw_envelopes(told.envelopes()))
    assert "同一票类等到10张时任意抽出5张一起写入，其余接着等" in said
    assert "等着的票（每个票类最多9张）就没有了" in said
    assert "验证码恢复有效，会请投票人重新投票" in said
    assert "保不住的" in said
    assert "三名院领导" in said
    assert "信封由两人一起印制、封口、交到您手里" in said


def test_an_envelope_asks_for_grades_where_grades_are_given_and_for_whole_marks_where_marks(text_of: Text) -> None:
    graded = text_of(draw_envelopes(told.envelopes()))
    scored = text_of(draw_envelopes(replace(told.envelopes(), round=told.name(RoundKind.SCORE))))
    assert ("请逐人评等次" in graded, "整数分" in graded) == (True, False)
    assert ("请逐人评等次" in scored, "请打整数分" in scored) == (False, True)


def test_a_code_stands_on_its_envelope_and_in_no_log() -> None:
    paper = told.envelopes()
    assert "欧阳建国" in repr(paper)
    assert all(each.code not in repr(paper) for each in paper.envelopes)


# -- batches -----------------------------------------------------------------------------------------------------------


def test_batches_name_who_counted_them_and_leave_room_to_sign(text_of: Text) -> None:
    said = text_of(draw_batches(told.batches()))
    assert "计票人" in said
    assert "监票人" in said
    assert "共3批35张" in said
    assert "第二计票人" not in said
    strict = text_of(draw_batches(told.batches(strict=True)))
    assert "第一计票人" in strict
    assert "裁定人" in strict


# -- the summary -------------------------------------------------------------------------------------------------------


def test_the_summary_says_who_came_the_weights_the_thresholds_and_that_it_counts(text_of: Text) -> None:
    said = text_of(draw_summary(told.summary()))
    assert "A类（院领导）40%555440" in said
    assert "合计4341413936" in said
    assert "收回率：39÷43＝90.70%，须不低于2/3，符合。" in said
    assert "有效率：36÷39＝92.31%，须高于1/2，符合。" in said
    assert "无效票3张：空白超过一半2张，评“优秀”超过限额1张。" in said
    assert "本轮测评有效，结果计分。" in said
    assert "票类权重A40%、B30%、C30%" in said
    assert "优秀95分、称职85分、基本称职70分、不称职50分" in said
    assert "检考委〔2026〕12号" in said
    assert "计票人（签字）" in said
    assert "监票：周敏" in said


def test_the_summary_shows_of_everybody_what_may_be_shown(text_of: Text) -> None:
    said = text_of(draw_summary(told.summary()))
    assert "王㛃第一检察部91.00（3）88.75（6）88.90（12）89.70" in said
    assert "李䶮第二检察部A、B合并89.13（5）88.90（12）89.00" in said
    assert "不分类显示87.13" in said
    assert "91.00（4）—88.90（12）90.10" in said, "an empty class has its column"


def test_a_class_too_small_to_be_counted_is_shown_without_its_number(text_of: Text) -> None:
    shown = (told.result(0, (told.of_class("AB", None, "91"), told.of_class("C", 12, "88.9")), "90"),)
    assert "A、B合并91.0088.90（12）90.00" in text_of(draw_summary(replace(told.summary(), people=shown)))


def test_the_summary_of_a_void_round_says_why_and_has_no_results(text_of: Text) -> None:
    void = replace(told.summary(RoundState.VOID), failing=Failing.RETURNED_TOO_FEW, again="2026-测-002", reasons=())
    uncounted = tuple(each._replace(turnout=Turnout(10, 5, 5, 4)) for each in void.turnouts)
    said = text_of(draw_summary(replace(void, turnouts=uncounted)))
    assert "本轮测评作废，不计分：收回不足应到的2/3。" in said
    assert "收回率：12÷30＝40.00%，须不低于2/3，不符合。" in said
    assert "有效率" not in said
    assert "密封保存" in said
    assert "已另行组织测评：2026-测-002。" in said
    assert "测评结果计分" not in said
    assert "王㛃" not in said
    assert "计票人（签字）" in said
    decided = text_of(draw_summary(replace(void, failing=Failing.DECIDED, why="票箱启封时封条已破。")))
    assert "不计分：票箱启封时封条已破。" in decided


def test_a_new_version_of_the_summary_says_which_it_takes_the_place_of(text_of: Text) -> None:
    first, second = (text_of(draw_summary(replace(told.summary(), version=at))) for at in (1, 2))
    assert "第1版" in first
    assert "替代" not in first
    assert "（第2版，替代第1版）" in second


def test_sixty_results_run_over_pages_and_nobody_signs_an_empty_one(pages_of: Pages) -> None:
    many = tuple(replace_name(each, at) for at, each in enumerate(told.summary().people * 12))
    pages = pressed(pages_of(draw_summary(replace(told.summary(), people=many))))
    assert len(pages) > 2
    assert all(f"第{at}页，共{len(pages)}页" in each for at, each in enumerate(pages, start=1))
    assert sum(each.count("欧阳") for each in pages) == 60
    assert "计票人（签字）" in pages[-1]
    assert "不足3个" in pages[-1]


def replace_name(each: PersonResult, at: int) -> PersonResult:
    return each._replace(code=f"J{at:03}", name=f"欧阳{at}")


# -- the statistics ----------------------------------------------------------------------------------------------------


def test_the_statistics_ask_and_say_what_was_looked_into(text_of: Text) -> None:
    said = text_of(draw_statistics(told.statistics()))
    assert "统计只提出问题" in said
    assert "闫峰的领导评价比同评这些人的居中评分平均低4.2分：是掌握标准较严，还是所见不同？" in said
    assert "闫峰：比同评12人的居中评分平均低4.2分（95%：−6.1至−2.3；另有3人同评）" in said
    assert "概率为0.031" in said
    assert "可能的情形很少" in said
    assert "考评委员会2027年1月6日未发现拉票，不影响得分。" in said
    assert "评分人看法分歧较大" in said


def test_long_names_and_the_numbers_that_tell_namesakes_apart_stand_whole(text_of: Text) -> None:
    paper = told.statistics()
    named = tuple(each._replace(name="阿卜杜外力·买买提江", department="第一检察部") for each in paper.people)
    said = text_of(draw_statistics(replace(paper, people=named)))
    assert "…" not in said
    assert all(f"阿卜杜外力·买买提江（{each.code}）" in said for each in named)


def test_what_would_draw_single_ballots_is_not_in_the_statistics(text_of: Text) -> None:
    said = text_of(draw_statistics(told.statistics()))
    assert "A类（院领导）4张票：票太少，不显示。" in said
    assert "对五人以上全评同一分的票：不足3张（共36张），具体数不显示。" in said
    assert "细线两端为两头各去掉2个评分以后的最低分和最高分" in said
    assert "四分之一80中位86.5四分之三91两头各去2个后58–100" in said


def test_the_statistics_are_pictures_too() -> None:
    """The columns of a class are grey where its marks lie: more of them, more grey."""
    paper = told.statistics()
    leaders, heads, staff = paper.found.spreads
    without = paper.found._replace(spreads=(leaders, heads, staff._replace(bars=())))

    def grey(found: RoundStatistics) -> int:
        page = rasterise(draw_statistics(replace(paper, found=found)), 72)[0]
        return sum(170 < each < 200 for each in page.pixels[::4])

    assert grey(paper.found) > grey(without) + 1000


def test_the_columns_have_the_whole_width_where_another_class_shows_none(pages_of: Pages) -> None:
    """A class without columns does not stretch the others' scale down to 0."""
    paper = told.statistics()
    leaders, heads, staff = paper.found.spreads
    high = paper.found._replace(spreads=(leaders, heads._replace(quartiles=leaders.quartiles, bars=()), staff))
    said = pages_of(draw_statistics(replace(paper, found=high)))[0].split("各票类评分的分布")[1]
    assert "75 80 85" in " ".join(said.split())
    assert "60 70" not in " ".join(said.split())


def test_a_letter_that_no_font_has_is_named_before_anything_is_drawn() -> None:
    strange = RatedPerson("J001", "王\U00030000", "第一检察部")
    report = replace(told.statistics(), people=(strange, *told.people(5)[1:]))
    summary = replace(told.summary(), people=(told.result(0, (), "80")._replace(name=strange.name),))
    with pytest.raises(UnprintableCharacters):
        draw_statistics(report)
    with pytest.raises(UnprintableCharacters):
        draw_summary(summary)
