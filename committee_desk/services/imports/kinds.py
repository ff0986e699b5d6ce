"""The nine workbooks: their names, and the headings each has."""

from enum import StrEnum

from committee_desk.services.changes import Topic


class Kind(StrEnum):
    """What a workbook holds; the value is the word of the command line."""

    PEOPLE = "people"
    CASES = "cases"
    REVIEWS = "reviews"
    EVENTS = "events"
    LEADER_RATINGS = "leader-ratings"
    BALLOTS = "ballots"
    SANCTIONS = "sanctions"
    LEAVE = "leave"
    CALENDAR = "calendar"

    @property
    def stem(self) -> str:
        """The workbook's name without its ending, such as 人员."""
        return _STEMS[self]

    @property
    def file_name(self) -> str:
        """The workbook's name in a folder, such as 人员.xlsx."""
        return f"{self.stem}.xlsx"

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading that is read, in the order of the template."""
        return _HEADINGS[self]

    @property
    def needed(self) -> tuple[tuple[str, ...], ...]:
        """The headings without which a sheet is not this kind; of each group one is enough."""
        return _NEEDED[self]

    @property
    def topic(self) -> Topic:
        """What screens must read again after such an import."""
        return _TOPICS[self]

    @property
    def of_the_year(self) -> bool:
        """Whether the rows carry no date, so that the year they count in has to be said."""
        return self in (Kind.LEADER_RATINGS, Kind.BALLOTS)


IN_ORDER = (
    Kind.CALENDAR,
    Kind.PEOPLE,
    Kind.CASES,
    Kind.REVIEWS,
    Kind.EVENTS,
    Kind.LEADER_RATINGS,
    Kind.BALLOTS,
    Kind.SANCTIONS,
    Kind.LEAVE,
)
"""The kinds so that each comes after those it refers to."""

DAYS = frozenset(
    ("入额日期", "到岗日期", "离岗日期", "受理日期", "审结日期", "办理期限届满日", "评查日期",
     "日期", "决定日期", "结案日期", "起", "止")
)  # fmt: skip
"""The headings over dates."""

_STEMS = {
    Kind.PEOPLE: "人员",
    Kind.CASES: "案件",
    Kind.REVIEWS: "评查",
    Kind.EVENTS: "加减分",
    Kind.LEADER_RATINGS: "领导评价",
    Kind.BALLOTS: "测评票",
    Kind.SANCTIONS: "处分",
    Kind.LEAVE: "请假",
    Kind.CALENDAR: "节假日",
}

_TOPICS = {
    Kind.PEOPLE: Topic.PEOPLE,
    Kind.CASES: Topic.CASES,
    Kind.REVIEWS: Topic.CASES,
    Kind.EVENTS: Topic.EVENTS,
    Kind.LEADER_RATINGS: Topic.RATINGS,
    Kind.BALLOTS: Topic.RATINGS,
    Kind.SANCTIONS: Topic.STANDING,
    Kind.LEAVE: Topic.STANDING,
    Kind.CALENDAR: Topic.CALENDAR,
}

_HEADINGS = {
    Kind.PEOPLE: (
        "工号", "姓名", "部门", "人员类别", "性别", "出生年月", "政治面貌",
        "职务", "检察官等级", "领导成员", "入额日期", "到岗日期", "离岗日期", "办案系数",
    ),
    Kind.CASES: (
        "案号", "案件名称", "案件类别", "承办部门", "承办检察官工号", "承办检察官", "分担比例",
        "涉案人数", "难度系数", "受理日期", "办理期限届满日", "审结日期", "处理结果",
    ),
    Kind.REVIEWS: ("案号", "实体得分", "程序得分", "评查等次", "评查日期", "评查人", "说明"),
    Kind.EVENTS: ("工号", "姓名", "指标", "日期", "分值", "事由", "凭证号", "审批人"),
    Kind.LEADER_RATINGS: ("被评价人工号", "评价人", "得分"),
    Kind.BALLOTS: ("票号", "票类", "被测评人工号", "得分"),
    Kind.SANCTIONS: ("工号", "种类", "决定文号", "决定日期", "结案日期", "期限(年)", "说明"),
    Kind.LEAVE: ("工号", "种类", "起", "止"),
    Kind.CALENDAR: ("日期", "类型", "名称", "文号"),
}  # fmt: skip

_NEEDED = {
    Kind.PEOPLE: (("工号",), ("姓名",), ("部门",), ("人员类别",)),
    Kind.CASES: (("案号",), ("案件类别",), ("承办检察官工号", "承办检察官"), ("受理日期",), ("审结日期",)),
    Kind.REVIEWS: (("案号",), ("实体得分",), ("程序得分",), ("评查等次",)),
    Kind.EVENTS: (("工号",), ("指标",), ("日期",), ("分值",), ("事由",), ("凭证号",)),
    Kind.LEADER_RATINGS: (("被评价人工号",), ("评价人",), ("得分",)),
    Kind.BALLOTS: (("票号",), ("票类",), ("被测评人工号",), ("得分",)),
    Kind.SANCTIONS: (("工号",), ("种类",), ("决定文号",), ("决定日期",)),
    Kind.LEAVE: (("工号",), ("种类",), ("起",), ("止",)),
    Kind.CALENDAR: (("日期",), ("类型",), ("文号",)),
}
