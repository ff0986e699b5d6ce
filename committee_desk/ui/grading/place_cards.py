"""What the cards of places say, and the recorded decisions in words."""

from collections.abc import Sequence

from committee_desk.services.grading_views import CategoryRoll, Decision, DecisionKind, GradingView, Settlement
from committee_desk.ui.common.surfaces import Card, label
from committee_desk.wording.dictionary import dictionary_word, dictionary_words
from committee_desk.wording.gradings import settlement_name
from committee_desk.wording.language import tr


def content_in_words(decision: Decision, names: dict[str, str]) -> str:
    """What was decided."""
    content = decision.content
    if decision.kind is DecisionKind.TIE:
        chosen = content.get("chosen", ())
        told = [names.get(str(each), str(each)) for each in chosen] if isinstance(chosen, list | tuple) else []
        return tr("{names}评为优秀", names=tr("、").join(told)) if told else tr("都不评为优秀")
    if decision.kind is DecisionKind.INCOMPLETE:
        return settlement_name(Settlement(str(content["how"])))
    if decision.kind is DecisionKind.QUARTER:
        return tr("优秀比例 {percent}%，批复文件 {file}", percent=content["percent"], file=content.get("file", ""))
    places = content.get("places", 0)
    if isinstance(places, dict):
        each = (tr("{category} {places} 名", category=dictionary_word(name), places=n) for name, n in places.items())
        return tr("、").join(each)
    return tr("余额 {places} 名", places=places)


def withdraw_first() -> str:
    """Why what moves the grades of a proposed list waits."""
    return tr("等次建议已经提出；要改动的，先撤回提名")


def office_card(view: GradingView) -> Card:
    """The office's own floor beside the sum of its categories'."""
    office = view.office
    card = Card(tr("全院"))
    card.body.addWidget(label(tr("优秀名额 {floor} 名", floor=office.floor), "fact"))
    lines = [
        tr("{base} 人 × {percent}%，不足一名的舍去", base=office.base, percent=office.percent),
        tr("各类合计 {floors} 名，余额 {left} 名", floors=office.floors, left=office.left_over),
    ]
    if office.assigned:
        lines.append(tr("已分配余额 {assigned} 名", assigned=office.assigned))
    if office.approval is not None:
        lines.append(
            tr("批复 {document}（{day}）", document=office.approval.document, day=office.approval.day.isoformat())
        )
    else:
        lines.append(tr("没有提高比例的批复"))
    return _filled(card, lines)


def category_card(roll: CategoryRoll) -> Card:
    """One category's places: its floor, what was given to it, with whom it is pooled."""
    quota = roll.quota
    card = Card(dictionary_word(roll.category))
    over = roll.wanted > quota.places
    said = tr("优秀 {given} / {places} 名", given=roll.wanted, places=quota.places)
    card.body.addWidget(label(said, "fact"))
    lines = [tr("{base} 人 × {percent}%，单独计算 {own} 名", base=quota.base, percent=quota.percent, own=quota.own)]
    if quota.assigned:
        lines.append(tr("另分得余额 {assigned} 名", assigned=quota.assigned))
    if quota.pool:
        lines.append(
            tr("与{others}合并计算", others=dictionary_words(each for each in quota.pool if each != quota.category))
        )
    elif quota.is_small and not quota.places:
        lines.append(tr("人数少，单独不足一名；可合并计算或分配余额"))
    if roll.tie is not None and roll.tie.decision is None:
        lines.append(tr("名额处平票 {count} 人，只余 {open} 名", count=len(roll.tie.equals), open=roll.tie.open))
    if over:
        lines.append(tr("超出名额 {count} 名", count=roll.wanted - quota.places))
    return _filled(card, lines)


def _filled(card: Card, lines: Sequence[str]) -> Card:
    for each in lines:
        card.body.addWidget(label(each, "sub", wrap=True))
    card.body.addStretch(1)
    card.setAccessibleDescription("\n".join(lines))
    return card
