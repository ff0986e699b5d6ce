"""The acts on rating rounds in words."""

import json
from collections.abc import Callable

from committee_desk.domain.rounds import Failing
from committee_desk.services.views import JournalRow
from committee_desk.wording.language import tr
from committee_desk.wording.rounds import failing_name


def round_act(verb: str) -> str | None:
    """What was done to a round; None of other acts."""
    return {
        "rounds.draft": tr("拟定测评轮次"),
        "rounds.amend": tr("修改测评轮次"),
        "rounds.place": tr("调整测评人员"),
        "rounds.derive": tr("重新生成测评人员"),
        "rounds.discard": tr("删除测评轮次草稿"),
        "rounds.adopt": tr("启动民主测评"),
        "rounds.turnout": tr("登记测评票数"),
        "rounds.close": tr("关闭民主测评并计票"),
        "rounds.count_imported": tr("登记导入测评票的到会和收发"),
        "rounds.void": tr("作废民主测评"),
        "rounds.unseal": tr("启封作废轮次的测评票"),
        "rounds.again": tr("重新测评"),
        "rounds.look": tr("登记对测评统计的了解"),
        "slips.make": tr("生成测评票号"),
        "slips.confirm": tr("核对确认测评票"),
        "slips.count": tr("两次录入比对后计票"),
        "slips.drop": tr("删除测评票批次"),
        "booth.codes": tr("生成测评间验证码"),
        "booth.give_back": tr("退回测评间的票"),
        "booth.asked_again": tr("登记已重新请人投票"),
        "rounds.draw": tr("打印测评文书"),
    }.get(verb)


def _round(row: JournalRow) -> str:
    return row.subject or ""


def _turnout(row: JournalRow) -> str:
    told = json.loads(row.what)
    return tr(
        "{label}：{ballot_class} 票应到 {due}，实到 {present}，发出 {issued}，收回 {returned}",
        label=row.subject or "",
        ballot_class=told["class"],
        **{name: told[name] for name in ("due", "present", "issued", "returned")},
    )


def _close(row: JournalRow) -> str:
    told = json.loads(row.what)
    if told["void"]:
        return tr("{label}：{why}，本轮作废", label=row.subject or "", why=failing_name(Failing(told["void"])))
    return row.subject or ""


def _drawn(row: JournalRow) -> str:
    paper = {
        "summary": tr("测评结果汇总表"),
        "batches": tr("计票批次表"),
        "statistics": tr("测评统计报告"),
        "seal": tr("封存单"),
        "unsealed": tr("启封清单"),
    }
    return tr("{label}，{paper}", label=row.subject or "", paper=paper.get(str(json.loads(row.what).get("paper")), ""))


def _again(row: JournalRow) -> str:
    return tr("{label}，原轮次 {first}", label=row.subject or "", first=json.loads(row.what)["again"])


def _batch(row: JournalRow) -> str:
    told = json.loads(row.what)
    return tr(
        "{label} 第 {batch} 批，{ballot_class} 票 {slips} 张",
        label=row.subject or "",
        batch=told["batch"],
        ballot_class=told["class"],
        slips=told["slips"],
    )


def _slips(row: JournalRow) -> str:
    told = json.loads(row.what)
    number = told.get("slips", told.get("ballots"))
    return tr(
        "{label}：{ballot_class} 票 {slips} 张", label=row.subject or "", ballot_class=told["class"], slips=number
    )


def _codes(row: JournalRow) -> str:
    counted = json.loads(row.what)["codes"].items()
    listed = tr("，").join(
        tr("{ballot_class} 票 {count} 个", ballot_class=name, count=count) for name, count in counted
    )
    return tr("{label}：{listed}", label=row.subject or "", listed=listed)


ROUND_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    **dict.fromkeys(
        (f"rounds.{act}" for act in ("draft", "amend", "place", "derive", "discard", "adopt", "void", "look")), _round
    ),
    "rounds.unseal": _round,
    "rounds.count_imported": _round,
    "rounds.turnout": _turnout,
    "rounds.draw": _drawn,
    "rounds.close": _close,
    "rounds.again": _again,
    **dict.fromkeys(("slips.confirm", "slips.count", "slips.drop"), _batch),
    **dict.fromkeys(("slips.make", "booth.give_back"), _slips),
    "booth.codes": _codes,
    "booth.asked_again": _round,
}
"""What each of them was done to."""
