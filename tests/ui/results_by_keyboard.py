"""The second notice, the party group's decision, serving, signing, sealing, verifying and archiving, by keys."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from committee_desk.demonstrated_closing import POSTERS
from committee_desk.demonstrated_result import WITNESSES
from tests.ui.answering import CTRL, Act, said
from tests.ui.changes_by_keyboard import HANDLER, SECOND
from tests.ui.closing_hands import ENTER, SHIFT, TAB, Clerk
from tests.ui.sealed_office import told


def confirms(clerk: Clerk, words: str) -> Act:
    """The second person, who reads what it is about."""

    def second(dialog: Any) -> None:
        assert words in said(dialog), said(dialog)
        clerk.type(SECOND)
        clerk.key(ENTER)

    return second


# -- the second notice -------------------------------------------------------------------------------------------------


def post_again(clerk: Clerk) -> None:
    """Those alone whose grade is another, at the places of the first notice."""

    def fill(dialog: Any) -> None:
        clerk.type(*POSTERS, "", "", "", "", "", "", "", "", "", "复核和更正改变了三人的等次")
        counted = "2月4日、2月14日、2月15日、2月16日、2月17日，共 5 个工作日；2月17日（周三）17:30 截止\n公示 3 人"
        clerk.qtbot.waitUntil(lambda: dialog.side.said.text().startswith(counted))
        assert "只公示受影响的人：" in dialog.side.said.text()
        clerk.confirm()

    clerk.command("张贴公示", fill)
    assert clerk.said == "公示已张贴，开始计算公示期"
    assert "公示截止 2月17日（周三）17:30\n还有 5 个工作日" in clerk.deadline


def close_again(clerk: Clerk, today: str) -> None:
    """Two people, after the last day."""

    def close(dialog: Any) -> None:
        assert "3 人的等次，没有收到异议" in said(dialog)
        clerk.type(today)
        clerk.key(ENTER)

    clerk.command("关闭公示…", close, confirms(clerk, f"关闭 2026 年度公示第 2 版，今天是 {today}"))
    assert clerk.said == "公示已关闭"


# -- decided, served, signed -------------------------------------------------------------------------------------------


def decide_on_all(clerk: Clerk, document: str, today: str, people: int) -> None:
    """One decision on everybody."""

    def fill(dialog: Any) -> None:
        assert f"{people} 人：优秀 5、称职 31、另行确定 3" in said(dialog)
        clerk.type(document, today, "", "", today)
        clerk.key(ENTER)

    clerk.command("登记院党组决定", fill, confirms(clerk, f"登记院党组 {today}"))
    assert clerk.said == f"已登记院党组对 {people} 人的决定"


def go_to(clerk: Clerk, code: str) -> None:
    """The list is filtered to one person; Enter leads into it."""
    if clerk.page.page_id != "decisions":
        clerk.command("决定与送达")
    clerk.key(Qt.Key.Key_F, held=CTRL)
    clerk.key(Qt.Key.Key_A, held=CTRL)
    clerk.write(code)
    clerk.key(ENTER)
    clerk.settle()


def serve(clerk: Clerk, code: str) -> None:
    """Handed over today."""
    go_to(clerk, code)

    def fill(_dialog: Any) -> None:
        clerk.type(HANDLER)
        clerk.confirm()

    clerk.open(lambda: clerk.key(ENTER), fill)
    assert "的送达已登记" in clerk.said


def serve_abroad(clerk: Clerk, code: str, known: str, last_day: str) -> None:
    """Who is abroad learned of it before the proof came: the days of the remedy count from then."""
    go_to(clerk, code)

    def fill(dialog: Any) -> None:
        clerk.key(TAB, TAB, TAB, held=SHIFT)  # from the proof, the first empty field, up to how it was served
        clerk.key(Qt.Key.Key_End, ENTER)
        assert dialog.means.currentText() == "其他方式送达"
        clerk.type(known, HANDLER)
        clerk.confirm()
        assert "请填写本人知道之日的证明" in said(dialog), said(dialog)
        assert clerk.under() is dialog.proof
        clerk.type("本人传真回执，2027年收讫")
        clerk.qtbot.waitUntil(lambda: f"至 {last_day}" in said(dialog))
        clerk.confirm()

    clerk.open(lambda: clerk.key(ENTER), fill)
    assert "的送达已登记" in clerk.said


def sign(clerk: Clerk, code: str) -> None:
    """Enter on whoever was served: 同意, today."""
    go_to(clerk, code)

    def fill(dialog: Any) -> None:
        assert dialog.opinion.currentText() == "同意"
        clerk.confirm()

    clerk.open(lambda: clerk.key(ENTER), fill)
    assert "的签字已登记" in clerk.said


def refuse(clerk: Clerk, code: str) -> None:
    """Refused before two witnesses, before anything was served: that serves it."""
    go_to(clerk, code)

    def fill(dialog: Any) -> None:
        assert dialog.opinion.currentText() == "拒绝签字"
        assert "同时登记留置送达，救济期限由此起算" in said(dialog)
        clerk.type(WITNESSES[0], WITNESSES[0])
        clerk.confirm()
        assert "见证人" in said(dialog)
        clerk.type(*WITNESSES, "认为得分偏低，拒绝签字")
        clerk.confirm()

    clerk.press("登记签字", fill)
    assert "的签字已登记" in clerk.said


# -- sheets ------------------------------------------------------------------------------------------------------------


def seal_all(clerk: Clerk, folder: Path, people: int) -> tuple[Path, ...]:
    """One act for everybody; a demonstration asks no passphrase."""

    def fill(dialog: Any) -> None:
        assert f"给 {people} 人的确认表加盖本院电子印章" in said(dialog)
        assert "演示台账使用本机的演示证书，不需要口令" in said(dialog)
        clerk.type(str(folder))
        clerk.key(ENTER)

    clerk.command("给确认表加盖院印", fill)
    assert f"已存 {people} 份到 {folder}" in clerk.said
    return tuple(sorted(folder.iterdir()))


def look_at(clerk: Clerk, sheet: Path, answer: str, patch: pytest.MonkeyPatch) -> str:
    """Ctrl+Shift+O and a file; what is said of it."""
    patch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(sheet), ""))
    clerk.key(Qt.Key.Key_O, held=CTRL | SHIFT)
    clerk.settle()
    panel: Any = clerk.page.panel  # type: ignore[attr-defined] # 核验's own
    clerk.qtbot.waitUntil(lambda: panel.path == sheet and not clerk.page.place.worker.busy)
    clerk.settle()
    assert panel.verdict.answer.text() == answer
    return told(panel.verdict)


def archive(clerk: Clerk, today: str) -> None:
    """Two people, and the date that stands there in large."""

    def fill(_dialog: Any) -> None:
        clerk.type(today)
        clerk.key(ENTER)

    clerk.command("年度归档", fill, confirms(clerk, "将 2026 年度归档"))
    assert clerk.said == "2026 年度已归档"
