"""A re-review or a correction by keys, from opening it to the last who is told, with the meeting that votes on it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt

from tests.ui.answering import CTRL, Act, said
from tests.ui.closing_hands import DOWN, ENTER, ESC, SHIFT, SPACE, TAB, Clerk, questions
from tests.ui.rereview_hands import name, tab_of

EXAMINERS = ("彭强涛", "郝文俊")
HANDLER, SECOND = "范伟雪", "复核人"


class Change(NamedTuple):
    """One figure that is otherwise: its kind in the list, what names it, its fields from there on."""

    kind: str
    fill: Callable[[Clerk, Any], None]


def over(clerk: Clerk, text: str) -> None:
    """Instead of what stands in the field."""
    clerk.key(Qt.Key.Key_A, held=CTRL)
    clerk.write(text)


def choose(clerk: Clerk, words: str) -> None:
    """Down from the first of the list to what says so, then Enter."""
    clerk.key(Qt.Key.Key_Home)
    for _ in range(12):
        box: Any = clerk.under()
        if box.currentText().startswith(words):
            break
        clerk.key(DOWN)
    assert box.currentText().startswith(words)
    clerk.key(ENTER)


def next_act(clerk: Clerk, words: str, *answers: Act) -> None:
    """Enter on the line leads to the button of what is next, where the keyboard stays; Enter presses it."""
    if clerk.under() is tab_of(clerk).table:
        clerk.key(ENTER)
    now = clerk.under().accessibleName()
    assert now == words, f"{now} is next, not {words}"
    clerk.open(lambda: clerk.key(ENTER), *answers)
    clerk.settle()


# -- what is examined --------------------------------------------------------------------------------------------------


def figures(clerk: Clerk, dialog: Any, *typed: str) -> None:
    """Each figure is looked for, ticked with Space, and the field emptied for the next."""
    clerk.qtbot.waitUntil(lambda: dialog.challenged.list.count() > 0)
    for each in typed:
        over(clerk, each)
        clerk.key(DOWN, SPACE)
        clerk.key(TAB) if each == typed[-1] else clerk.key(TAB, held=SHIFT)


def examiners(clerk: Clerk, dialog: Any, barred: str) -> None:
    """Who may not is said before anybody is named; then two who may."""
    clerk.qtbot.waitUntil(lambda: barred in said(dialog))
    name(clerk, *EXAMINERS)
    clerk.confirm()


def declare(clerk: Clerk) -> None:
    """Both, one after the other."""
    for each in EXAMINERS:

        def sign(dialog: Any, who: str = each) -> None:
            assert dialog.who.currentText() == who
            clerk.confirm()

        next_act(clerk, "登记承办人声明", sign)
        assert clerk.said == "回避声明已登记"


def find(clerk: Clerk, words: str, changes: Sequence[Change] = ()) -> None:
    """What was found, and each figure that is otherwise."""

    def fill(dialog: Any) -> None:
        clerk.write(words)
        clerk.key(TAB)
        for change in changes:

            def one(asked: Any, change: Change = change) -> None:
                choose(clerk, change.kind)
                change.fill(clerk, asked)
                clerk.confirm()

            clerk.press("添加一项", one)
        clerk.confirm()

    next_act(clerk, "登记查明的事实", fill)
    assert clerk.said == "查明的事实已保存"


def hear(clerk: Clerk, words: str) -> None:
    """The person's own words."""

    def fill(dialog: Any) -> None:
        clerk.write(words)
        clerk.key(TAB)
        clerk.type(HANDLER)
        clerk.key(ENTER)

    next_act(clerk, "登记听取的意见", fill)
    assert clerk.said == "听取意见已登记"


def lay(clerk: Clerk, reasons: str, told: str) -> None:
    """The motion, which says whom it moves."""

    def fill(dialog: Any) -> None:
        assert told in said(dialog), said(dialog)
        clerk.write(reasons)
        clerk.confirm()

    next_act(clerk, "提出复核意见", fill)
    assert clerk.said == "复核意见已提出，可以提请委员会表决"


# -- the committee -----------------------------------------------------------------------------------------------------


def vote(clerk: Clerk, title: str, document: str) -> None:
    """提请委员会表决: the meeting is called with the item on its agenda, held, voted, and has its minutes."""

    def call(dialog: Any) -> None:
        assert [each.title for each in dialog.agenda.taken()] == [title]
        clerk.type("10:00", "三楼会议室")
        clerk.confirm()

    def come(dialog: Any) -> None:
        clerk.key(ENTER)
        clerk.confirm()

    next_act(clerk, "提请委员会表决", call)
    clerk.open(lambda: clerk.key(ENTER), come)
    clerk.open(lambda: clerk.key(ENTER), lambda _dialog: clerk.confirm())
    for asked in questions(clerk):

        def count(dialog: Any, asked: tuple[str, ...] = asked) -> None:
            assert f"{asked[2]} 人：" in said(dialog)
            clerk.type(asked[2], "", "")
            clerk.key(ENTER)

        clerk.open(lambda: clerk.key(ENTER), count)
        clerk.key(DOWN)
    assert {each[3] for each in questions(clerk)} == {"通过"}

    def end(_dialog: Any) -> None:
        clerk.type(document)
        clerk.write("承办人汇报，逐项表决。")
        clerk.confirm()

    clerk.command("结束会议", end)


def decide(clerk: Clerk, document: str, today: str, follows: Sequence[str]) -> None:
    """What follows stands there; the date is typed as it is shown in large, and a second person confirms."""

    def fill(dialog: Any) -> None:
        told = said(dialog)
        for each in follows:
            assert each in told, told
        clerk.type(document, "", today)
        clerk.key(ENTER)

    def second(dialog: Any) -> None:
        assert f"（{document}），今天是 {today}" in said(dialog)
        clerk.type(SECOND)
        clerk.key(ENTER)

    clerk.command("登记委员会决定", fill, second)
    clerk.settle()
    assert "已决定变更，请送达并逐人告知" in clerk.said


def serve_and_tell(clerk: Clerk, people: int) -> None:
    """The decision is served, then the first two whom it moved are told."""

    def serve(_dialog: Any) -> None:
        clerk.type(HANDLER)
        clerk.confirm()

    def how(_dialog: Any) -> None:
        clerk.type("当面送达告知书")
        clerk.confirm()

    def tell(dialog: Any) -> None:
        for left in (people, people - 1):
            assert f"还有 {left} 人没有告知" in said(dialog)
            clerk.open(lambda: clerk.key(ENTER), how)
        assert (f"还有 {people - 2} 人没有告知" if people > 2 else "受影响的人都已告知") in said(dialog)
        clerk.key(ESC)

    next_act(clerk, "登记决定书送达", serve)
    assert clerk.said == "送达已登记"
    next_act(clerk, "逐人告知受影响的人", tell)
