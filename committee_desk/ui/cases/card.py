"""One case as a list of facts: its dates, every handler's share and equivalent, the review; each with its source."""

from collections.abc import Container
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from committee_desk.domain.cases import CaseShare, Review, weight
from committee_desk.domain.scheme import Scheme
from committee_desk.services.attachment_views import AttachmentRow
from committee_desk.services.history_views import FactKind
from committee_desk.services.override_views import OF_THE_CASE
from committee_desk.services.views import CaseCard, Traced
from committee_desk.ui.common.fact_list import Fact
from committee_desk.ui.common.history import Recorded
from committee_desk.ui.common.source_box import Origin
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.evaluations import overridden_why
from committee_desk.wording.field_names import field_name
from committee_desk.wording.history import value_word
from committee_desk.wording.language import tr, tr_n


def case_facts(card: CaseCard, scheme: Scheme | None) -> list[Fact]:
    """Everything recorded about the case; equivalents by the scheme of the year shown."""
    first = card.shares[0]
    common = [*_dates(first), *_size(first)]
    facts = [Fact(tr("案件"), heading=True), *(replace(each, recorded=_recorded(first.fact)) for each in common)]
    facts += by_hand(first, _recorded(first.fact), OF_THE_CASE)
    facts.append(Fact(tr("承办人"), tr_n("{count} 人", "{count} 人", len(card.shares)), heading=True))
    for share in card.shares:
        facts += [_share(share, card.names, scheme), *by_hand(share, _recorded(share.fact), {"share"})]
    facts.append(Fact(tr("评价"), heading=True))
    facts += _review(card.review) if card.review is not None else [Fact(tr("没有评价"), role="mut")]
    return facts


def by_hand(traced: Traced[Any], recorded: Recorded, fields: Container[str]) -> list[Fact]:
    """What two people put in the place of the source's figures, both figures in sight."""
    return [
        Fact(
            tr("更正 {field}", field=field_name(each.field)),
            tr("{imported} → {counts}", imported=value_word(each.imported), counts=value_word(each.counts)),
            overridden_why(each),
            Origin(traced.source),
            whole=True,
            role="warn",
            recorded=recorded,
        )
        for each in traced.overridden
        if each.field in fields
    ]


def attached_facts(attached: tuple[AttachmentRow, ...]) -> list[Fact]:
    """What is attached to the case, where anything is."""
    if not attached:
        return []
    facts = [Fact(tr("附件"), tr("{count} 个", count=len(attached)), heading=True)]
    return facts + [Fact(row.name, row.kind.upper(), f"{row.at:%Y-%m-%d} {row.actor}") for row in attached]


def _dates(traced: Traced[CaseShare]) -> list[Fact]:
    case, source = traced.fact, traced.source
    late = case.closed is not None and case.due is not None and case.closed > case.due
    days = (case.closed - case.due).days if case.closed is not None and case.due is not None else 0
    facts = [Fact(tr("受理"), case.accepted.isoformat(), origin=Origin(source, ("受理日期",)))]
    if case.due is not None:
        facts.append(Fact(tr("办理期限届满"), case.due.isoformat(), origin=Origin(source, ("办理期限届满日",))))
    closed = case.closed.isoformat() if case.closed is not None else tr("未结")
    more = tr("超期 {days} 天", days=days) if late else ""
    facts.append(Fact(tr("审结"), closed, more, Origin(source, ("审结日期",)), role="warn" if late else "text"))
    return facts


def _size(traced: Traced[CaseShare]) -> list[Fact]:
    case, source = traced.fact, traced.source
    facts = [Fact(tr("涉案人数"), str(case.persons), origin=Origin(source, ("涉案人数",)))]
    if case.difficulty is not None:
        facts.append(Fact(tr("难度系数"), f"{case.difficulty:f}", origin=Origin(source, ("难度系数",))))
    if case.outcome:
        facts.append(Fact(tr("处理结果"), case.outcome, origin=Origin(source, ("处理结果",))))
    return facts


def _share(traced: Traced[CaseShare], names: dict[str, str], scheme: Scheme | None) -> Fact:
    share = traced.fact
    said = tr("分担 {share}", share=f"{share.share:f}")
    if scheme is not None and share.kind in scheme.cases.weights:
        said = tr("{said} · 折合 {count} 件", said=said, count=_places(equivalent(share, scheme)))
    name = names.get(share.code, "")
    origin = Origin(traced.source, ("承办检察官工号",))
    return Fact(f"{name} {share.code}".strip(), said, origin=origin, recorded=_recorded(share))


def _recorded(share: CaseShare) -> Recorded:
    return Recorded(FactKind.CASE_SHARE, (share.number, share.code))


def equivalent(share: CaseShare, scheme: Scheme) -> Fraction:
    """The share's case-equivalent by that scheme."""
    return Fraction(share.share) * weight(scheme.cases, share.kind, share.persons, share.difficulty)


def _places(value: Fraction) -> str:
    """Two places, more only where the number has them."""
    exact = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.0001")).normalize()
    return f"{exact:.2f}" if exact == exact.quantize(Decimal("0.01")) else f"{exact:f}"


def _review(traced: Traced[Review]) -> list[Fact]:
    review, source = traced.fact, traced.source
    words = [review.reviewed.isoformat() if review.reviewed else "", review.reviewer or "", review.note or ""]
    more = " · ".join(word for word in words if word)
    total = tr("{total} 分", total=f"{review.substance + review.procedure:f}")
    facts = [
        Fact(dictionary_word(review.grade), total, more, Origin(source, ("评查等次",))),
        Fact(tr("实体"), f"{review.substance:f}", origin=Origin(source, ("实体得分",))),
        Fact(tr("程序"), f"{review.procedure:f}", origin=Origin(source, ("程序得分",))),
    ]
    recorded = Recorded(FactKind.REVIEW, (review.number,))
    told = by_hand(traced, recorded, {"substance", "procedure", "grade"})
    return [*(replace(each, recorded=recorded) for each in facts), *told]
