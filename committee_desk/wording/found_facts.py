"""Figures that were found to be otherwise, as papers name them: a case, a mark, an event, never a slip's number."""

from collections.abc import Mapping

from committee_desk.domain.proceedings import ChangeKind, FactChange
from committee_desk.wording.field_names import field_name
from committee_desk.wording.language import tr


def change_on_paper(change: FactChange, indicators: Mapping[str, str], names: Mapping[str, str] | None = None) -> str:
    """One change in a line. With `names` it says whose figure it is; without, the reader's own is meant."""
    fact = fact_on_paper(change, indicators, names)
    if change.kind is ChangeKind.BALLOT:
        return fact
    before, after = figures_on_paper(change)
    if change.kind is ChangeKind.GRADE:
        return tr("{fact}由“{before}”改为“{after}”", fact=fact, before=before, after=after)
    return tr("{fact}，{field}由“{before}”改为“{after}”", fact=fact, field=field_name(change.field), before=before,
              after=after)  # fmt: skip


def fact_on_paper(change: FactChange, indicators: Mapping[str, str], names: Mapping[str, str] | None = None) -> str:
    """What was changed."""
    key, whose = change.key, _whose(change, names)
    if change.kind is ChangeKind.REVIEW:
        return tr("{number}案件评查", number=key[0])
    if change.kind is ChangeKind.SHARE:
        return tr("{number}{whose}", number=key[0], whose=whose)
    if change.kind is ChangeKind.MARK:
        return tr("{whose}领导评价（{rater}）", whose=whose, rater=key[1])
    if change.kind is ChangeKind.BALLOT:
        return tr("{whose}民主测评票复点，按票面更正", whose=whose)
    if change.kind is ChangeKind.GRADE:
        return tr("{whose}考核等次", whose=whose)
    _code, indicator, day, voucher, reason = key
    facts = {
        "whose": whose, "indicator": indicators.get(indicator, indicator), "day": day, "voucher": voucher,
        "reason": reason,
    }  # fmt: skip
    return {
        ChangeKind.EVENT: tr("{whose}{indicator}：{reason}（{voucher}，{day}）", **facts),
        ChangeKind.NEW_EVENT: tr("{whose}新增{indicator}：{reason}（{voucher}，{day}）", **facts),
        ChangeKind.WITHDRAWN_EVENT: tr("{whose}取消{indicator}：{reason}（{voucher}，{day}）", **facts),
    }[change.kind]


def figures_on_paper(change: FactChange) -> tuple[str, str]:
    """Before and after; of a slip nothing: ballots are secret."""
    if change.kind is ChangeKind.BALLOT:
        return "", ""
    return change.before or tr("无"), change.after or tr("无")


def _whose(change: FactChange, names: Mapping[str, str] | None) -> str:
    if names is None:
        return ""
    at = 1 if change.kind in {ChangeKind.SHARE, ChangeKind.BALLOT} else 0
    code = change.key[at] if len(change.key) > at else ""
    return names.get(code, code)
