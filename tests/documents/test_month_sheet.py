"""Form 8: what a month's sheet says, on how many pages, and that a version is printed again as it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from committee_desk.documents.month_sheet import draw, file_name
from committee_desk.documents.month_workbook import write
from committee_desk.domain.exact import figure
from committee_desk.domain.months import Gone, MonthSheet, SheetColumn, SheetLine, differences
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.folders import FileInTheWay
from committee_desk.services.imports import Kind
from committee_desk.services.month_views import NoSuchVersion, PaperSheet
from committee_desk.services.sheet_refusals import UnprintableCharacters
from committee_desk.services.views import Head
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import good, workbook

AT = datetime(2027, 1, 11, 9, tzinfo=CHINA)
PARTS = tuple(
    SheetColumn(*each) for each in (("performance", "业绩", 70), ("common", "共性", 20), ("bonus", "加分", 5))
)
SKILL = SheetColumn("skill", "司法技能", 10, "common")
PROSECUTORS = "检察官"


def line(number: int, name: str, department: str = "第一检察部", total: int = 7800) -> SheetLine:
    parts = {"performance": 6000, "common": total - 6000, "bonus": 0}
    return SheetLine(f"J{number:03d}", name, department, {"skill": 100}, parts, total, {}, {}, total - 150)


def sheet(*people: SheetLine, month: int = 3) -> MonthSheet:
    return MonthSheet(2026, month, PROSECUTORS, "检察官年度考核方案", PARTS, (SKILL,), people)


def paper(held: MonthSheet, *, version: int = 1, before: MonthSheet | None = None, demo: bool = False) -> PaperSheet:
    return PaperSheet(
        office="演练县人民检察院",
        demo=demo,
        sheet=held,
        version=version,
        published=AT if version else None,
        fingerprint="ab" * 32,
        maker="周敏",
        at=AT,
        head=Head(22, "cd" * 32),
        supersedes=version - 1 or None,
        differing=differences(before, held) if before else (),
    )


def pages(pdf: bytes) -> int:
    read = pypdfium2.PdfDocument(pdf)
    try:
        return len(read)
    finally:
        read.close()


def test_the_sheet_says_month_cumulative_version_office_and_journal(text_of: Callable[[bytes], str]) -> None:
    said = text_of(draw(paper(sheet(line(1, "秦生康")))))
    for wanted in (
        "2026年3月检察官考核公布表", "演练县人民检察院", "截至2026年3月31日", "第1版", "内部资料", "表八",
        "J001", "秦生康", "78.00", "+1.50", "按部门、工号排列", "（公章）", "审核", "cdcdcdcd", "（第22条）",
    ):  # fmt: skip
        assert wanted in said, wanted
    assert "未定稿" not in said
    assert "名次" not in said


def test_december_says_where_later_reviews_count_and_no_other_month_does(text_of: Callable[[bytes], str]) -> None:
    said = "12月31日以后对本年度审结案件作出的评查不计入本表，计入年度得分"
    assert said in text_of(draw(paper(sheet(line(1, "张三"), month=12))))
    assert said not in text_of(draw(paper(sheet(line(1, "张三"), month=11))))
    auxiliary = replace(sheet(line(1, "张三"), month=12), category="检察辅助人员")
    assert said not in text_of(draw(paper(auxiliary)))


def test_a_draft_and_a_demonstration_say_so(text_of: Callable[[bytes], str]) -> None:
    said = text_of(draw(paper(sheet(line(1, "秦生康")), version=0, demo=True)))
    assert "未定稿" in said
    assert "演示" in said
    assert "未公布" in said


def test_a_corrected_version_names_the_one_it_supersedes_and_every_difference(text_of: Callable[[bytes], str]) -> None:
    old, new = sheet(line(1, "秦生康"), line(2, "林若")), sheet(line(1, "秦生康", total=7850), line(2, "林若"))
    said = text_of(draw(paper(new, version=2, before=old)))
    assert "本版替代第1版" in said
    assert "更正共1处" in said
    assert "秦生康J001累计总分78.0078.50" in said
    assert "（替代第1版）" in said


def test_a_version_says_that_ranks_came_or_went(text_of: Callable[[bytes], str]) -> None:
    old, new = sheet(line(1, "秦生康")), replace(sheet(line(1, "秦生康")), ranked=True)
    came = text_of(draw(replace(paper(new, version=2, before=old), was_ranked=False)))
    assert "本版起列名次，第1版没有名次" in came
    assert "没有不同" not in came
    went = text_of(draw(replace(paper(old, version=2, before=new), was_ranked=True)))
    assert "本版起不列名次，第1版上的名次作废" in went


def test_who_is_gone_is_marked_on_paper_and_in_the_workbook(text_of: Callable[[bytes], str]) -> None:
    here, left = line(1, "秦生康"), replace(line(2, "朱康"), gone=Gone("2026-03-15"))
    moved = replace(line(3, "林若"), gone=Gone("2026-02-28", elsewhere=True))
    said = text_of(draw(paper(sheet(here, left, moved))))
    assert "朱康已离岗3月15日" in said
    assert "林若已转出2月28日" in said
    book = openpyxl.load_workbook(BytesIO(write(paper(sheet(here, left, moved)))))
    rows = list(book["累计"].iter_rows(values_only=True))
    remarks = {row[1]: row[-1] for row in rows if row[1] in {"J001", "J002", "J003"}}
    assert remarks == {"J001": None, "J002": "已离岗（2026-03-15）", "J003": "已转出（2026-02-28）"}
    plain = openpyxl.load_workbook(BytesIO(write(paper(sheet(here)))))
    assert "备注" not in {value for row in plain["累计"].iter_rows(values_only=True) for value in row}


def test_sixty_people_stand_on_two_pages_with_their_headings_on_both(text_of: Callable[[bytes], str]) -> None:
    people = [
        line(number, f"张{'甲乙丙丁戊'[number % 5]}", f"第{'一二三四'[number // 15]}检察部") for number in range(60)
    ]
    pdf = draw(paper(sheet(*people)))
    assert pages(pdf) == 2
    said = text_of(pdf)
    assert said.count("累计总分本月得分") == 2
    assert all(each.code in said for each in people)


def test_nobody_signs_a_page_that_says_nothing(text_of: Callable[[bytes], str]) -> None:
    for count in range(25, 41):
        pdf = draw(paper(sheet(*(line(number, "张三") for number in range(count)))))
        if pages(pdf) == 2:
            last = text_of(pdf).rpartition("（续）")[2]
            assert "说明" in last or "J0" in last


@pytest.mark.parametrize("name", ["司马相如", "王㛃", "李𬭎", "赵䶮", "阿卜杜热合曼·买买提"])
def test_long_names_and_rare_characters_are_printed_whole(name: str, text_of: Callable[[bytes], str]) -> None:
    assert name in text_of(draw(paper(sheet(line(1, name)))))


def test_a_character_that_no_font_holds_is_named_with_its_owner() -> None:
    with pytest.raises(UnprintableCharacters) as refused:
        draw(paper(sheet(line(1, "秦\U000e0041"))))
    assert [(each.code, each.character) for each in refused.value.missing] == [("J001", "\U000e0041")]


def test_the_file_is_called_by_month_category_and_version() -> None:
    assert file_name(paper(sheet(line(1, "秦生康"))), ".pdf") == "2026年3月 检察官 月度考核公布表 第1版.pdf"
    assert "未公布" in file_name(paper(sheet(), version=0), ".xlsx")


def test_the_workbook_holds_figures_as_numbers_and_no_formula() -> None:
    held = sheet(line(1, "=1+1"), line(2, "林若"))
    book = openpyxl.load_workbook(BytesIO(write(paper(held))))
    cells = {cell.value: cell for row in book["累计"].iter_rows() for cell in row}
    assert cells["=1+1"].data_type == "s"
    assert cells["=1+1"].quotePrefix
    assert cells[78].number_format == "0.00"
    assert "更正" not in book.sheetnames
    assert [row[-1] for row in book["本月"].iter_rows(values_only=True)][-1] == 1.5


def test_a_version_is_printed_again_as_it_was_whatever_the_facts_say_now(
    sample_desk: Desk, actor: Actor, tmp_path: Path, text_of: Callable[[bytes], str]
) -> None:
    sample_desk.months.close(actor, 2026, 1, "补登")
    sample_desk.months.publish(actor, 2026, 1)
    line_then = sample_desk.months.sheet(2026, 1, PROSECUTORS, 1).of("J001")
    assert line_then is not None
    event = workbook(tmp_path / "加减分.xlsx", [good(Kind.EVENTS, 日期="2026-01-20")])
    sample_desk.imports.carry_out(actor, Kind.EVENTS, event, 2026)
    sample_desk.months.publish(actor, 2026, 1)
    first = text_of(sample_desk.month_sheets.preview(2026, 1, PROSECUTORS, 1, actor))
    second = text_of(sample_desk.month_sheets.preview(2026, 1, PROSECUTORS, actor=actor))
    then, now = figure(line_then.total), figure(line_then.total + 150)
    assert "秦生康" in first
    assert (then in first, now in second) == (True, True)
    assert f"累计总分{then}{now}" in second
    written = sample_desk.month_sheets.draw(actor, 2026, 1, tmp_path / "公布", category=PROSECUTORS)
    assert sorted(path.suffix for path in written.paths) == [".pdf", ".xlsx"]
    drawn = sample_desk.journal.rows(1)[0]
    assert (drawn.verb, drawn.subject) == ("months.draw", "2026-01")
    with pytest.raises(NoSuchVersion):
        sample_desk.month_sheets.draw(actor, 2026, 1, tmp_path, category=PROSECUTORS, version=3)


def test_a_foreign_file_of_the_same_name_is_never_replaced_and_an_earlier_sheet_is(
    sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    desk, sheets = sample_desk, sample_desk.month_sheets
    written = sheets.draw(actor, 2026, 1, tmp_path, category=PROSECUTORS).paths
    assert sheets.draw(actor, 2026, 1, tmp_path, category=PROSECUTORS).paths == written
    before = desk.journal.rows(1)[0].seq
    for path in written:
        ours, other = path.read_bytes(), next(each for each in written if each != path)
        for foreign in (b"my own file", b"%PDF-1.4 of somebody else", other.read_bytes()):
            path.write_bytes(foreign)
            with pytest.raises(FileInTheWay) as refused:
                sheets.draw(actor, 2026, 1, tmp_path, category=PROSECUTORS)
            assert path.name in sentence(refused.value)
            assert path.read_bytes() == foreign
        path.write_bytes(ours)
    assert desk.journal.rows(1)[0].seq == before
    (tmp_path / written[0].name).write_bytes(b"")
    sheets.draw(actor, 2026, 1, tmp_path, category=PROSECUTORS)


def test_a_month_that_is_not_published_is_previewed_as_a_draft(
    sample_desk: Desk, text_of: Callable[[bytes], str]
) -> None:
    assert "未定稿" in text_of(sample_desk.month_sheets.preview(2026, 5, PROSECUTORS))
