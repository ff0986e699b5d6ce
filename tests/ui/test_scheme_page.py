"""方案 on the sample office: the tree, drafting field by field with keys, effects, comparing, adopting."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.domain.scheme_document import parsed, put, written
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.scheme_views import Adoption
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.scheme.effects import EffectsDialog
from committee_desk.ui.scheme.page import SchemePage
from tests.ui.answering import Answers, said
from tests.ui.scheme_hands import EFFECT, field, line, overwrite

Settled = Callable[[MainWindow], None]


def draft_says(desk: Desk, key: str) -> object:
    draft = desk.schemes.read(2026).draft
    assert draft is not None
    held = parsed(draft.text)
    for step in key.split("/"):
        held = held[int(step) if step.isdigit() else step]
    return held


def test_the_tree_says_every_rule_in_words_and_nothing_can_be_typed_before_a_draft(scheme: SchemePage) -> None:
    assert line(scheme, "parts/0") == ("业绩", "70", "6 项指标")
    name, most, rule = line(scheme, EFFECT)
    assert (name, most) == ("办案效果", "8")
    assert "基准 6 分" in rule
    assert scheme.tree.choose(EFFECT)
    assert not scheme.panel.findChildren(QLineEdit)
    assert "尚未采用" in scheme.head.about.text()
    assert all(rule for _, _, rule in (line(scheme, key) for key in scheme.tree._items))


def test_total_and_share_of_casework_follow_each_key(drafting: SchemePage, qtbot: QtBot) -> None:
    maximum = field(drafting, EFFECT, "满分")
    overwrite(qtbot, maximum, "1")
    assert drafting.state.total.accessibleName() == "总分 93，应为 100"
    qtbot.keyClicks(maximum, "8")
    assert drafting.state.total.accessibleName() == "总分 110，应为 100"
    overwrite(qtbot, maximum, "1")
    quality = field(drafting, "parts/0/indicators/1", "满分")
    overwrite(qtbot, quality, "1")
    assert "不到总分的 60%" in drafting.state.performance.accessibleName()


def test_what_a_grade_on_a_ballot_counts_is_read_and_typed_with_the_other_rules_of_ballots(
    drafting: SchemePage, sample_desk: Desk, sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    assert "等次票的折合分：优秀 95、称职 85、基本称职 70、不称职 50。" in line(drafting, "ballots")[2]
    points = field(drafting, "ballots", "等次票：基本称职折合")
    assert points.text() == "70"
    overwrite(qtbot, points, "72.5")
    qtbot.keyClick(points, Qt.Key.Key_Return)
    settled(sample_window)
    assert str(draft_says(sample_desk, "ballots/points/基本称职")) == "72.5"


def test_enter_keeps_a_field_and_goes_on_to_the_next(
    drafting: SchemePage, sample_desk: Desk, sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    drafting.tree.choose(EFFECT)
    drafting.tree.setFocus()
    qtbot.keyClick(drafting.tree, Qt.Key.Key_Return)
    names = []
    for typed in ("办案成效", "9", "5"):
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        names.append(editor.accessibleName())
        overwrite(qtbot, editor, typed)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        settled(sample_window)
    assert names == ["名称", "满分", "起始分"]
    assert draft_says(sample_desk, EFFECT) == {
        "id": "effect",
        "name": "办案成效",
        "maximum": 9,
        "rule": "ledger",
        "start": 5,
    }
    assert line(drafting, EFFECT)[:2] == ("办案成效", "9")


@pytest.mark.parametrize(("typed", "why"), [("x", "请填数字"), ("2.5", "请填整数"), ("", "请填数字")])
def test_what_a_field_does_not_take_stays_in_it_with_a_sentence_and_is_not_kept(
    drafting: SchemePage, sample_desk: Desk, qtbot: QtBot, typed: str, why: str
) -> None:
    maximum = field(drafting, EFFECT, "满分")
    overwrite(qtbot, maximum, typed)
    if not typed:
        qtbot.keyClick(maximum, Qt.Key.Key_Backspace)
    qtbot.keyClick(maximum, Qt.Key.Key_Return)
    assert maximum.text() == typed
    assert why in maximum.accessibleDescription()
    assert maximum.property("k") == "refused"
    assert draft_says(sample_desk, f"{EFFECT}/maximum") == 8


def test_what_was_not_taken_stands_there_again_when_another_line_was_looked_at(
    drafting: SchemePage, sample_desk: Desk, qtbot: QtBot
) -> None:
    maximum = field(drafting, EFFECT, "满分")
    overwrite(qtbot, maximum, "8.5x")
    qtbot.keyClick(maximum, Qt.Key.Key_Tab)
    assert drafting.tree.choose("quota")
    again = field(drafting, EFFECT, "满分")
    assert (again.text(), again.property("k")) == ("8.5x", "refused")
    assert again.accessibleDescription()
    overwrite(qtbot, again, "9")
    qtbot.keyClick(again, Qt.Key.Key_Return)
    assert draft_says(sample_desk, f"{EFFECT}/maximum") == 9
    assert drafting.tree.choose("quota")
    assert field(drafting, EFFECT, "满分").text() == "9"


def test_a_fault_stands_at_its_field_and_bars_adopting(
    drafting: SchemePage, sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    start = field(drafting, EFFECT, "起始分")
    overwrite(qtbot, start, "9")
    qtbot.keyClick(start, Qt.Key.Key_Tab)
    settled(sample_window)
    assert start.accessibleDescription() == "应在 0 到 8 之间。"
    assert not drafting.adopt_button.isEnabled()
    assert drafting.state.faults.text() == "还有 1 处要改"
    drafting.tree.choose("quota")
    drafting.state.faults.click()
    assert drafting.tree.current_key() == EFFECT
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.accessibleName() == "起始分"


def test_a_ledger_indicator_is_added_named_and_taken_away_with_keys(
    drafting: SchemePage, sample_desk: Desk, sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    drafting.tree.choose("parts/1")
    add = drafting.panel.acts[0]
    add.setFocus()
    qtbot.keyClick(add, Qt.Key.Key_Space)
    settled(sample_window)
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)
    overwrite(qtbot, name, "企业合规")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    settled(sample_window)
    assert draft_says(sample_desk, "parts/1/indicators/3/name") == "企业合规"
    drafting.tree.setFocus()
    qtbot.keyClick(drafting.tree, Qt.Key.Key_Delete)
    settled(sample_window)
    assert len(draft_says(sample_desk, "parts/1/indicators")) == 3
    drafting.undo_button.click()
    settled(sample_window)
    assert draft_says(sample_desk, "parts/1/indicators/3/name") == "企业合规"


def test_a_kind_of_case_is_renamed_where_it_stands(
    drafting: SchemePage, sample_desk: Desk, sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    name = field(drafting, "cases/weights/控告申诉", "类别")
    overwrite(qtbot, name, "审查起诉")
    assert "已经有了" in name.accessibleDescription()
    overwrite(qtbot, name, "控申")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    settled(sample_window)
    assert list(draft_says(sample_desk, "cases/weights"))[6] == "控申"
    assert drafting.tree.current_key() == "cases/weights/控申"


def test_what_a_draft_does_to_every_person_is_shown_before_it_is_adopted(
    drafting: SchemePage,
    sample_desk: Desk,
    sample_window: MainWindow,
    settled: Settled,
    answers: Callable[..., Answers],
) -> None:
    drafting._keep(put(parsed(_text(sample_desk)), ("parts", 1, "indicators", 0, "start"), 3))
    told: list[str] = []

    def look(dialog: EffectsDialog) -> None:
        told.append(said(dialog))
        rows = dialog.table.shown
        told.append(str(len(rows)))
        told.append(dialog.table.rows.spec.columns[-1].text(rows[0]))
        dialog.accept()

    answers(look)
    drafting.effects_button.click()
    settled(sample_window)
    assert f"{told[1]} 人的结果会变" in told[0]
    assert int(told[1]) == len(sample_desk.scores.year(2026).people)
    assert "其余" not in told[0]
    assert told[2].startswith("司法作风 ")


def _text(desk: Desk) -> str:
    draft = desk.schemes.read(2026).draft
    assert draft is not None
    return draft.text


def test_adopting_asks_for_the_decision_and_locks(
    drafting: SchemePage,
    sample_desk: Desk,
    sample_window: MainWindow,
    settled: Settled,
    answers: Callable[..., Answers],
    qtbot: QtBot,
) -> None:
    drafting._keep(put(parsed(_text(sample_desk)), ("name",), "二〇二六年考核方案"))
    refused: list[str] = []

    def decide(dialog: object) -> None:
        dialog.confirm()
        refused.append(said(dialog))
        overwrite(qtbot, dialog.decision, "考评委〔2026〕1号")
        overwrite(qtbot, dialog.day, "2026-01-20")
        qtbot.keyClick(dialog.day, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    answers(decide)
    drafting.adopt_button.click()
    settled(sample_window)
    assert "请填写考评委员会决定的文号" in refused[0]
    holding = sample_desk.schemes.read(2026).holding
    assert holding is not None
    assert (holding.version, holding.decision, holding.adopted) == (1, "考评委〔2026〕1号", date(2026, 1, 20))
    assert "第 1 版，2026-01-20 采用（考评委〔2026〕1号），已锁定" in drafting.head.about.text()
    assert not drafting.panel.findChildren(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert not drafting.adopt_button.isVisible()
    assert drafting.begin_button.isVisible()


def test_versions_are_compared_in_words(
    drafting: SchemePage,
    sample_desk: Desk,
    sample_window: MainWindow,
    settled: Settled,
    answers: Callable[..., Answers],
) -> None:
    drafting._keep(put(parsed(_text(sample_desk)), ("parts", 0, "indicators", 3, "start"), 5))
    rows: list[tuple[str, str, str]] = []

    def look(dialog: object) -> None:
        rows.extend((each.place, each.before, each.after) for each in dialog.table.shown)
        dialog.accept()

    answers(look)
    drafting.compare_button.click()
    settled(sample_window)
    assert rows == [("办案效果 · 起始分", "6", "5")]


def test_a_draft_that_somebody_else_saved_meanwhile_is_shown_and_not_overwritten(
    drafting: SchemePage,
    sample_desk: Desk,
    sample_window: MainWindow,
    settled: Settled,
    answers: Callable[..., Answers],
    qtbot: QtBot,
) -> None:
    draft = sample_desk.schemes.read(2026).draft
    assert draft is not None
    theirs = written(put(parsed(draft.text), ("quota_percent",), 15))
    sample_desk.schemes.save(Actor("吴静"), 2026, Category.PROSECUTOR, theirs, draft.entry)
    told: list[str] = []

    def look(dialog: object) -> None:
        told.append(said(dialog))
        dialog.close()

    answers(look)
    maximum = field(drafting, EFFECT, "满分")
    overwrite(qtbot, maximum, "9")
    qtbot.keyClick(maximum, Qt.Key.Key_Return)
    settled(sample_window)
    assert "吴静" in told[0]
    assert _text(sample_desk) == theirs
    assert line(drafting, "quota")[1] == "15%"


def test_who_falls_short_of_a_minimum_standard_is_listed(
    drafting: SchemePage,
    sample_desk: Desk,
    sample_window: MainWindow,
    settled: Settled,
    answers: Callable[..., Answers],
) -> None:
    standards = [{"work": "*", "measure": "cases", "least": 40}]
    drafting._keep({**parsed(_text(sample_desk)), "minimum_standards": standards})
    rows: list[tuple[str, str]] = []

    def look(dialog: object) -> None:
        rows.extend((each.name, each.standard) for each in dialog.table.shown)
        dialog.accept()

    answers(look)
    drafting.short_button.click()
    settled(sample_window)
    assert rows
    assert {standard for _, standard in rows} == {"各类案件：全年不少于 40 件"}


def test_each_category_has_its_own_scheme(scheme: SchemePage, sample_window: MainWindow, settled: Settled) -> None:
    scheme.categories.setFocus()
    scheme.categories.setCurrentIndex(1)
    scheme.categories.activated.emit(1)
    settled(sample_window)
    assert line(scheme, "parts/0/indicators/0")[0] == "岗位职责"
    assert "cases" not in scheme.tree._items


def test_an_older_version_is_looked_at_and_not_edited(
    scheme: SchemePage, sample_desk: Desk, sample_window: MainWindow, settled: Settled, actor: Actor
) -> None:
    sample_desk.schemes.adopt(actor, 2026, Category.PROSECUTOR, Adoption("1号", date(2026, 1, 20)), None)
    change = sample_desk.schemes.begin(actor, 2026)
    sample_window.place.changes.announce(change)
    settled(sample_window)
    assert [scheme.versions.itemText(i) for i in range(scheme.versions.count())] == [
        "草稿（未采用）",
        "第 1 版（现行）",
        "未采用的方案",
    ]
    scheme.versions.setCurrentIndex(1)
    scheme.versions.activated.emit(1)
    scheme.tree.choose(EFFECT)
    assert not [each for each in scheme.panel.findChildren(QLineEdit) if each.isVisible()]


def test_a_file_becomes_the_draft(
    scheme: SchemePage, sample_desk: Desk, sample_window: MainWindow, settled: Settled, tmp_path: Path
) -> None:
    holding = sample_desk.schemes.read(2026).holding
    assert holding is not None
    path = tmp_path / "方案.json"
    path.write_text(written(put(parsed(holding.text), ("parts", 0, "indicators", 3, "maximum"), 5)), encoding="utf-8")
    scheme.take_file(path)
    settled(sample_window)
    assert line(scheme, EFFECT)[1] == "5"
    assert scheme.state.total.accessibleName() == "总分 97，应为 100"


def test_who_may_not_draft_reads(
    scheme: SchemePage, place: Workplace, sample_window: MainWindow, settled: Settled
) -> None:
    place._rights = frozenset({Right.SEE_DESK})
    scheme.read_again()
    settled(sample_window)
    for each in (scheme.begin_button, scheme.adopt_button, scheme.import_button, scheme.short_button):
        assert not each.isEnabled()
    assert line(scheme, EFFECT)[0] == "办案效果"


def test_in_a_narrow_window_enter_leads_to_the_fields_and_esc_back(
    drafting: SchemePage, sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    sample_window.resize(683, 360)
    settled(sample_window)
    drafting.tree.choose(EFFECT)
    drafting.tree.setFocus()
    assert not drafting.panel.isVisible()
    qtbot.keyClick(drafting.tree, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.accessibleName() == "名称"
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert drafting.tree.isVisible()
    assert not drafting.panel.isVisible()
