"""The forms of a rating round: draft, adoption, a person corrected, void, a look of the committee."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Participant, Round, RoundKind, RoundState
from committee_desk.services.changes import Change
from committee_desk.services.round_refusals import (
    AdoptedAhead,
    AdoptionIncomplete,
    CapUnclear,
    LeaderNotRated,
    LookIncomplete,
    NotOnTheRoster,
    RoundForNobody,
    RoundSchemesDiffer,
    RoundUntitled,
    VoidReasonMissing,
)
from committee_desk.services.round_views import AdoptedBy, ParticipantRow, RoundCard, RoundForm, TypedLook
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.second import with_second_if_needed
from committee_desk.ui.people.columns import category_word
from committee_desk.ui.rounds.terms import participation_words, terms_words
from committee_desk.wording.language import tr
from committee_desk.wording.rounds import ballot_class_name, round_kind
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.services.round_book import Look
    from committee_desk.services.second import Second
    from committee_desk.ui.common.page import Page

WIDE = 600
LONGEST_TITLE, LONGEST_DOCUMENT, LONGEST_REASON = 60, 60, 200


class RoundsForm(FormDialog):
    """A form of which each refusal lands in the field that it is about."""

    def __init__(self, page: "Page", title: str, verb: str) -> None:
        super().__init__(page.window(), title, verb, width=WIDE)
        self.page = page
        self.fields: dict[type[DeskError], QWidget] = {}

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


class VoidForm(RoundsForm):
    """Declaring a round void, with a reason."""

    def __init__(self, page: "Page", given: Round, *, imported: bool = False) -> None:
        super().__init__(page, tr("作废 {label}", label=given.label), tr("作废本轮"))
        self.given, self.imported = given, imported
        for each in self._consequences():
            self.explain(each)
        self.why = QLineEdit()
        self.why.setMaxLength(LONGEST_REASON)
        self.add_row(tr("理由"), self.why, tr("理由记入日志，打印在汇总表上"))
        self.fields = {VoidReasonMissing: self.why}
        self.consequence.setText(tr("须第二人确认；作废后不能恢复"))

    def _consequences(self) -> Sequence[str]:
        """Said from the last to the first: each goes above the one before."""
        sealed = tr("已计入的评分拆成单个评分封存，不计分、不显示、也不删除；可以按同样的人员和规则重新测评。")
        if self.imported:
            return (tr("导入的评分封存，不计分、不显示、也不删除；这些人可以重新导入或开轮次测评。"),)
        if self.given.state is RoundState.OPEN:
            return (tr("本轮的工作文件和密钥随即销毁，还没有核对完的票不再录入。"), sealed)
        return (sealed,)

    def declare(self) -> bool:
        """Declare it void with a second person."""
        why = self.why.text().strip()
        if not why:
            self.refuse_all([(tr("请填写理由。"), self.why)])
            return False
        desk, actor, given = self.page.desk, self.page.place.actor, self.given
        act = tr("作废 {label}", label=given.label)
        if self.imported:
            return self.with_two(act, lambda second: desk.imported_rounds.void(actor, given.year, why, second))
        return self.with_two(act, lambda second: desk.rounds.void(actor, given.year, given.number, why, second))


class LookForm(RoundsForm):
    """That the committee looked into what the statistics ask; it changes no score."""

    def __init__(self, page: "Page", given: Round, flag: str, asked: str, held: "Look | None") -> None:
        super().__init__(page, tr("委员会已了解"), tr("登记处理"))
        self.given, self.flag = given, flag
        self.explain(asked)
        self.by, self.day = QLineEdit(), DayField(tr("了解日期"), last=False, wide=True)
        self.decided = QLineEdit()
        self.by.setMaxLength(LONGEST_DOCUMENT)
        self.decided.setMaxLength(LONGEST_REASON)
        self.by.setText(held.looked_by if held else "")
        self.day.setText((held.day if held else page.now().date()).isoformat())
        self.decided.setText(held.decided if held else "")
        self.add_row(tr("谁了解的"), self.by, tr("委员会，或者受委员会指派的人"))
        self.add_row(tr("了解日期"), self.day)
        self.add_row(tr("处理"), self.decided, tr("如：委员会已了解，情况正常，不作处理"))
        self.fields = {LookIncomplete: self.by, AdoptedAhead: self.day}
        self.consequence.setText(tr("登记不改变任何得分；再次登记即更正，原来的留在历史中"))

    def record(self) -> bool:
        """Record it."""
        wrong: list[tuple[str, QWidget]] = []
        if not self.by.text().strip():
            wrong.append((tr("请填写谁了解的。"), self.by))
        if self.day.day is None:
            wrong.append((tr("请填写了解日期，如 2026-12-20。"), self.day))
        if not self.decided.text().strip():
            wrong.append((tr("请填写处理。"), self.decided))
        if wrong or self.day.day is None:
            self.refuse_all(wrong)
            return False
        look = TypedLook(self.flag, self.by.text(), self.day.day, self.decided.text())
        desk, actor, given = self.page.desk, self.page.place.actor, self.given
        return self.carry_out(lambda: desk.rounds.look(actor, given.year, given.number, look))
