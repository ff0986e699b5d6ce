"""What the panel says of the cell one stands in, read on the worker once one stays there."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from committee_desk.domain.errors import DeskError
from committee_desk.domain.papers import Clash
from committee_desk.services.entry_views import Claim, EventField, EventRow, EventState, Running
from committee_desk.services.month_views import Lack
from committee_desk.ui.entry.event_cells import field_word, state_words, text_of
from committee_desk.ui.entry.panel import EntryPanel
from committee_desk.ui.entry.panel_views import Lacking, MonthSum, RowResult, Told
from committee_desk.ui.entry.shown import Shown
from committee_desk.wording.days import month_name
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.months import lack_detail, lack_title
from committee_desk.wording.numbers import plain, rounded, signed
from committee_desk.wording.scheme_names import named

if TYPE_CHECKING:
    from committee_desk.ui.entry.page import EntryPage

WHEN_STAYING = 90
"""Milliseconds: who types on does not have figures read for each cell passed."""


@dataclass(frozen=True)
class Stand:
    """Where one stands: whose row, which ledger, which event with which points."""

    code: str | None
    indicator: str | None
    points: Decimal | None
    number: int | None
    event: EventRow | None
    lacking: tuple[EventField, ...] = ()
    waits: bool = False
    beside: str = ""
    whole: bool = False
    """The person's whole month is wanted, and not one ledger."""


class Details:
    """Fills the panel."""

    def __init__(self, page: "EntryPage", panel: EntryPanel) -> None:
        self._page, self._panel = page, panel
        self._stand: Stand | None = None
        self._staying = QTimer(page)
        self._staying.setSingleShot(True)
        self._staying.setInterval(WHEN_STAYING)
        self._staying.timeout.connect(self._read)

    @property
    def event(self) -> EventRow | None:
        """The event in view."""
        return self._stand.event if self._stand is not None else None

    @property
    def code(self) -> str:
        """Whose row one stands in; empty where it is nobody's yet."""
        return (self._stand.code or "") if self._stand is not None else ""

    def stand(self, where: Stand | None) -> None:
        """One stands there now."""
        self._stand = where
        self._staying.start()

    def _read(self) -> None:
        page, where = self._page, self._stand
        if not page.has_desk:
            return
        if where is None or where.code is None:
            self._show(None, None)
            return
        desk, year, category = page.desk, page.year, page.scope.category
        code, indicator = where.code, where.indicator

        def fetch() -> Running | None:
            if indicator is None:
                return None
            points = where.points if where.points is not None else Decimal(0)
            try:
                return desk.entry.running(year, code, indicator, points, where.number, category)
            except DeskError:  # a ledger that the person has not: the row says so itself
                return None

        page.read(fetch, lambda running: self._show(where, running), kind="running")

    def _show(self, where: Stand | None, running: Running | None) -> None:
        if where is not self._stand and where is not None:
            return
        shown = self._page.shown
        person = shown.person(where.code) if shown is not None and where is not None else None
        name, code, about = "", "", ""
        if person is not None:
            name, code = person.name, person.code
            about = " · ".join(each for each in (person.department, person.rank or person.post) if each)
        elif where is not None and where.event is not None:
            name, code, about = where.event.name or "", where.event.code or "", where.event.department or ""
        self._panel.show_person(name, code, about)
        if where is not None and where.whole and where.code is not None:
            self._show_whole(where.code, name)
            return
        results = [result_of(running, where)] if running is not None and where is not None else []
        self._panel.show_results(results, self._told(where))

    def _show_whole(self, code: str, name: str) -> None:
        """Everything that the month holds of one person, ledger by ledger."""
        shown = self._page.shown
        if shown is None:
            return
        results = [
            RowResult(
                named(ledger.name), at.reached, at.reached, ledger.maximum, _month_of(shown, code, ledger.indicator)
            )
            for ledger in shown.grid.columns
            if (at := shown.grid.standings.get((code, ledger.indicator))) is not None
        ]
        text, verb = tr("案件、评查和评价的依据在汇总排名"), tr("看全年")
        year = Told(text, verb=verb, act=lambda: self._page.go.emit("ranking", code))
        page = Told(tr("本月每项得分怎么来的，一页说明"), verb=tr("得分说明"), act=self._page.month_acts.explain)
        title = tr("{name}的{month}", name=name, month=month_name(shown.scope.month))
        self._panel.show_results(results, [page, year], title)

    def _told(self, where: Stand | None) -> Sequence[Told]:
        if where is None:
            return ()
        told = [Told(where.beside)] if where.beside else []
        event = where.event
        if event is None:
            return told
        if event.overridden is not None:
            before = signed(event.overridden)
            told.append(Told(tr("导入的数字 {before} 已更正，两个数字都留存", before=before), "warn"))
        if event.case:
            told.append(Told(tr("追溯：{case}", case=event.case), verb=tr("看案件"), act=lambda: self._to_case(event)))
        claims = self._page.claims_of(event)
        told += [Told(claim_words(each, event), "info" if each.clash is Clash.JOINT else "warn") for each in claims]
        return told

    def _to_case(self, event: EventRow) -> None:
        self._page.go.emit("cases", event.case)

    # -- the month -------------------------------------------------------------------------------------------------

    def show_month(self) -> None:
        """The month's sums, and what is missing."""
        page, shown = self._page, self._page.shown
        if shown is None:
            return
        sums = [MonthSum(named(each.name), each.events, each.points) for each in shown.sheet.subtotals if each.events]
        self._panel.show_sums(tr("{month}小计", month=month_name(shown.scope.month)), sums)
        self._panel.show_lacking(self._lacking(), page.nothing_lacking(), closed=not shown.sheet.open)

    def _lacking(self) -> list[Lacking]:
        page = self._page
        found = []
        if page.refused:
            text = tr_n("{count} 格未接受", "{count} 格未接受", page.refused)
            found.append(Lacking(text, tr("去改"), page.not_accepted.go_to_next, grave=True))
        found += [self._lack(each) for each in page.beside.lacks]
        return found

    def _lack(self, lack: Lack) -> Lacking:
        title, detail = lack_title(lack), lack_detail(lack)
        if lack.kind == "silent":
            return Lacking(title, tr("催办"), lambda: self._remind(detail), more=detail)
        if lack.kind == "unapproved":
            return Lacking(title, tr("审批"), self._page.acts.approve, tip=detail)
        if lack.page == self._page.page_id:
            act = (lambda: self._page.show_target(lack.target)) if lack.target is not None else None
            return Lacking(title, tr("去补") if act is not None else "", act, tip=detail)
        return Lacking(title, tr("去看"), lambda: self._page.go.emit(lack.page, lack.target), tip=detail)

    def _remind(self, detail: str) -> None:
        """A reminder to be sent by whatever the office writes with."""
        month = month_name(self._page.scope.month)
        text = tr("请尽快报送{month}的加减分材料。{detail}。", month=month, detail=detail)
        QGuiApplication.clipboard().setText(text)
        self._page.place.say(tr("催办的话已复制，可粘贴到消息或公文中发出"))


def _month_of(shown: Shown, code: str, indicator: str) -> str:
    """The month's events of a person under a ledger, a line each."""
    fields = (EventField.DAY, EventField.POINTS, EventField.REASON, EventField.VOUCHER)
    rows = [row for row in shown.sheet.rows if (row.code, row.indicator) == (code, indicator)]
    lines = [" ".join(text for field in fields if (text := text_of(row, field))) for row in rows]
    marked = [
        line if row.state is EventState.COUNTED else tr("{event}（草稿）", event=line)
        for row, line in zip(rows, lines, strict=True)
    ]
    return "\n".join(marked)


def result_of(running: Running, where: Stand) -> RowResult:
    """A row's result in the panel's words."""
    hints = []
    if running.excess:
        hints.append(tr("{points} 超出封顶不计。", points=signed(running.excess)))
    elif running.possible > 0:
        most, possible = plain(running.maximum), rounded(running.possible)
        hints.append(tr("满分 {maximum}，尚可加 {possible}。", maximum=most, possible=possible))
    else:
        hints.append(tr("已到满分 {maximum}，再加不计。", maximum=plain(running.maximum)))
    lacking = [each for each in where.lacking if each is not EventField.POINTS]
    if where.waits:
        hints.append(tr("审批后计入。"))
    elif lacking:
        hints.append(tr("填完{fields}后计入。", fields=tr("、").join(field_word(each) for each in lacking)))
    return RowResult(named(running.name), running.before, running.after, running.maximum, "".join(hints))


def claim_words(claim: Claim, event: EventRow) -> str:
    """What is odd about the paper that the event rests on."""
    others = [each for each in claim.claimed if each.number != event.number or each.code != event.code]
    names = tr("、").join(dict.fromkeys(f"{each.name} {each.code}" for each in others))
    title = tr("《{title}》", title=claim.title)
    if claim.clash is Clash.TWICE:
        return tr("{title}同一人已登记过，请核对是否重复", title=title)
    if claim.clash is Clash.SAME_PLACE:
        return tr("{title}与{names}填了同一署名次序，请核对", title=title, names=names)
    if claim.clash is Clash.JOINT:
        return tr("{title}为合著，{names}也已登记", title=title, names=names)
    return tr("{title}{names}也已登记，请填署名次序", title=title, names=names)


def of_event(event: EventRow) -> Stand:
    """Where one stands in the sheet of events."""
    return Stand(
        event.code,
        event.indicator,
        event.points,
        event.number,
        event,
        event.lacking,
        event.state is EventState.WAITS,
        "" if event.typed or event.source is None else state_words(event),
    )
