"""Why a paper is not drawn, kept or printed."""

from committee_desk.services.folders import FileInTheWay
from committee_desk.services.on_paper import NotPrintable
from committee_desk.services.page_pictures import PrinterRefused
from committee_desk.services.sheet_refusals import (
    DeskChangedMeanwhile,
    NotAFolder,
    NotOnTheList,
    Printed,
    TextTooLong,
    UnprintableCharacters,
)
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says

NAMED = 5
"""So many characters a sentence names."""


@says(UnprintableCharacters)
def _unprintable_characters(error: UnprintableCharacters) -> str:
    listed = tr("；").join(
        tr(
            "{name}的“{character}”（{number}）",
            name=tr("{name}（{code}）", name=each.name, code=each.code) if each.code else each.name,
            character=each.character,
            number=f"U+{ord(each.character):04X}",
        )
        for each in error.missing
    )
    return tr(
        "以下的字没有一种可用的字体能印出，未生成任何{paper}：{listed}。请核对是否录错；"
        "确有此字的，安装含有该字的字体并写入 page.toml 的 faces。",
        paper=_printed(error.paper),
        listed=listed,
    )


@says(NotPrintable)
def _not_printable(error: NotPrintable) -> str:
    listed = tr("、").join(
        tr("“{character}”（{number}）", character=each, number=f"U+{ord(each):04X}")
        for each in error.characters[:NAMED]
    )
    return tr(
        "这些字印不出来：{listed}。所填内容要印在文书上，请改用能印的字；"
        "确有此字的，安装含有该字的字体并写入 page.toml 的 faces。",
        listed=listed,
    )


def _printed(paper: Printed) -> str:
    return {
        Printed.GRADE_SHEET: tr("确认表"),
        Printed.MONTH_SHEET: tr("月度考核公布表"),
        Printed.MONTH_EXPLAINED: tr("个人月度得分说明"),
        Printed.EVALUATION: tr("案件评价表"),
        Printed.OPINION: tr("外部监督意见征求表"),
        Printed.MINUTES: tr("会议记录"),
        Printed.VOTE_SLIP: tr("表决票"),
        Printed.RECUSALS: tr("回避登记表"),
        Printed.NOTICE: tr("公示书或张贴记录"),
        Printed.OBJECTION: tr("异议材料"),
        Printed.GRADING: tr("等次审议材料"),
        Printed.RESULT: tr("结果通知书或台账"),
        Printed.REVIEW: tr("复核材料或决定书"),
        Printed.EDITION: tr("公开版"),
        Printed.ROUND: tr("民主测评材料"),
    }.get(paper, paper)


@says(NotOnTheList)
def _not_on_the_list(error: NotOnTheList) -> str:
    return tr(
        "{year} 年度参加考核的{category}中没有工号 {codes}。请核对工号和年度。",
        year=error.year,
        category=dictionary_word(error.category),
        codes=tr("、").join(error.codes),
    )


@says(DeskChangedMeanwhile)
def _desk_changed_meanwhile(_error: DeskChangedMeanwhile) -> str:
    return tr("生成确认表期间数据一再变动，未生成任何确认表。请等其他人录入完毕后再试。")


@says(FileInTheWay)
def _file_in_the_way(error: FileInTheWay) -> str:
    return tr(
        "“{path}”不是本程序此前印制的，不会被替换，没有写入任何文件。请换一个文件夹，或先移走它。", path=error.path
    )


@says(NotAFolder)
def _not_a_folder(error: NotAFolder) -> str:
    return tr("“{path}”不是文件夹，未生成任何确认表。请指定一个文件夹。", path=error.path)


@says(TextTooLong)
def _text_too_long(error: TextTooLong) -> str:
    return tr(
        "{name}（{code}）的确认表有一栏放不下：“{text}…”。请缩短这段文字后再试。",
        name=error.name,
        code=error.code,
        text=error.text[:30],
    )


@says(PrinterRefused)
def _printer_refused(error: PrinterRefused) -> str:
    return tr(
        "打印机“{printer}”没有接受打印任务，未打印完。请检查打印机是否开机、联机后重新打印。",
        printer=error.printer,
    )
