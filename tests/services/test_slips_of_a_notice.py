"""更正说明: what hangs beside a notice puts right a slip, and moves no person, no result and no day of the window."""

import pytest

from tests.services.publishing_hands import ACTOR, YEAR, Publishing, moment

REFUSED = "更正说明只能改标题、依据、公示范围和受理处的笔误，不能改动“{what}”"


@pytest.mark.parametrize(
    ("field", "after", "what"),
    [
        ("scope", "本院（公示截止时间改为1月13日12时）", "截止"),
        ("scope", "前三名取消", "取消"),
        ("scope", "前三名不算", "前三名"),
        ("scope", "本院和J001", "J001"),
        ("scope", "本院到1月13日", "1月"),
        ("scope", "本院到十三日", "十三日"),
        ("scope", "本院12:00", "12:00"),
        ("title", "赵 晓英不合格", "赵晓英"),
        ("title", "赵·晓·英的公示", "赵晓英"),
        ("title", "不合格人员的公示", "合格"),
        ("title", "业绩良好人员的公示", "良好"),
        ("title", "关于2024年度检察官考核等次的公示", "2024年"),
        ("title", "关于二〇二四年度检察官考核等次的公示", "二〇二四年"),
        ("basis", "公示期改为2个工作日", "公示期"),
        ("basis", "根据得分", "得分"),
        ("place", "公示截止1月13日", "截止"),
        ("place", "办公楼1月13日", "1月"),
        ("department", "政治部60分", "60分"),
        ("handler", "赵晓英记零", "赵晓英"),
        ("grade", "优秀", "等次"),
        ("phone", "工号J009考核得分改为60分", "得分"),
        ("phone", "0000-5521，赵 晓英", "赵晓英"),
    ],
)
def test_what_touches_a_person_a_result_or_a_day_is_refused_and_named(
    office: Publishing, field: str, after: str, what: str
) -> None:
    office.post(moment("2026-01-12 09:10"))
    said = office.refused(lambda: office.desk.publication.correct_slip(ACTOR, YEAR, field, after, "笔误"))
    assert said.startswith(REFUSED.format(what=what))


@pytest.mark.parametrize("after", ["政治部电话", "转", "0000-5521，办公室", "13:00"])
def test_a_telephone_is_a_number(office: Publishing, after: str) -> None:
    office.post(moment("2026-01-12 09:10"))
    said = office.refused(lambda: office.desk.publication.correct_slip(ACTOR, YEAR, "phone", after, "笔误"))
    assert said == (
        f"“{after}”不是电话号码。电话只能写数字、空格、“-”“+”、括号和“转”，如 0000-5521 转 8。"
    )  # fmt: skip


def test_a_correction_far_longer_than_what_it_corrects_is_refused(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    long = "办公楼" + "很长" * 20
    said = office.refused(lambda: office.desk.publication.correct_slip(ACTOR, YEAR, "place", long, "笔误"))
    assert said == (
        "更正后的文字太长，最多 37 个字：更正说明只改笔误。要改的内容较多的，请撤回公示，改后重新公示。"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "after"),
    [
        ("phone", "（0000）5521 转 8"),
        ("phone", "0000-5521"),
        ("place", "5号楼413室"),
        ("place", "一楼大厅"),
        ("department", "第二检察部"),
        ("handler", "赵晓英"),
        ("handler", "彭强涛、赵 晓英"),
        ("scope", "本院全体检察官和检察官助理"),
        ("title", "2025年度检察官考核等次公示"),
    ],
)
def test_a_slip_is_put_right_beside_the_notice(office: Publishing, field: str, after: str) -> None:
    office.post(moment("2026-01-12 09:10"))
    office.desk.publication.correct_slip(ACTOR, YEAR, field, after, "笔误")
    (note,) = office.view.current.notes
    assert note.content.after == after
