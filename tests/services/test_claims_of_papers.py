"""The same paper claimed twice or by several people, typed or imported, in whatever year."""

from pathlib import Path

from committee_desk.domain.papers import Clash
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from tests.imports.workbooks import workbook
from tests.services.typing_desks import whole


def test_row_49_a_paper_claimed_by_two_people_is_found_when_the_second_claims_it(
    sample_desk: Desk, actor: Actor
) -> None:
    paper = {"title": "论量刑建议的精准化", "periodical": "人民检察"}
    first = sample_desk.entry.enter(actor, 2026, 12, whole(**paper, author="1"))
    assert first.claims == ()
    second = sample_desk.entry.enter(actor, 2026, 11, whole(**paper, code="J011", day="5", author="第一作者"))
    (claim,) = second.claims
    assert (claim.title, claim.periodical, claim.clash) == ("论量刑建议的精准化", "人民检察", Clash.SAME_PLACE)
    assert [(each.code, each.name, each.author, each.number) for each in claim.claimed] == [
        ("J010", "姚玉伟", 1, first.number),
        ("J011", "段丽", 1, second.number),
    ]
    assert sample_desk.entry.claims(2026, 11) == sample_desk.entry.claims(2026) == (claim,)
    assert sample_desk.entry.claims(2026, 10) == ()


def test_a_title_typed_with_its_brackets_is_the_same_paper(sample_desk: Desk, actor: Actor) -> None:
    typed = [
        {"title": "论认罪认罚", "periodical": "检察日报"},
        {"title": "《论认罪认罚》", "periodical": "《检察日报》"},
        {"title": "“论认罪认罚”", "periodical": ""},
        {"reason": "《检察日报》发表《论认罪认罚》"},
        {"title": "发表论文《论认罪认罚》于《检察日报》"},
    ]
    for code, fields in zip(("J010", "J011", "J003", "J004", "J005"), typed, strict=True):
        done = sample_desk.entry.enter(actor, 2026, 12, whole(code=code, **fields))
    (claim,) = done.claims
    assert (claim.title, claim.periodical, len(claim.claimed)) == ("论认罪认罚", "检察日报", 5)


def test_a_joint_paper_with_its_order_of_authors_is_told_apart(sample_desk: Desk, actor: Actor) -> None:
    for code, place in (("J010", "1"), ("J011", "2")):
        done = sample_desk.entry.enter(actor, 2026, 12, whole(code=code, title="合著", author=place))
    assert [claim.clash for claim in done.claims] == [Clash.JOINT]


def test_two_papers_of_one_title_in_different_periodicals_are_two(sample_desk: Desk, actor: Actor) -> None:
    for code, periodical in (("J010", "人民检察"), ("J011", "中国检察官")):
        sample_desk.entry.enter(actor, 2026, 12, whole(code=code, title="论证据", periodical=periodical))
    assert sample_desk.entry.claims(2026) == ()


def test_row_49_a_paper_that_an_imported_reason_names_is_found_over_the_years(
    sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    row = {"工号": "J010", "指标": "司法技能", "日期": "2025-03-01", "分值": 1, "凭证号": "政1号"}
    book = workbook(tmp_path / "加减分.xlsx", [{**row, "事由": "在《人民检察》发表《论量刑建议的精准化》"}])
    sample_desk.imports.carry_out(actor, Kind.EVENTS, book, 2026)
    done = sample_desk.entry.enter(actor, 2026, 12, whole(reason="论文《论量刑建议的精准化》发表"))
    (claim,) = done.claims
    assert (claim.clash, claim.periodical) == (Clash.TWICE, "人民检察")
    imported = next(each for each in claim.claimed if each.source is not None)
    assert (imported.number, imported.source and imported.source.workbook) == (None, "加减分.xlsx")
