"""Awkward offices for property tests: few people, and dates and numbers that lie on every edge of the rules."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.events import Event
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.ratings import BallotClass, BallotMark, LeaderMark
from committee_desk.domain.scheme_file import load
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.domain.summing import YearFacts
from committee_desk.services.schemes import scheme_text

SCHEME = load(scheme_text())
DEPARTMENTS = ("第一检察部", "第二检察部", "综合业务部")
ONE = Decimal(1)


def edge_days(year):
    edges = [date(year, m, d) for m in (1, 3, 6, 12) for d in (1, 14, 15, 16, 28)]
    edges += [date(year, 12, 31), date(year - 1, 12, 31), date(year + 1, 1, 1), date(year - 1, 6, 1)]
    return st.one_of(st.sampled_from(edges), st.dates(date(year, 1, 1), date(year, 12, 31)))


@st.composite
def stays_of(draw, code, year):
    """One to three stays that do not overlap; the first may be open to the past, the last to the future."""
    cuts = sorted(set(draw(st.lists(edge_days(year), min_size=2, max_size=4))))
    found = []
    for at in range(len(cuts) - 1):
        since = None if at == 0 and draw(st.booleans()) else cuts[at]
        until = date.fromordinal(cuts[at + 1].toordinal() - 1)
        if at == len(cuts) - 2:
            until = draw(st.sampled_from([None, None, cuts[-1], date(year, 12, 31), date(year, 12, 30)]))
        if since and until and until < since:
            continue
        found.append(
            Stay(
                code,
                f"人{code}{at}",
                draw(st.sampled_from(DEPARTMENTS)),
                draw(st.sampled_from([Category.PROSECUTOR] * 5 + [Category.ASSISTANT])),
                is_leader=draw(st.sampled_from([False] * 7 + [True])),
                since=since,
                until=until,
                factor=draw(st.sampled_from([ONE, ONE, Decimal("0.5"), Decimal(0), Decimal("0.333333333333333")])),
            )
        )
    return found or [Stay(code, f"人{code}", DEPARTMENTS[0], Category.PROSECUTOR)]


@st.composite
def offices(draw, year=2026):
    """A year's facts of a small office, with people of other categories and facts of other years among them."""
    codes = [f"J{n:02d}" for n in range(draw(st.integers(1, 12)))]
    stays = [stay for code in codes for stay in draw(stays_of(code, year))]
    code, day = st.sampled_from(codes), edge_days(year)
    shares, reviews = [], []
    for n in range(draw(st.integers(0, 14))):
        closed = draw(st.one_of(st.none(), day, day))
        whole = {
            "kind": draw(st.sampled_from(SCHEME.case_kinds)),
            "accepted": date(year - 1, 1, 1),
            "closed": closed,
            "department": draw(st.sampled_from([None, *DEPARTMENTS, "没有检察官的部门"])),
            "persons": draw(st.sampled_from([1, 2, 3, 12, 13, 40])),
            "difficulty": draw(st.sampled_from([None, None, Decimal("1.5"), Decimal(2), Decimal("1.23456")])),
            "due": draw(st.one_of(st.none(), day)),
        }
        handlers = draw(st.lists(code, min_size=1, max_size=2, unique=True))
        parts = [Decimal("0.6"), Decimal("0.4")] if len(handlers) == 2 else [draw(st.sampled_from([ONE, ONE, ONE / 3]))]
        shares += [
            CaseShare(number=f"案{n}", code=who, share=part, **whole) for who, part in zip(handlers, parts, strict=True)
        ]
        if closed and draw(st.booleans()):
            marks = st.sampled_from([Decimal(0), Decimal("33.333"), Decimal(40), Decimal("39.5"), Decimal("1") / 3])
            dictionary = list(SCHEME.review_points(closed.year))
            reviews.append(
                Review(f"案{n}", draw(marks) + 20, draw(marks), draw(st.sampled_from(dictionary)), draw(day))
            )
    points = st.sampled_from([Decimal(x) for x in ("0.5", "-1", "-20", "20", "0.005", "-0.005", "2.5", "0.0000000001")])
    ledgers = st.sampled_from([each.id for each in SCHEME.ledger_indicators])
    events = draw(
        st.lists(
            st.builds(Event, code, ledgers, day, points, st.just("事"), st.text("一二三", max_size=9)), max_size=12
        )
    )
    mark = st.sampled_from([Decimal(x) for x in ("100", "99.5", "88", "0", "93.333333333333")])
    marks = draw(st.lists(st.builds(LeaderMark, code, st.text("甲乙丙", min_size=1), mark), max_size=12))
    ballots = draw(
        st.lists(
            st.builds(BallotMark, st.just("票"), st.sampled_from(BallotClass), code, st.one_of(st.none(), mark, mark)),
            max_size=40,
        )
    )
    leave = draw(st.lists(st.builds(leave_of, code, st.sampled_from(["病假", "事假", "产假"]), day, day), max_size=4))
    decided, closed = [date(year - n, 5, 5) for n in range(-1, 4)], [None, date(year + 1, 1, 5)]
    sanction = st.builds(
        Sanction,
        code,
        st.sampled_from(SCHEME.sanction_kinds),
        st.text("甲乙", min_size=1),
        st.sampled_from(decided),
        st.sampled_from(closed),
        st.sampled_from([None, 1, 2]),
    )
    sanctions = draw(st.lists(sanction, max_size=3))
    if draw(st.booleans()):  # an office of good people, many of them equal: where quota and ties matter
        generous = draw(st.sampled_from([Decimal(10), Decimal("9.5")]))
        shares, reviews, events, leave = shares[:2], reviews[:1], [], leave[:1]
        events = [Event(each, "skill", date(year, 2, 2), generous, "好", "") for each in codes]
        marks = [LeaderMark(each, "检察长", Decimal(100)) for each in codes]
        ballots = [BallotMark("票", kind, each, Decimal(100)) for each in codes for kind in BallotClass]
        stays = [stay._replace(is_leader=False, until=None if stay is stays[-1] else stay.until) for stay in stays]
    return YearFacts(
        stays, shares, reviews, distinct(events), distinct(marks, 2), ballots, leave, distinct(sanctions, 3)
    )


def leave_of(code, kind, one, other):
    return Leave(code, kind, min(one, other), max(one, other))


def distinct(rows, key=None):
    """One row for each key, as an import would have it."""
    return list({row[:key] if key else row: row for row in rows}.values())
