"""Sentences for what is refused of imported ballots, and of grading before their turnout."""

from committee_desk.services.round_import_refusals import (
    BallotsCounted,
    BallotsOfARound,
    CorrectionFails,
    ImportedTurnoutFails,
    ImportedTurnoutMissing,
    NoImportedBallots,
    RoundsOpen,
    SlipsAboveReturned,
    TurnoutReasonMissing,
)
from committee_desk.wording.language import tr
from committee_desk.wording.rounds import failing_name
from committee_desk.wording.saying import says


@says(NoImportedBallots)
def _none(error: NoImportedBallots) -> str:
    return tr("{year} 年度没有导入的测评票，无须登记应到、发出和收回。", year=error.year)


@says(SlipsAboveReturned)
def _slips(error: SlipsAboveReturned) -> str:
    return tr(
        "{letter} 类收回 {returned} 张，导入的工作簿里却有 {slips} 张票。请核对收回数；工作簿有误的，先撤回导入。",
        letter=error.ballot_class,
        returned=error.returned,
        slips=error.slips,
    )


@says(TurnoutReasonMissing)
def _reason(error: TurnoutReasonMissing) -> str:
    return tr("{label} 已经计票。改动到会和收发数字，请写明理由。", label=error.label)


@says(CorrectionFails)
def _correction(error: CorrectionFails) -> str:
    return tr(
        "{label} 已经计票，票已拆开，不能再更正成不计票的轮次：{why}。确实如此的，请由两人作废本轮。",
        label=error.label,
        why=failing_name(error.failing),
    )


@says(BallotsCounted)
def _counted(error: BallotsCounted) -> str:
    return tr(
        "{year} 年度导入的测评票已经计票（{label}），不再接收或撤回工作簿，什么也没有写入。"
        "确须改动的，在“测评”页“民主测评”中由两人将 {label} 作废后重新导入。",
        year=error.year,
        label=error.label,
    )


@says(BallotsOfARound)
def _of_a_round(error: BallotsOfARound) -> str:
    return tr(
        "工作簿里有 {count} 人（{names}）由本台账的测评轮次 {label} 测评，不能再导入他们的票，什么也没有写入。"
        "请从工作簿中删去这些人，或先将 {label} 作废。",
        count=error.count,
        names=tr("、").join(error.names),
        label=error.label,
    )


@says(ImportedTurnoutMissing)
def _missing(error: ImportedTurnoutMissing) -> str:
    return tr(
        "导入的测评票（{people} 人，{slips} 张票）还没有登记应到、实到、发出和收回，不能提名等次。"
        "请在“测评”页“民主测评”中按票类登记。",
        people=error.people,
        slips=error.slips,
    )


@says(ImportedTurnoutFails)
def _fails(error: ImportedTurnoutFails) -> str:
    return tr(
        "导入的测评票（{label}）：{why}，这次测评不能算数，不能提名等次。"
        "请在“测评”页“民主测评”中核对登记的数字；数字无误的，由两人作废后重新测评。",
        label=error.label,
        why=failing_name(error.failing),
    )


@says(RoundsOpen)
def _open(error: RoundsOpen) -> str:
    return tr(
        "测评轮次 {labels} 还没有关闭，不能提名等次。请在“测评”页“民主测评”中关闭计票，或将其作废。",
        labels=tr("、").join(error.labels),
    )
