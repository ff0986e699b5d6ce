"""Names as people read them: what cannot be seen in one, what only looks like another, and what a login is made of."""

import re
import unicodedata

from committee_desk.domain.errors import DeskError

_UNSEEN_RANGES = (
    (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2065, 0x2065), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""Characters that are drawn as nothing though their category does not say so (Default_Ignorable_Code_Point)."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ALIKE = ("LATIN", "CYRILLIC", "GREEK")
"""Scripts whose letters look like each other's."""
_IN_LOGINS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._-〇")


class NotUnicode(DeskError):
    """A text holds half a character, as bytes that are no UTF-8 give it: no desk keeps it and nobody can read it."""


_BRACKETS = str.maketrans("[【({<〈]】)}>〉", "〔〔〔〔〔〔〕〕〕〕〕〕")
"""The brackets round the year of a document's number, as keyboards have them, and the one that GB/T 9704 has."""


MIDDLE_DOTS = "·\u0387•‧・･⋅∙⸱⸳ꞏ᛫"
"""The dots between the parts of a name as keyboards and programs have them: 买买提·艾山, 买买提•艾山."""
_DOTS = re.compile(rf"[{MIDDLE_DOTS}]|(?<=[^\x00-\x7f])[.。‐‑–—-](?=[^\x00-\x7f])")
"""A stop or a dash between two Chinese characters is meant for one; behind digits and letters it is none."""
_COMPOUND = frozenset(re.findall("..", (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠公孙慕容仲孙钟离长孙宇文"
    "司徒鲜于司空闾丘令狐"
)))  # fmt: skip
"""Surnames of two characters (百家姓)."""
_RADICALS = str.maketrans(
    "⺁⺈⺊⺌⺍⺎⺒⺓⺜⺝⺠⺧⺩⺬⺮⺵⺶⺷⺸⺻⺼⺽⻁⻄⻅⻆⻇⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
    "厂刀卜小小兀巳幺日月民牛王示竹网羊羊羊聿月臼虎西见角角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
)
"""Radicals that look like the character itself (U+2E80 to U+2EF3); those of U+2F00 and on are folded by NFKC."""


def spelt(name: str) -> str:
    """A name as it is compared: as written, without middle dots; 买买提·艾山 is 买买提•艾山 and 买买提艾山."""
    return _DOTS.sub("", written(name))


def is_surname(word: str) -> bool:
    """Whether it is no name but a surname alone: 李, 欧阳."""
    return len(word) == 1 or word in _COMPOUND


def surnames_of(name: str) -> frozenset[str]:
    """By what its bearer is called alone: the surname 李 or 欧阳, and each part of a name with dots."""
    whole, parts = spelt(name), _DOTS.split(written(name))
    return frozenset({whole[:1], *({whole[:2]} & _COMPOUND), *(parts if len(parts) > 1 else ())})


def written(name: str) -> str:
    """What was written, half-width, in small letters, without spaces and what cannot be seen; 张 三 is 张三."""
    whole = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(each for each in whole if not each.isspace() and not unseen(each))


def as_seen(name: str) -> str:
    """A name as it looks: as compared, with characters for radicals (⺠ is 民), without stops and other signs."""
    seen = spelt(name).translate(_RADICALS)
    return "".join(filter(str.isalnum, seen)) or seen


def same_number(one: str, other: str) -> bool:
    """Whether two numbers of documents are one: 〔2027〕 is typed as [2027], （2027） or 【2027】 as well."""
    return written(one).translate(_BRACKETS) == written(other).translate(_BRACKETS)


def unseen(character: str) -> bool:
    """Whether nobody sees the character, or it is half of one."""
    code = ord(character)
    return unicodedata.category(character) in _UNSEEN or any(low <= code <= high for low, high in _UNSEEN_RANGES)


def hides_something(name: str) -> bool:
    """Whether a character stands in the name that nobody sees."""
    return any(map(unseen, name))


def mixes_scripts(name: str) -> bool:
    """Whether letters that look alike come from several scripts: аdm with the Cyrillic а."""
    letters = (unicodedata.name(each, "") for each in unicodedata.normalize("NFKC", name) if each.isalpha())
    return len({script for letter in letters for script in _ALIKE if letter.startswith(script)}) > 1


def is_login(login: str) -> bool:
    """Whether a login, as it is compared, is made of letters a to z, digits, Chinese characters and . _ - alone."""
    return all(each in _IN_LOGINS or unicodedata.name(each, "").startswith("CJK UNIFIED") for each in login)


def shown(name: str) -> str:
    """The name with what nobody sees written out, as <U+200B>."""
    return "".join(f"<U+{ord(each):04X}>" if unseen(each) else each for each in name)
