"""What an evaluation holds beside its marks, as facts of the case's panel: items, findings, reply, cause."""

from committee_desk.domain.evaluations import takes_points
from committee_desk.services.evaluation_views import EvaluationCard
from committee_desk.services.history_views import FactKind
from committee_desk.ui.common.fact_list import Fact
from committee_desk.ui.common.history import Recorded
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.evaluations import cause_name, side_name
from committee_desk.wording.language import standing_alone, tr
from committee_desk.wording.numbers import plain


def evaluation_facts(card: EvaluationCard) -> list[Fact]:
    """In the order of form 10; nothing where nothing was typed."""
    facts: list[Fact] = []
    if card.evaluation is not None:
        held, recorded = card.evaluation.fact, Recorded(FactKind.REVIEW, (card.number,))
        for item in held.items:
            name = f"{side_name(item.side)} · {dictionary_word(item.name)}"
            facts.append(Fact(name, tr("扣 {lost} 分", lost=plain(item.lost)), item.note, recorded=recorded))
        found = tr("流程监控")
        facts += [Fact(each.text, each.number, found, recorded=recorded) for each in held.findings]
        if held.reply:
            day = held.replied.isoformat() if held.replied else ""
            facts.append(Fact(tr("承办人意见"), day, held.reply, recorded=recorded))
    if card.asks_for_cause or card.cause is not None:
        facts.append(Fact(tr("原因认定"), heading=True))
        facts.append(_cause(card))
    return facts


def _cause(card: EvaluationCard) -> Fact:
    if card.cause is None:
        held = card.evaluation.fact if card.evaluation is not None else None
        deducted = held is not None and (takes_points(held.review) or card.grades.get(held.review.grade, 0) < 0)
        said = tr("本案已扣分，须先认定原因") if deducted else tr("认定原因以前不能扣分")
        return Fact(tr("尚未认定"), card.outcome or "", said, role="warn")
    found = card.cause
    more = tr("{decision}，{day}；{reason}", decision=found.decision, day=found.day, reason=found.reason)
    return Fact(standing_alone(cause_name(found.cause)), card.outcome or "", more)
