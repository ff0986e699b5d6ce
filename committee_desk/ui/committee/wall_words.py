"""What the wall says of a meeting, in words that everybody in the room may read."""

from committee_desk.domain.committee import NEITHER, ItemKind
from committee_desk.services.meeting_projection import Projected, Projection
from committee_desk.wording.committee import meeting_state, outcome_name, told_apart
from committee_desk.wording.language import tr


def about_meeting(meeting: Projection) -> str:
    """Which meeting it is, and who presides."""
    told = tr(
        "{year} 年度检察官考评委员会第 {number} 次会议 · {state}",
        year=meeting.year,
        number=meeting.number,
        state=meeting_state(meeting.state),
    )
    return tr("{told} · {name}主持", told=told, name=meeting.presiding) if meeting.presiding else told


def item_told(meeting: Projection, at: Projected) -> str:
    """The item, and where it stands on the agenda."""
    items = list(dict.fromkeys(each.item.id for each in meeting.questions))
    of = tr("议题 {at}／{all}", at=items.index(at.item.id) + 1, all=len(items))
    return tr("{of}　{title}", of=of, title=at.item.title)


def names_told(at: Projected) -> str:
    """Whom the question is about; of a tie, who would go up."""
    names = told_apart(at.people)
    if at.item.kind is not ItemKind.TIE:
        return tr("、").join(names)
    if at.subject == NEITHER:
        return tr("{names}均不列为优秀", names=tr("、").join(names))
    chosen = next((name for each, name in zip(at.people, names, strict=True) if each.code == at.subject), at.subject)
    return tr("{name}列为优秀", name=chosen)


def leaving_told(at: Projected) -> str:
    """Who leaves the room; never why."""
    return tr("请回避：{names}", names=tr("、").join(at.leaving)) if at.leaving else ""


def counts_told(meeting: Projection, at: Projected | None) -> str:
    """How many there are, how many may vote."""
    told = tr("应到 {all} 人　实到 {there} 人", all=meeting.members, there=meeting.present)
    if at is None:
        return told
    return tr("{told}　可以表决 {able} 人　至少 {needed} 人", told=told, able=at.entitled, needed=at.needed)


def outcome_told(at: Projected) -> str:
    """The count and the outcome; empty before the vote."""
    if at.count is None or at.outcome is None:
        return ""
    return tr(
        "{outcome}　赞成 {ayes}　反对 {noes}　弃权 {abstentions}",
        outcome=outcome_name(at.outcome),
        ayes=at.count.ayes,
        noes=at.count.noes,
        abstentions=at.count.abstentions,
    )
