"""张贴公示: what is published where and for how many days; the counted days and the notice follow what is typed."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from committee_desk.domain.calendar import DayOutOfRange, TooFewDays, YearNotHeld
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.notice import NoticeOrder, Receiving
from committee_desk.services import typed_values
from committee_desk.services.page_pictures import PagePicture
from committee_desk.services.publication_refusals import (
    BadCutOff,
    NoSuchPlace,
    NothingAffected,
    PlaceNotHung,
    PlanIncomplete,
    PostedOutOfTime,
    TwoNamesNeeded,
)
from committee_desk.services.publication_views import NoticePlan, Preview, PublicationView
from committee_desk.ui.common.fitting import fit_dialog, room_for
from committee_desk.ui.common.paper.dialog import show
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.publication.form import LONGEST, ActDialog, Fields, TwoNames, reason_field, typed_count
from committee_desk.ui.publication.papers import handed_out
from committee_desk.ui.publication.places import PlaceLine, PlacesField
from committee_desk.ui.publication.posting_checks import left_out, standing_against, unread
from committee_desk.ui.publication.posting_side import PostingSide
from committee_desk.wording.language import tr
from committee_desk.wording.publications import order_name
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

FORM_WIDE, SIDE_WIDE, HIGH, PAUSE, ROOMY = 620, 330, 690, 350, 1000


class PostDialog(ActDialog):
    """The form at the left; at the right the days and the paper that it makes, anew after every change."""

    def __init__(self, page: "Page", plan: NoticePlan, view: PublicationView) -> None:
        self._roomy = room_for(page.window()).width() >= ROOMY
        wide = FORM_WIDE + (SIDE_WIDE if self._roomy else 0)
        super().__init__(page, tr("张贴公示"), tr("张贴公示"), width=wide)
        self._plan, self._view, self._asked = plan, view, 0
        self.places = PlacesField(plan.places, page.now())
        self.by = TwoNames(*(plan.hung[0].by if plan.hung else ("", "")))
        self.days, self.cut_off = QLineEdit(str(plan.days)), QLineEdit(plan.cut_off)
        self.order, self.scope, self.why = QComboBox(), QLineEdit(plan.scope), reason_field()
        desk = plan.receiving
        self.receiving = {name: QLineEdit(getattr(desk, name)) for name in Receiving._fields}
        self.scores, self.ranks = QCheckBox(tr("得分")), QCheckBox(tr("名次"))
        self.ungraded, self.whole = QCheckBox(tr("等次另行确定的人")), QCheckBox(tr("全部人员，不只受影响的"))
        self.why.setText(plan.why)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PAUSE)
        self._late.timeout.connect(self.preview)
        self.side = PostingSide(self.look, self._late.start, roomy=self._roomy)
        self._fill()
        self._rows()
        self._place_side()
        self._listen()
        self.consequence.setText(tr("公示书在各处张贴好以后再登记；登记即开始计算公示期"))
        self.preview()

    # -- the form --------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for order in NoticeOrder:
            self.order.addItem(order_name(order), order.value)
        self.order.setCurrentIndex(self.order.findData(self._plan.order.value))
        self.scores.setChecked(self._plan.scores)
        self.ranks.setChecked(self._plan.ranks)
        self.ungraded.setChecked(self._plan.ungraded)
        self.days.setMaxLength(3)
        self.cut_off.setMaxLength(5)
        self.cut_off.setPlaceholderText(tr("本院设置的时刻"))
        for each in (self.scope, *self.receiving.values()):
            each.setMaxLength(LONGEST)

    def _rows(self) -> None:
        parts = [each for line in self.places.lines for each in line.fields]
        self.add_parts(
            tr("张贴地点"), self.places, parts, tr("地点、时间、照片编号；写实际贴好的时间，只写时刻的是今天")
        )
        self.places.grown.connect(self._follow_line)
        self.add_parts(tr("张贴人"), self.by, self.by.parts, tr("两个人在场"))
        self.add_row(tr("公示天数"), self.days, tr("几个工作日，不少于 5 个；张贴当日不计"))
        self.add_row(tr("截止时刻"), self.cut_off, tr("24 小时制，如 17:30；留空的按本院设置，不印时刻的写 24:00"))
        self.add_row(tr("名单排列"), self.order)
        self.add_row(tr("还写明"), self._boxes(), tr("等次总是写明；理由和案号从不写"))
        self.add_row(tr("公示的范围"), self.scope, tr("留空的是本院全体人员"))
        names = {"department": tr("受理部门"), "place": tr("受理地点"), "phone": tr("受理电话"),
                 "handler": tr("受理经办人")}  # fmt: skip
        for key, name in names.items():
            self.add_row(name, self.receiving[key])
        self.add_row(tr("说明"), self.why, tr("重新公示的写明为什么；记入日志"))

    def _follow_line(self, line: PlaceLine) -> None:
        """Enter comes to a line that was added after the lines before it."""
        at = self._fields.index(self.by.first)
        for each in line.fields:
            self.follow(each)
            self._fields.remove(each)
        self._fields[at:at] = line.fields

    def _boxes(self) -> QWidget:
        made = QWidget()
        lines, first, second = QVBoxLayout(made), QHBoxLayout(), QHBoxLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        first.setSpacing(16)
        for each in (self.scores, self.ranks, self.ungraded):
            first.addWidget(each)
        first.addStretch(1)
        lines.addLayout(first)
        self.whole.setVisible(any(each.closing is not None for each in self._view.versions))
        second.addWidget(self.whole)
        lines.addLayout(second)
        made.setFocusProxy(self.scores)
        return made

    def _place_side(self) -> None:
        """The days and the paper beside the form; on a small screen the days below it, the paper behind its button."""
        if not self._roomy:
            self.form.addRow(self.side)
            return
        outer = self.layout()
        assert isinstance(outer, QBoxLayout)  # noqa: S101 - FormDialog's own
        across = QHBoxLayout()
        across.setSpacing(0)
        outer.removeWidget(self._area)
        across.addWidget(self._area, 1)
        self.side.setFixedWidth(SIDE_WIDE)
        across.addWidget(self.side)
        outer.insertLayout(0, across, 1)

    def _make_room(self) -> None:
        """As high as its picture needs, or as the screen has."""
        fit_dialog(self, QSize(self.width(), HIGH))
        if self._banner.count():
            self._area.ensureVisible(0, 0)

    def _listen(self) -> None:
        typed = (self.days, self.cut_off, self.scope, *self.receiving.values())
        for line in typed:
            line.textChanged.connect(lambda _text: self._late.start())
        for box in (self.scores, self.ranks, self.ungraded, self.whole):
            box.toggled.connect(lambda _on: self._late.start())
        self.order.currentIndexChanged.connect(lambda _at: self._late.start())
        self.places.changed.connect(self._late.start)

    def _focus_first(self) -> None:
        """The first place, or who hung it where the places are known."""
        place = self.places.lines[0].place
        (self.by.first if place.text() else place).setFocus()

    # -- what it makes ---------------------------------------------------------------------------------------------

    def plan(self) -> NoticePlan:
        """What was typed."""
        hung = self.places.hung(self.by.names())
        return replace(
            self._plan,
            posted=max((each.posted for each in hung), default=self._plan.posted),
            receiving=Receiving(**{name: field.text() for name, field in self.receiving.items()}),
            places=tuple(each.place for each in hung),
            hung=hung,
            days=typed_count(self.days.text()) or 0,
            cut_off=typed_values.hour(self.cut_off.text()),
            order=NoticeOrder(self.order.currentData()),
            scores=self.scores.isChecked(),
            ranks=self.ranks.isChecked(),
            ungraded=self.ungraded.isChecked(),
            whole=self.whole.isChecked(),
            scope=self.scope.text(),
            why=self.why.text(),
        )

    def preview(self) -> None:
        """Ask what the plan makes; an answer overtaken by a newer question is dropped."""
        if wrong := unread(self):
            self._asked += 1
            self.side.say_not_yet(wrong[0][0])
            return
        desk, year, plan, dots = self.page.desk, self.page.year, self.plan(), self.side.picture.dots_an_inch()
        actor = self.page.place.actor
        self._asked += 1
        mine = self._asked

        def work() -> tuple[Preview, tuple[PagePicture, ...]]:
            made = desk.publication.preview(year, plan)
            desk.publication.require_possible(year, plan)
            return made, desk.sheets.pages(
                desk.publication.preview_draft(actor, year, plan, to_hang=True), dots
            ) if self._roomy else ()

        self.page.place.worker.run(
            lambda _tell: work(),
            lambda both: self.side.show_made(*both, self.page.now().year) if mine == self._asked else None,
            lambda error: self._show_why_not(error) if mine == self._asked else None,
            owner=self,
        )

    def _show_why_not(self, error: BaseException) -> None:
        if not isinstance(error, DeskError | Trouble):
            tell_failure(self, error)
            return
        self.side.say_not_yet(sentence(error))

    def look(self) -> None:
        """The paper in full, to be printed and hung before it is recorded."""
        if not self.side.draft.isEnabled():
            return
        desk, actor, year, plan = self.page.desk, self.page.place.actor, self.page.year, self.plan()
        paper = handed_out(
            self.page,
            tr("{year} 年度公示书（张贴前）", year=year),
            tr("{year}年度公示书", year=year),
            lambda: desk.publication.preview_draft(actor, year, plan, to_hang=True),
            lambda: desk.publication.draft(actor, year, plan),
        )
        show(self.page, paper)

    # -- the act ---------------------------------------------------------------------------------------------------

    def post(self) -> bool:
        """Record that it hangs."""
        if wrong := standing_against(self):
            self.refuse_all(wrong)
            return False
        desk, actor, year, plan = self.page.desk, self.page.place.actor, self.page.year, self.plan()
        fields: Fields = {
            PlaceNotHung: self.places, NoSuchPlace: self.places, PostedOutOfTime: self.places,
            YearNotHeld: self.places, DayOutOfRange: self.places, TwoNamesNeeded: self.by, BadCutOff: self.cut_off,
            TooFewDays: self.days, NothingAffected: self.whole,
        }  # fmt: skip
        act = tr("张贴 {year} 年度等次公示：{places}", year=year, places=tr("、").join(plan.places))
        return self.carry_out(act, lambda second: desk.publication.post(actor, year, plan, second), fields)

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """What is missing is said at every field that lacks it."""
        if isinstance(error, PlanIncomplete):
            at = {**self.receiving, "places": self.places, "hung": self.places}
            self.refuse_all([(left_out(name), at[name]) for name in error.missing])
            return
        super().say_refused(error, fields, otherwise)
