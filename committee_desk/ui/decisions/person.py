"""One person's result in the details: what bars a decision, each version, its notice, its signature, the remedies."""

from collections.abc import Iterator
from datetime import date

from committee_desk.domain.results import Delivery, PartyDecision, Result, Signature
from committee_desk.services.result_views import ResultRow, ResultsView
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.common.fact_list import Fact
from committee_desk.ui.decisions.columns import last_day_of, state_chip
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.results import bar_of, decided_grade, means_name, opinion_name, remedy_name


def show_person(panel: ReadingPanel, view: ResultsView, row: ResultRow, today: date) -> None:
    """Everything that is recorded of the person's result."""
    about = " · ".join(filter(None, (row.department, dictionary_word(row.category), state_chip(row).text)))
    panel.show_all(row.name, row.code, about, list(_facts(view, row, today)))


def _facts(view: ResultsView, row: ResultRow, today: date) -> Iterator[Fact]:
    published = decided_grade(row.published) if row.published is not None else tr("无")
    if row.barred is not None:
        yield Fact(tr("现在不能决定"), more=bar_of(row.barred), role="bad", whole=True)
    if row.result is None or row.renewed:
        yield Fact(tr("审议通过的等次"), decided_grade(row.grade), tr("已公示：{grade}", grade=published))
    if row.result is not None:
        yield Fact(tr("现行结果　第 {version} 版", version=row.result.version), heading=True)
        yield from _result(view, row.result)
        yield from _delivery(row, row.delivery, today)
        yield from _signature(row.signature)
    for each in sorted(row.earlier, key=lambda each: -each.version):
        yield Fact(tr("第 {version} 版　已被替代", version=each.version), heading=True)
        yield from _result(view, each)


def _result(view: ResultsView, result: Result) -> Iterator[Fact]:
    decision = _decision(view, result)
    rests_on = tr("依据审议通过的名单第 {version} 版", version=result.list_version)
    yield Fact(tr("等次"), decided_grade(result.grade), rests_on)
    if decision is not None:
        yield Fact(tr("院党组决定"), decision.day.isoformat(), decision.document, whole=True)
        if decision.note:
            yield Fact(tr("备注"), more=decision.note, whole=True)
    if result.why:
        yield Fact(tr("更改依据"), more=result.why, whole=True)
    if result.archived is not None:
        yield Fact(tr("归档"), result.archived.isoformat())


def _decision(view: ResultsView, result: Result) -> PartyDecision | None:
    return next((each for each in view.decisions if each.number == result.decision), None)


def _delivery(row: ResultRow, delivery: Delivery | None, today: date) -> Iterator[Fact]:
    if delivery is None:
        yield Fact(tr("结果通知书"), tr("还没有送达"), role="sub")
        return
    yield Fact(tr("结果通知书"), delivery.notice, tr("{means}，送达人：{by}", means=means_name(delivery.means),
                                                by=delivery.served_by), whole=True)  # fmt: skip
    yield Fact(tr("本人知道之日"), delivery.known.isoformat(), delivery.proof)
    if delivery.witnesses:
        yield Fact(tr("送达见证人"), more=tr("、").join(delivery.witnesses), whole=True)
    for each in delivery.remedies:
        last_day = last_day_of(row, each)
        left = (last_day - today).days
        said = tr_n("还有 {count} 天", "还有 {count} 天", left) if left >= 0 else tr("已过")
        yield Fact(
            tr("{remedy}截止", remedy=remedy_name(each.remedy)), last_day.isoformat(),
            tr("{left}；向{organ}提出", left=said, organ=each.organ), role="text" if left >= 0 else "sub", whole=True,
        )  # fmt: skip
    if row.after_review is not None:
        served = row.after_review.served.isoformat()
        yield Fact(tr("复核决定书送达"), served, tr("申诉期限由此重新起算（公务员法第九十五条）"), whole=True)


def _signature(signature: Signature | None) -> Iterator[Fact]:
    if signature is None:
        yield Fact(tr("本人签字"), tr("还没有签字"), role="sub")
        return
    yield Fact(tr("本人签字"), signature.day.isoformat(), opinion_name(signature.opinion), whole=True)
    if signature.witnesses:
        yield Fact(tr("拒签见证人"), more=tr("、").join(signature.witnesses), whole=True)
    if signature.note:
        yield Fact(tr("情况说明"), more=signature.note, whole=True)
