"""The forms of a rating round before it opens: its draft, a person corrected, its adoption."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Participant, Round, RoundKind
from committee_desk.services.changes import Change
from committee_desk.services.round_refusals import (
    AdoptedAhead,
    AdoptionIncomplete,
    CapUnclear,
    LeaderNotRated,
    NotOnTheRoster,
    RoundForNobody,
    RoundSchemesDiffer,
    RoundUntitled,
)
from committee_desk.services.round_views import AdoptedBy, ParticipantRow, RoundCard, RoundForm
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.second import with_second_if_needed
from committee_desk.ui.people.columns import category_word
from committee_desk.ui.rounds.terms import participation_words, terms_words
from committee_desk.wording.language import tr
from committee_desk.wording.rounds import ballot_class_name, round_kind
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.services.round_views import Ended
    from committee_desk.services.second import Second
    from committee_desk.ui.common.page import Page

WIDE = 600
LONGEST_TITLE, LONGEST_DOCUMENT, LONGEST_REASON = 60, 60, 200


class RoundsForm(FormDialog):
    """A form of which each refusal lands in the field that it is about."""

    def __init__(self, page: "Page", title: str, verb: str, width: int = WIDE) -> None:
        super().__init__(page.window(), title, verb, width=width)
        self.page = page
        self.fields: dict[type[DeskError], QWidget] = {}
        self.key = ""

    def add_row(self, name: str, field: QWidget, hint: str = "") -> QLabel:
        """A field as wide as the others, so that the hint beneath has room."""
        field.setSizePolicy(QSizePolicy.Policy.Expanding, field.sizePolicy().verticalPolicy())
        return super().add_row(name, field, hint)

    def refused(self, error: DeskError | Trouble) -> bool:
        """Say a refusal at the field that it is about; the form stays."""
        field = next((each for kind, each in self.fields.items() if isinstance(error, kind)), None)
        if field is None:
            self.refuse(sentence(error))
        else:
            self.refuse_all([(sentence(error), field)])
        return False

    def carry_out(self, command: Callable[[], Change | None]) -> bool:
        """Do it and tell the screens; whether it was done."""
        self.clear_refusal()
        try:
            change = command()
        except (DeskError, Trouble) as error:
            return self.refused(error)
        if change is None:  # the second person was not named
            return False
        self.page.place.changes.announce(change)
        return True

    def with_two(self, act: str, command: "Callable[[Second | None], Change]") -> bool:
        """The same for an act that takes two: what is wrong is said before anybody is asked to confirm it."""
        return self.carry_out(lambda: with_second_if_needed(self, self.page.desk, act, command))

    def end(self, act: str, command: "Callable[[Second | None], Ended]") -> bool:
        """The same for an act that ends a round: the key of what it sealed is in `key` until it is on paper."""

        def ended(second: "Second | None") -> Change:
            done = command(second)
            self.key = done.key
            return done.change

        return self.with_two(act, ended)


class DraftForm(RoundsForm):
    """A new round, or a draft changed; the desk derives who takes part."""

    def __init__(self, page: "Page", given: Round | None, held: Iterable[Category]) -> None:
        super().__init__(page, tr("新建测评轮次") if given is None else tr("修改测评轮次"), tr("保存草稿"))
        self.given, self.number = given, given.number if given else 0
        self.title, self.kind, self.cap = QLineEdit(), QComboBox(), QLineEdit()
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.setText(given.title if given else tr("{year} 年度民主测评", year=page.year))
        for kind in RoundKind:
            self.kind.addItem(round_kind(kind), kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(given.kind) if given else 0))
        chosen = set(given.categories) if given else {str(Category.PROSECUTOR)}
        self.categories = {each: QCheckBox(category_word(each)) for each in held}
        for each, box in self.categories.items():
            box.setChecked(str(each) in chosen)
        cap = given.terms.most_excellent if given else None
        self.cap.setText("" if cap is None else str(cap))
        self.add_row(tr("名称"), self.title)
        self.add_row(tr("票种"), self.kind, tr("等次票按方案折合成分数"))
        beside = self._beside(self.categories.values())
        self.add_row(tr("测评谁"), beside, tr("这些类别年末在岗的人被测评；领导成员只投票"))
        self.add_row(tr("优秀上限"), self.cap, tr("每张票最多评几个优秀，超过的整张无效；不限就留空"))
        self.fields = {RoundUntitled: self.title, CapUnclear: self.cap, RoundForNobody: beside,
                       RoundSchemesDiffer: beside}  # fmt: skip
        self.consequence.setText(tr("保存后按岗位生成人员和票类，可以逐人调整"))
        if given is not None and given.again is not None:
            for fixed in (self.kind, self.cap, beside):
                fixed.setEnabled(False)
            self.explain(tr("重新测评的人员和规则与原轮次相同，只能改名称。"))

    def _beside(self, boxes: Iterable[QCheckBox]) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 6, 0, 6)
        for each in boxes:
            line.addWidget(each)
        line.addStretch(1)
        row.setFocusProxy(next(iter(self.categories.values())))
        return row

    def typed(self) -> RoundForm:
        """What was typed."""
        chosen = tuple(each for each, box in self.categories.items() if box.isChecked())
        return RoundForm(self.title.text(), RoundKind(self.kind.currentData()), chosen, self.cap.text())

    def save(self) -> bool:
        """Keep the draft."""
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year

        def command() -> Change:
            if self.given is not None:
                return desk.rounds.amend(actor, year, self.given.number, self.typed())
            self.number, change = desk.rounds.draft(actor, year, self.typed())
            return change

        return self.carry_out(command)


class AdoptForm(RoundsForm):
    """Adoption: exactly what is locked from then on, the document, its day."""

    def __init__(self, page: "Page", card: RoundCard) -> None:
        super().__init__(page, tr("启动 {label}", label=card.round.label), tr("启动测评"))
        self.card = card
        self.explain(tr("启动后下面的规则和人员锁定，不能再改；要改只能作废本轮、另开一轮。"))
        for name, text in (*terms_words(card.round), *participation_words(card)):
            self.add_words(name, text)
        self.document, self.day = QLineEdit(), DayField(tr("通过日期"), last=False, wide=True)
        self.document.setMaxLength(LONGEST_DOCUMENT)
        self.day.setText(page.now().date().isoformat())
        self.add_row(tr("通过的文件"), self.document, tr("通过测评规则的文件或纪要，如：检考委〔2026〕8号"))
        self.add_row(tr("通过日期"), self.day)
        self.fields = {AdoptionIncomplete: self.document, AdoptedAhead: self.day}
        self.consequence.setText(tr("须第二人确认；本轮从此只能在这台电脑上录票和开测评间"))

    def adopt(self) -> bool:
        """Adopt it with a second person."""
        wrong: list[tuple[str, QWidget]] = []
        if not self.document.text().strip():
            wrong.append((tr("请填写通过测评规则的文件。"), self.document))
        if self.day.day is None:
            wrong.append((tr("请填写通过日期，如 2026-12-01。"), self.day))
        if wrong or self.day.day is None:
            self.refuse_all(wrong)
            return False
        by = AdoptedBy(self.document.text(), self.day.day, self.card.round.entry)
        desk, actor, given = self.page.desk, self.page.place.actor, self.card.round
        act = tr("启动 {label}，锁定规则和人员", label=given.label)
        return self.with_two(act, lambda second: desk.rounds.adopt(actor, given.year, given.number, by, second))


class PlaceForm(RoundsForm):
    """One person of a draft by hand: in which class he may rate, whether he is rated. No row: somebody not derived."""

    def __init__(self, page: "Page", given: Round, row: ParticipantRow | None) -> None:
        title = tr("调整：{name}", name=row.name) if row else tr("增加测评人员")
        super().__init__(page, title, tr("保存"))
        self.given, self.row = given, row
        self.code, self.ballot_class, self.rated = QLineEdit(), QComboBox(), QCheckBox(tr("在票上被测评"))
        self.ballot_class.addItem(tr("不投票"), None)
        for each in BallotClass:
            self.ballot_class.addItem(ballot_class_name(each), each)
        if row is not None:
            self.explain(" · ".join(word for word in (row.participant.code, row.department, row.post) if word))
            self.ballot_class.setCurrentIndex(self.ballot_class.findData(row.participant.ballot_class))
            self.rated.setChecked(row.participant.rated)
            self.consequence.setText(tr("台账推算：{what}", what=derived_words(row.derived)))
        else:
            self.add_row(tr("工号"), self.code, tr("本年度在册的人，如年内离岗的"))
            self.consequence.setText(tr("台账没有推算此人参加，由您指定"))
        self.add_row(tr("票类"), self.ballot_class)
        self.add_row(tr("被测评"), self.rated, tr("领导成员不被测评"))
        self.fields = {NotOnTheRoster: self.code, LeaderNotRated: self.rated}

    def save(self) -> bool:
        """Correct the person."""
        code = self.row.participant.code if self.row is not None else self.code.text().strip()
        if not code:
            self.refuse_all([(tr("请填写工号。"), self.code)])
            return False
        kind = self.ballot_class.currentData()
        placed = Participant(code, BallotClass(kind) if kind is not None else None, self.rated.isChecked())
        desk, actor, given = self.page.desk, self.page.place.actor, self.given
        return self.carry_out(lambda: desk.rounds.place(actor, given.year, given.number, placed))


def derived_words(derived: Participant | None) -> str:
    """What the desk would have said of somebody."""
    if derived is None:
        return tr("不参加")
    votes = ballot_class_name(derived.ballot_class) if derived.ballot_class else tr("不投票")
    return tr("{votes}，{rated}", votes=votes, rated=tr("被测评") if derived.rated else tr("不被测评"))
