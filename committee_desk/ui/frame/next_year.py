"""结转新年度, asked once: what goes over, and what still has to be done in the new year."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from committee_desk.services.desk import Desk
from committee_desk.services.new_year import Carried
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.perform import perform
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.services.changes import Change


def open_next_year(parent: QWidget, place: Workplace, desk: Desk) -> int | None:
    """Ask, and open the next year; the year opened, None where it was left or refused."""
    carried = perform(parent, place.changes, desk.new_year.preview)
    if carried is None:
        return None
    dialog = NextYearDialog(parent, carried)

    def act() -> bool:
        done: Change | None = perform(dialog, place.changes, lambda: desk.new_year.open(place.actor, carried.year))
        return done is not None

    if not dialog.run(act):
        return None
    place.say(tr("已结转到 {year} 年度", year=carried.year))
    return carried.year


class NextYearDialog(FormDialog):
    """Says what goes over; confirms with Ctrl+Enter."""

    def __init__(self, parent: QWidget, carried: Carried) -> None:
        super().__init__(parent, tr("结转新年度"), tr("结转到 {year} 年度", year=carried.year))
        self.explain(tr("新开 {year} 年度。{before} 年度的数据原样保留。", year=carried.year, before=carried.before))
        for name, said in _lines(carried):
            self.add_words(name, said)
        self.consequence.setText(tr("记入日志；结转前自动留一份备份"))


def _lines(carried: Carried) -> tuple[tuple[str, str], ...]:
    year, before = carried.year, carried.before
    schemes = tr("、").join(dictionary_word(each) for each in carried.schemes)
    calendar = (
        tr("{year} 年的放假通知已在日历中。", year=year)
        if carried.calendar_held
        else tr("日历中还没有 {year} 年的放假通知，发布后请导入。", year=year)
    )
    return (
        (tr("方案"), tr("{schemes}：沿用 {before} 年的文本，待委员会采用。", schemes=schemes, before=before)),
        (tr("人员"), tr("年初在册 {people} 人；部门、亲属关系和分管按日期自然延续。", people=carried.people)),
        (tr("日历"), calendar),
    )
