"""个人月度得分说明 on paper: what the page says, and that a month is explained on one, however much it held."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.documents.month_explained import draw
from committee_desk.documents.month_explained_rows import _ledger as ledger_parts
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.history_views import FactKind
from committee_desk.services.imports import Kind
from committee_desk.services.month_explained_views import ExplainedPaper
from committee_desk.services.second import Second
from committee_desk.services.sheet_refusals import UnprintableCharacters
from tests.imports.workbooks import good, workbook

Text = Callable[[bytes], str]
Pages = Callable[[bytes], list[str]]
Read = Callable[..., None]
YEAR = 2026


@pytest.fixture
def read(sample_desk: Desk, actor: Actor, tmp_path: Path) -> Read:
    """Reads rows of a kind in."""

    def reading(kind: Kind, *rows: dict[str, object]) -> None:
        path = workbook(tmp_path / f"{kind.value}.xlsx", [good(kind, **cells) for cells in rows])
        sample_desk.imports.carry_out(actor, kind, path, YEAR, replace=True)

    return reading


def drawn(desk: Desk, month: int, code: str, category: Category = Category.PROSECUTOR) -> bytes:
    return desk.month_explained.preview(YEAR, month, code, category, Actor("周敏"))


def cases(count: int, **cells: object) -> list[dict[str, object]]:
    return [
        {"案号": f"演检刑诉〔2026〕{9000 + number}号", "承办检察官工号": "J013", "受理日期": "2026-10-08",
         "审结日期": f"2026-11-{1 + number % 28:02d}", **cells}
        for number in range(count)
    ]  # fmt: skip


def test_the_page_says_every_indicator_with_its_rule_and_the_month_s_cases_and_events(
    sample_desk: Desk, text_of: Text
) -> None:
    said = text_of(drawn(sample_desk, 11, "J013"))
    for wanted in (
        "2026年11月个人得分说明", "演练县人民检察院", "截至2026年11月30日", "未公布，按现有记录", "未定稿",
        "马𬱖", "J013", "本月计1个月", "目标71.77件", "20×折合件数÷目标件数", "折合71.58件", "评查均分×28/100",
        "优质+0.5", "2名领导评分",
        "基准6分，逐项加减，0至8分", "本月1项+1.50", "累计总分88.91+1.6290.53", "10件", "折合11.04",
        "XX检刑诉受〔2026〕433号审查起诉1.00按期11-1354+37=91合格", "超期11-07", "尚未评查", "以前审结",
        "司法技能11-08+1.50信息简报采用（政〔2026〕361号，审批政治部主任）", "制表：周敏", "日志链首",
    ):  # fmt: skip
        assert wanted in said, wanted


def test_everybody_s_every_month_is_explained_on_one_page(sample_desk: Desk, pages_of: Pages) -> None:
    busiest = Counter[tuple[int, str]]()
    for month in (1, 4, 7, 12):
        for person in sample_desk.month_explained.people(YEAR, month):
            told = sample_desk.month_explained.explain(YEAR, month, person.code).told
            busiest[month, person.code] = len(told.cases) + len(told.reviewed_since) + len(told.events)
    for (month, code), _ in busiest.most_common(8):
        assert len(pages_of(drawn(sample_desk, month, code))) == 1, (month, code)


def test_of_eighty_cases_those_without_room_are_counted_and_summed_on_the_same_page(
    sample_desk: Desk, read: Read, text_of: Text, pages_of: Pages
) -> None:
    read(Kind.CASES, *cases(80))
    told = sample_desk.month_explained.explain(YEAR, 11, "J013").told
    assert len(told.cases) == 90
    pdf = drawn(sample_desk, 11, "J013")
    assert len(pages_of(pdf)) == 1
    said = text_of(pdf)
    listed = sum(said.count(each.share.number) for each in (*told.cases, *told.reviewed_since))
    assert listed >= 10
    assert f"另有{len(told.cases) + len(told.reviewed_since) - listed}件未逐件列出" in said
    assert "信息简报采用" in said


def test_of_sixty_events_those_without_room_are_summed_too(
    sample_desk: Desk, read: Read, text_of: Text, pages_of: Pages
) -> None:
    read(Kind.CASES, *cases(80))
    rows = [
        {"工号": "J013", "日期": f"2026-11-{1 + number % 28:02d}", "分值": "0.1",
         "凭证号": f"政〔2026〕{7000 + number}号",
         "指标": "司法技能", "事由": "信息简报采用并在全省检察机关交流经验材料一篇" * (1 + number % 3)}
        for number in range(60)
    ]  # fmt: skip
    read(Kind.EVENTS, *rows)
    pdf = drawn(sample_desk, 11, "J013")
    assert len(pages_of(pdf)) == 1
    said = text_of(pdf)
    assert "项未逐项列出：司法技能" in said
    assert "本月61项+4.00，超出封顶不计3.50" in said
    assert "92件未逐件列出" in said


def test_a_published_month_names_its_version_and_both_figures_where_facts_changed_since(
    sample_desk: Desk, actor: Actor, read: Read, text_of: Text
) -> None:
    sample_desk.months.close(actor, YEAR, 1, "补登")
    sample_desk.months.publish(actor, YEAR, 1)
    said = text_of(drawn(sample_desk, 1, "J001"))
    assert "按已公布的第1版" in said
    assert "未定稿" not in said
    assert "公布后记录有变" not in said
    read(Kind.EVENTS, {"日期": "2026-01-20", "凭证号": "政〔2026〕903号"})
    said = text_of(drawn(sample_desk, 1, "J001"))
    assert "以公布的第1版为准" in said
    assert "司法技能公布0.00，现在1.50" in said
    assert "本月1项+1.50，公布后事实有变，公布数未计+1.50" in said


def test_a_case_reviewed_after_the_year_is_told_in_december_where_it_moves_no_figure(
    sample_desk: Desk, read: Read, text_of: Text
) -> None:
    before = sample_desk.month_explained.explain(2026, 12, "J001").told
    number = next(each.share.number for each in before.cases if each.review is None)
    low = {"实体得分": 10, "程序得分": 10, "评查等次": "合格"}
    read(Kind.REVIEWS, {"案号": number, **low, "评查日期": "2027-01-05"})
    december = sample_desk.month_explained.explain(2026, 12, "J001").told
    year, last_of_december = sample_desk.scores.year(2026), sample_desk.scores.as_of(2026, date(2026, 12, 31))
    assert december.total == before.total
    assert year.of("J001").total < last_of_december.of("J001").total
    assert december.reviewed_after == before.reviewed_after + 1
    said = f"另有 {december.reviewed_after} 件案件在12月31日以后评查，计入年度得分，不计入本月。"
    assert said.replace(" ", "") in text_of(drawn(sample_desk, 12, "J001")).replace(" ", "")
    assert "在12月31日以后评查" not in text_of(drawn(sample_desk, 11, "J001"))


def test_what_is_not_rated_yet_is_named_and_the_leader_is_graded_elsewhere(sample_desk: Desk, text_of: Text) -> None:
    said = text_of(drawn(sample_desk, 1, "J020"))
    assert "领导评价（6分）、民主测评（4分）尚未评价，累计总分为其余各项之和（其余满分90分）" in said
    assert "等次由主管机关确定" in said
    assert "分担不适用指标的分值×70÷34" in said
    assert "首次计分的月份没有上月末数" in said


def test_who_moves_and_who_leaves_is_said_on_the_page(sample_desk: Desk, read: Read, text_of: Text) -> None:
    said = text_of(drawn(sample_desk, 6, "J005"))
    assert "6月1日到第二检察部" in said
    assert "第一检察部5个月" in said
    left = {"工号": "J098", "姓名": "要走人", "部门": "第一检察部", "到岗日期": "2020-01-01", "离岗日期": "2026-03-10"}
    read(Kind.PEOPLE, left)
    said = text_of(drawn(sample_desk, 3, "J098"))
    assert "2026年3月10日离开第一检察部" in said
    assert "本月15日不在岗，本月不计" in said


def test_leave_costs_the_month_without_saying_which(sample_desk: Desk, read: Read, text_of: Text) -> None:
    read(Kind.LEAVE, {"工号": "J001", "种类": "病假", "起": "2026-03-02", "止": "2026-03-25"})
    said = text_of(drawn(sample_desk, 3, "J001"))
    assert "本月15日在请假中，本月不计" in said
    assert "病假" not in said


def test_both_figures_of_what_was_overridden_stand_on_the_page(sample_desk: Desk, actor: Actor, text_of: Text) -> None:
    told = sample_desk.month_explained.explain(YEAR, 11, "J013").told
    review = next(each.review for each in told.cases if each.review is not None)
    sample_desk.overrides.put(
        actor, FactKind.REVIEW, (review.number,), "substance", "60", "系统漏录", "案管3号", Second("王芳")
    )
    said = text_of(drawn(sample_desk, 11, "J013"))
    both = f"实体得分导入{review.substance.normalize():f}，更正为60（案管3号）"
    assert f"更正导入值1处：{review.number}{both}" in said
    assert f"60+{review.procedure.normalize():f}=" in said


def test_what_exceeds_the_maximum_stands_beside_its_event(sample_desk: Desk, read: Read, text_of: Text) -> None:
    read(Kind.EVENTS, {"指标": "司法技能", "日期": "2026-03-05", "分值": "+12", "凭证号": "政〔2026〕901号"})
    said = text_of(drawn(sample_desk, 3, "J001"))
    lost = sample_desk.month_explained.explain(YEAR, 3, "J001").told.events[-1].lost
    assert lost > 0
    assert f"超出封顶不计{Decimal(lost.numerator) / lost.denominator:.2f}" in said


def test_assistants_are_explained_by_their_own_ledgers(sample_desk: Desk, text_of: Text) -> None:
    (first, *_) = sample_desk.month_explained.people(YEAR, 11, Category.ASSISTANT)
    said = text_of(drawn(sample_desk, 11, first.code, Category.ASSISTANT))
    assert "检察辅助人员年度考核方案" in said
    assert "本月案件" not in said
    assert "目标" not in said


def test_a_character_that_no_font_holds_is_named(sample_desk: Desk, read: Read) -> None:
    read(Kind.EVENTS, {"日期": date(2026, 1, 20), "凭证号": "政〔2026〕904号", "事由": "简\U000e0041报"})
    with pytest.raises(UnprintableCharacters) as refused:
        drawn(sample_desk, 1, "J001")
    assert [(each.code, each.character) for each in refused.value.missing] == [("J001", "\U000e0041")]


def test_handing_the_page_out_tells_the_journal_whose_month_it_was(
    sample_desk: Desk, actor: Actor, text_of: Text
) -> None:
    assert "累计总分" in text_of(sample_desk.month_explained.draw(actor, YEAR, 11, "J013"))
    row = sample_desk.journal.rows(1)[0]
    assert (row.verb, row.subject) == ("months.explain", "J013")


def test_a_demonstration_says_so(sample_desk: Desk, text_of: Text) -> None:
    told = sample_desk.month_explained.explain(YEAR, 11, "J013")
    paper = ExplainedPaper("演练县人民检察院", True, told, None, sample_desk.clock(), sample_desk.journal.head())
    assert "演示" in text_of(draw(paper))
    assert "演示" not in text_of(draw(replace(paper, demo=False)))


PART = re.compile(r"(?:基准|项|重算|以前事项|办案超额|分担|不适用指标|四舍五入)(?:（[^）]*）)? ?([+−]?\d+\.\d\d)")


def hundredths(said: str) -> int:
    return round(float(said.replace("−", "-")) * 100)


def test_what_moved_a_ledger_adds_up_to_the_change_that_is_printed(sample_desk: Desk) -> None:
    rounded = 0
    for month in range(1, 13):
        for listed in sample_desk.month_explained.people(YEAR, month):
            for each in sample_desk.month_explained.explain(YEAR, month, listed.code).told.reached:
                if each.ledger is not None and each.now is not None:
                    handed = next((step for step in each.explanation.steps if step.kind == "respread"), None)
                    told = "，".join(ledger_parts(each.ledger, each.change_by_facts, handed))
                    parts = [hundredths(part) for part in PART.findall(told)]
                    assert sum(parts) == each.change, (month, listed.code, each.name, told)
                    rounded += "四舍五入" in told
    assert rounded


def test_a_correction_after_publication_is_said_in_its_row_with_its_points(
    sample_desk: Desk, read: Read, actor: Actor, text_of: Text
) -> None:
    sample_desk.months.close(actor, YEAR, 1, "现状")
    sample_desk.months.publish(actor, YEAR, 1)
    read(Kind.EVENTS, {"工号": "J013", "日期": "2026-01-20", "分值": 0.5, "凭证号": "政〔2026〕900号"})
    said = text_of(drawn(sample_desk, 1, "J013"))
    assert "公布后事实有变，公布数未计+0.50" in said
    assert "不适用指标分担" not in said
