"""封存单 and 启封: the key of a void round's marks goes onto paper and nowhere else, and opens them from there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from committee_desk.domain.roles import Right
from committee_desk.services.changes import Change
from committee_desk.services.round_refusals import SealKeyWrong, UnsealReasonMissing
from committee_desk.services.round_unsealing import Unsealing
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.paper.dialog import Paper, PaperDialog, show
from committee_desk.ui.common.paper.on_paper import Secret
from committee_desk.ui.rounds.forms import LONGEST_REASON, RoundsForm
from committee_desk.ui.seat.lock import Irreplaceable
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.domain.rounds import Round
    from committee_desk.services.round_views import Unsealed
    from committee_desk.services.second import Second
    from committee_desk.ui.common.page import Page

LONGEST_KEY = 120
WHOLE_KEY = 760
"""So wide that the key is read whole beside the paper."""


class SealDialog(PaperDialog, Irreplaceable):
    """The 封存单, printed as often as it takes: the key is in this window's memory alone, and gone with it."""

    def __init__(self, page: "Page", year: int, number: int, label: str, key: str) -> None:
        super().__init__(page.window(), page.place, page.desk, tr("封存单：{label}", label=label))
        self._label, self.printed = label, False
        papers, actor = page.desk.round_papers, page.place.actor
        name = tr("封存单 {label}", label=label)
        warning = tr("拿到这个文件的人能打开封存的评分。打印后请马上删除它。")
        about = tr(
            "{label} 已作废，评分已加密封存。钥匙只在这里出现一次，请现在打印，同纸质票一起装入信封："
            "{key}（打印不了的，照抄在纸上）",
            label=label,
            key=key,
        )
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_paper(
            Paper(
                title=tr("测评票封存单"),
                file_name=name,
                draw=lambda: papers.preview_seal(actor, year, number, key),
                about=about,
                hand=lambda: papers.seal(actor, year, number, key),
                secret=Secret(name, warning),
            )
        )

    def _tell_printed(self) -> None:
        self.printed = True
        super()._tell_printed()

    def why_it_stays(self) -> str:
        """The key, as long as it is on no paper."""
        if self.printed:
            return ""
        return tr(
            "{label} 的封存单还没有打印，钥匙只在那个窗口里。请等原来的人解锁，打印以后再换人。", label=self._label
        )

    def reject(self) -> None:
        """Leaving without the key on paper is asked about: nobody will ever open the seal."""
        text = tr("钥匙没有打印，台账里也没有。关闭以后 {label} 封存的评分谁也打不开。", label=self._label)
        if self.printed or ask(self, tr("封存单没有打印"), text, tr("不要钥匙，关闭"), careful=True):
            super().reject()


def hand_over_key(page: "Page", year: int, number: int, label: str, key: str) -> None:
    """Put the key of what was just sealed onto paper; nothing where nothing was."""
    if key:
        SealDialog(page, year, number, label, key).exec()


class UnsealForm(RoundsForm):
    """启封: the key from the 封存单 and a reason, with a second person."""

    def __init__(self, page: "Page", given: "Round") -> None:
        super().__init__(page, tr("启封 {label}", label=given.label), tr("启封"), WHOLE_KEY)
        self.given = given
        self.opened: Unsealed | None = None
        self.explain(tr("打开作废轮次封存的评分：按票类和被测评人列出，次序打乱，不计入得分，评分仍然封存。"))
        self.typed, self.why = QLineEdit(), QLineEdit()
        self.typed.setMaxLength(LONGEST_KEY)
        self.why.setMaxLength(LONGEST_REASON)
        self.add_row(tr("钥匙"), self.typed, tr("封存单上的十四组字，大小写、空格和连字符都不影响"))
        self.add_row(tr("理由"), self.why, tr("理由记入日志，打印在启封清单上"))
        self.fields = {SealKeyWrong: self.typed, UnsealReasonMissing: self.why}
        self.consequence.setText(tr("须第二人确认；启封记入日志"))

    def open_it(self) -> bool:
        """Open it with a second person."""
        desk, actor, given = self.page.desk, self.page.place.actor, self.given
        typed = Unsealing(self.typed.text(), self.why.text())

        def command(second: "Second | None") -> Change:
            self.opened, change = desk.rounds.unseal(actor, given.year, given.number, typed, second)
            return change

        return self.with_two(tr("启封 {label}", label=given.label), command)


def unseal(page: "Page", given: "Round") -> None:
    """Ask for the key, and show the list of what was sealed, to be printed."""
    form = UnsealForm(page, given)
    if not form.run(form.open_it) or form.opened is None:
        return
    papers, actor, opened = page.desk.round_papers, page.place.actor, form.opened
    name = tr("启封清单 {label}", label=given.label)
    about = tr("只在这里列出一次，关闭后须再次启封。打印的清单用后同封存单一起封好。")
    paper = Paper(
        title=tr("测评票启封清单"),
        file_name=name,
        draw=lambda: papers.preview_unsealed(actor, opened),
        about=about,
        hand=lambda: papers.unsealed(actor, opened),
        why_not=page.place.why_not(Right.ADOPT_ROUNDS),
        secret=Secret(name, tr("这个文件列着作废轮次的评分。打印后请马上删除它。")),
    )
    show(page, paper)
