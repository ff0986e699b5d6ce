"""What follows from a change in law, as banners: who is published again and when, what bars the decision."""

from collections.abc import Iterator

from committee_desk.domain.exact import figure
from committee_desk.services.proceeding_views import ProceedingCard
from committee_desk.ui.common.surfaces import Banner
from committee_desk.ui.rereview.reading import Foreseen
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.effects import dates_words, republished_words, waiting_words
from committee_desk.wording.language import tr, tr_n


def banners_of(card: ProceedingCard, shown: Foreseen) -> Iterator[Banner]:
    """What stands against it first, then what it brings."""
    effects = shown.effects
    if not shown.decided:
        yield from _barring(card, shown)
    if words := republished_words(effects):
        dates = dates_words(effects.dates) if effects.dates is not None else ""
        beneath = (dates, waiting_words(effects, card.names))
        yield Banner("warn", words, tr("；").join(filter(None, beneath)))
    elif effects.people:
        yield Banner("info", tr("公示过的内容不变，不重新公示"), tr("得分、名次有变动的人由本院告知"))
    if effects.people and not shown.decided:
        count = len(effects.told)
        lose = (
            tr_n("其中 {count} 人比现在不利", "其中 {count} 人比现在不利", len(effects.loses)) if effects.loses else ""
        )
        told = tr_n("作出决定后逐人告知 {count} 人", "作出决定后逐人告知 {count} 人", count)
        yield Banner("info", told, lose)


def _barring(card: ProceedingCard, shown: Foreseen) -> Iterator[Banner]:
    effects, held = shown.effects, card.row.held
    name = card.row.about_name
    if shown.moved:
        yield Banner("bad", tr("提出复核意见后影响已经变动"), tr("须重新提出复核意见，再由委员会表决。"))
    if effects.worse:
        mine = effects.of(effects.applicant or "")
        told = ""
        if mine is not None and mine.total.before is not None and mine.total.after is not None:
            told = tr("{before} → {after}。", before=figure(mine.total.before), after=figure(mine.total.after))
        yield Banner("bad", tr("{name}因本人的申请比现在不利，不能这样决定", name=card.row.name), told + tr(
            "不因申请复核、申诉而加重处理（公务员法第九十六条）。确有错误的，另行立项更正。"
        ))  # fmt: skip
    elif "hearing" in card.lacks and held.about in effects.loses:
        yield Banner("warn", tr("对{name}不利，先听取本人意见", name=name), tr("登记听取意见后再提出复核意见。"))
    if not effects.people:
        yield Banner("warn", tr("没有任何人的得分、名次或等次改变"), tr("提出维持的意见，或重新查明事实。"))
    for tie in effects.ties:
        yield Banner(
            "warn",
            tr("{names}四项全部相同", names=tr("、").join(tie.names)),
            tr_n("{category}还有 {count} 个优秀名额，由委员会在同一次会议上表决。",
                 "{category}还有 {count} 个优秀名额，由委员会在同一次会议上表决。", tie.open,
                 category=dictionary_word(tie.category)),
        )  # fmt: skip
    if effects.reviews:
        names = tr("、").join(_name(shown, code, card) for code in effects.reviews)
        yield Banner("warn", tr("{names}须先经业务能力评审", names=names), tr("登记评审意见后才能作出决定。"))
    for each in effects.over:
        yield Banner(
            "bad",
            tr("{category}优秀人数超过名额", category=dictionary_word(each)),
            tr("委员会改定的等次占了名额，须先处理。"),
        )
    if effects.bound:
        names = tr("、").join(_name(shown, code, card) for code in effects.bound)
        yield Banner("bad", tr("{names}的等次不合规定", names=names), tr("变更后原先改定的等次不再成立，须先处理。"))


def _name(shown: Foreseen, code: str, card: ProceedingCard) -> str:
    moved = shown.effects.of(code)
    return moved.name if moved is not None else card.names.get(code, code)
