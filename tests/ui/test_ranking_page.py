"""汇总排名 on the sample office: by keyboard from the list down to the cell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from committee_desk.services.desk import Desk
from committee_desk.ui.common.columns import Rule
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.source_cells import OUTLINED, CellsModel
from committee_desk.ui.common.table_cells import SIDE
from committee_desk.ui.common.table_model import TableModel
from committee_desk.ui.common.theme import metrics
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.ranking.columns import Cut, ranking_spec
from committee_desk.ui.ranking.nodes import Level
from committee_desk.ui.ranking.page import RankingPage
from committee_desk.ui.ranking.rows import people_rows
from committee_desk.ui.ranking.tree import ScoreTree
from tests.ui.invented import SCHEME, YEAR, desk_of, province, tied

Settled = Callable[[MainWindow], None]
Keys = Callable[..., None]


@pytest.fixture
def ranking(sample_window: MainWindow, settled: Settled) -> RankingPage:
    """The page as the window shows it."""
    page = sample_window.frame.lead_to("ranking")
    settled(sample_window)
    assert isinstance(page, RankingPage)
    return page


@pytest.fixture
def tie_page(qtbot: QtBot, place: Workplace) -> RankingPage:
    """The page over an invented tie."""
    page = RankingPage(place)
    qtbot.addWidget(page)
    page.show()
    page.set_desk(desk_of(tied()), YEAR)
    qtbot.waitUntil(lambda: not place.worker.busy)
    return page


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def all_words(widget: QWidget) -> str:
    return "\n".join(each.text() + each.toolTip() + each.accessibleName() for each in widget.findChildren(QLabel))


def test_the_sample_office_is_ranked_with_the_line_under_its_third(ranking: RankingPage) -> None:
    lines = ranking._table.rows.lines
    assert [line.name for line in lines[:3]] == ["赵晓英", "段丽", "姚玉伟"]
    assert isinstance(lines[3], Rule)
    assert lines[3].text == "优秀名额线 3 名（基数 19 × 20% = 3.8，舍去小数）"
    assert [ranking.facts.ranked.figure.text(), ranking.facts.base.figure.text()] == ["17", "19"]


@pytest.mark.parametrize(
    ("column", "ascending", "rules"),
    [("name", True, 0), ("rank", False, 1), ("total", False, 0), ("rank", True, 2)],
)
def test_another_order_takes_the_rule_lines_away_cleanly_and_the_ranking_s_brings_them_back(
    ranking: RankingPage, column: str, ascending: bool, rules: int
) -> None:
    table = ranking._table
    table.order(column, ascending=ascending)
    lines = table.rows.lines
    assert sum(isinstance(line, Rule) for line in lines) == rules
    wide = table.rows.columnCount()
    looks = [(table.rowHeight(at), table.columnSpan(at, 0)) for at in range(len(lines))]
    assert looks == [(24, wide) if isinstance(line, Rule) else (26, 1) for line in lines]


def test_the_arrow_passes_over_the_quota_line(qtbot: QtBot, ranking: RankingPage) -> None:
    ranking._table.choose("J010")
    press(qtbot, ranking._table, Qt.Key.Key_Down)
    assert ranking._table.current().score.code == "J013"


def test_a_figure_opens_down_to_its_cell_by_keyboard_alone(
    qtbot: QtBot, sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    ranking._table.choose("J013")
    settled(sample_window)
    assert ranking.detail.department.text() == "第一检察部 · 四级高级检察官"
    press(qtbot, ranking._table, Qt.Key.Key_Return)
    view = ranking.detail.view
    assert sample_window.focusWidget() is view
    press(qtbot, view, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right)
    node = view.tree.node(view.currentIndex())
    assert node.text == "办案质量"
    while view.tree.node(view.currentIndex()).level is not Level.INPUT:
        press(qtbot, view, Qt.Key.Key_Down)
    settled(sample_window)
    box = ranking.detail.source
    assert box.isVisible()
    assert box.place.text().startswith("评查.xlsx › Sheet1 › ")
    given = view.tree.node(view.currentIndex()).given
    told = [f"{given.facts['substance']:f}", f"{given.facts['procedure']:f}", given.facts["grade"]]
    assert outlined(box.cells.model()) == told
    assert box.place.text().count(",") == 2


def outlined(cells: CellsModel) -> list[str]:
    places = (cells.index(row, at) for row in range(cells.rowCount()) for at in range(cells.columnCount()))
    return [place.data() for place in places if place.data(OUTLINED)]


def test_a_case_outlines_all_the_cells_that_its_equivalent_rests_on(
    sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    ranking._table.choose("J013")
    settled(sample_window)
    view = ranking.detail.view
    quantity = view.tree.index(0, 0, view.tree.index(0, 0))
    inputs = [view.tree.index(row, 0, quantity) for row in range(view.tree.rowCount(quantity))]
    case = next(at for at in inputs if (given := view.tree.node(at).given) is not None and given.kind == "case")
    view.setCurrentIndex(case)
    settled(sample_window)
    box = ranking.detail.source
    facts = view.tree.node(case).given.facts
    assert facts["case_kind"] in outlined(box.cells.model())
    assert len(outlined(box.cells.model())) == box.place.text().count(",") + 1 == 4


def test_points_handed_on_raise_the_maximum_beside_the_figure(
    sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    ranking.show_target("J018")
    settled(sample_window)
    words = said_below(ranking.detail.view.tree)
    assert "办案效果 30.00，满分 40" in words
    assert "司法作风 4.00，满分 4" in words


def test_a_long_line_of_an_input_wraps_instead_of_ending_in_dots(
    sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    ranking.show_target("J001")
    settled(sample_window)
    view = ranking.detail.view
    view.expandAll()
    lines = [at for at in below(view.tree) if view.tree.node(at).level is Level.INPUT and not view.tree.node(at).more]
    long = [at for at in lines if len(view.tree.node(at).text) > 28]
    assert long
    assert all(view.sizeHintForIndex(at).height() > 30 for at in long)


def test_the_rule_s_words_use_the_real_minus(sample_window: MainWindow, ranking: RankingPage, settled: Settled) -> None:
    ranking.show_target("J013")
    settled(sample_window)
    words = "\n".join(said_below(ranking.detail.view.tree))
    assert "不合格 −5" in words
    assert "不合格 -5" not in words


def test_how_far_somebody_stands_above_those_without_a_place_is_said_plainly(
    sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    ranking.show_target("J009")
    settled(sample_window)
    assert ranking.detail.distance.text().startswith("比未列入名额的最高分高 ")


def below(tree: ScoreTree, above: QModelIndex | None = None) -> list[QModelIndex]:
    above = above or QModelIndex()
    here = [tree.index(row, 0, above) for row in range(tree.rowCount(above))]
    return [each for at in here for each in (at, *below(tree, at))]


def test_nobody_s_leave_can_be_read_from_the_drill_down(
    sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    ranking.show_target("J002")
    settled(sample_window)
    words = "\n".join(said_below(ranking.detail.view.tree))
    assert "另有 8 个月不计在岗月" in words
    assert "病假" not in words
    assert "2026-09-20" not in words


def said_below(tree: ScoreTree, above: QModelIndex | None = None) -> list[str]:
    """Everything that the tree says, as a reader hears it."""
    above = above or QModelIndex()
    told = []
    for row in range(tree.rowCount(above)):
        here = tree.index(row, 0, above)
        told += [here.data(Qt.ItemDataRole.AccessibleTextRole), *said_below(tree, here)]
    return told


def test_ballots_show_their_workbook_and_no_cell(
    qtbot: QtBot, sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    ranking._table.choose("J013")
    settled(sample_window)
    tree = ranking.detail.view.tree
    overall = tree.index(2, 0)
    peers = tree.index(1, 0, overall)
    last = tree.index(tree.rowCount(peers) - 1, 0, peers)
    ranking.detail.view.setCurrentIndex(last)
    box = ranking.detail.source
    record = next(each for each in ranking.desk.imports.history() if each.kind == "ballots")
    assert box.place.text() == f"测评票.xlsx（只记工作簿，摘要 {record.sha256[:16]}…）"
    assert not box.cells.isVisible()
    assert not box.open_sheet.isVisible()


def test_the_case_of_an_input_opens_on_its_page(
    qtbot: QtBot, sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    ranking._table.choose("J013")
    settled(sample_window)
    view = ranking.detail.view
    quality = view.tree.index(1, 0, view.tree.index(0, 0))
    inputs = [view.tree.index(row, 0, quality) for row in range(view.tree.rowCount(quality))]
    first = next(index for index in inputs if view.tree.node(index).given is not None)
    view.setCurrentIndex(first)
    settled(sample_window)
    press(qtbot, ranking.detail.source.open_case, Qt.Key.Key_Space)
    settled(sample_window)
    cases = sample_window.frame.pages.current
    assert cases.page_id == "cases"
    assert cases.table.current().number == view.tree.node(first).given.facts["number"]


def test_namesakes_are_told_apart_without_elision(ranking: RankingPage) -> None:
    table = ranking._table
    at = next(i for i, column in enumerate(table.rows.spec.columns) if column.id == "name")
    names = [row.name for row in table.shown]
    assert "朱康 J015" in names
    room = table.columnWidth(at) - 2 * SIDE
    assert max(metrics(14, 500).horizontalAdvance(name) for name in names) <= room


def test_no_reason_for_another_day_s_grade_is_shown_anywhere(
    qtbot: QtBot, sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    said = []
    for code in ("J002", "J016"):
        ranking.show_target(code)
        settled(sample_window)
        said.append(all_words(ranking) + all_words(ranking.detail))
        tree = ranking.detail.view.tree
        last = tree.index(tree.rowCount() - 1, 0)
        assert last.data() == "名次和等次怎么来的"
        said += [tree.index(row, 0, last).data() for row in range(tree.rowCount(last))]
    words = "\n".join(said)
    assert "另行确定" in [row.chip.text for row in ranking._shown.people if row.chip]
    assert not [reason for reason in ("立案", "病假", "待定", "不定等次") if reason in words]


def test_typing_in_the_list_filters_it_also_by_pinyin(
    qtbot: QtBot, sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    ranking._table.setFocus()
    qtbot.keyClicks(ranking._table, "z")
    qtbot.keyClicks(ranking.filter, "xy")
    qtbot.waitUntil(lambda: [row.score.name for row in ranking._table.shown] == ["赵晓英"])
    press(qtbot, ranking.filter, Qt.Key.Key_Escape)
    assert len(ranking._table.shown) == 20


def test_the_tabs_count_and_filter(qtbot: QtBot, ranking: RankingPage) -> None:
    words = [button.text() for button in ranking.tabs.buttons.values()]
    assert words == ["全部 20", "建议优秀 3", "须处理 1", "不排名 3"]
    press(qtbot, ranking.tabs.buttons["unranked"], Qt.Key.Key_Space)
    assert {row.score.code for row in ranking._table.shown} == {"J002", "J016", "J020"}


def test_the_distance_to_the_line_is_whole_on_a_small_screen(ranking: RankingPage, settled: Settled) -> None:
    ranking.show_target(ranking._table.shown[0].score.code)
    settled(ranking.window())  # type: ignore[arg-type]
    person = ranking._person
    assert "比未列入名额的最高分高" in person.distance.text()
    assert person.distance.width() >= person.distance.sizeHint().width()
    assert person.chip.isVisible()


def test_a_target_that_is_filtered_away_lifts_the_filter(ranking: RankingPage) -> None:
    ranking._pick_tab("excellent")
    ranking.show_target("J007")
    assert ranking._table.current().score.code == "J007"


def test_the_ranking_is_exported_where_the_user_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "排名"), ""))
    ranking.export()
    settled(sample_window)
    assert (tmp_path / "排名.xlsx").read_bytes()[:2] == b"PK"


def test_nothing_in_the_head_waits_for_a_later_version(ranking: RankingPage) -> None:
    said = [each.text() for each in ranking.head.findChildren(QPushButton)]
    assert "导出" in said
    assert "提请委员会审议" not in said


def test_a_tie_is_said_above_and_drawn_through(tie_page: RankingPage) -> None:
    assert "第 2、3 名相同，须委员会决定" in all_words(tie_page)
    lines = tie_page._table.rows.lines
    assert [isinstance(line, Rule) for line in lines] == [False, False, True, False, False, True, False, False]
    assert not tie_page.grab().isNull()


def test_dots_of_the_spread_are_walked_by_arrow(qtbot: QtBot, tie_page: RankingPage) -> None:
    tie_page.show_target("A4")
    press(qtbot, tie_page.facts.spread, Qt.Key.Key_Right)
    assert tie_page._table.current().score.total == 9300
    assert tie_page.facts.spread.accessibleDescription() == "4 人，最低 88.00，最高 95.00，建议优秀的最低 95.00"


def test_who_is_not_ranked_is_named_again_after_a_list_that_could_not_be_shown(tie_page: RankingPage) -> None:
    named = all_words(tie_page.foot)
    tie_page.foot.hide()
    tie_page._take(tie_page._shown)
    assert tie_page.foot.isVisible()
    assert "不参加排名" in named
    assert all_words(tie_page.foot) == named


def test_the_ranking_s_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    cut, scores = Cut(), tied()
    people = people_rows(scores, SCHEME)
    cut.set(scores.quota, people)
    model = TableModel(ranking_spec(SCHEME, cut, str))
    model.set_rows(people.in_order)
    qtmodeltester.check(model)


def test_the_score_s_tree_keeps_qt_s_rules(
    qtmodeltester: ModelTester, sample_window: MainWindow, ranking: RankingPage, settled: Settled
) -> None:
    ranking._table.choose("J013")
    settled(sample_window)
    qtmodeltester.check(ranking.detail.view.tree)


def test_an_empty_desk_says_what_to_do(qtbot: QtBot, place: Workplace, desk: Desk) -> None:
    page = RankingPage(place)
    qtbot.addWidget(page)
    page.show()
    page.set_desk(desk, YEAR)
    qtbot.waitUntil(lambda: not place.worker.busy)
    wishes = []
    place.import_wanted.connect(wishes.append)
    assert "本年度还没有可以排名的人" in all_words(page)
    page.focus_first()
    assert page.focusWidget() is None or page.focusWidget().isVisible()


def test_ten_thousand_people_are_one_list(qtbot: QtBot, place: Workplace) -> None:
    page = RankingPage(place)
    qtbot.addWidget(page)
    page.show()
    page.set_desk(desk_of(province(10_000)), YEAR)
    qtbot.waitUntil(lambda: not place.worker.busy)
    assert len(page._table.shown) == 10_000
    page._table.filter_text("J0999")
    assert len(page._table.shown) == 10
