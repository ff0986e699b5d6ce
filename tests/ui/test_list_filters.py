"""The filters that all lists share: departments by their numbers, categories, and what passes them."""

from pytestqt.qtbot import QtBot

from committee_desk.domain.people import Category
from committee_desk.ui.common.list_filters import CategoryChoice, DepartmentChoice
from committee_desk.ui.common.tool_row import ToolRow


def test_departments_stand_by_their_numbers_and_let_only_the_chosen_one_through(qtbot: QtBot) -> None:
    heard: list[bool] = []
    row = ToolRow()
    qtbot.addWidget(row)
    choice = row.add(DepartmentChoice(lambda: heard.append(True)))
    choice.offer_of(["第二检察部", "第一检察部", "", "第十检察部", "第二检察部"])
    assert [choice.itemText(at) for at in range(choice.count())] == [
        "全部部门",
        "第一检察部",
        "第二检察部",
        "第十检察部",
    ]
    assert choice.lets("第一检察部")
    choice.setCurrentText("第二检察部")
    assert heard == [True]
    assert [choice.lets(each) for each in ("第一检察部", "第二检察部", None)] == [False, True, False]
    choice.offer_of(["第一检察部"])  # the one chosen is gone: all are seen again
    assert choice.lets("第一检察部")
    assert heard == [True, True]


def test_the_category_that_owes_is_looked_at_first_and_only_once(qtbot: QtBot) -> None:
    row = ToolRow()
    qtbot.addWidget(row)
    choice = row.add(CategoryChoice(lambda: None))
    held = {Category.PROSECUTOR, Category.ASSISTANT}
    choice.start_with(held, {Category.ASSISTANT})
    assert choice.currentText() == "检察辅助人员"
    assert [choice.lets(each) for each in Category] == [False, True, False]
    choice.show_all()
    choice.start_with(held, {Category.ASSISTANT})
    assert all(choice.lets(each) for each in Category)
