"""The lower part of the tree: case weights, reviews, ballots, leave, decisions, grade lines, quota, standards."""

from collections.abc import Iterator

from committee_desk.domain.scheme import Effect, Scheme
from committee_desk.domain.scheme_checking import SANCTIONS_OF_THE_RULES
from committee_desk.domain.scheme_document import Document, Place, put
from committee_desk.domain.standards import ALL_CASES, Measure
from committee_desk.ui.scheme.fields import Field, Takes
from committee_desk.ui.scheme.nodes import Act, Changed, Node, free_name, key_of, removing
from committee_desk.wording import scheme_rules as rules
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import standing_alone, tr
from committee_desk.wording.numbers import stated
from committee_desk.wording.scheme_fields import place_in_words


def section_nodes(document: Document, scheme: Scheme, year: int) -> Iterator[Node]:
    """Each section that the scheme has."""
    if "cases" in document:
        yield _cases(scheme)
    if "workload_bonus" in document:
        yield _of_fields("workload_bonus", tr("办案超额加分"), rules.bonus_rule(scheme), ("slope", "maximum"))
    if "reviews" in document:
        yield _reviews(document, scheme, year)
    yield _ballots(scheme)
    yield _leave(scheme)
    yield _sanctions(scheme)
    yield _lines(scheme)
    yield _quota(scheme)
    yield _monthly(scheme)
    yield _standards(scheme)


def _of_fields(section: str, name: str, rule: str, keys: tuple[str, ...]) -> Node:
    fields = tuple(_number((section, key), f"{section}.{key}") for key in keys)
    return Node(section, name, rule=rule, fields=fields)


def _number(place: Place, where: str, takes: Takes = Takes.NUMBER, name: str = "") -> Field:
    return Field(place, name or place_in_words(where), takes, where)


def _cases(scheme: Scheme) -> Node:
    place: Place = ("cases", "weights")
    children = [
        Node(
            key_of((*place, kind)),
            dictionary_word(kind),
            stated(weight),
            tr("一件折合 {weight} 件", weight=stated(weight)),
            (
                Field((*place, kind), tr("类别"), Takes.NAME_OF_ENTRY),
                _number((*place, kind), f"cases.weights.{kind}", name=tr("权重")),
            ),
            remove=removing(tr("删去这个类别"), (*place, kind), "cases"),
        )
        for kind, weight in scheme.cases.weights.items()
    ]
    fields = (
        _number(("cases", "persons_without_addition"), "cases.persons_without_addition", Takes.WHOLE),
        _number(("cases", "addition_per_person"), "cases.addition_per_person"),
        _number(("cases", "largest_coefficient"), "cases.largest_coefficient"),
    )
    add = Act(tr("加一个案件类别"), "plus", lambda d: _added_entry(d, place, tr("新类别"), 1))
    return Node("cases", tr("案件折算"), rule=rules.case_rule(scheme), fields=fields, acts=(add,), children=children)


def _added_entry(document: Document, place: Place, stem: str, value: object) -> Changed:
    held = document
    for step in place:
        held = held[step]  # type: ignore[index]
    name = free_name(stem, set(held))
    return put(document, (*place, name), value), key_of((*place, name))


def _reviews(document: Document, scheme: Scheme, year: int) -> Node:
    children = [_dictionary(i, scheme) for i in range(len(scheme.review_dictionaries))]
    newest = tuple((each, dictionary_word(each)) for each in scheme.review_points(year))
    best = Field(("reviews", "best"), place_in_words("reviews.best"), Takes.CHOICE, "reviews.best", newest)

    def add(d: Document) -> Changed:
        held = d["reviews"]["dictionaries"]
        place: Place = ("reviews", "dictionaries", len(held))
        return put(d, place, {**held[-1], "since": year}), key_of(place)

    act = Act(tr("加一年的评查等次"), "plus", add)
    years = {each.get("since") for each in document["reviews"]["dictionaries"]}
    return Node(
        "reviews",
        tr("评查等次加减分"),
        rule=rules.review_rule(scheme),
        fields=(best,),
        acts=() if year in years else (act,),
        children=children,
    )


def _dictionary(i: int, scheme: Scheme) -> Node:
    held, place = scheme.review_dictionaries[i], ("reviews", "dictionaries", i)
    since = tr("历年") if held.since is None else tr("{year} 年起", year=held.since)
    inner: Place = (*place, "points")
    children = [
        Node(
            key_of((*inner, grade)),
            dictionary_word(grade),
            stated(points),
            tr("每件 {points} 分", points=stated(points)),
            (
                Field((*inner, grade), tr("等次"), Takes.NAME_OF_ENTRY),
                _number((*inner, grade), f"reviews.{held.since or 'always'}.{grade}", name=tr("加减分")),
            ),
            remove=removing(tr("删去这个等次"), (*inner, grade), key_of(place)),
        )
        for grade, points in held.points.items()
    ]
    add = Act(tr("加一个等次"), "plus", lambda d: _added_entry(d, inner, tr("新等次"), 0))
    fields = () if held.since is None else (_number((*place, "since"), "", Takes.WHOLE, tr("从哪年审结的案件起")),)
    gone = removing(tr("删去这一年的等次"), place, "reviews")
    return Node(
        key_of(place),
        since,
        rule=tr("、").join(each.name for each in children),
        fields=fields,
        acts=(add,),
        remove=None if held.since is None else gone,
        children=children,
    )


def _ballots(scheme: Scheme) -> Node:
    weights = tuple(
        _number(("ballots", "weights", each), f"ballots.weights.{each}", name=tr("{letter} 类权重", letter=each))
        for each in scheme.ballot_weights
    )
    trimmed = _number(("ballots", "trimmed_from"), "ballots.trimmed_from", Takes.WHOLE)
    points = tuple(
        Field(
            ("ballots", "points", str(grade)),
            tr("等次票：{grade}折合", grade=dictionary_word(str(grade))),
            Takes.NUMBER,
            f"ballots.points.{grade}",
            otherwise=counts,
        )
        for grade, counts in scheme.ballot_points.items()
    )
    said = tr("、").join(f"{each} {stated(weight)}" for each, weight in scheme.ballot_weights.items())
    rule = tr("；").join((said, rules.ballot_rule(scheme)))
    return Node("ballots", tr("民主测评"), rule=rule, fields=(*weights, trimmed, *points))


def _leave(scheme: Scheme) -> Node:
    days = _number(("leave", "month_lost_from_days"), "leave.month_lost_from_days", Takes.WHOLE)
    name = place_in_words("leave.no_grade_kinds")
    kinds = Field(("leave", "no_grade_kinds"), name, Takes.WORDS, hint=tr("用顿号隔开"))
    return Node("leave", tr("请假"), rule=rules.leave_rule(scheme), fields=(days, kinds))


def _sanctions(scheme: Scheme) -> Node:
    effects = tuple((str(each), standing_alone(rules.effect_word(each))) for each in Effect)
    after: tuple[tuple[int | str, str], ...] = (
        *((years, tr("{years} 年", years=years)) for years in (0, 1, 2)),
        ("term", tr("按期限（年）")),
    )
    children = []
    for kind, effect in scheme.sanctions.items():
        place: Place = ("sanctions", kind)
        own = kind not in SANCTIONS_OF_THE_RULES
        name = (Field(place, tr("种类"), Takes.NAME_OF_ENTRY),) if own else ()
        fields = (
            *name,
            Field((*place, "effect"), tr("当年"), Takes.CHOICE, choices=effects),
            Field((*place, "no_grade_years_after"), tr("此后不确定等次"), Takes.CHOICE, choices=after),
        )
        gone = removing(tr("删去这个种类"), place, "sanctions")
        rule = rules.sanction_rule(effect)
        children.append(Node(key_of(place), dictionary_word(kind), "", rule, fields, remove=gone if own else None))
    new = {"effect": str(Effect.NONE)}
    add = Act(tr("加一个种类"), "plus", lambda d: _added_entry(d, ("sanctions",), tr("新种类"), new))
    told = tr("国家规定的种类不能删去；同时有几项的，按较重的影响")
    return Node("sanctions", tr("处分影响"), rule=told, acts=(add,), children=children)


def _lines(scheme: Scheme) -> Node:
    fields = [
        _number(
            (section, str(grade)),
            f"{section}.{grade}",
            name=tr("{kind}：{grade}", kind=kind, grade=dictionary_word(str(grade))),
        )
        for section, kind, lines in (
            ("performance_grades", tr("业绩考评"), scheme.performance_grades),
            ("grades", tr("年度"), scheme.grades),
        )
        for grade in lines
    ]
    return Node("lines", tr("等次线"), rule=rules.grade_rule(scheme), fields=tuple(fields))


def _quota(scheme: Scheme) -> Node:
    fields = tuple(_number((each,), each, Takes.WHOLE) for each in ("quota_percent", "review_percent"))
    return Node("quota", tr("优秀名额和评审"), f"{stated(scheme.quota_percent)}%", rules.quota_rule(scheme), fields)


def _monthly(scheme: Scheme) -> Node:
    yes_no = ((False, tr("否")), (True, tr("是")))
    ranked = Field(("monthly_rank",), place_in_words("monthly_rank"), Takes.CHOICE, "monthly_rank", yes_no)
    return Node("monthly_rank", tr("月度公布表"), rule=rules.monthly_rule(scheme), fields=(ranked,))


def _standards(scheme: Scheme) -> Node:
    works = (
        (ALL_CASES, rules.work_name(ALL_CASES, scheme)),
        *((each, dictionary_word(each)) for each in scheme.case_kinds),
        *((each.id, rules.work_name(each.id, scheme)) for each in scheme.ledger_indicators),
    )
    works = works if scheme.counts_cases else works[1:]
    measures = tuple((str(each), rules.measure_word(each)) for each in Measure)
    children = []
    for i, standard in enumerate(scheme.minimum_standards):
        place: Place = ("minimum_standards", i)
        where = f"minimum_standards[{i}]"
        fields = (
            Field((*place, "work"), tr("工作"), Takes.CHOICE, f"{where}.work", works),
            Field((*place, "measure"), tr("计量"), Takes.CHOICE, choices=measures),
            _number((*place, "least"), f"{where}.least", name=tr("全年不少于")),
        )
        gone = removing(tr("删去这条标准"), place, "minimum_standards")
        name, rule = rules.work_name(standard.work, scheme), rules.standard_rule(standard, scheme)
        children.append(Node(key_of(place), name, stated(standard.least), rule, fields, remove=gone))

    def add(d: Document) -> Changed:
        held = d.get("minimum_standards", [])
        first = {"work": works[0][0], "least": 1}
        measure = Measure.CASES if works[0][0] in {ALL_CASES, *scheme.case_kinds} else Measure.EVENTS
        place: Place = ("minimum_standards", len(held))
        return {**d, "minimum_standards": [*held, {**first, "measure": str(measure)}]}, key_of(place)

    act = Act(tr("加一条最低标准"), "plus", add)
    return Node("minimum_standards", tr("最低标准"), rule=rules.standards_rule(), acts=(act,), children=children)
