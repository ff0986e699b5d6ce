"""What the lists beside the prosecutors' owe, as 工作台 says it."""

from committee_desk.services.views import Owed
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.owed_lines import Line, SaysLine


def _no_scheme(line: Owed) -> Line:
    category = dictionary_word(str(line.facts["category"]))
    said = tr("本年度在册 {count} 人，取用自带方案后才能计分", count=line.facts["count"])
    return tr("{category}还没有考核方案", category=category), said


def _tied(line: Owed) -> Line:
    category = dictionary_word(str(line.facts["category"]))
    names = line.facts["names"]
    said = tr("、").join(names) if isinstance(names, tuple) else ""
    return tr("{category}优秀名额末位 {count} 人相同", category=category, count=line.facts["count"]), said


CATEGORIES_OWED: dict[str, SaysLine] = {
    "scheme_of_category_missing": _no_scheme,
    "tie_in_category": _tied,
}
