"""A journal entry's content in words: old and new beside each other, digests in groups, nothing lost in silence."""

import json

from committee_desk.domain.journal import groups
from committee_desk.wording.entries import Told, told_by


def told(what: object) -> tuple[Told, ...]:
    return told_by(json.dumps(what, ensure_ascii=False))


def test_a_changed_setting_shows_its_old_and_its_new_value() -> None:
    assert told({"before": "17:30", "value": "18:00"}) == (Told("值", "17:30", "18:00"),)


def test_a_changed_day_shows_field_by_field_what_it_was() -> None:
    day = {"day": "2026-05-01", "kind": "班", "name": None, "document": "国办〔2026〕2号"}
    before = {"day": "2026-05-01", "kind": "休", "name": "劳动节", "document": "国办〔2025〕7号"}
    assert told({"day": day, "before": before}) == (
        Told("日期", "2026-05-01", "2026-05-01"),
        Told("种类", "放假", "调休上班"),
        Told("名称", "劳动节", "空"),
        Told("文号", "国办〔2025〕7号", "国办〔2026〕2号"),
    )


def test_what_came_anew_was_not_there_before() -> None:
    assert told({"day": {"name": "元旦"}, "before": None}) == (Told("名称", "没有", "元旦"),)


def test_what_was_taken_away_is_not_there_any_more() -> None:
    assert told({"before": {"name": "元旦"}}) == (Told("名称", "元旦", "没有"),)


def test_an_import_says_its_kind_in_words_and_its_digest_in_groups() -> None:
    digest = "0123456789abcdef" * 4
    assert told({"kind": "leave", "sha256": digest, "added": 2}) == (
        Told("种类", "", "请假"),
        Told("SHA-256", "", groups(digest)),
        Told("新增", "", "2"),
    )


def test_long_lists_are_counted_and_long_texts_cut_with_their_length() -> None:
    assert told({"warnings": list(range(20))}) == (Told("提示", "", "共 20 项"),)
    said = told({"scheme": "方" * 500})[0].new
    assert said.startswith("方" * 160 + "…")
    assert "500" in said


def test_a_field_of_a_later_version_keeps_its_own_name() -> None:
    assert told({"moon_phase": "full"}) == (Told("moon_phase", "", "full"),)
