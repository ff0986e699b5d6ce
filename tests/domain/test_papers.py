"""Papers in reasons, and when several claims of one are odd."""

import pytest

from committee_desk.domain.papers import Author, Clash, Paper, clash, papers_in


@pytest.mark.parametrize(
    ("reason", "papers"),
    [
        ("业务培训结业", ()),
        ("论文《论量刑建议》", (Paper("论量刑建议"),)),
        ("在《中国法学》发表《论量刑建议》", (Paper("论量刑建议", "中国法学"),)),
        ("《论量刑建议》在《检察日报》刊发", (Paper("论量刑建议", "检察日报"),)),
        ("《论量刑建议》被《人民检察》2026年第3期采用", (Paper("论量刑建议", "人民检察"),)),
        ("《论〈刑法〉第三条》获奖", (Paper("论〈刑法〉第三条"),)),
        ("《甲》与《乙》两文", (Paper("甲"), Paper("乙"))),
        ("论文《认罪认罚研究》发表", (Paper("认罪认罚研究"),)),
        ("《量刑建议》被采用", (Paper("量刑建议"),)),
        ("《论时效》采用", (Paper("论时效"),)),
        ("在《检察日报》发表文章", ()),
        ("《检察日报》发表《论认罪认罚》", (Paper("论认罪认罚", "检察日报"),)),
        ("《人民检察》发表了署名文章《论认罪认罚》", (Paper("论认罪认罚", "人民检察"),)),
        ("《论认罪认罚》发表《检察日报》", (Paper("论认罪认罚", "检察日报"),)),
        ("发表论文《论认罪认罚》", (Paper("论认罪认罚"),)),
        ("《》", ()),
    ],
)
def test_a_reason_names_papers_and_where_they_appeared(reason: str, papers: tuple[Paper, ...]) -> None:
    assert papers_in(reason) == papers


def test_a_title_is_one_paper_whatever_its_spaces_and_width() -> None:
    assert Paper("论 量刑Ａ").may_be(Paper("论量刑a", "检察日报"))
    assert not Paper("论量刑", "人民检察").may_be(Paper("论量刑", "检察日报"))
    assert not Paper("论量刑").may_be(Paper("论定罪"))


@pytest.mark.parametrize(
    ("authors", "odd"),
    [
        ([Author("J001")], None),
        ([Author("J001", 1), Author("J001", 1)], Clash.TWICE),
        ([Author("J001", 1), Author("J002", 1)], Clash.SAME_PLACE),
        ([Author("J001"), Author("J002", 2)], Clash.BY_SEVERAL),
        ([Author("J001", 1), Author("J002", 2)], Clash.JOINT),
    ],
)
def test_row_49_the_same_paper_claimed_twice_or_by_two_people_is_odd(authors: list[Author], odd: Clash | None) -> None:
    assert clash(authors) is odd
