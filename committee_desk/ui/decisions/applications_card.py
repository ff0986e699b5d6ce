"""One 复核 or 申诉 in the details: against what, when it came, its clocks, what it says, what happened to it."""

from collections.abc import Iterator

from committee_desk.domain.objections import objection_label
from committee_desk.domain.remedies import APPEAL_DECIDED, OPEN, ApplicationState
from committee_desk.services.application_views import ApplicationCard, ApplicationRow, ApplicationStep
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.common.fact_list import Fact
from committee_desk.ui.decisions.applications_columns import left_words, moment, received, state_chip
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.proceedings import application_state
from committee_desk.wording.results import remedy_name

_ENDED = {ApplicationState.UPHELD, ApplicationState.CHANGED}


def show_application(panel: ReadingPanel, card: ApplicationCard, scans: int | None) -> None:
    """Everything that is recorded of it; what it says stands beneath, to be read and copied."""
    row = card.row
    about = tr(" · ").join((remedy_name(row.held.kind), row.department, state_chip(row).text))
    panel.show_all(row.name, row.label, about, list(_facts(card, scans)), _words(row))


def _facts(card: ApplicationCard, scans: int | None) -> Iterator[Fact]:
    row, held = card.row, card.row.held
    yield Fact(tr("针对"), tr("第 {version} 版结果", version=held.version))
    yield Fact(tr("收到"), received(held), tr("接收人：{name}", name=held.receiver))
    timely = tr("期限内收到") if held.in_time else tr("逾期收到：留存，不予受理")
    yield Fact(tr("提出截止"), held.last_day.isoformat(), timely, role="text" if held.in_time else "warn")
    if held.in_time:
        yield _due(row)
    if held.organ:
        yield Fact(tr("向谁提出"), more=held.organ, whole=True)
    if held.objection is not None:
        yield Fact(tr("由逾期异议接转"), objection_label(held.year, held.objection))
    if row.proceeding_label:
        yield Fact(tr("复核案号"), row.proceeding_label)
    if scans is not None:
        yield Fact(tr("证据扫描件"), tr_n("{count} 份", "{count} 份", scans) if scans else tr("没有"))
    yield Fact(tr("进程"), heading=True)
    for step in card.steps:
        day = tr("{day}受理", day=dated(step.day)) if step.day is not None else ""
        told = tr("，").join(part for part in (step.actor, day, step.document, step.reason) if part)
        yield Fact(_step(step), moment(step.at), told, whole=True)


def _due(row: ApplicationRow) -> Fact:
    held = row.held
    words = [tr("已延长一次")] if held.extended_to is not None else []
    words += [left_words(row)] if held.state in OPEN else []
    if held.decided is not None:
        words.append(tr("{day}作出决定", day=dated(held.decided)))
    role = "bad" if row.past else "text"
    if not held.runs:
        return Fact(tr("决定期限"), tr("受理后 {days} 日", days=APPEAL_DECIDED), role="text", whole=True)
    return Fact(tr("决定期限"), held.due.isoformat(), tr("，").join(filter(None, words)), role=role, whole=True)


def _step(step: ApplicationStep) -> str:
    name = {
        "application.register": tr("收件登记"),
        "application.accept": tr("受理"),
        "application.refuse": tr("不予受理"),
        "application.withdraw": tr("本人撤回"),
        "application.extend": tr("延长决定期限"),
        "application.answer": tr("申诉处理决定"),
        "proceeding.open": tr("立项复核"),
        "proceeding.decide": tr("委员会决定"),
    }.get(step.verb, step.verb)
    if step.state not in _ENDED or step.verb not in {"application.answer", "proceeding.decide"}:
        return name
    return tr("{what}：{outcome}", what=name, outcome=application_state(step.state))


def _words(row: ApplicationRow) -> str:
    held = row.held
    told = [
        tr("事实和理由：{words}", words=held.grounds),
        tr("请求：{words}", words=held.request) if held.request else "",
        tr("证据：{words}", words=held.evidence) if held.evidence else "",
    ]
    return "\n\n".join(filter(None, told))
