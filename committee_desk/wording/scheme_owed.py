"""What schemes owe, as 工作台 says it."""

from committee_desk.services.views import Owed
from committee_desk.wording.dictionary import dictionary_words
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.owed_lines import Line, SaysLine, count_of


def _categories(line: Owed) -> str:
    held = line.facts["categories"]
    return dictionary_words(map(str, held)) if isinstance(held, tuple) else ""


def _unadopted(line: Owed) -> Line:
    title = tr_n("{count} 类人员的考核方案还没有采用", "{count} 类人员的考核方案还没有采用", count_of(line))
    return title, tr("{categories}：考核前由考评委员会制定考核办法", categories=_categories(line))


def _drafts(line: Owed) -> Line:
    title = tr_n("{count} 份方案草稿没有采用", "{count} 份方案草稿没有采用", count_of(line))
    return title, tr("{categories}：采用后才生效，不用的请放弃", categories=_categories(line))


def _short(line: Owed) -> Line:
    title = tr_n("{count} 人没有达到最低标准", "{count} 人没有达到最低标准", int(str(line.facts["people"])))
    return title, tr("在“方案”的最低标准中看是谁、差多少")


SCHEME_OWED: dict[str, SaysLine] = {
    "schemes_unadopted": _unadopted,
    "scheme_drafts": _drafts,
    "standards_short": _short,
}
