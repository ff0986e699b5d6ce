"""What the sentences of a check share: where something is, and what to do about it."""

from collections.abc import Callable, Mapping

from committee_desk.wording.language import tr

Facts = Mapping[str, object]
Told = tuple[Callable[[Facts], str], Callable[[], str]]
"""What is broken and where, from the facts; and what to do about it."""


def restore() -> str:
    """What to do where somebody or something changed the file past the program."""
    return tr("文件在程序之外被改动或已损坏：请停止使用并保留此文件，用检查通过的备份恢复，再与纸面上的日志头核对。")


def correct() -> str:
    """What to do where the data contradict themselves."""
    return tr("请与来源系统核对，改正后重新导入并替换；来源无误的，按文件被改动处理，用备份恢复。")


def table_name(table: object) -> str:
    """A table of the desk in words."""
    return {
        "desk": tr("台账本身"),
        "journal": tr("日志"),
        "years": tr("年度"),
        "schemes": tr("考核方案"),
        "settings": tr("设置"),
        "imports": tr("导入记录"),
        "persons": tr("工号"),
        "departments": tr("部门"),
        "case_numbers": tr("案号"),
        "weightings": tr("案件权重"),
        "stays": tr("人员"),
        "case_shares": tr("案件"),
        "reviews": tr("评查"),
        "events": tr("加减分"),
        "leader_marks": tr("领导评价"),
        "ballots": tr("测评票"),
        "rounds": tr("测评轮次"),
        "round_people": tr("测评人员"),
        "round_turnouts": tr("测评票数"),
        "round_batches": tr("计票批次"),
        "sealed_marks": tr("封存的测评票"),
        "round_looks": tr("对测评统计的了解"),
        "sanctions": tr("处分"),
        "leave": tr("请假"),
        "calendar_days": tr("日历"),
        "prints": tr("打印记录"),
        "accounts": tr("账号"),
        "contents": tr("附件内容"),
        "attachments": tr("附件"),
        "event_drafts": tr("加减分草稿"),
        "event_lines": tr("批次"),
        "mappings": tr("列的对应"),
        "relationships": tr("亲属关系"),
        "charges": tr("分管"),
        "duty_reports": tr("述职"),
        "outside_opinions": tr("外部意见"),
        "months": tr("月份"),
        "month_sheets": tr("月度公布表"),
        "routine_grades": tr("平时考核等次"),
        "courses": tr("年度流程"),
        "members": tr("委员"),
        "meetings": tr("考评委员会的会议"),
        "attendance": tr("到会"),
        "recusals": tr("回避"),
        "votes": tr("表决"),
        "grade_lists": tr("等次名册"),
        "grade_choices": tr("等次调整"),
        "grading_decisions": tr("等次决定"),
        "ability_reviews": tr("业务能力评审"),
        "publications": tr("公示书"),
        "postings": tr("张贴记录"),
        "windows": tr("公示期"),
        "notes": tr("补充公告与更正说明"),
        "closings": tr("公示关闭"),
        "objections": tr("异议"),
        "letters": tr("情况反映"),
        "proceedings": tr("复核与更正"),
        "informings": tr("告知"),
        "party_decisions": tr("院党组决定"),
        "results": tr("考核结果"),
        "deliveries": tr("结果通知书的送达"),
        "signatures": tr("签名"),
        "applications": tr("复核申请与申诉"),
        "certificates": tr("证书"),
        "seals": tr("已签章的确认表"),
    }.get(str(table), str(table))
