"""立项复核, 立项更正: from which paper, which figures are challenged, and who examines, with who may not and why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.proceedings import FEWEST_EXAMINERS, Challenge, ProceedingKind
from committee_desk.domain.said import TooLongForField
from committee_desk.services.changes import Change
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.proceeding_refusals import (
    BasisMissing,
    ChallengeMissing,
    ExaminerBarred,
    ExaminerTwice,
    ExaminerUnclear,
    NothingLikeThat,
    ProceedingGoesOn,
    SourceNotAccepted,
    TooFewExaminers,
)
from committee_desk.services.proceeding_views import Bar, Opening
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.ui.publication.form import Fields
from committee_desk.ui.rereview.appointing import EXAMINERS, WIDE, means, typed
from committee_desk.ui.rereview.challenge_list import ChallengeList
from committee_desk.ui.rereview.form import RereviewForm
from committee_desk.ui.rereview.reading import Source
from committee_desk.wording.language import tr
from committee_desk.wording.proceedings import bar_name, kind_name
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.services.proceeding_opening import Opened
    from committee_desk.ui.common.page import Page

PAUSE = 250


class OpenDialog(RereviewForm):
    """Without sources it is a correction: of whom, on what basis. Who may not examine is said at the field at once."""

    def __init__(self, page: "Page", people: Sequence[Named], sources: Sequence[Source], chosen: Source | None) -> None:
        self._own_motion = not sources
        title = tr("立项更正") if self._own_motion else tr("立项复核")
        super().__init__(page, title, title, width=WIDE)
        self._people, self._sources, self._asked = {each.code: each for each in people}, tuple(sources), 0
        self._bars: tuple[Bar, ...] = ()
        self._asks_which = chosen is None and len(self._sources) > 1
        self.opened: Opened | None = None
        self.source, self.person, self.basis = QComboBox(), PersonField(people), QLineEdit()
        self.basis.setMaxLength(200)
        self.challenged = ChallengeList()
        self.examiners = [PersonField(people, strangers=True) for _ in range(EXAMINERS)]
        self._said: QLabel | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PAUSE)
        self._late.timeout.connect(self._ask_bars)
        if self._own_motion:
            self._ask_whom()
        else:
            self._ask_which(chosen)
        self.add_row(
            tr("更正哪些") if self._own_motion else tr("异议的得分"), self.challenged,
            tr("空格选中；据此确定谁须回避。打字筛选"),
        )  # fmt: skip
        hints = (tr("没有经手所选各项的人；可填本院人员，也可填外单位人员"), "", tr("可以不填"))
        names = (tr("承办人一"), tr("承办人二"), tr("承办人三"))
        for name, field, hint in zip(names, self.examiners, hints, strict=True):
            self.add_row(name, field, hint)
            self.check(field, lambda field=field: self._why_barred(field))  # type: ignore[misc]
        self._said = self.add_words(tr("不能承办"), tr("选中以后列出"))
        self.challenged.list.installEventFilter(self)
        self.challenged.changed.connect(self._late.start)
        self.consequence.setText(tr("承办人先签回避声明，再查明事实"))
        QTimer.singleShot(0, self, self._read_figures)

    def _ask_which(self, chosen: Source | None) -> None:
        for each in self._sources:
            self.source.addItem(f"{each.label}　{each.name}　{kind_name(each.kind)}", None)
        if chosen is not None:
            self.source.setCurrentIndex(max(0, self._index_of(chosen)))
        self.add_row(tr("依据"), self.source)
        self._what = self.add_words(tr("请求和理由"), self._grounds())
        self.source.currentIndexChanged.connect(lambda _at: self._other_source())

    def _index_of(self, source: Source) -> int:
        return next((at for at, each in enumerate(self._sources) if each[:2] == source[:2]), 0)

    def _ask_whom(self) -> None:
        self.explain(tr("本院自己发现的错误、审议以后的处分或请假、补定等次。不利于本人的，须先听取本人意见。"))
        self.add_row(tr("更正谁的"), self.person, tr("姓名、工号或拼音首字母"))
        self.add_row(tr("依据"), self.basis, tr("写明文件：处分决定、结案材料、查实的笔误等"))
        self.person.editingFinished.connect(self._read_figures)

    def _focus_first(self) -> None:
        """Of whom, from which of several papers, or which figures: whatever is asked first."""
        (self.person if self._own_motion else self.source if self._asks_which else self.challenged).setFocus()

    # -- reading ---------------------------------------------------------------------------------------------------

    @property
    def _chosen(self) -> Source | None:
        return self._sources[max(0, self.source.currentIndex())] if self._sources else None

    @property
    def about(self) -> str:
        """Whose figures are looked at again."""
        if self._chosen is not None:
            return self._chosen.about
        person = self.person.person
        return person.code if person is not None else ""

    def _grounds(self) -> str:
        source = self._chosen
        if source is None or not source.matters:
            return source.grounds if source is not None else ""
        return tr("{matters}：{grounds}", matters=source.matters, grounds=source.grounds)

    def _other_source(self) -> None:
        self._what.setText(self._grounds())
        self._read_figures()

    def _read_figures(self) -> None:
        """The figures of whom it is about, away from the window; an answer overtaken is dropped."""
        about = self.about
        if not about or about == self.challenged.whose:
            return
        self.challenged.wait_for(about)
        desk, year = self.page.desk, self.page.year
        self.page.place.worker.run(
            lambda _tell: desk.proceedings.challengeable(year, about),
            lambda found: self._take_figures(about, found),
            lambda error: self.refuse(_sentence(error)),
            owner=self,
        )

    def _take_figures(self, about: str, found: tuple[Challenge, ...]) -> None:
        if about == self.about:
            self.challenged.offer(found)
            self._late.start()
            self.fit()

    def _ask_bars(self) -> None:
        opening = self.opening()
        if not self.about:
            return
        self._asked += 1
        mine, desk, year = self._asked, self.page.desk, self.page.year
        self.page.place.worker.run(
            lambda _tell: desk.proceedings.bars(year, opening),
            lambda found: self._show_bars(found) if mine == self._asked else None,
            lambda _error: None,  # said when it is opened
            owner=self,
        )

    def _show_bars(self, bars: tuple[Bar, ...]) -> None:
        self._bars = bars
        if self._said is not None:
            told: dict[str, list[str]] = {}
            for each in bars:
                told.setdefault(each.name, []).append(bar_name(each))
            lines = [tr("{name}：{why}", name=name, why=tr("；").join(whys)) for name, whys in told.items()]
            self._said.setText("\n".join(lines) or tr("没有人须回避"))
            self._said.setMinimumHeight(self._said.heightForWidth(self._said.width()))
        wrong = [(why, field) for field in self.examiners if (why := self._why_barred(field))]
        for field in self.examiners:
            self.unmark(field)
        for why, at in wrong:
            self._mark(at, why)
        self.fit()

    def _why_barred(self, field: PersonField) -> str:
        """Why who is typed there may not examine; empty where nothing is known against it."""
        person = field.person
        if person is None:
            return ""
        bar = next((each for each in self._bars if each.code == person.code), None)
        return sentence(ExaminerBarred(person.shown, bar)) if bar is not None else ""

    # -- the act ---------------------------------------------------------------------------------------------------

    def opening(self) -> Opening:
        """What was typed."""
        source = self._chosen
        examiners = tuple(filter(None, map(typed, self.examiners)))
        if source is not None:
            return Opening(source.kind, source.number, self.challenged.taken(), examiners)
        correction = ProceedingKind.CORRECTION
        return Opening(correction, None, self.challenged.taken(), examiners, self.basis.text(), self.about)

    def carry(self) -> bool:
        """Open it."""
        if wrong := self._wrong():
            self.refuse_all(wrong)
            return False
        desk, actor, year, opening = self.page.desk, self.page.place.actor, self.page.year, self.opening()
        done: list[Opened] = []

        def open_(_seen: int) -> Change:
            done.append(desk.proceedings.open(actor, year, opening))
            return done[0].change

        fields: Fields = {
            BasisMissing: self.basis, ChallengeMissing: self.challenged, NothingLikeThat: self.challenged,
            NoSuchPerson: self.person, TooFewExaminers: self._first_empty(), TooLongForField: self.basis,
            SourceNotAccepted: self.source, ProceedingGoesOn: self.source,
        }  # fmt: skip
        if not self.act(open_, fields):
            return False
        self.opened = done[0]
        return True

    def _wrong(self) -> list[tuple[str, QWidget]]:
        """Everything that is missing, said at once."""
        said: list[tuple[str, QWidget]] = []
        if self._own_motion and not self.about:
            said.append((tr("请填写更正谁的考核结果，从名册中选择。"), self.person))
        if self._own_motion and not self.basis.text().strip():
            said.append((sentence(BasisMissing()), self.basis))
        if not self._own_motion and not self.challenged.taken():
            said.append((sentence(ChallengeMissing()), self.challenged))
        named = sum(bool(each.text().strip()) for each in self.examiners)
        if named < FEWEST_EXAMINERS:
            said.append((sentence(TooFewExaminers(named)), self._first_empty()))
        return said

    def _first_empty(self) -> PersonField:
        return next((each for each in self.examiners if not each.text().strip()), self.examiners[-1])

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """An examiner who may not is refused where the name stands."""
        if isinstance(error, ExaminerBarred | ExaminerTwice | ExaminerUnclear):
            at = [each for each in self.examiners if means(each, error.name)]
            fields = {**fields, type(error): at[-1] if at else self.examiners[0]}
        super().say_refused(error, fields, otherwise)


def _sentence(error: BaseException) -> str:
    return sentence(error) if isinstance(error, DeskError | Trouble) else tr("读取没有成功")
