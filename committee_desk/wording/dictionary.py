"""The dictionary words of workbooks and of the shipped scheme: the law's own, not the office's.

Desks keep them in Chinese, as workbooks and paper do; here they are said in the spoken language. A word that stands in
no dictionary here is the office's own and is said as it is.
"""

from collections.abc import Iterable
from functools import cache

from committee_desk.wording.language import CHINESE, language, tr


def dictionary_word(word: str) -> str:
    """A case type, review grade, kind of decision or leave, category, grade or holiday."""
    return word if language() == CHINESE else _english().get(word, word)


def dictionary_words(words: Iterable[str]) -> str:
    """Several in a row."""
    return tr("、").join(map(dictionary_word, words))


@cache
def _english() -> dict[str, str]:
    """Asked for only when English is spoken, so that the words are kept once said."""
    return _cases() | _items() | _reviews() | _decisions() | _leave() | _people() | _holidays()


def _cases() -> dict[str, str]:
    return {
        "审查逮捕": tr("审查逮捕"),
        "审查起诉": tr("审查起诉"),
        "公益诉讼": tr("公益诉讼"),
        "刑事执行监督": tr("刑事执行监督"),
        "民事检察监督": tr("民事检察监督"),
        "行政检察监督": tr("行政检察监督"),
        "控告申诉": tr("控告申诉"),
        "未成年人检察": tr("未成年人检察"),
    }


def _items() -> dict[str, str]:
    return {
        "证据审查与收集": tr("证据审查与收集"),
        "事实认定": tr("事实认定"),
        "法律适用": tr("法律适用"),
        "法律监督": tr("法律监督"),
        "办案程序": tr("办案程序"),
        "法律文书": tr("法律文书"),
        "办案规范": tr("办案规范"),
        "失误": tr("失误"),
        "证据变化": tr("证据变化"),
        "法律分歧": tr("法律分歧"),
    }


def _reviews() -> dict[str, str]:
    return {
        "优质": tr("优质"),
        "合格": tr("合格"),
        "瑕疵": tr("瑕疵"),
        "基本合格": tr("基本合格"),
        "不合格": tr("不合格"),
        "优秀": tr("优秀"),
        "良好": tr("良好"),
        "称职": tr("称职"),
        "基本称职": tr("基本称职"),
        "不称职": tr("不称职"),
    }


def _decisions() -> dict[str, str]:
    return {
        "政务警告": tr("政务警告"),
        "党内警告": tr("党内警告"),
        "诫勉": tr("诫勉"),
        "调整职务": tr("调整职务"),
        "记过": tr("记过"),
        "党内严重警告": tr("党内严重警告"),
        "责令辞职": tr("责令辞职"),
        "免职": tr("免职"),
        "降职": tr("降职"),
        "试用期": tr("试用期"),
        "记大过": tr("记大过"),
        "降级": tr("降级"),
        "撤职": tr("撤职"),
        "撤销党内职务": tr("撤销党内职务"),
        "留党察看": tr("留党察看"),
        "开除党籍": tr("开除党籍"),
        "立案未结": tr("立案未结"),
        "谈话提醒": tr("谈话提醒"),
        "批评教育": tr("批评教育"),
        "通报批评": tr("通报批评"),
    }


def _leave() -> dict[str, str]:
    return {
        "病假": tr("病假"),
        "事假": tr("事假"),
        "产假": tr("产假"),
        "陪产假": tr("陪产假"),
        "工伤": tr("工伤"),
        "年休假": tr("年休假"),
        "探亲假": tr("探亲假"),
        "婚丧假": tr("婚丧假"),
    }


def _people() -> dict[str, str]:
    return {
        "检察官": tr("检察官"),
        "检察辅助人员": tr("检察辅助人员"),
        "司法行政人员": tr("司法行政人员"),
        "男": tr("男"),
        "女": tr("女"),
    }


def _holidays() -> dict[str, str]:
    return {
        "元旦": tr("元旦"),
        "春节": tr("春节"),
        "清明节": tr("清明节"),
        "劳动节": tr("劳动节"),
        "端午节": tr("端午节"),
        "中秋节": tr("中秋节"),
        "国庆节": tr("国庆节"),
        "抗战胜利纪念日": tr("抗战胜利纪念日"),
    }
