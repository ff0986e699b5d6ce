"""The forms of a rating round that ended: declared void, a look of the committee."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from committee_desk.domain.rounds import Round, RoundState
from committee_desk.services.round_refusals import AdoptedAhead, LookIncomplete, VoidReasonMissing
from committee_desk.services.round_views import TypedLook
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.rounds.forms import LONGEST_DOCUMENT, LONGEST_REASON, RoundsForm
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.services.round_book import Look
    from committee_desk.ui.common.page import Page


class VoidForm(RoundsForm):
    """Declaring a round void, with a reason."""

    def __init__(self, page: "Page", given: Round, *, imported: bool = False, here: bool = True) -> None:
        super().__init__(page, tr("作废 {label}", label=given.label), tr("作废本轮"))
        self.given, self.imported, self.here = given, imported, here
        if given.state is RoundState.CLOSED:
            self.explain(tr("作废以前不再另做备份；更早的备份里还有评分和参加的人，请同封存单一起保管。"))
        for each in self._consequences():
            self.explain(each)
        self.why = QLineEdit()
        self.why.setMaxLength(LONGEST_REASON)
        self.add_row(tr("理由"), self.why, tr("理由记入日志，打印在汇总表上"))
        self.fields = {VoidReasonMissing: self.why}
        self.consequence.setText(tr("须第二人确认；作废后不能恢复"))

    def _consequences(self) -> Sequence[str]:
        """Said from the last to the first: each goes above the one before."""
        sealed = tr(
            "已计入的评分拆成单个评分，加密封存，不计分、不显示、也不删除；钥匙随后打印在封存单上，台账不留。"
            "谁参加过不再保留，只留人数。可以按同样的人员和规则重新测评。"
        )
        if self.imported:
            return (
                tr(
                    "导入的评分加密封存，不计分、不显示、也不删除；钥匙随后打印在封存单上，台账不留。"
                    "这些人可以重新导入或开轮次测评。"
                ),
            )
        if not self.here:
            return (
                tr(
                    "本轮的计票文件或密钥不在这里：已录的票和测评间的票读不出来，作废后不能封存，也再找不回来。"
                    "还能到启动本轮的电脑和台账办理的，请到那里作废。谁参加过不再保留，只留人数。"
                ),
            )
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
            return self.end(act, lambda second: desk.imported_rounds.void(actor, given.year, why, second))
        return self.end(act, lambda second: desk.rounds.void(actor, given.year, given.number, why, second))


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
