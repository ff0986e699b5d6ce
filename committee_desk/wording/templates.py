"""What the templates say about their headings: always Chinese, like the headings themselves."""

from committee_desk.services.imports.kinds import Kind

_DATE = "日期，如 2026-03-05（也可写 2026/3/5、2026年3月5日、2026.03.05）。"
_NOTES = {
    "工号": "本院统一的人员编号；同一人始终用同一工号。",
    "姓名": "姓名。",
    "部门": "所在部门。一人在一个部门的一段时间占一行；调动的，同一工号另起一行。",
    "人员类别": "检察官、检察辅助人员或司法行政人员。",
    "性别": "男或女。",
    "出生年月": "如 1985.07。",
    "政治面貌": "如中共党员、群众。",
    "职务": "所任职务。",
    "检察官等级": "如一级检察官、四级高级检察官。",
    "领导成员": "是或否；空为否。",
    "入额日期": _DATE,
    "到岗日期": _DATE + "空为一直在岗。同一人的各段时间不得重叠。",
    "离岗日期": _DATE + "当日仍在岗；空为仍在岗。",
    "办案系数": "不填为 1.00；填 0 即为 0。",
    "案号": "全称。一案多人承办的，每人一行，案号相同。",
    "案件类别": "考核方案中的案件类别，从下拉中选。",
    "案件名称": "案件的名称。",
    "处理结果": "如提起公诉、相对不起诉。",
    "承办部门": "不填则归承办人审结当日所在的部门。",
    "承办检察官工号": "承办检察官的工号。也可只填“承办检察官”姓名，但不得重名。",
    "承办检察官": "姓名，供核对。",
    "分担比例": "大于 0、不超过 1；空为 1。同一案号各人之和不超过 1。",
    "涉案人数": "正整数；空为 1。",
    "难度系数": "经认定的难度系数，1 至 2；空为未认定。",
    "受理日期": _DATE,
    "办理期限届满日": _DATE,
    "审结日期": _DATE + "未审结的留空；这一列不能缺。",
    "实体得分": "0 至 60。",
    "程序得分": "0 至 40。",
    "评查等次": "审结于 2026 年及以后：优质、合格、基本合格、不合格；此前：优质、合格、瑕疵、不合格。",
    "评查日期": _DATE,
    "评查人": "评查的部门或人员。",
    "说明": "需要说明的情况。",
    "审批人": "批准这一事项的人。",
    "指标": "考核方案中记加减分的指标，从下拉中选。",
    "日期": _DATE,
    "分值": "加分为正，减分为负。",
    "事由": "因何事加分或减分。",
    "凭证号": "依据的文件编号；一个文件可以用于多项。",
    "被评价人工号": "被评价的人的工号。",
    "评价人": "作出评价的领导。",
    "得分": "0 至 100。",
    "票号": "每张票一个编号，不得写姓名。",
    "票类": "A、B 或 C。",
    "被测评人工号": "被测评的人的工号。",
    "决定文号": "决定书或立案文书的编号。",
    "决定日期": _DATE,
    "结案日期": _DATE + "立案未结的留空。",
    "期限(年)": "1 或 2；空为 1。",
    "起": _DATE + "当日计入。",
    "止": _DATE + "当日计入。",
    "类型": "休（放假）或 班（调休上班）。",
    "文号": "国务院办公厅通知的文号。",
}
_OF_KIND = {
    (Kind.BALLOTS, "得分"): "0 至 100，或填“弃权”。",
    (Kind.SANCTIONS, "种类"): "处分、处理或立案的种类，从下拉中选。",
    (Kind.LEAVE, "种类"): "病假、事假、产假、工伤等。",
    (Kind.CALENDAR, "名称"): "节日名称。",
}


def note(kind: Kind, heading: str, *, needed: bool) -> str:
    """The note on a heading."""
    said = _OF_KIND.get((kind, heading)) or _NOTES.get(heading, "")
    may_be_empty = (kind, heading) in ((Kind.CASES, "审结日期"), (Kind.CASES, "承办检察官工号"))
    return said if may_be_empty else ("必填。" if needed else "选填。") + said


def example_note() -> str:
    """The note on the example row."""
    return "示例行：原样留着不会导入；改动任何一格，就按一行数据导入。"


def notes_title() -> str:
    """The name of the sheet of notes."""
    return "填写说明"


def sheet_notes(kind: Kind) -> tuple[tuple[str, str], ...]:
    """All notes of a workbook, heading by heading."""
    needed = {group[0] for group in kind.needed}
    lines = tuple((heading, note(kind, heading, needed=heading in needed)) for heading in kind.headings)
    return (*lines, ("示例行", "灰色斜体的示例行原样留着不会导入；改动任何一格，就按一行数据导入。"))
