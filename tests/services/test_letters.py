"""情况反映: anonymous letters, and what others than those entitled write, in a register of their own."""

import pytest

from committee_desk.domain.journal import ClockBehind
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.actor import Actor
from committee_desk.services.letter_views import Letter
from committee_desk.services.objection_refusals import (
    LetterChanged,
    LetterEmpty,
    LetterHandlingMissing,
    LetterNotApart,
    LetterReceivedWrong,
    LetterReceiverMissing,
)
from committee_desk.services.people import NoSuchPerson
from tests.conftest import NOW
from tests.services.posted_notices import YEAR, at, posted_office, refused

TOLD = Letter("反映某检察官加分材料不实。", at(8, 15), "范伟雪")


def test_an_anonymous_letter_is_kept_under_a_number_of_its_own_and_is_no_objection(sample_desk, actor):
    kept = sample_desk.letters.register(actor, YEAR, TOLD._replace(about="J001"))
    row = sample_desk.letters.rows(YEAR)[0]
    assert (kept.label, row.label, row.anonymous, row.about_name) == ("2026-情-001", "2026-情-001", True, "秦生康")
    assert sample_desk.objections.rows(YEAR) == ()


def test_a_letter_s_words_are_not_repeated_in_the_journal(sample_desk, actor):
    sample_desk.letters.register(actor, YEAR, TOLD._replace(sender="张群众"))
    row = sample_desk.journal.rows(1)[0]
    assert row.subject == "2026-情-001"
    assert "材料不实" not in row.what
    assert "张群众" not in row.what


def test_what_became_of_a_letter_is_said_once_and_two_at_one_file_overwrite_nothing(sample_desk, actor):
    sample_desk.letters.register(actor, YEAR, TOLD)
    entry = sample_desk.letters.rows(YEAR)[0].entry
    assert refused(LetterHandlingMissing, lambda: sample_desk.letters.handle(actor, YEAR, 1, " ", entry)) == (
        "没有填写办理情况。请写明怎样办理、是否答复。"
    )
    sample_desk.letters.handle(actor, YEAR, 1, "转督察部门核实", entry)
    assert sample_desk.letters.rows(YEAR)[0].handled == "转督察部门核实"
    assert refused(LetterChanged, lambda: sample_desk.letters.handle(actor, YEAR, 1, "已答复", entry)) == (
        "周敏 在 2027-01-11 09:00 改过情况反映 2026-情-001。没有保存您的改动，请看过现在的内容再改。"
    )
    assert refused(LetterChanged, lambda: sample_desk.letters.handle(actor, YEAR, 9, "已答复", entry)) == (
        "没有这个编号的情况反映。请重新打开列表。"
    )


def test_what_a_letter_lacks_is_said(sample_desk, actor):
    letters = sample_desk.letters
    assert refused(LetterEmpty, lambda: letters.register(actor, YEAR, TOLD._replace(content=" "))) == (
        "没有填写反映的内容。请填写。"
    )
    assert refused(LetterReceiverMissing, lambda: letters.register(actor, YEAR, TOLD._replace(receiver=""))) == (
        "没有填写接收人。请填写是谁收到的。"
    )
    later = TOLD._replace(received=at(11, 9, 1))
    assert refused(LetterReceivedWrong, lambda: letters.register(actor, YEAR, later)) == (
        "收到时间 2027-01-11 09:01 不行：应在 2026-01-01 到现在（2027-01-11 09:00）之间。请改正。"
    )
    refused(NoSuchPerson, lambda: letters.register(actor, YEAR, TOLD._replace(about="J999")))
    assert letters.rows(YEAR) == ()
    assert letters.register(actor, YEAR, TOLD._replace(received=NOW)).number == 1


def test_a_letter_is_not_registered_by_a_clock_set_back(tmp_path, template_sample_desk, actor):
    office = posted_office(tmp_path / "考评.desk", template_sample_desk, at(11, 10))
    office.clock.now = at(13, 9)
    office.desk.letters.register(actor, YEAR, TOLD)
    office.clock.now = at(12, 9)
    with pytest.raises(ClockBehind):
        office.desk.letters.register(actor, YEAR, TOLD._replace(content="另一封"))
    assert len(office.desk.letters.rows(YEAR)) == 1


def test_nobody_takes_or_answers_for_a_letter_about_himself_or_a_relative(sample_desk, actor):
    letters = sample_desk.letters
    sample_desk.relations.relate(actor, Relationship("J005", "", "J007", Kinship.COLLATERAL))
    for receiver in ("熊鹏", "熊鹏同志", "范伟雪和J005", "韩俊（政治部）"):
        told = TOLD._replace(about="J005", receiver=receiver)
        said = refused(LetterNotApart, lambda told=told: letters.register(actor, YEAR, told))
        assert said.endswith("是所反映的 熊鹏 本人或其亲属，应当回避，不能接收、办理这件反映。请由其他人办理。")
    told = TOLD._replace(about="J005", receiver="老熊")
    assert refused(LetterNotApart, lambda: letters.register(actor, YEAR, told)) == (
        "“老熊”可能是所反映的 熊鹏 本人或其亲属，应当回避。请写全姓名，同名的连同工号。"
    )
    letters.register(actor, YEAR, TOLD._replace(about="J005"))
    entry = letters.rows(YEAR)[0].entry
    refused(LetterNotApart, lambda: letters.handle(Actor("熊鹏"), YEAR, 1, "查无实据", entry))
