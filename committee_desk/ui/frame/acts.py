"""Everything that can be done from anywhere: the acts of every page, the pages, the program. The palette lists them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from committee_desk.domain.course import Move
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.theme import DARK_LOOK, LIGHT_LOOK, SYSTEM
from committee_desk.ui.frame.frame import Frame
from committee_desk.ui.frame.menu import ProgramAct, look_names
from committee_desk.ui.frame.palette import Entry
from committee_desk.ui.page_list import PLACES, place
from committee_desk.wording.courses import move_name
from committee_desk.wording.language import tr

LOOK_ICONS = {SYSTEM: "device-desktop", LIGHT_LOOK: "sun", DARK_LOOK: "moon"}


@dataclass(frozen=True, slots=True)
class PageAct:
    """An act of a page that may not be made yet: `title` is the title of its command there."""

    page: str
    title: str
    icon: str
    key: Shortcut | None = None


def page_acts() -> tuple[PageAct, ...]:
    """The acts of all pages, in the rail's order."""
    return (
        PageAct("scheme", tr("起草修改方案"), "pencil"),
        PageAct("scheme", tr("看方案草稿对每个人的影响"), "report-analytics"),
        PageAct("scheme", tr("比较方案的两个版本"), "arrows-sort"),
        PageAct("scheme", tr("没有达到最低标准的人"), "flag"),
        PageAct("cases", tr("导入工作簿"), "file-import", Shortcut.IMPORT),
        PageAct("cases", tr("所选案件的附件"), "file-certificate"),
        PageAct("cases", Shortcut.EVALUATE.does(), "clipboard-check", Shortcut.EVALUATE),
        PageAct("cases", tr("登记承办人对评价的意见"), "message-circle-exclamation"),
        PageAct("cases", tr("撤回案件评价"), "arrow-back-up"),
        PageAct("cases", tr("无罪、免予刑事处罚案件的原因认定"), "gavel"),
        PageAct("cases", tr("打印所选案件的评价表"), "printer"),
        PageAct("cases", tr("入额未办案的检察官"), "user-off"),
        PageAct("cases", Shortcut.OVERRIDE.does(), "pencil", Shortcut.OVERRIDE),
        PageAct("cases", Shortcut.HISTORY.does(), "history", Shortcut.HISTORY),
        PageAct("entry", tr("填写本列的批次"), "notes", Shortcut.BATCH),
        PageAct("entry", tr("右侧详情"), "info-circle"),
        *(
            PageAct("entry", key.does(), "chevron-right", key)
            for key in (Shortcut.BY_EVENT, Shortcut.BY_PERSON, Shortcut.PREVIOUS_MONTH, Shortcut.NEXT_MONTH)
        ),
        PageAct("entry", tr("月度公布表"), "printer"),
        PageAct("entry", tr("所选人员的本月得分说明"), "report-analytics"),
        PageAct("entry", tr("平时考核等次…"), "pencil"),
        PageAct("entry", tr("关账或公布本月"), "lock"),
        PageAct("entry", tr("所选事项的追溯案件与论文"), "notes"),
        PageAct("entry", tr("所选事项的凭证扫描件"), "file-certificate"),
        PageAct("entry", tr("审批本月等待审批的事项"), "user-check"),
        PageAct("entry", tr("撤回所选事项"), "trash"),
        PageAct("ballots", tr("录入领导评价"), "pencil"),
        *(PageAct("ballots", tab, "users") for tab in (tr("领导评价"), tr("述职"), tr("外部意见"))),
        PageAct("ballots", tr("登记述职"), "pencil"),
        PageAct("ballots", tr("看述职文件"), "eye"),
        PageAct("ballots", tr("登记外部意见"), "plus"),
        PageAct("ballots", tr("打印外部监督意见征求表"), "printer"),
        PageAct("ballots", tr("打印空白征求表"), "printer"),
        PageAct("ranking", tr("导出汇总排名"), "download", Shortcut.EXPORT),
        PageAct("grading", move_name(Move.PROPOSE), "flag"),
        PageAct("grading", move_name(Move.APPROVE), "gavel"),
        PageAct("grading", move_name(Move.WITHDRAW), "arrow-back-up"),
        PageAct("grading", move_name(Move.RETURN), "arrow-back-up"),
        PageAct("grading", tr("改定所选人员的等次"), "pencil"),
        PageAct("grading", tr("所选人员的业务能力评审"), "clipboard-check"),
        PageAct("grading", tr("登记平票决定"), "scale"),
        PageAct("grading", tr("评价不全的处理"), "clock"),
        PageAct("grading", tr("分配余额名额"), "plus"),
        PageAct("grading", tr("合并计算名额"), "sum"),
        PageAct("grading", tr("提高优秀比例的批复"), "percentage"),
        PageAct("grading", tr("撤销所选的等次决定"), "arrow-back-up"),
        PageAct("grading", tr("历次名册"), "history"),
        *(PageAct("grading", tab, "gavel") for tab in _grading_tabs()),
        *_meeting_acts(),
        PageAct("grading", tr("打印考核得分汇总排名表"), "printer"),
        PageAct("grading", tr("打印等次建议名册"), "printer"),
        PageAct("grading", tr("打印业务能力评审意见表"), "printer"),
        PageAct("objections", Shortcut.OBJECT.does(), "plus", Shortcut.OBJECT),
        PageAct("objections", tr("打印空白异议申请表"), "printer"),
        PageAct("objections", tr("打印异议台账"), "printer"),
        PageAct("objections", tr("登记情况反映"), "plus"),
        PageAct("objections", tr("登记情况反映的办理情况"), "check"),
        PageAct("publication", tr("张贴公示…"), "speakerphone"),
        PageAct("publication", tr("登记张贴照片…"), "file-plus"),
        PageAct("publication", tr("登记撤下…"), "clipboard-check"),
        PageAct("publication", tr("登记重新张贴…"), "clipboard-plus"),
        PageAct("publication", tr("延长公示…"), "calendar-plus"),
        PageAct("publication", tr("补充公告：按新日历重新计算…"), "calendar-time"),
        PageAct("publication", tr("更正说明…"), "pencil"),
        PageAct("publication", tr("关闭公示…"), "lock"),
        PageAct("publication", tr("撤回公示…"), "arrow-back-up"),
        PageAct("publication", tr("退回重新公示…"), "arrow-back-up"),
        PageAct("publication", tr("打印公示书"), "printer"),
        PageAct("publication", tr("打印张贴记录"), "printer"),
        PageAct("publication", tr("打印补充公告、更正说明"), "printer"),
        PageAct("publication", tr("看张贴照片"), "eye"),
        PageAct("people", tr("导入人员"), "file-import", Shortcut.IMPORT),
        PageAct("people", tr("亲属关系与分管"), "users"),
        PageAct("people", tr("考评委员会委员"), "gavel"),
        PageAct("print", tr("表存到文件夹…"), "folder", Shortcut.EXPORT),
        PageAct("print", tr("打印…"), "printer", Shortcut.PRINT),
        PageAct("print", tr("个人月度得分说明…"), "report-analytics"),
        *(PageAct("system", tab, "settings") for tab in _system_tabs()),
        PageAct("system", tr("记住的列对应"), "table-import"),
    )


def _meeting_acts() -> tuple[PageAct, ...]:
    """What is done with a meeting of the committee."""
    return tuple(
        PageAct("grading", title, icon)
        for title, icon in (
            (tr("到会登记"), "user-check"),
            (tr("宣布开会"), "gavel"),
            (tr("登记表决"), "clipboard-check"),
            (tr("登记申报的回避"), "user-off"),
            (tr("撤销申报的回避"), "arrow-back-up"),
            (tr("结束会议"), "lock"),
            (tr("会议文书"), "printer"),
            (tr("投影会议"), "device-desktop"),
            (tr("召集会议"), "plus"),
            (tr("更改会议通知"), "pencil"),
            (tr("取消会议"), "x"),
            (tr("重新打开会议"), "lock-open"),
        )
    )


def _grading_tabs() -> tuple[str, ...]:
    return tr("等次建议名册"), tr("等次审议所缺"), tr("优秀名额和决定"), tr("考评委员会会议"), tr("等次和得分的分布")


def _system_tabs() -> tuple[str, ...]:
    kept = tr("备份与恢复"), tr("核查"), tr("保护"), tr("日志")
    return tr("日历"), tr("设置"), tr("账号"), tr("导入记录"), *kept, tr("关于")


def entries(frame: Frame) -> list[Entry]:
    """What the current page offers first, then the acts of the others, then the pages."""
    current = frame.pages.current
    offers = current.commands() if current else ()
    about = current.title() if current else ""
    own = [
        Entry(each.title, each.key.shown if each.key else about, each.icon, each.run, each.barred) for each in offers
    ]
    here, barred = {each.title for each in offers}, frame.barred()
    others = [
        Entry(act.title, place(act.page).title(), act.icon, lambda act=act: carry_out(frame, act))  # type: ignore[misc]
        for act in page_acts()
        if act.title not in here and act.page not in barred
    ]
    pages = [
        Entry(each.title(), tr("页面"), each.icon, lambda each=each: frame.enter(each.id), page=True)  # type: ignore[misc]
        for each in PLACES
        if each.page and each.id not in barred
    ]
    return [*own, *others, *pages]


def carry_out(frame: Frame, act: PageAct) -> None:
    """Go to the page, and do it there once the page shows what it works on."""
    page = frame.lead_to(act.page)
    page.when_read(lambda: _run(page, act.title))


def _run(page: Page, title: str) -> None:
    command = next((each.run for each in page.commands() if each.title == title), None)
    if command is not None:
        command()


def program_entries(acts: tuple[ProgramAct, ...], choose: Callable[[str], object]) -> list[Entry]:
    """The acts of the program, and the looks."""
    looks = [
        Entry(tr("外观：{name}", name=name), "", LOOK_ICONS[look], partial(choose, look)) for look, name in look_names()
    ]
    return [*(Entry(each.title, each.key.shown if each.key else "", each.icon, each.run) for each in acts), *looks]
