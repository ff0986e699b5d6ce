"""Printed slips typed by keyboard alone: few keys, every mistake said in its place, two pairs of eyes on each batch."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import RoundKind
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.desk import Desk
from committee_desk.services.round_file import BatchState
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.table_cells import SIDE
from committee_desk.ui.common.theme import metrics
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.slips.dialog import TypingDialog
from tests.ui.answering import Answers
from tests.ui.open_rounds import YEAR, opened_round, serials, with_people
from tests.ui.slip_hands import Key, Typist, in_strict

A, B, C = BallotClass
Sit = Callable[..., Typist]
A_SLIP_OF_NINETEEN = 19
# Marks that must not be shown hold a 1, which no serial does: a serial could bear any other two digits.


@pytest.fixture
def office(desk: Desk, actor: Actor) -> Desk:
    """The sample office's people."""
    return with_people(desk, actor)


@pytest.fixture
def sit(office: Desk, place: Workplace, qapp: QApplication) -> Iterator[Sit]:
    """Somebody sits down at the typing window."""
    hands: list[Typist] = []

    def down(number: int, login: str = "") -> Typist:
        if hands:
            hands[-1].leave()
        hands.append(Typist(office, place, number, login))
        return hands[-1]

    yield down
    if hands:
        hands[-1].leave()


@pytest.fixture
def answers(qtbot: QtBot) -> Callable[..., Answers]:
    """Dialogs on the way, answered in their order."""
    return lambda *acts: Answers(acts, type(None))  # type: ignore[arg-type]


def yes(dialog: QDialog) -> None:
    dialog.accept()


def kept(desk: Desk, number: int) -> dict[str, dict[str, str]]:
    """What the newest batch holds, by serial."""
    batch = desk.slips.batches(YEAR, number)[-1].number
    return {each.serial: dict(each.lines) for each in desk.slips.typed(YEAR, number, batch)}


# -- few keys ----------------------------------------------------------------------------------------------------------


def test_a_two_digit_mark_takes_three_keys_and_a_slip_nothing_more(office: Desk, actor: Actor, sit: Sit) -> None:
    number = opened_round(office, actor)
    printed = serials(office, actor, number, C)
    hands = sit(number)
    hands.key(Key.Key_C)
    hands.pressed = 0
    for serial in printed[:3]:
        hands.slip(serial, "87")
    marks = 3 * A_SLIP_OF_NINETEEN
    assert hands.pressed / marks <= 3.1
    assert set(kept(office, number)) == set(printed[:3])
    assert all(set(lines.values()) == {"87"} and len(lines) == A_SLIP_OF_NINETEEN
               for lines in kept(office, number).values())  # fmt: skip


def test_an_abstention_and_a_blank_take_one_key_each(office: Desk, actor: Actor, sit: Sit) -> None:
    number = opened_round(office, actor)
    serial = serials(office, actor, number, C)[0]
    hands = sit(number)
    hands.key(Key.Key_C)
    hands.scan(serial)
    hands.pressed = 0
    hands.keys("-")
    hands.key(Key.Key_Return)
    assert hands.pressed == 2
    for _ in range(A_SLIP_OF_NINETEEN - 2):
        hands.mark("90")
    lines = list(kept(office, number)[serial].values())
    assert lines == ["弃权", "", *["90"] * (A_SLIP_OF_NINETEEN - 2)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_grade_takes_one_key_in_every_language(
    office: Desk, actor: Actor, sit: Sit, speak: Callable[[str], None], language: str
) -> None:
    number = opened_round(office, actor, RoundKind.GRADE)
    serial = serials(office, actor, number, C)[0]
    speak(language)
    hands = sit(number)
    hands.key(Key.Key_C)
    hands.scan(serial)
    hands.pressed = 0
    hands.keys("12345" + "2" * (A_SLIP_OF_NINETEEN - 5))
    assert hands.pressed == A_SLIP_OF_NINETEEN
    lines = list(kept(office, number)[serial].values())
    assert lines[:6] == ["优秀", "称职", "基本称职", "不称职", "弃权", "称职"]


# -- what is wrong -----------------------------------------------------------------------------------------------------


def test_every_wrong_serial_is_said_by_number_and_sentence_at_its_field(office: Desk, actor: Actor, sit: Sit) -> None:
    number = opened_round(office, actor)
    good, other = serials(office, actor, number, C)[0], serials(office, actor, number, B)[0]
    hands = sit(number)
    hands.key(Key.Key_C)
    hands.slip(good, "80")
    field = hands.dialog.typing.serial.field

    def wrong(serial: str) -> str:
        hands.scan(serial)
        assert hands.focused() is field
        said = field.accessibleDescription()
        assert said in hands.said
        assert field.property("k") == "refused"
        return said

    assert wrong("C2345678").startswith("错误 11：“C2345678”不是票号")
    assert wrong(other).startswith(f"错误 14：票号 {other} 是 B 票")
    assert wrong(good).startswith(f"错误 15：票号 {good} 已录在第 1 批")
    hands.scan(serials(office, actor, number, C)[1])
    assert not field.accessibleDescription()
    assert hands.focused() is not field


def test_a_mark_that_is_none_is_refused_in_its_line_and_the_focus_stays(office: Desk, actor: Actor, sit: Sit) -> None:
    number = opened_round(office, actor)
    serial, following = serials(office, actor, number, C)[:2]
    hands = sit(number)
    hands.key(Key.Key_C)
    hands.scan(serial)
    hands.mark("80")
    hands.mark("101")
    line = hands.lines[1]
    assert hands.focused() is line.field
    assert line.wrong.startswith("第 2 行  错误 21：")
    assert f"{line.rated.name}一行不能填“101”" in line.wrong
    assert line.wrong in hands.said
    hands.scan(following)
    assert line.wrong.startswith("第 2 行  错误 22：这里是得分，扫进来的是票号")
    hands.mark("81")
    assert not line.wrong
    assert hands.focused() is hands.lines[2].field


def test_a_slip_that_will_not_count_is_asked_about_once_and_kept_as_it_is(office: Desk, actor: Actor, sit: Sit) -> None:
    number = opened_round(office, actor, cap=3)
    serial = serials(office, actor, number, C)[0]
    hands = sit(number)
    hands.key(Key.Key_C)
    hands.slip(serial, ["95"] * 4 + ["80"] * (A_SLIP_OF_NINETEEN - 4))
    assert "提示 32：优秀超过规定人数" in hands.said
    assert not kept(office, number)
    hands.key(Key.Key_Return)
    assert list(kept(office, number)[serial].values())[:5] == ["95", "95", "95", "95", "80"]
    assert "按无效票计数" in hands.said


def test_the_slip_typed_last_is_put_right_with_f2(office: Desk, actor: Actor, sit: Sit) -> None:
    number = opened_round(office, actor)
    serial = serials(office, actor, number, C)[0]
    hands = sit(number)
    hands.key(Key.Key_C)
    hands.slip(serial, "80")
    hands.key(Key.Key_F2)
    assert [each.field.text() for each in hands.lines] == ["80"] * A_SLIP_OF_NINETEEN
    hands.keys("70")
    for _ in range(A_SLIP_OF_NINETEEN):
        hands.key(Key.Key_Return)
    assert list(kept(office, number)[serial].values()) == ["70", *["80"] * (A_SLIP_OF_NINETEEN - 1)]
    assert hands.batch.slips == 1


def test_a_slip_half_typed_is_not_lost_without_a_question(
    office: Desk, actor: Actor, sit: Sit, answers: Callable[..., Answers]
) -> None:
    number = opened_round(office, actor)
    serial = serials(office, actor, number, C)[0]
    hands = sit(number)
    hands.key(Key.Key_C)
    hands.scan(serial)
    hands.mark("80")
    left = answers(lambda dialog: dialog.reject())
    hands.key(Key.Key_Escape)
    assert not left.left
    assert hands.lines[0].field.text() == "80"


# -- 简易: the scrutineer ----------------------------------------------------------------------------------------------


def test_a_batch_counts_once_the_scrutineer_has_seen_every_slip(
    office: Desk, actor: Actor, sit: Sit, answers: Callable[..., Answers], qtbot: QtBot
) -> None:
    number = opened_round(office, actor)
    printed = serials(office, actor, number, C)
    hands = sit(number)
    hands.key(Key.Key_C)
    hands.slip(printed[0], "80")
    hands.slip(printed[1], "71")
    hands.through()
    hands.scan(printed[1])
    assert {each.told for each in hands.lines} == {"71"}
    hands.key(Key.Key_Return)
    assert "已核对 1 张，本批共 2 张" in hands.said

    def sign(dialog: QDialog) -> None:
        assert "监票人确认第 1 批 C 票（其他人员） 2 张与纸票一致" in "\n".join(
            each.text() for each in dialog.findChildren(type(hands.dialog.heading))
        )
        qtbot.keyClicks(dialog.focusWidget(), "Li Qiang")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    left = answers(sign)
    hands.key(Key.Key_Return)
    assert {each.told for each in hands.lines} == {"80"}
    hands.key(Key.Key_Return)
    assert not left.left
    assert hands.batch.state is BatchState.COUNTED
    assert hands.batch.compared_by == "Li Qiang"
    assert hands.batch.slips == 2


def test_a_scrutineer_who_is_rated_is_named_above_the_batches_and_they_count(
    office: Desk, actor: Actor, sit: Sit, qtbot: QtBot, answers: Callable[..., Answers]
) -> None:
    number = opened_round(office, actor)
    rated = office.slips.lines(YEAR, number)[0].name
    serial = serials(office, actor, number, C)[0]
    hands = sit(number)
    assert "被测评" not in hands.said
    hands.key(Key.Key_C)
    hands.slip(serial, "80")
    hands.through()
    hands.key(Key.Key_Return)

    def sign(dialog: QDialog) -> None:
        dialog.focusWidget().insert(rated)  # as an input method does: no key has such a letter
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    left = answers(sign)
    hands.key(Key.Key_Return)
    assert not left.left
    assert hands.batch.state is BatchState.COUNTED
    assert f"{rated}本人在本轮被测评。计票、监票最好由本人和近亲属都不在本轮被测评的人办" in hands.said


# -- 严格: typed twice -------------------------------------------------------------------------------------------------


def test_planted_mistakes_come_back_empty_and_are_settled_by_a_third(
    office: Desk, actor: Actor, sit: Sit, answers: Callable[..., Answers]
) -> None:
    number = opened_round(office, actor)
    one, two = serials(office, actor, number, C)[:2]
    in_strict(office, actor)
    first = sit(number, "zhou")
    first.key(Key.Key_C)
    first.slip(one, "80")
    first.slip(two, ["18"] + ["80"] * (A_SLIP_OF_NINETEEN - 1))  # 81 stands on the paper
    left = answers(yes)
    first.through()
    assert not left.left
    assert first.batch.state is BatchState.TYPING_AGAIN

    second = sit(number, "li")
    second.key(Key.Key_Return)
    assert "18" not in second.shown
    second.slip(one, ["80"] * (A_SLIP_OF_NINETEEN - 1) + ["8"])  # a key that did not come through
    second.slip(two, ["81"] + ["80"] * (A_SLIP_OF_NINETEEN - 1))
    left = answers(yes)
    second.through()
    assert not left.left
    found = {each.serial: each.codes for each in office.slips.differing(YEAR, number, 1)}
    lines = office.slips.lines(YEAR, number)
    assert found == {one: (lines[-1].code,), two: (lines[0].code,)}
    answered = []
    for _ in found:
        assert [each.told for each in second.lines].count("一致") == A_SLIP_OF_NINETEEN - 1
        assert not any(mark in second.shown for mark in ("18", "81"))
        (open_still,) = [each for each in second.lines if each.open]
        assert open_still.field.text() == ""
        answered.append(open_still.rated.code)
        if len(answered) == len(found):
            left = answers(yes)
        second.mark("80" if open_still.rated.code == lines[-1].code else "81")
    assert not left.left
    assert second.batch.state is BatchState.SETTLING
    assert second.batch.differing == 1

    left = answers(yes)
    second.key(Key.Key_Return)
    assert not left.left  # told that it waits for a third
    assert second.batch.state is BatchState.SETTLING
    table = second.dialog.batches.table  # and who it may be is read whole, on a small screen too
    (waits,) = (each.text(table.shown[0]) for each in table.rows.spec.columns if each.id == "next")
    assert waits == "由周敏、李强以外的人裁定"
    assert table.columnWidth(table.rows.columnCount() - 1) >= metrics(14).horizontalAdvance(waits) + 2 * SIDE
    assert table.horizontalScrollBar().maximum() == 0

    third = sit(number, "sun")
    third.key(Key.Key_Return)
    assert not any(mark in third.shown for mark in ("18", "81"))
    left = answers(yes)
    third.mark("81")
    assert not left.left
    assert third.batch.state is BatchState.COUNTED
    assert third.batch[5:8] == ("周敏", "李强", "孙丽")


def test_the_first_typist_cannot_type_the_batch_again(
    office: Desk, actor: Actor, sit: Sit, answers: Callable[..., Answers]
) -> None:
    number = opened_round(office, actor)
    serial = serials(office, actor, number, C)[0]
    in_strict(office, actor)
    hands = sit(number, "zhou")
    hands.key(Key.Key_C)
    hands.slip(serial, "80")
    said: list[str] = []

    def hear(dialog: QDialog) -> None:
        said.append(dialog.accessibleDescription())
        dialog.accept()

    left = answers(yes, hear)
    hands.through()
    hands.key(Key.Key_Return)
    assert not left.left
    assert said == ["下一步由周敏以外的人录第二次。换人登录后再打开这里。"]


# -- in sight ----------------------------------------------------------------------------------------------------------


def test_every_line_is_in_sight_when_it_is_typed_on_a_small_screen_at_200_percent(
    office: Desk, actor: Actor, sit: Sit
) -> None:
    number = opened_round(office, actor)
    hands = sit(number)
    hands.dialog.setMinimumSize(0, 0)
    hands.dialog.resize(683, 344)
    hands.key(Key.Key_C)
    hands.scan(serials(office, actor, number, C)[0])
    assert hands.dialog.size().toTuple() == (683, 344)
    for _ in range(A_SLIP_OF_NINETEEN - 1):
        field = hands.focused()
        assert field.visibleRegion().boundingRect().size() == field.size()
        hands.mark("80" if field is hands.lines[0].field else "")
    hands.key(Key.Key_Return)
    assert "提示 31：空白超过一半" in hands.said
    assert hands.focused() is hands.lines[-1].field
    assert hands.focused().visibleRegion().boundingRect().size() == hands.focused().size()


def test_the_typing_shows_counts_and_serials_and_never_a_total(office: Desk, actor: Actor, sit: Sit) -> None:
    number = opened_round(office, actor)
    hands = sit(number)
    hands.key(Key.Key_C)
    hands.slip(serials(office, actor, number, C)[0], "81")
    assert "81" not in hands.shown
    hands.key(Key.Key_Escape)
    assert "C 票（其他人员）：印制 5 张，录入 1 张，计入 0 张" in hands.said
    assert "81" not in hands.shown


def test_the_page_opens_the_typing_and_hears_of_it_once_it_is_left(
    office: Desk,
    actor: Actor,
    window: MainWindow,
    settled: Callable[[MainWindow], None],
    answers: Callable[..., Answers],
    qtbot: QtBot,
) -> None:
    number = opened_round(office, actor)
    serial = serials(office, actor, number, C)[0]
    window.show_desk(office, "ballots")
    window.show()
    settled(window)
    heard: list[Change] = []
    window.place.changes.happened.connect(heard.append)

    def types(dialog: QDialog) -> None:
        assert isinstance(dialog, TypingDialog)
        qtbot.keyClick(dialog.focusWidget(), Key.Key_C)
        qtbot.keyClicks(dialog.focusWidget(), serial)
        qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)
        for _ in range(A_SLIP_OF_NINETEEN):
            qtbot.keyClicks(dialog.focusWidget(), "88")
            qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)
        assert not heard  # nothing reads while somebody types
        for _ in range(2):
            qtbot.keyClick(dialog.focusWidget(), Key.Key_Escape)

    left = answers(types)
    page = window.frame.pages.current if window.frame else None
    assert page is not None
    next(each for each in page.commands() if each.title == "录入纸质测评票").run()
    qtbot.waitUntil(lambda: bool(heard))
    assert not left.left
    assert heard[0].topics == {Topic.ROUNDS}
    assert office.slips.progress(YEAR, number)[C].typed == 1
    settled(window)
