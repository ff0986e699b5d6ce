"""What the counter says beside its fields: a notice, where somebody stands on it, what is wrong with a name."""

from committee_desk.services.objection_views import NoticeAgainst, Objector
from committee_desk.ui.common.person_field import PersonField
from committee_desk.wording.days import short
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import points


def notice_word(notice: NoticeAgainst) -> str:
    """公示书第 1 版（2月9日张贴）."""
    words = tr("公示书第 {version} 版（{day} 张贴）", version=notice.version, day=short(notice.posted.date()))
    return words + tr("，只公示有变动的人") if notice.partial else words


def stands_at(objector: Objector) -> str:
    """J005，第二检察部，第 13 名，80.94，称职."""
    rank = tr("第 {rank} 名", rank=objector.rank) if objector.rank is not None else ""
    total = points(objector.total) if objector.total is not None else ""
    grade = dictionary_word(objector.grade) if objector.grade else tr("另行确定")
    return tr("，").join(part for part in (objector.code, objector.department, rank, total, grade) if part)


def what_is_wrong(field: PersonField) -> str:
    """Why a field names nobody; empty where it does."""
    if field.person is not None:
        return ""
    if not field.text().strip():
        return tr("没有填写姓名。请输入姓名、工号或拼音首字母。")
    if field.ambiguous:
        return tr("有几人同名，或拼音首字母相同。请从列表中选择带工号的一个。")
    return tr("名单中没有“{name}”。请从列表中选择；其他人的意见请登记为情况反映。", name=field.text().strip())
