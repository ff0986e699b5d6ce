"""Sentences for what an office names wrong: its own name, a year, a person, a case, a setting."""

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.services.cases import NoSuchCase
from committee_desk.services.founding import OfficeNameMissing, YearOutOfRange
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.settings import BadSetting, ReasonMissing, UnknownSetting
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says


@says(NoSuchYear)
def _no_such_year(error: NoSuchYear) -> str:
    held = tr("、").join(str(year) for year in error.held)
    return tr("这个台账文件中没有 {year} 年，只有 {held}。请改选其中一年。", year=error.year, held=held)


@says(OfficeNameMissing)
def _office_name_missing(_error: OfficeNameMissing) -> str:
    return tr("没有写明是哪个人民检察院。请填写单位全称。")


@says(YearOutOfRange)
def _year_out_of_range(error: YearOutOfRange) -> str:
    return tr(
        "年度 {year} 不能使用。请填写 {first} 至 {last} 之间的年份。",
        year=error.year,
        first=error.first,
        last=error.last,
    )


@says(NoSuchPerson)
def _no_such_person(error: NoSuchPerson) -> str:
    return tr("没有工号为“{code}”的人员。请核对工号，或先导入人员。", code=error.code)


@says(NoSuchCase)
def _no_such_case(error: NoSuchCase) -> str:
    return tr("没有案号为“{number}”的案件。请核对案号，或先导入案件。", number=error.number)


@says(UnknownSetting)
def _unknown_setting(error: UnknownSetting) -> str:
    return tr("没有名为“{key}”的设置。请在“系统”页的设置中选择。", key=error.key)


@says(BadSetting)
def _bad_setting(error: BadSetting) -> str:
    shapes = {
        "time": tr("请写成 24 小时制的时和分，如 17:30。"),
        "cut_off": tr("请写成 12:00 至 24:00 之间的时和分，如 17:30。"),
        "minutes": tr("请写成 1 至 120 的整数分钟。"),
        "switch": tr("请在“启用”和“不启用”中选一个。"),
        "days": tr("请写成 1 至 30 的整数。"),
        "order": tr("请在“按部门”和“按姓氏笔画”中选一个。"),
        "text": tr("请写成一行，不超过 120 个字。"),
        "share": tr("请写成分数，不少于 1/2、不多于 1，如 2/3。"),
    }
    return tr("设置不能是“{value}”。", value=error.value) + shapes.get(error.shape, "")


@says(ReasonMissing)
def _reason_missing(_error: ReasonMissing) -> str:
    return tr("改动设置要写明理由，理由会记入日志。请填写理由。")
