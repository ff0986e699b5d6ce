"""The settings of an office in words: what each is called, what it changes, what it takes."""

from typing import NamedTuple

from committee_desk.services.second_folder import SECOND_FOLDER
from committee_desk.services.settings import (
    ABOUT_OTHERS,
    ANSWER_DAYS,
    APPEAL_ORGAN,
    BAR_BY_QUARTERS,
    COUNT_POSTING_DAY,
    CUT_OFF,
    DESK_DEPARTMENT,
    DESK_HANDLER,
    DESK_PHONE,
    DESK_PLACE,
    IDLE_MINUTES,
    MEETING_MAJORITY,
    MEETING_QUORUM,
    MONTHS_GRADED,
    NOTICE_ORDER,
    NOTICE_PLACES,
    NOTICE_RANKS,
    NOTICE_SCORES,
    NOTICE_UNGRADED,
    REVIEW_DAYS,
    SIGNING_APPROVAL,
)
from committee_desk.wording.language import tr


class SettingWords(NamedTuple):
    """A setting's name, what it changes, and what is typed; empty where it is chosen or anything goes."""

    name: str
    changes: str
    takes: str = ""


def settings_in_words() -> dict[str, SettingWords]:
    """What an office sets for itself, by key, in the order in which it is shown."""
    return {**_of_notices(), **_of_the_year(), **_of_disputes()}


def setting_name(key: str) -> str:
    """A setting; one of a later version keeps its key."""
    if key == SECOND_FOLDER:  # kept with the settings, and set where the copies are
        return tr("第二备份文件夹")
    told = settings_in_words().get(key)
    return told.name if told is not None else key


def _of_notices() -> dict[str, SettingWords]:
    return {
        CUT_OFF: SettingWords(
            tr("截止时刻"),
            tr("公示最后一天几点截止收件，此后收到的异议登记为逾期，转结果通知后复核"),
            tr("24 小时制，如 17:30"),
        ),
        COUNT_POSTING_DAY: SettingWords(
            tr("张贴当日计入"), tr("启用后 9:00 以前张贴的，张贴当日计入公示期；参照民法典第 201 条，当日不计入更稳妥")
        ),
        NOTICE_PLACES: SettingWords(
            tr("张贴地点"), tr("公示书贴在哪几处"), tr("用顿号隔开，如：内网公告栏、办公楼一楼公告栏")
        ),
        DESK_DEPARTMENT: SettingWords(tr("受理部门"), tr("哪个部门受理异议，印在公示书上"), tr("如：政治部")),
        DESK_PLACE: SettingWords(tr("受理地点"), tr("在哪里受理异议，印在公示书上"), tr("如：办公楼 412 室")),
        DESK_PHONE: SettingWords(tr("受理电话"), tr("受理异议的电话，印在公示书上"), tr("如：0000-5512")),
        DESK_HANDLER: SettingWords(tr("受理经办人"), tr("谁经办异议，印在公示书上")),
        NOTICE_ORDER: SettingWords(tr("公示名单的排列"), tr("按部门或者按姓氏笔画，从不按得分")),
        NOTICE_SCORES: SettingWords(tr("公示得分"), tr("启用后公示书写明每人的得分")),
        NOTICE_RANKS: SettingWords(tr("公示名次"), tr("启用后公示书写明每人的名次")),
        NOTICE_UNGRADED: SettingWords(
            tr("公示另行确定的人员"), tr("启用后公示书也列出等次另行确定的人员，不写理由；不启用的，只列有等次的人员")
        ),
    }


def _of_the_year() -> dict[str, SettingWords]:
    return {
        IDLE_MINUTES: SettingWords(
            tr("无人操作后锁定"),
            tr("多少分钟没有人动键盘和鼠标就锁定窗口，没做完的内容原样保留；台账没有账号也没有口令的，不锁定"),
            tr("1 至 120 分钟"),
        ),
        MONTHS_GRADED: SettingWords(
            tr("平时考核等次"), tr("启用后每季度给每人定好、较好、一般或较差，印在季度末月的公布表上")
        ),
        BAR_BY_QUARTERS: SettingWords(
            tr("平时考核一般或较差者不评优秀"),
            tr("启用后全年有一个季度的平时考核为一般或较差的，不评为优秀；成绩和排名不变"),
        ),
    }


def _of_disputes() -> dict[str, SettingWords]:
    return {
        REVIEW_DAYS: SettingWords(
            tr("申请复核期限"),
            tr("知道结果之次日起几日内可以申请复核；检察官法第 44 条没有规定期限，不得少于 30 日"),
            tr("日数，30 至 90"),
        ),
        APPEAL_ORGAN: SettingWords(tr("申诉机关"), tr("结果通知书上写明的申诉受理机关，只印给可以申诉的人")),
        SIGNING_APPROVAL: SettingWords(
            tr("电子签名批准文号"), tr("填写后，定稿确认表不再注明以纸质件为准；没有批准文号的，请留空")
        ),
        ANSWER_DAYS: SettingWords(
            tr("异议答复期限"), tr("收到异议后几个工作日内答复；改动只影响以后登记的异议"), tr("1 至 30 个工作日")
        ),
        ABOUT_OTHERS: SettingWords(
            tr("对他人结果的异议"), tr("启用后检察官可以对他人的结果提出异议；不启用的，登记为情况反映")
        ),
        MEETING_QUORUM: SettingWords(
            tr("考评委员会到会比例"),
            tr("到会并可以表决的委员不少于全体委员的几分之几，会议才能表决；法律没有规定"),
            tr("分数，如 2/3"),
        ),
        MEETING_MAJORITY: SettingWords(
            tr("考评委员会通过比例"),
            tr("赞成票须超过全体委员的几分之几，表决才算通过；法律没有规定"),
            tr("分数，如 1/2"),
        ),
    }
