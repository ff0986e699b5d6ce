"""The acts of the journal in words: what was done, and to what."""

import json
from collections.abc import Callable

from committee_desk.services.imports.kinds import Kind
from committee_desk.services.views import JournalRow
from committee_desk.wording.account_acts import ACCOUNT_OBJECTS
from committee_desk.wording.committee_acts import COMMITTEE_OBJECTS, committee_act
from committee_desk.wording.course_acts import COURSE_OBJECTS, course_act
from committee_desk.wording.entry_acts import ENTRY_OBJECTS, entry_act
from committee_desk.wording.evaluation_acts import EVALUATION_OBJECTS, evaluation_act
from committee_desk.wording.grading_acts import GRADING_OBJECTS, grading_act
from committee_desk.wording.imports import kind_name
from committee_desk.wording.language import standing_alone, tr, tr_n
from committee_desk.wording.mapping_refusals import mapping_act
from committee_desk.wording.month_acts import MONTH_OBJECTS, month_act
from committee_desk.wording.objection_acts import OBJECTION_OBJECTS, objection_act
from committee_desk.wording.proceeding_acts import PROCEEDING_OBJECTS, proceeding_act
from committee_desk.wording.publication_acts import PUBLICATION_OBJECTS, publication_act
from committee_desk.wording.result_acts import RESULT_OBJECTS, result_act
from committee_desk.wording.round_acts import ROUND_OBJECTS, round_act
from committee_desk.wording.scheme_acts import SCHEME_OBJECTS, scheme_act
from committee_desk.wording.settings import setting_name
from committee_desk.wording.signing_acts import SIGNING_OBJECTS, signing_act

NAMED = 3
"""So many codes stand in a line; more are counted."""


def act_name(verb: str) -> str:
    """What was done, as a list of acts says it; an act of a later version keeps its own name."""
    said = _said_of(verb)
    return said if said == verb else standing_alone(said)


def _said_of(verb: str) -> str:
    return (
        {
            "desk.found": tr("新建台账"),
            "year.open": tr("结转新年度"),
            "attachments.keep": tr("添加附件"),
            "attachments.withdraw": tr("撤回附件"),
            "desk.accept_older": tr("使用比本机见过的旧的台账"),
            "import": tr("导入工作簿"),
            "take_back_import": tr("撤回导入"),
            "marks.enter": tr("录入领导评价"),
            "marks.withdraw": tr("取消领导评价"),
            "reports.put": tr("登记述职报告"),
            "reports.withdraw": tr("撤回述职报告"),
            "opinions.put": tr("登记外部意见"),
            "opinions.withdraw": tr("撤回外部意见"),
            "opinions.draw": tr("打印外部监督意见征求表"),
            "relations.put": tr("登记亲属关系"),
            "relations.end": tr("取消亲属关系"),
            "charges.put": tr("登记分管"),
            "charges.end": tr("取消分管登记"),
            "calendar.set": tr("改日历"),
            "calendar.clear": tr("取消日历改动"),
            "setting.put": tr("修改设置"),
            "sheets.draw": tr("打印考核表"),
            "scores.export": tr("导出排名"),
            "scores.read": tr("读取成绩"),
            "standing.open": tr("查看处分与调查"),
            "ballots.open": tr("查看单张测评票"),
            "journal.overrule": tr("推翻条目的时间"),
            "desk.migrate": tr("升级台账格式"),
            "backup.copy": tr("备份台账"),
            "desk.restore": tr("恢复备份"),
            "accounts.first": tr("设立账号"),
            "accounts.add": tr("增加账号"),
            "accounts.roles": tr("改账号角色"),
            "accounts.close": tr("停用账号"),
            "accounts.hand_over": tr("移交账号"),
            "accounts.password": tr("修改密码"),
            "accounts.reset": tr("重置密码"),
            "accounts.way": tr("改变工作方式"),
            "accounts.sign_in": tr("登录"),
            "accounts.unlock": tr("解锁"),
            "accounts.strengthen": tr("按新标准保存密码"),
            "accounts.refused": tr("密码错误"),
            "accounts.locked": tr("暂停登录"),
            "accounts.confirm": tr("第二人确认"),
            "protection.set": tr("设置口令"),
            "protection.rekey": tr("更换口令"),
            "protection.remove": tr("取消口令"),
            "protection.sheet": tr("打印恢复单"),
        }.get(verb)
        or _of_a_subject(verb)
        or verb
    )


def _of_a_subject(verb: str) -> str | None:
    """The acts of subjects that name their own."""
    subjects = (
        scheme_act, month_act, entry_act, mapping_act, evaluation_act, objection_act, course_act, result_act,
        proceeding_act, publication_act, committee_act, grading_act, signing_act, round_act,
    )  # fmt: skip
    named = (each(verb) for each in subjects)
    return next((name for name in named if name is not None), None)


def act_object(row: JournalRow) -> str:
    """What it was done to, in words; of an act of a later version what its entry names."""
    said = _OBJECTS.get(row.verb)
    return said(row) if said else row.subject or ""


def _desk(row: JournalRow) -> str:
    told = json.loads(row.what)
    return tr("{office}，{year} 年度", office=told["desk"]["office"], year=told["year"])


def _workbook(row: JournalRow) -> str:
    """The kind, and the workbook's name where it says more."""
    known = {kind.value: kind_name(kind) for kind in Kind}
    kind, workbook = known.get(row.subject or "", row.subject or ""), json.loads(row.what).get("workbook")
    return tr("{kind}：{workbook}", kind=kind, workbook=workbook) if workbook else kind


def subject_name(subject: str) -> str:
    """What an entry was done to, by the name that a list offers: a kind of workbook, a setting, else as it stands."""
    kinds = {kind.value: kind_name(kind) for kind in Kind}
    return kinds.get(subject) or setting_name(subject)


def _sheets(row: JournalRow) -> str:
    codes = sorted(json.loads(row.what).get("sheets", ()))
    if len(codes) <= NAMED:
        return tr("{year} 年度 {codes}", year=row.subject, codes=tr("、").join(codes))
    return tr_n("{year} 年度，共 {count} 人", "{year} 年度，共 {count} 人", len(codes), year=row.subject)


def _ranking(row: JournalRow) -> str:
    return tr("{year} 年度：{workbook}", year=row.subject, workbook=json.loads(row.what).get("workbook", ""))


def _restored(row: JournalRow) -> str:
    """From which copy, and up to which entry it reached."""
    told = json.loads(row.what)
    return tr("{file}，到第 {entries} 条", file=told.get("file", ""), entries=told.get("entries", "?"))


def _attached(row: JournalRow) -> str:
    subject = (row.subject or "").partition(":")[2]
    return tr("{subject}：{name}", subject=subject, name=json.loads(row.what).get("name", ""))


def _of_year(row: JournalRow) -> str:
    """Whose it is, and of which year."""
    return tr("{year} 年度 {codes}", year=json.loads(row.what).get("year", ""), codes=row.subject or "")


def _numbered(row: JournalRow) -> str:
    return tr("{year} 年第 {number} 号", year=json.loads(row.what).get("year", ""), number=row.subject or "")


def _opinions(row: JournalRow) -> str:
    """Which opinion, or how many; of a form to be filled in by hand whom it asks about."""
    told, year = json.loads(row.what), row.subject or ""
    numbers = told["numbers"]
    if len(numbers) == 1:
        return tr("{year} 年第 {number} 号", year=year, number=numbers[0])
    if numbers:
        return tr_n("{year} 年度，共 {count} 份", "{year} 年度，共 {count} 份", len(numbers), year=year)
    return tr("{year} 年度空白表 {codes}", year=year, codes=told.get("asked") or "").rstrip()


_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    **ACCOUNT_OBJECTS,
    **COMMITTEE_OBJECTS,
    **COURSE_OBJECTS,
    **PUBLICATION_OBJECTS,
    **ENTRY_OBJECTS,
    **EVALUATION_OBJECTS,
    **GRADING_OBJECTS,
    **MONTH_OBJECTS,
    **OBJECTION_OBJECTS,
    **SIGNING_OBJECTS,
    **RESULT_OBJECTS,
    **ROUND_OBJECTS,
    **PROCEEDING_OBJECTS,
    **SCHEME_OBJECTS,
    "accounts.confirm": lambda row: act_name(json.loads(row.what)["act"]),
    "desk.found": _desk,
    "import": _workbook,
    "mapping.put": _workbook,
    "mapping.forget": _workbook,
    "take_back_import": _workbook,
    "setting.put": lambda row: setting_name(row.subject or ""),
    "sheets.draw": _sheets,
    "scores.export": _ranking,
    **dict.fromkeys(("marks.enter", "marks.withdraw", "reports.put", "reports.withdraw"), _of_year),
    **dict.fromkeys(("opinions.put", "opinions.withdraw"), _numbered),
    "opinions.draw": _opinions,
    "attachments.keep": _attached,
    "attachments.withdraw": _attached,
    "backup.copy": lambda row: str(json.loads(row.what).get("file", "")),
    "desk.restore": _restored,
}
