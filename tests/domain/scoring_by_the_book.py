"""A second, slow scoring, written from the interface's text alone: every rule as its sentence stands, in Fractions.

It shares nothing with the program but the shape of the facts, so that a misreading has to happen twice to go unseen.
"""
# ruff: noqa: C901 - a rule that is one paragraph of the interface stays one function here

from calendar import isleap
from datetime import date, timedelta
from fractions import Fraction
from math import floor

KINDS = {
    name: Fraction(weight)
    for name, weight in (
        *(("审查逮捕", "0.6"), ("审查起诉", "1.0"), ("公益诉讼", "1.5"), ("刑事执行监督", "0.5")),
        *(("民事检察监督", "1.2"), ("行政检察监督", "1.2"), ("控告申诉", "0.5"), ("未成年人检察", "1.2")),
    )
}
PERFORMANCE = {"quantity": 20, "quality": 28, "efficiency": 8, "effect": 8, "safety": 3, "regularity": 3}
COMMON = {"conduct": 4, "skill": 10, "ethics": 6}
STARTS = {"effect": 6, "safety": 3, "regularity": 3, "conduct": 4, "skill": 0, "ethics": 6}
LINES = {"优秀": Fraction("0.9"), "良好": Fraction("0.8"), "合格": Fraction("0.6")}
GRADES = {
    "优质": Fraction("0.5"),
    "合格": Fraction(0),
    "基本合格": Fraction(-1),
    "瑕疵": Fraction(-1),
    "不合格": Fraction(-5),
}


def half_up(value):
    return Fraction(floor(value * 100 + Fraction(1, 2)), 100)


def bounded(value, most):
    return max(Fraction(0), min(Fraction(most), value))


def days_of(year):
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)


class Book:
    def __init__(self, facts, year):
        self.facts, self.year = facts, year
        first, last = date(year, 1, 1), date(year, 12, 31)
        self.mine = {}
        for stay in facts.stays:
            touches = (stay.since is None or stay.since <= last) and (stay.until is None or stay.until >= first)
            if stay.category == "检察官" and touches:
                self.mine.setdefault(stay.code, []).append(stay)
        for stays in self.mine.values():
            stays.sort(key=lambda s: s.since or date.min)
        self.cases = [c for c in facts.shares if c.closed and c.closed.year == year]
        self.reviews = {r.number: r for r in facts.reviews}
        self.months = {code: self._months(code) for code in self.mine}

    def _months(self, code):
        found = {}
        for month in range(1, 13):
            middle = date(self.year, month, 15)
            if any(
                each.code == code and each.since <= middle <= each.until and (each.until - each.since).days + 1 >= 15
                for each in self.facts.leave
            ):
                continue
            for stay in self.mine[code]:
                if stay.covers(middle):
                    found.setdefault(stay.department, []).append(Fraction(stay.factor))
        return found

    def equivalent(self, case):
        k = Fraction(1)
        if case.difficulty is not None:
            k = max(k, Fraction(case.difficulty))
        if case.persons > 2:
            k = max(k, 1 + Fraction(1, 10) * (case.persons - 2))
        return Fraction(case.share) * KINDS[case.kind] * min(k, Fraction(2))

    def department(self, case):
        if case.department:
            return case.department
        for stay in self.facts.stays:
            if stay.code == case.code and stay.covers(case.closed):
                return stay.department
        return None

    def baseline(self, department):
        holders = [code for code, months in self.months.items() if months.get(department)]
        whole_office = len(holders) == 1
        equivalents = sum(
            (self.equivalent(c) for c in self.cases if whole_office or self.department(c) == department), Fraction(0)
        )
        weighed = sum(
            (
                factor
                for months in self.months.values()
                for name, factors in months.items()
                if whole_office or name == department
                for factor in factors
            ),
            Fraction(0),
        )
        return 12 * equivalents / weighed if weighed else Fraction(0)

    def indicators(self, code):
        own = [c for c in self.cases if c.code == code]
        target = sum(
            (self.baseline(name) * sum(factors, Fraction(0)) / 12 for name, factors in self.months[code].items()),
            Fraction(0),
        )
        found, bonus = {}, Fraction(0)
        if target:
            r = sum((self.equivalent(c) for c in own), Fraction(0)) / target
            found["quantity"] = 20 * min(Fraction(1), r)
            bonus = bounded(10 * (r - 1), 3)
        reviewed = [(c, self.reviews[c.number]) for c in own if c.number in self.reviews]
        if reviewed:
            shares = sum((Fraction(c.share) for c, _ in reviewed), Fraction(0))
            mean = (
                sum(
                    (Fraction(c.share) * (Fraction(r.substance) + Fraction(r.procedure)) for c, r in reviewed),
                    Fraction(0),
                )
                / shares
            )
            found["quality"] = bounded(mean * 28 / 100 + sum((GRADES[r.grade] for _, r in reviewed), Fraction(0)), 28)
        with_due = [c for c in own if c.due]
        if with_due:
            in_time = sum((Fraction(c.share) for c in with_due if c.closed <= c.due), Fraction(0))
            found["efficiency"] = in_time / sum((Fraction(c.share) for c in with_due), Fraction(0)) * 8
        for name, start in STARTS.items():
            found[name] = bounded(start + self.events(code, name), {**PERFORMANCE, **COMMON}[name])
        fallen = sum(most for name, most in PERFORMANCE.items() if name not in found)
        for name in PERFORMANCE:
            if name in found and fallen:
                found[name] = found[name] * 70 / (70 - fallen)
        marks = [Fraction(m.mark) for m in self.facts.leader_marks if m.code == code]
        if marks:
            found["leader_rating"] = sum(marks) / len(marks) * 6 / 100
        peer = self.peer(code)
        if peer is not None:
            found["peer_rating"] = peer * 4 / 100
        found["bonus"] = bounded(self.events(code, "bonus") + bonus, 5)
        return {name: half_up(value) for name, value in found.items()}

    def events(self, code, name):
        return sum(
            (
                Fraction(e.points)
                for e in self.facts.events
                if e.code == code and e.indicator == name and e.day.year == self.year
            ),
            Fraction(0),
        )

    def peer(self, code):
        means = {}
        for name, weight in (("A", Fraction("0.4")), ("B", Fraction("0.3")), ("C", Fraction("0.3"))):
            marks = sorted(
                Fraction(b.mark)
                for b in self.facts.ballots
                if b.code == code and b.ballot_class == name and b.mark is not None
            )
            if len(marks) >= 5:
                marks = marks[1:-1]
            if marks:
                means[name] = weight, sum(marks) / len(marks)
        if not means:
            return None
        return sum(w * m for w, m in means.values()) / sum(w for w, _ in means.values())

    def effects(self, code):
        found = set()
        for each in self.facts.sanctions:
            if each.code != code:
                continue
            later = self.year - each.decided.year
            if each.kind == "立案未结":
                if each.closed is None:
                    found.add("pending")
            elif each.kind in ("政务警告", "党内警告", "诫勉", "调整职务"):
                found |= {"bar"} if later == 0 else set()
            elif each.kind in ("记过", "党内严重警告", "责令辞职", "免职", "降职", "试用期"):
                found |= {"none"} if later == 0 else set()
            elif each.kind in ("记大过", "降级", "撤职"):
                found |= {"none"} if later in (0, 1) else set()
            elif each.kind in ("撤销党内职务", "留党察看", "开除党籍"):
                after = {"撤销党内职务": 0, "留党察看": each.term or 1, "开除党籍": 2}[each.kind]
                if later == 0:
                    found.add("incompetent")
                elif 1 <= later <= after:
                    found.add("none")
        away = sum(
            any(
                leave.code == code and leave.kind in ("病假", "事假") and leave.since <= day <= leave.until
                for leave in self.facts.leave
            )
            for day in days_of(self.year)
        )
        if away >= (184 if isleap(self.year) else 183):
            found.add("none")
        return found

    def status(self, code, indicators):
        latest, effects = self.mine[code][-1], self.effects(code)
        if latest.is_leader:
            return "external"
        if latest.until is not None and latest.until < date(self.year, 12, 31):
            return "left"
        if "pending" in effects:
            return "pending"
        if "incompetent" in effects:
            return "graded"
        if "none" in effects:
            return "no_grade"
        return "graded" if {"leader_rating", "peer_rating"} <= indicators.keys() else "incomplete"

    def answer(self):
        rows = {}
        for code in sorted(self.mine):
            indicators = self.indicators(code)
            performance = sum((v for n, v in indicators.items() if n in PERFORMANCE), Fraction(0))
            grade = next((name for name, line in LINES.items() if performance / 70 >= line), "不合格")
            known = [self.reviews[c.number] for c in self.cases if c.code == code and c.number in self.reviews]
            rows[code] = {
                "name": self.mine[code][-1].name,
                "indicators": indicators,
                "na": sorted(set(PERFORMANCE) - set(indicators)),
                "total": min(Fraction(100), sum(indicators.values(), Fraction(0))),
                "performance": performance,
                "performance_grade": grade,
                "status": self.status(code, indicators),
                "best": sum(review.grade == "优质" for review in known),
            }
        return self.graded(rows)

    def graded(self, rows):
        base = sum(row["status"] not in ("external", "left") for row in rows.values())
        places = base * 20 // 100
        ranked = {code: row for code, row in rows.items() if row["status"] == "graded"}
        for row in rows.values():
            row.update(rank=None, grade=None, review=False)
        for row in ranked.values():
            row["rank"] = 1 + sum(other["total"] > row["total"] for other in ranked.values())

        def key(code):
            row = rows[code]
            return row["total"], row["performance"], row["indicators"].get("quality", Fraction(0)), row["best"]

        candidates = [
            code
            for code, row in ranked.items()
            if row["total"] >= 85
            and row["performance_grade"] in ("优秀", "良好")
            and not self.effects(code) & {"bar", "incompetent"}
        ]
        excellent, tied = set(), set()
        for code in candidates:
            better = sum(key(other) > key(code) for other in candidates)
            equal = sum(key(other) == key(code) for other in candidates)
            if better + equal <= places:
                excellent.add(code)
            elif better < places:
                tied.add(code)
        for code, row in ranked.items():
            if code in tied:
                row["status"] = "tie_at_quota"
            elif code in excellent:
                row["grade"] = "优秀"
            elif "incompetent" in self.effects(code):
                row["grade"] = "不称职"
            elif row["performance_grade"] == "不合格":
                row["grade"] = "基本称职" if row["total"] >= 60 else "不称职"
            else:
                row["grade"] = "称职" if row["total"] >= 70 else "基本称职" if row["total"] >= 60 else "不称职"
        if ranked:
            lowest = sorted(row["total"] for row in ranked.values())[: max(1, len(ranked) * 10 // 100)]
            for row in ranked.values():
                row["review"] = row["total"] <= lowest[-1]
        return {"base": base, "places": places, "rows": rows}
