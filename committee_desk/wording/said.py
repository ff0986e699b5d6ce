"""What is said of texts that are too long, and how what was typed is quoted."""

from decimal import Decimal
from unicodedata import category

from committee_desk.domain.said import TooLongForField
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says

QUOTED = 30
"""So much of what was typed stands in a sentence."""
_DIGITS = 12
_CONTROLS = {"Cc", "Cf", "Zl", "Zp"}
"""Ends of lines, and what turns the direction of writing: a sentence would break off or read backwards."""


@says(TooLongForField)
def _too_long_for_field(error: TooLongForField) -> str:
    return tr("“{field}”最多 {limit} 字。请删减后再保存。", field=_field(error.field), limit=error.limit)


def _field(field: str) -> str:
    return {
        "decision": tr("决定文号"),
        "document": tr("文件号"),
        "evidence": tr("依据"),
        "fact": tr("案号、工号或者事由"),
        "findings": tr("查明事实或者理由"),
        "giver": tr("提意见人"),
        "grounds": tr("事实和理由"),
        "handling": tr("办理情况"),
        "hearing": tr("本人意见"),
        "item": tr("扣分项目"),
        "letter": tr("反映内容"),
        "looked_by": tr("了解人"),
        "member_name": tr("姓名"),
        "minutes": tr("会议记录正文"),
        "new_facts": tr("新的事实和理由"),
        "note": tr("说明"),
        "number": tr("文书号"),
        "office": tr("单位名称"),
        "opinion": tr("意见"),
        "photo": tr("照片编号"),
        "place": tr("地点"),
        "proof": tr("证明"),
        "proofs": tr("证据清单"),
        "receiver": tr("接收人"),
        "relation_note": tr("备注"),
        "relative": tr("亲属姓名"),
        "receiving": tr("受理部门、地点、电话或经办人"),
        "reply": tr("承办人意见"),
        "request": tr("请求"),
        "report": tr("述职报告正文"),
        "reviewer": tr("评查人"),
        "round_title": tr("测评轮次名称"),
        "scope": tr("公示范围"),
        "sender": tr("反映人"),
        "served_by": tr("送达人"),
        "slip": tr("更正后的文字"),
        "stake": tr("利害关系"),
        "title": tr("议题"),
        "voucher": tr("凭证号"),
        "why": tr("理由"),
        "witness": tr("张贴人或撤下人"),
        "witnesses": tr("见证人"),
    }.get(field, field)


def quoted(text: str) -> str:
    """What was typed, in one line and without what controls a screen; shortened where a sentence has no room for it."""
    text = " ".join("".join(" " if category(each) in _CONTROLS else each for each in text).split())
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"


def digits(number: Decimal) -> str:
    """A number as it was typed; one of endless digits by its power of ten."""
    if number.is_finite() and abs(number.adjusted()) > _DIGITS:
        return f"{number:.2E}"
    return quoted(f"{number:f}")
