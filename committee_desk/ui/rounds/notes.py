"""What stands above an open round: what is missing before it may be closed, or what closing it now would do."""

from committee_desk.services.round_views import RoundCard
from committee_desk.ui.common.surfaces import Banner
from committee_desk.ui.rounds.lines import RoundLine, is_untouched, next_words, still_votes, why_not_closed
from committee_desk.wording.language import tr


def note_of_open(line: RoundLine, card: RoundCard) -> Banner:
    """What is next, where that is more than a line of the list can say."""
    if not card.here:
        return Banner(
            "bad",
            next_words(line),
            tr(
                "本轮的计票文件或密钥不在这里。本台账是复制或恢复来的，本轮仍在原来的台账里；"
                "是移动来的，请把旁边名称以“{label}”结尾的计票文件一并移来。",
                label=line.label,
            ),
        )
    if still_votes(card) and not _booth_first(card):
        return Banner("info", tr("测评间还没有投完"), next_words(line))
    if card.failing is not None and not is_untouched(card) and not _booth_first(card):
        return Banner("bad", next_words(line), tr("票数填错的请更正；没有填错的，关闭后重新测评。"))
    if why := why_not_closed(line):
        return Banner("info", tr("关闭计票以前还要办"), why)
    return Banner("ok", tr("票已齐，可以关闭计票"))


def _booth_first(card: RoundCard) -> bool:
    """Whether ballots of the booth bar the closing: what its turnout would do to the round is no news before."""
    return card.booth is not None and bool(card.booth.interrupted or card.booth.too_few)
