from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pypdfium2
import pytest
from reportlab.lib.units import mm

from committee_desk.documents.grade_sheet import GradeSheetForm
from committee_desk.domain.people import Category
from committee_desk.services.sheet_refusals import MissingGlyph, TextTooLong, UnprintableCharacters
from committee_desk.services.sheet_views import FormerOffice, GradeSheet, Outcome, SheetIndicator, SheetPerson, Stamp
from committee_desk.wording.errors import sentence
from tests.documents import grade_sheets as samples
from tests.documents.grade_sheets import sheet

Drawn = Callable[[GradeSheet], bytes]
Text = Callable[[bytes], str]
Pages = Callable[[bytes], list[str]]

LONGEST = SheetPerson(
    "WJ-2026-000113",
    "阿卜杜热合曼·麦麦提依明江·吐尔逊",
    "第一检察部（未成年人检察、刑事执行监督检察）",
    "女",
    "党组成员、检察委员会专职委员、部门主任",
    "三级高级检察官",
    None,
)
MANY_EVENTS = "；".join(f"业务培训结业 +2.00（政〔2026〕{number}号）" for number in range(200, 206))

EVERY_KIND = {
    "graded": sheet(demo=True),
    "elsewhere": sheet(outcome=Outcome.ELSEWHERE, grade=None, rank=None),
    "left": sheet(outcome=Outcome.LEFT, grade=None, rank=None, until=date(2026, 7, 31)),
    "open": sheet(outcome=Outcome.OPEN, grade=None, rank=None),
    "warned": sheet(limits=(samples.WARNED,), review_required=True, uncut=10230, total=10000),
    "not applicable": samples.without("quantity", "quality", "efficiency"),
    "unrated": samples.unrated("leader_rating", "peer_rating"),
    "rare name": samples.named(samples.RARE),
    "longest": sheet(demo=True, office="内蒙古自治区锡林郭勒盟西乌珠穆沁旗人民检察院", person=LONGEST),
    "many events": samples.with_basis(MANY_EVENTS),
    "endless events": samples.with_basis("；".join([MANY_EVENTS] * 30), "skill"),
}


def test_the_sheet_says_who_is_assessed(drawn: Drawn, text_of: Text) -> None:
    text = text_of(drawn(sheet()))
    for said in (
        "云川县人民检察院",
        "2026年度",
        "编号2026-J013",
        "马𬱖",
        "男",
        "第一检察部",
        "四级高级检察官",
        "2018年5月1日",
        "2026年1月1日至12月31日",
        "检察官年度考核方案（2026年度）",
    ):
        assert said in text, said


def test_every_figure_stands_there_as_text_with_two_places(drawn: Drawn, text_of: Text) -> None:
    text = text_of(drawn(sheet()))
    for lines in samples.LINES.values():
        for _, name, maximum, figure, basis in lines:
            shown = f"{figure // 100}.{figure % 100:02d}"
            assert f"{name}{maximum}{shown}{basis.replace(' ', '')}" in text, name
    assert "总分90.08名次第4名/17人业绩考评等次优秀（64.30）" in text
    assert "测算等次称职" in text
    assert "业绩64.30共性17.00综合8.78加分0.00" in text


@pytest.mark.parametrize(
    "field",
    ["政工部门", "负责人（签字）：", "考评委员会", "主任（签字）：", "公示情况", "无异议", "院党组", "（公章）",
     "本人意见", "同意", "有异议（另附书面意见）", "拒签说明", "见证人（签字）：", "检察官法第四十四条", "30日内"],
)  # fmt: skip
def test_every_field_for_wet_ink_is_there(field: str, drawn: Drawn, text_of: Text) -> None:
    assert field in text_of(drawn(sheet()))


def test_the_foot_names_maker_time_data_and_journal_in_groups_of_four(drawn: Drawn, pages_of: Pages) -> None:
    stamp = samples.stamp()
    page = pages_of(drawn(sheet()))[0]
    assert "制表：经办人" in page
    assert "打印：2027年1月26日 09:41" in page
    for whole in (stamp.fingerprint, stamp.head.hash):
        assert " ".join(whole[at : at + 4] for at in range(0, 64, 4)) in page
    assert "（第 4182 条）" in page


def test_a_later_version_names_the_one_it_replaces(form: GradeSheetForm, text_of: Text) -> None:
    text = text_of(form.draw(sheet(), samples.stamp(version=3, supersedes=2)))
    assert "第3版" in text
    assert "（替代第2版）" in text


def test_a_draft_is_headed_so_and_a_final_sheet_is_not(drawn: Drawn, text_of: Text) -> None:
    assert text_of(drawn(sheet())).count("未定稿") == 2
    assert "未定稿" not in text_of(drawn(sheet(final=True)))


def test_a_demonstration_says_so_on_every_page(drawn: Drawn, pages_of: Pages) -> None:
    pages = pages_of(drawn(replace(EVERY_KIND["many events"], demo=True)))
    assert len(pages) > 1
    assert all("演示" in page for page in pages)
    assert not [page for page in pages_of(drawn(sheet(demo=False))) if "演示" in page]


def test_a_decision_is_named_to_its_own_person(drawn: Drawn, text_of: Text) -> None:
    text = text_of(drawn(EVERY_KIND["warned"]))
    assert "政务警告（X监政〔2026〕3号，2026年10月12日）：考核年度不得确定为优秀等次。" in text


def test_an_open_grade_gives_no_reason(drawn: Drawn, text_of: Text) -> None:
    text = text_of(drawn(EVERY_KIND["open"]))
    assert "名次另行确定" in text
    assert "测算等次另行确定" in text
    assert "说明事项考核等次另行确定。政工部门" in text


def test_indicators_that_do_not_apply_say_where_their_points_went(drawn: Drawn, text_of: Text) -> None:
    text = text_of(drawn(EVERY_KIND["not applicable"]))
    assert "办案质量28不适用不适用，28分按比例分给业绩其余指标" in text
    assert "办案数量、办案质量、办案效率不适用，所占56分按比例分给业绩其余指标。" in text


def test_a_total_that_was_cut_says_from_what(drawn: Drawn, text_of: Text) -> None:
    assert "各项得分合计102.30分，按100.00分封顶。" in text_of(drawn(EVERY_KIND["warned"]))


def test_an_empty_field_is_a_line_and_never_a_word(drawn: Drawn, text_of: Text) -> None:
    bare = replace(sheet().person, sex=None, post=None, rank=None, quota_since=None)
    text = text_of(drawn(sheet(person=bare)))
    assert "None" not in text
    assert "检察官等级入额时间工号J013" in text


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_nothing_runs_over_the_text_area(kind: str, drawn: Drawn) -> None:
    document = pypdfium2.PdfDocument(drawn(EVERY_KIND[kind]))
    try:
        for page in document:
            words = page.get_textpage()
            for at in range(words.count_chars()):
                left, bottom, right, top = (side / mm for side in words.get_charbox(at))
                if words.get_text_range(at, 1).isspace() or bottom < 35 - 5:
                    continue  # the page number stands below the text area, as it must
                assert left >= 28 - 0.1, words.get_text_range(at, 1)
                assert right <= 210 - 26 + 0.1, words.get_text_range(at, 1)
                assert bottom >= 35 - 0.1, words.get_text_range(at, 1)
                assert top <= 297 - 37 + 0.1, words.get_text_range(at, 1)
    finally:
        document.close()


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_no_other_code_stands_on_a_sheet(kind: str, drawn: Drawn, text_of: Text) -> None:
    given = EVERY_KIND[kind]
    text = text_of(drawn(given))
    assert given.person.code in text
    assert given.person.name in text.replace("\n", "")
    assert not [code for code in ("J001", "J002", "J016", "F001", "X001") if code in text]


def test_an_ordinary_sheet_is_one_page(drawn: Drawn, pages_of: Pages) -> None:
    assert len(pages_of(drawn(sheet()))) == 1


def test_a_long_sheet_goes_on_with_name_and_headings_and_signs_on_a_page_of_its_own(
    drawn: Drawn, pages_of: Pages
) -> None:
    pages = ["".join(page.split()) for page in pages_of(drawn(EVERY_KIND["many events"]))]
    assert len(pages) == 3
    assert all("马𬱖" in page and "J013" in page for page in pages)
    assert "总分90.08" in pages[2]
    assert "指标满分得分依据" in pages[1]
    assert "政工部门" in pages[2]
    assert "见证人（签字）" in pages[2]
    assert "办案" not in pages[2]


def test_a_basis_longer_than_a_page_is_told_whole_and_its_figure_once(drawn: Drawn, text_of: Text) -> None:
    text = text_of(drawn(EVERY_KIND["endless events"]))
    assert text.count("业务培训结业") == 6 * 30
    assert text.count("司法技能107.50") == 1
    assert text.count("司法技能10") == 1


def test_a_character_that_no_font_holds_stops_the_sheet_and_is_named(drawn: Drawn) -> None:
    with pytest.raises(UnprintableCharacters) as refused:
        drawn(samples.named("王\U00030000英\U00030001"))
    assert [(each.code, each.name, each.character) for each in refused.value.missing] == [
        ("J013", "王\U00030000英\U00030001", "\U00030000"),
        ("J013", "王\U00030000英\U00030001", "\U00030001"),
    ]


def test_the_refusal_says_whose_name_and_which_character() -> None:
    missing = MissingGlyph("J013", "王\U00030000", "\U00030000")
    said = sentence(UnprintableCharacters((missing,)))
    assert "王\U00030000（J013）的“\U00030000”（U+30000）" in said


def test_a_name_longer_than_a_page_is_refused(drawn: Drawn) -> None:
    with pytest.raises(TextTooLong):
        drawn(samples.named("王" * 2000))


def test_an_office_name_that_no_line_holds_is_refused(drawn: Drawn) -> None:
    with pytest.raises(TextTooLong):
        drawn(sheet(office="院" * 60))


def test_a_long_maker_s_name_makes_the_foot_smaller_and_never_runs_over(form: GradeSheetForm, text_of: Text) -> None:
    stamp = replace(samples.stamp(), maker="系统|{管理员}" + "系统管理员" * 5)
    assert "制表：系统|{管理员}" + "系统管理员" * 5 in text_of(form.draw(sheet(), stamp))


def test_what_nobody_sees_in_a_cell_stops_no_sheet(drawn: Drawn, text_of: Text) -> None:
    assert "甲乙丙丁" in text_of(drawn(samples.with_basis("甲\t乙\u200b丙\xa0丁\ufeff\r\n戊", "skill")))


def test_the_same_sheet_is_the_same_file(form: GradeSheetForm) -> None:
    assert form.draw(sheet(), samples.stamp()) == form.draw(sheet(), samples.stamp())


def test_the_fingerprint_covers_every_field_of_the_sheet() -> None:
    plain = sheet().fingerprint()
    changed = {
        "office": "某院", "demo": True, "final": True, "year": 2025, "since": date(2026, 2, 1),
        "until": date(2026, 2, 2),
        "scheme": "另一办法", "parts": (), "uncut": 1, "total": 1, "rank": 1, "ranked": 1, "performance": 1,
        "performance_grade": None, "outcome": Outcome.LEFT, "grade": None, "review_required": True,
        "limits": (samples.WARNED,), "person": replace(sheet().person, name="另一人"),
            "category": Category.ASSISTANT, "former_offices": (FormerOffice("邻县院", 3),),
    }  # fmt: skip
    assert set(changed) == {field.name for field in fields(GradeSheet)}
    assert not [name for name, value in changed.items() if sheet(**{name: value}).fingerprint() == plain]


def test_the_fingerprint_covers_the_explanation_but_not_which_workbook_it_came_from() -> None:
    assert samples.with_basis("另一依据", "skill").fingerprint() != sheet().fingerprint()
    assert samples.from_workbook(1).fingerprint() == samples.from_workbook(2).fingerprint()


def test_the_file_is_called_after_the_person_and_the_year(form: GradeSheetForm) -> None:
    assert form.file_name(sheet()) == "J013 马𬱖 2026 检察官考核等次确认表.pdf"


def test_stamp_and_lines_need_no_maker(form: GradeSheetForm, text_of: Text) -> None:
    nobody: Stamp = replace(samples.stamp(), maker=None)
    assert "制表：审核：" in text_of(form.draw(sheet(), nobody))


def test_an_unrated_indicator_leaves_a_line(drawn: Drawn, text_of: Text) -> None:
    unrated: SheetIndicator = EVERY_KIND["unrated"].parts[2].indicators[0]
    assert unrated.figure is None
    text = text_of(drawn(EVERY_KIND["unrated"]))
    assert "领导评价6尚无评分" in text
    assert "领导评价、民主测评尚无评分，总分为其余各项之和。" in text


@pytest.mark.parametrize("category", [Category.ASSISTANT, Category.ADMINISTRATIVE])
def test_who_is_no_prosecutor_signs_a_sheet_under_the_law_of_civil_servants(
    category: Category, drawn: Drawn, text_of: Text
) -> None:
    said = text_of(drawn(sheet(category=category, scheme=f"{category}年度考核方案")))
    assert f"{category}考核等次确认表" in said
    assert "公务员法第九十五条" in said
    assert "考核委员会" in said
    assert "检察官法" not in said
    assert "检察官考核" not in said
    assert "检察官等级" not in said
    assert "入额" not in said


def test_the_sheets_of_who_changed_category_are_two_files() -> None:
    form = GradeSheetForm()
    names = {form.file_name(sheet(category=category)) for category in Category}
    assert len(names) == 3
    assert form.file_name(sheet()) == "J013 马𬱖 2026 检察官考核等次确认表.pdf"
