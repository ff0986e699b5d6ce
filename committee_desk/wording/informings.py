"""Why somebody's line is another, as the person is told: nobody's name, and nobody else's figure."""

from committee_desk.domain.exact import figure
from committee_desk.domain.moved_people import MovedPerson, Why, WhyKind
from committee_desk.wording.effects import reason_words
from committee_desk.wording.language import tr, tr_n


def reasons_to_the_person(person: MovedPerson) -> tuple[str, ...]:
    """Every reason, the weightiest first."""
    return tuple(dict.fromkeys(_reason(each, person) for each in person.why))


def _reason(why: Why, person: MovedPerson) -> str:
    if why.kind is WhyKind.TIE_BREAK:
        return _parted(why)
    if why.kind is WhyKind.OWN:
        return tr_n("据以计算的本人事实经查明变更 {count} 项", "据以计算的本人事实经查明变更 {count} 项", why.number)
    if why.kind is WhyKind.PLACE:
        return tr("优秀名额由他人占用") if why.rises else tr("他人不再占用优秀名额")
    anonymous = {
        WhyKind.ABOVE: tr("他人排到本人前面"),
        WhyKind.BELOW: tr("他人排到本人后面"),
        WhyKind.TIE: tr("与他人四项全部相同，由考评委员会表决"),
    }
    return anonymous[why.kind] if why.kind in anonymous else reason_words(why, person)


def _parted(why: Why) -> str:
    """The own figure alone: who stands on the other side, and with what, is not the person's affair."""
    own = str(why.own) if why.measure == "best_reviews" else figure(why.own)
    measure = {"performance": tr("业绩"), "quality": tr("质量"), "best_reviews": tr("优质案件数")}[why.measure]
    if why.own < why.others:
        return tr("与他人总分相同，按{measure}先后排列，本人{measure} {own}，低于对方", measure=measure, own=own)
    return tr("与他人总分相同，按{measure}先后排列，本人{measure} {own}，高于对方", measure=measure, own=own)
