"""How a scheme can break what every scheme has to hold; each fault names what is wrong and where."""

from decimal import Decimal

from committee_desk.domain.errors import DeskError


class SchemeRefused(DeskError):
    """A scheme that breaks what every scheme has to hold."""


class SchemeUnreadable(SchemeRefused):
    """The text is no scheme: no JSON, or a field is missing or of the wrong kind. `where` names it."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class SchemeTextTooLarge(SchemeRefused):
    """The text is longer than any scheme."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class SchemeFieldUnknown(SchemeRefused):
    """A field that no rule reads: misspelt, or of another program. `where` names it."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class SchemeWordWrong(SchemeRefused):
    """A name or word that is too long, or in which something stands that nobody sees."""

    def __init__(self, where: str, word: str, most: int) -> None:
        super().__init__(where, word[:most])
        self.where, self.word, self.most = where, word, most


class SchemeIdWrong(SchemeRefused):
    """An id that is more than small letters, digits, _ and -."""

    def __init__(self, where: str, word: str) -> None:
        super().__init__(where, word[:80])
        self.where, self.word = where, word


class SchemeTotalWrong(SchemeRefused):
    """The parts without the bonus must come to 100 points."""

    def __init__(self, total: int) -> None:
        super().__init__(total)
        self.total = total


class PerformanceTooSmall(SchemeRefused):
    """Casework (业绩) must be at least 60 % of the points (检察人员考核工作指引)."""

    def __init__(self, points: int, total: int) -> None:
        super().__init__(points, total)
        self.points, self.total = points, total


class RepeatedName(SchemeRefused):
    """Two parts or two indicators bear the same id or the same Chinese name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class DictionaryIncomplete(SchemeRefused):
    """A dictionary that the rules need lacks an entry. `missing` is the entry."""

    def __init__(self, dictionary: str, missing: str) -> None:
        super().__init__(dictionary, missing)
        self.dictionary, self.missing = dictionary, missing


class NumberOutOfBounds(SchemeRefused):
    """A number of the scheme lies where no rule can use it. `where` names it; it may be from `least` to `most`."""

    def __init__(self, where: str, value: Decimal | int, least: Decimal | int, most: Decimal | int) -> None:
        super().__init__(where, value)
        self.where, self.value, self.least, self.most = where, value, least, most


class StandardOfNothing(SchemeRefused):
    """A minimum standard names a work that the scheme does not know, or counts what that work has not."""

    def __init__(self, where: str, work: str) -> None:
        super().__init__(where, work)
        self.where, self.work = where, work
