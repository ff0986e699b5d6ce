"""若变更，对所有人的影响: the painted ranks walked by keys, everybody who moves and why, what bars the decision."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from committee_desk.domain.effects import Rung
from committee_desk.domain.people import Category
from committee_desk.domain.proceedings import ChangeKind, ProceedingKind
from committee_desk.services.proceeding_views import Found
from committee_desk.ui.rereview.crossing import Crossing, moves, rung_words
from committee_desk.ui.rereview.reading import Steps
from tests.services.closing_years import YEAR
from tests.services.deciding_hands import Decider
from tests.services.test_changes_on_review import HIS, WORSE, YAO
from tests.ui.closing_hands import DOWN, END, ENTER, Clerk
from tests.ui.rereview_hands import Sits, found, moved, panel_words, tab_of

Clerks = Callable[[], Clerk]


@pytest.fixture
def clerk(sits: Sits, decider: Decider) -> Clerks:
    """Somebody sits before 复核与更正, on the first of them, once the test has opened it."""
    return lambda: sits(decider)


def picture(at: Clerk) -> Crossing:
    (made,) = tab_of(at).panel.crossings
    return made


def test_the_preview_names_who_comes_by_whom_and_why(clerk: Clerks, decider: Decider) -> None:
    found(decider)
    at = clerk()
    tab = tab_of(at)
    assert [(name, grade, why) for name, _, _, grade, why in moved(tab)] == [
        ("马𬱖", "称职 → 优秀", "查明事实变更 2 项"),
        ("姚玉伟", "优秀 → 称职", "与马𬱖总分相同，业绩 64.70 低于 65.30"),
    ]
    words = panel_words(tab)
    assert "马𬱖 90.08 → 93.65，+3.57" in words
    assert "其余 17 人得分、名次、等次不变" in words
    assert "2 人公示内容变更，须重新公示 5 个工作日" in words
    assert "1月19日张贴，计 20日至22日、25日、26日" in words
    assert "其中 1 人比现在不利" in words


def test_the_painted_ranks_are_said_in_words_and_walked_by_keys(clerk: Clerks, decider: Decider) -> None:
    found(decider)
    at = clerk()
    painted = picture(at)
    assert painted.accessibleName() == "名次变化，检察官"
    assert "马𬱖：第 4 名，90.08，称职 → 第 3 名，93.65，优秀" in painted.accessibleDescription()
    painted.setFocus()
    at.key(DOWN, DOWN, DOWN)
    assert painted.accessibleDescription() == "姚玉伟：第 3 名，93.65，优秀 → 第 3 名，93.65，称职"
    assert tab_of(at).panel.walked.text() == painted.accessibleDescription()
    at.key(ENTER)
    table = tab_of(at).panel.table
    assert table.hasFocus()
    current = table.current()
    assert current is not None
    assert current.name == "姚玉伟"
    painted.setFocus()
    at.key(END)
    assert "不变" in painted.accessibleDescription()


def test_who_would_be_worse_by_the_own_application_is_told_of_the_other_procedure(
    clerk: Clerks, decider: Decider
) -> None:
    decider.open(ProceedingKind.OBJECTION, 1)
    decider.find(1, WORSE)
    at = clerk()
    words = panel_words(tab_of(at))
    assert "马𬱖因本人的申请比现在不利，不能这样决定" in words
    assert "公务员法第九十六条" in words
    assert "另行立项更正" in words


def test_a_correction_to_somebodys_disadvantage_asks_for_the_hearing_first(clerk: Clerks, decider: Decider) -> None:
    decider.open(ProceedingKind.CORRECTION, code=HIS, basis="案管办来函〔2027〕2号")
    decider.find(1, WORSE)
    at = clerk()
    at.window.frame.lead_to("objections", "2026-更-001")  # type: ignore[union-attr] # it stands
    for _ in range(3):
        at.settle()
    tab = tab_of(at)
    assert "对马𬱖不利，先听取本人意见" in panel_words(tab)
    assert tab.offers.primary.text() == "登记听取的意见…"
    decider.hear(1, HIS)
    at.page.read_again()
    for _ in range(3):
        at.settle()
    assert "先听取本人意见" not in panel_words(tab)
    assert tab.offers.primary.text() == "提出复核意见…"


def test_figures_that_move_after_the_motion_ask_for_a_new_one(clerk: Clerks, decider: Decider) -> None:
    found(decider)
    decider.lay(1)
    office = decider.office
    other = decider.open(ProceedingKind.CORRECTION, code=YAO, basis="案管办来函〔2027〕3号")
    decider.hear(other, YAO)
    key = (YAO, "bonus", "2026-12-01", "高检办〔2026〕89号", "最高检典型案例入选")
    decider.find(other, Found(ChangeKind.NEW_EVENT, key, "points", "1", "入选未加分", "高检办〔2026〕89号"))
    decider.carried_out(other)
    assert office.desk.effects.kept(YEAR, 1) is not None
    at = clerk()
    tab = tab_of(at)
    assert "提出复核意见后影响已经变动" in panel_words(tab)
    assert tab.offers.primary.text() == "提出复核意见…"


def test_the_picture_draws_ranks_that_are_equal_in_the_order_of_their_grades(qtbot: QtBot, decider: Decider) -> None:
    number = found(decider)
    effects = decider.office.desk.effects.preview(YEAR, number)
    rungs = tuple(Rung(each.code, each.name, each.before, each.after) for each in effects.people)
    painted = Crossing()
    qtbot.addWidget(painted)
    painted.show_steps(Steps(str(Category.PROSECUTOR), rungs, (3, 3)))
    painted.resize(560, painted.height())
    assert not painted.grab().isNull()
    assert all(moves(each) for each in rungs)
    assert rung_words(rungs[1]) == "马𬱖：第 4 名，90.08，称职 → 第 3 名，93.65，优秀"
