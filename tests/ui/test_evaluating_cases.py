"""一案一评 by keyboard: evaluate a case, reply, find a cause, override an imported figure, see who handled none."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.desk_file import ReadOnly
from committee_desk.domain.evaluations import Finding, Item
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.search import readings
from committee_desk.ui.cases.columns import Show
from committee_desk.ui.cases.evaluation import EvaluationDialog
from committee_desk.ui.cases.idle import IdleDialog
from committee_desk.ui.cases.page import CasesPage
from committee_desk.ui.common.fact_list import FACT
from committee_desk.ui.common.paper.dialog import PaperDialog
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.ranking.nodes import Node
from tests.ui.answering import CTRL, Answers, said, type_into, typed

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]


@pytest.fixture
def cases(qtbot: QtBot, sample_window: MainWindow, settled: Settled) -> CasesPage:
    page = sample_window.frame.lead_to("cases")
    settled(sample_window)
    assert isinstance(page, CasesPage)
    sample_window.activateWindow()
    qtbot.waitUntil(sample_window.isActiveWindow)  # a shortcut belongs to the active window
    return page


def lead(cases: CasesPage, window: MainWindow, settled: Settled, number: str) -> None:
    cases.show_target(number)
    settled(window)


def lacking(cases: CasesPage) -> str:
    """A closed case without evaluation."""
    cases._pick_tab(Show.UNREVIEWED.value)
    return next(row.number for row in cases.table.shown if row.closed and not row.lacks_cause)


def facts(cases: CasesPage) -> str:
    panel = cases.detail.facts
    told = [panel.item(at).data(FACT) for at in range(panel.count())]
    return "\n".join(f"{each.text}|{each.right}|{each.more}" for each in told)


def pick(qtbot: QtBot, field: QComboBox, text: str) -> None:
    """Down to the line that begins so."""
    for _ in range(field.count()):
        if not text or field.currentText().startswith(text):
            return
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.currentText().startswith(text)


def by_an_outsider(act: Callable[[QWidget], None]) -> Callable[[QWidget], None]:
    """The reviewer is nobody of the desk."""

    def said_so(dialog: QWidget) -> None:
        assert isinstance(dialog, EvaluationDialog)
        dialog.outside.setChecked(True)
        act(dialog)

    return said_so


def by_keys(qtbot: QtBot, *texts: str) -> Callable[[QWidget], None]:
    """Types into one field after the other with Enter between them, and confirms with Ctrl+Enter."""

    def act(dialog: QWidget) -> None:
        for text in texts:
            field = dialog.focusWidget()
            if isinstance(field, QComboBox) and not field.isEditable():
                pick(qtbot, field, text)
            else:
                type_into(qtbot, field, text)
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        confirm(qtbot, dialog)

    return act


def confirm(qtbot: QtBot, dialog: QWidget) -> None:
    """Ctrl+Enter, once the dialog listens to shortcuts."""
    if (offered := QApplication.activePopupWidget()) is not None:
        offered.close()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CTRL)


def test_a_case_is_evaluated_without_the_mouse_and_leaves_the_list_of_what_is_missing(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask, sample_desk: Desk
) -> None:
    number = lacking(cases)
    before = len(cases.table.shown)
    lead(cases, sample_window, settled, number)
    typed = by_keys(qtbot, "53", "38", "合", "案管某某", "", "", "", "5 漏列事实", "2", "", "2 文书有误")
    answers(by_an_outsider(typed))
    qtbot.keyClick(cases.table, Qt.Key.Key_R, CTRL)
    settled(sample_window)
    held = sample_desk.evaluations.card(number).evaluation
    assert held is not None
    assert held.fact.review[1:4] == (Decimal(53), Decimal(38), "合格")
    assert held.fact.review.reviewed == date(2027, 1, 11)
    assert [each.name for each in held.fact.items] == ["事实认定", "法律适用", "办案程序"]
    assert len(cases.table.shown) == before - 1


def test_marks_left_empty_are_what_the_items_leave(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask, sample_desk: Desk
) -> None:
    number = lacking(cases)
    lead(cases, sample_window, settled, number)
    answers(by_an_outsider(by_keys(qtbot, "", "", "合", "案管某某", "", "", "1.5", "", "", "", "4 程序瑕疵")))
    qtbot.keyClick(cases.table, Qt.Key.Key_R, CTRL)
    settled(sample_window)
    held = sample_desk.evaluations.card(number).evaluation
    assert held is not None
    assert held.fact.review[1:3] == (Decimal("58.5"), Decimal(36))
    assert held.fact.items == (
        Item("substance", "证据审查与收集", Decimal("1.5")),
        Item("procedure", "办案程序", Decimal(4), "程序瑕疵"),
    )


def test_a_refused_evaluation_stays_in_its_dialog_with_its_sentence_and_the_focus_where_it_belongs(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask, sample_desk: Desk
) -> None:
    number = lacking(cases)
    handler = sample_desk.cases.card(number).names
    name = next(iter(handler.values()))
    lead(cases, sample_window, settled, number)
    told: list[tuple[str, bool]] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, EvaluationDialog)
        by_keys(qtbot, "53", "38", "合", name)(dialog)
        told.append((said(dialog), dialog.reviewer.hasFocus()))
        dialog.reviewer.selectAll()
        type_into(qtbot, dialog.reviewer, "案管某某")
        confirm(qtbot, dialog)
        told.append((said(dialog), dialog.reviewer.hasFocus()))
        dialog.outside.setChecked(True)
        confirm(qtbot, dialog)

    answers(answer)
    qtbot.keyClick(cases.table, Qt.Key.Key_R, CTRL)
    settled(sample_window)
    (sentence, focused), (stranger, focused_again) = told
    assert "本人不能评查自己的案件" in sentence
    assert "本院没有“案管某某”。院外评查人或案管办，请勾选下面的一项。" in stranger
    assert focused
    assert focused_again
    assert sample_desk.evaluations.card(number).evaluation is not None


def test_everything_wrong_in_an_evaluation_is_marked_at_its_field_by_one_press(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask, sample_desk: Desk
) -> None:
    number = lacking(cases)
    lead(cases, sample_window, settled, number)
    told: list[dict[str, str]] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, EvaluationDialog)
        items = list(dialog.items.values())
        dialog.marks["substance"].setText("七十")
        dialog.marks["procedure"].setText("41")
        dialog.reviewed.setText("2026-13-01")
        for field, text in zip(items, ("70", "-3", "漏列", "1.125", "2"), strict=False):
            field.setText(text)
        dialog.verb.setFocus()
        confirm(qtbot, dialog)
        fields = {"grade": dialog.grade, "reviewer": dialog.reviewer, "reviewed": dialog.reviewed}
        fields |= dialog.marks | {name: field for (_, name), field in dialog.items.items()}
        told.append({name: field.accessibleDescription() for name, field in fields.items()})
        told.append({"all": said(dialog), "focus": str(dialog.marks["substance"].hasFocus())})
        dialog.marks["substance"].setText("")
        for field in items:
            field.setText("")
        confirm(qtbot, dialog)
        told.append({name: field.accessibleDescription() for name, field in fields.items()})
        dialog.close()

    answers(answer)
    qtbot.keyClick(cases.table, Qt.Key.Key_R, CTRL)
    settled(sample_window)
    first, shown, second = told
    assert {name for name, text in first.items() if text} == {
        "substance", "procedure", "grade", "reviewer", "reviewed",
        "证据审查与收集", "事实认定", "法律适用", "法律监督",
    }  # fmt: skip
    assert "“证据审查与收集”扣分应在 0 至 60 之间" in first["证据审查与收集"]
    assert "“事实认定”扣分应在 0 至 60 之间，不写负号" in first["事实认定"]
    assert "有 9 处要改正" in shown["all"]
    assert all(text in shown["all"] for text in first.values())
    assert shown["focus"] == "True"
    assert {name for name, text in second.items() if text} == {
        "substance", "procedure", "grade", "reviewer", "reviewed",
    }  # fmt: skip
    assert sample_desk.evaluations.card(number).evaluation is None


def test_a_reviewer_is_named_by_initials_and_nobody_names_themselves_so(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask, sample_desk: Desk
) -> None:
    number = lacking(cases)
    own = next(iter(sample_desk.cases.card(number).names.values()))
    roster = [row.name for row in sample_desk.people.roster(2026)]
    heard = {name: min(readings(name), key=len) for name in roster}
    alone = [name for name in roster if sum(heard[name] in readings(each) for each in roster) == 1]
    assert own in alone
    other = next(name for name in alone if name != own)
    lead(cases, sample_window, settled, number)
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, EvaluationDialog)
        by_keys(qtbot, "53", "38", "合", heard[own])(dialog)
        told.append(said(dialog))
        dialog.reviewer.setText(heard[other])
        confirm(qtbot, dialog)

    answers(answer)
    qtbot.keyClick(cases.table, Qt.Key.Key_R, CTRL)
    settled(sample_window)
    assert "本人不能评查自己的案件" in told[0]
    held = sample_desk.evaluations.card(number).evaluation
    assert held is not None
    assert held.fact.review.reviewer == other


def reviewed(cases: CasesPage) -> str:
    return next(row.number for row in cases.table.shown if row.grade is not None)


def test_an_imported_evaluation_is_completed_and_its_figures_cannot_be_typed_over(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask, sample_desk: Desk
) -> None:
    number = reviewed(cases)
    lead(cases, sample_window, settled, number)

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, EvaluationDialog)
        assert not any(each.isEnabled() for each in (*dialog.marks.values(), dialog.grade, dialog.reviewer))
        dialog.findings.setFocus()
        dialog.findings.insertPlainText("流监〔2026〕3号 超期告知\n未及时归档")
        confirm(qtbot, dialog)

    answers(answer)
    qtbot.keyClick(cases.table, Qt.Key.Key_R, CTRL)
    settled(sample_window)
    held = sample_desk.evaluations.card(number).evaluation
    assert held is not None
    assert held.fact.findings == (Finding("流监〔2026〕3号", "超期告知"), Finding("", "未及时归档"))
    assert "流监〔2026〕3号" in facts(cases)


def run(cases: CasesPage, title: str) -> None:
    next(each for each in cases.commands() if each.title == title).run()


def test_the_handler_s_reply_stands_in_the_card(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask
) -> None:
    lead(cases, sample_window, settled, reviewed(cases))

    def answer(dialog: QWidget) -> None:
        field = dialog.focusWidget()
        assert field is not None
        field.insertPlainText("无异议")  # type: ignore[attr-defined]
        confirm(qtbot, dialog)

    answers(answer)
    run(cases, "登记承办人对评价的意见")
    settled(sample_window)
    assert "承办人意见|2027-01-11|无异议" in facts(cases)


def test_an_acquittal_waits_in_its_own_list_until_the_cause_is_found(
    qtbot: QtBot, sample_window: MainWindow, settled: Settled, answers: Ask, sample_desk: Desk, actor: Actor, tmp_path
) -> None:  # type: ignore[no-untyped-def] # fmt: skip
    from openpyxl import Workbook  # noqa: PLC0415 - here alone

    book = Workbook()
    sheet = book.active
    sheet.append(("案号", "案件类别", "承办检察官工号", "受理日期", "审结日期", "处理结果"))
    sheet.append(("演检刑诉〔2026〕901号", "审查起诉", "J001", "2026-01-05", "2026-05-02", "一审判决无罪"))
    book.save(tmp_path / "案件.xlsx")
    sample_desk.imports.carry_out(actor, Kind.CASES, tmp_path / "案件.xlsx", 2026)
    cases = sample_window.frame.lead_to("cases")
    settled(sample_window)
    assert isinstance(cases, CasesPage)
    cases._pick_tab(Show.CAUSELESS.value)
    assert "演检刑诉〔2026〕901号" in [row.number for row in cases.table.shown]
    lead(cases, sample_window, settled, "演检刑诉〔2026〕901号")
    assert "尚未认定" in facts(cases)
    answers(by_keys(qtbot, "演检考委〔2026〕5号", "2026-07-01", "失", "漏审关键证言"))
    run(cases, "无罪、免予刑事处罚案件的原因认定")
    settled(sample_window)
    assert "演检刑诉〔2026〕901号" not in [row.number for row in cases.table.shown]
    found = sample_desk.evaluations.card("演检刑诉〔2026〕901号").cause
    assert found is not None
    assert (found.cause, found.decision, found.day) == ("失误", "演检考委〔2026〕5号", date(2026, 7, 1))


def test_the_form_is_looked_at_and_kept_as_pdf_with_its_entry_in_the_journal(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask, sample_desk: Desk,
    tmp_path: Path,
) -> None:  # fmt: skip
    number = reviewed(cases)
    lead(cases, sample_window, settled, number)
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        qtbot.waitUntil(dialog.put.isEnabled)
        told.append(f"{dialog.windowTitle()}，{dialog.preview.accessibleDescription()}")
        told.extend(row.verb for row in sample_desk.journal.rows(1) if row.verb == "evaluations.draw")
        dialog.put_into(tmp_path / "评价表.pdf")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(look)
    run(cases, "打印所选案件的评价表")
    assert told == [f"案件评价表 {number}，共 1 页"]
    assert (tmp_path / "评价表.pdf").read_bytes().startswith(b"%PDF")
    printed = sample_desk.journal.rows(1)[0]
    assert (printed.verb, printed.subject) == ("evaluations.draw", number)


def test_on_a_read_only_desk_the_form_is_looked_at_and_does_not_leave(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask
) -> None:
    lead(cases, sample_window, settled, reviewed(cases))
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        qtbot.waitUntil(lambda: bool(dialog.pdf))
        told.append(dialog.print.toolTip())
        assert not dialog.print.isEnabled()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    sample_window.place.show_read_only(ReadOnly.MEDIUM)
    answers(look)
    run(cases, "打印所选案件的评价表")
    assert told == [sample_window.place.no_writing]
    sample_window.place.show_read_only(None)


def test_a_case_without_evaluation_has_no_form_to_look_at(
    cases: CasesPage, sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    lead(cases, sample_window, settled, lacking(cases))
    with qtbot.waitSignal(sample_window.place.said) as heard:
        run(cases, "打印所选案件的评价表")
    assert heard.args == ["这个案件还没有评价，先录入评价"]


def choose_fact(cases: CasesPage, text: str) -> None:
    panel = cases.detail.facts
    panel.setCurrentRow(next(at for at in range(panel.count()) if panel.item(at).data(FACT).text == text))


def test_an_imported_figure_is_overridden_by_keys_with_a_second_person_and_both_stay_in_sight(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask, sample_desk: Desk
) -> None:
    number = reviewed(cases)
    before = sample_desk.evaluations.card(number).evaluation.fact.review.substance  # type: ignore[union-attr]
    lead(cases, sample_window, settled, number)
    choose_fact(cases, "实体")
    answers(by_keys(qtbot, "31.5", "案管系统漏录", "演检案管〔2026〕3号"), typed(qtbot, "王芳"))
    qtbot.keyClick(cases.detail.facts, Qt.Key.Key_U, CTRL)
    settled(sample_window)
    told = facts(cases)
    assert f"更正 实体得分|{before:f} → 31.5|" in told
    assert "演检案管〔2026〕3号" in told
    assert "王芳（第二人）" in told


def test_an_override_without_evidence_is_refused_before_the_second_is_asked(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask, sample_desk: Desk
) -> None:
    number = reviewed(cases)
    lead(cases, sample_window, settled, number)
    choose_fact(cases, "实体")
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        by_keys(qtbot, "31.5", "案管系统漏录")(dialog)
        told.append(said(dialog))
        dialog.close()

    answers(answer)
    qtbot.keyClick(cases.detail.facts, Qt.Key.Key_U, CTRL)
    assert "要有凭据" in told[0]
    assert not sample_desk.overrides.card(cases.detail._recorded().kind, (number,)).overridden


def test_quota_holders_without_cases_are_listed(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask, sample_desk: Desk
) -> None:
    told: list[tuple[int, str]] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, IdleDialog)
        told.append((len(dialog.table.shown), said(dialog)))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(answer)
    cases.idle_button.setFocus()
    qtbot.keyClick(cases.idle_button, Qt.Key.Key_Space)
    settled(sample_window)
    idle = sample_desk.evaluations.missing(2026).idle
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] == len(idle)
    assert f"{len(idle)} 人" in told[0][1]


def test_a_figure_of_the_ranking_is_overridden_from_its_source(
    qtbot: QtBot, sample_window: MainWindow, settled: Settled, answers: Ask
) -> None:
    page = sample_window.frame.lead_to("ranking", "J001")
    settled(sample_window)
    detail = page.detail
    view, told = detail.view, []

    def lines(node: Node) -> Iterator[Node]:
        yield node
        for child in node.children:
            yield from lines(child)

    node = next(each for each in lines(view.tree.node(QModelIndex())) if each.given and each.given.kind == "mark")
    view.setCurrentIndex(view.tree.index_of(node))

    def answer(dialog: QWidget) -> None:
        told.append(said(dialog))
        by_keys(qtbot, "66", "录错", "政1号")(dialog)

    answers(answer, typed(qtbot, "王芳"))
    sample_window.activateWindow()
    qtbot.waitUntil(sample_window.isActiveWindow)  # a shortcut belongs to the active window
    qtbot.keyClick(view, Qt.Key.Key_U, CTRL)
    settled(sample_window)
    assert "导入值" in told[0]
    shown = [each for each in lines(view.tree.node(QModelIndex())) if each.given and each.given.overridden]
    assert "更正为 66" in f"{shown[0].text}{shown[0].more}"
