"""Closing a round: asked once, with all that will happen, and a second person."""

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from committee_desk.domain.rounds import Failing
from committee_desk.services.round_refusals import AbsentUnclear, AbsentUnknown
from committee_desk.services.round_views import RoundCard
from committee_desk.ui.rounds.forms import RoundsForm
from committee_desk.ui.rounds.lines import codes_left
from committee_desk.ui.rounds.terms import share
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.rounds import failing_name

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

BETWEEN = re.compile(r"[,;，；、。\n\t]+")


class CloseForm(RoundsForm):
    """What will happen stands above; who did not come may be named where it is known."""

    def __init__(self, page: "Page", card: RoundCard) -> None:
        super().__init__(page, tr("关闭 {label} 并计票", label=card.round.label), tr("关闭并计票"))
        self.card = card
        counted = sum(each.progress.counted + each.progress.used for each in card.classes)
        self.add_words(tr("计票"), self._counting(counted))
        if left := codes_left(card):
            self.add_words(
                tr("没有投的"), tr_n("{count} 个验证码没有投票，从此作废", "{count} 个验证码没有投票，从此作废", left)
            )
        self.add_words(tr("拆分"), tr("每张票拆成单个评分，各用一个互不相关的随机号保存，同一张票的评分不再连在一起"))
        self.add_words(tr("票号和码"), tr("全部票号和验证码丢弃，此后没有人能找到某一张票"))
        self.add_words(tr("工作文件"), tr("本轮的工作文件和密钥覆盖后删除，备份里从来没有它们"))
        if card.small:
            self.add_words(
                tr("票太少"),
                tr(
                    "{classes} 票不足 {count} 人：只与别的票类合并显示，也不留谁参加过；"
                    "拿到台账文件的人仍看得到这个票类的评分",
                    classes=tr("、").join(card.small),
                    count=card.round.terms.shown_from,
                ),
            )
        if card.failing is None:
            self.add_words(tr("公布结果"), tr("结果从此可以查看和打印；统计在这一刻算好，整张票只留张数"))
        self.absent = QLineEdit()
        self.absent.setMaxLength(2000)
        self.add_row(tr("未参加的人"), self.absent, tr("签到表上没有到的人的工号或姓名，用顿号隔开；不清楚就留空"))
        self.fields = {AbsentUnclear: self.absent, AbsentUnknown: self.absent}
        self.consequence.setText(tr("须第二人确认；关闭以后不能再录票，也不能恢复"))

    def _counting(self, counted: int) -> str:
        why = self.card.failing
        if why is not None:
            told = failing_name(why)
            if why is Failing.RETURNED_ABOVE_ISSUED:
                return tr("{why}：本轮作废，已录的 {count} 张票封存，须重新测评", why=told, count=counted)
            return tr("按现在的票数，{why}：本轮作废，已录的 {count} 张票封存，须重新测评", why=told, count=counted)
        return tr(
            "{count} 张票按锁定的规则计票，有效票多于收回的 {valid} 就计入年度得分，否则本轮作废",
            count=counted,
            valid=share(self.card.round.terms.least_valid),
        )

    def close_it(self) -> bool:
        """Close it with a second person."""
        absent = tuple(each for each in BETWEEN.split(self.absent.text()) if each.strip())
        desk, actor, given = self.page.desk, self.page.place.actor, self.card.round
        act = tr("关闭 {label} 并计票", label=given.label)
        return self.end(act, lambda second: desk.rounds.close(actor, given.year, given.number, second, absent))
