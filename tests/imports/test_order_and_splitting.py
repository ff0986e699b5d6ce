"""The order of rows, and splitting one workbook into two, never change the facts that the desk holds."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committee_desk.bootstrap import open_desk
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from tests.conftest import frozen_clock
from tests.imports.workbooks import good, held, read, workbook

SPELT = st.sampled_from(
    [str, lambda text: f" {text}　", lambda text: text.translate({48 + n: 0xFF10 + n for n in range(10)})]
)


@st.composite
def case_rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Cases with one to three handlers, some rows repeated, spelt in many ways."""
    rows = []
    for number in draw(st.lists(st.integers(1, 30), unique=True, max_size=8)):
        handlers = draw(st.lists(st.sampled_from(["J001", "J002", "J003"]), unique=True, min_size=1))
        of_the_case = {
            "涉案人数": draw(st.integers(1, 9)),
            "难度系数": draw(st.sampled_from([None, 1, "1.5", 2])),
            "审结日期": draw(st.sampled_from([None, "2026-04-01", "2025年12月31日", "2026.03.31"])),
            "受理日期": draw(st.sampled_from(["2025-06-01", "2025/6/1"])),
        }
        for handler in handlers:
            code, case = draw(SPELT)(handler), draw(SPELT)(f"检〔2026〕{number}号乙")
            row = good(Kind.CASES, 案号=case, 承办检察官工号=code, 分担比例=0.3, **of_the_case)
            rows.extend([row] * draw(st.integers(1, 2)))
    return rows


@st.composite
def event_rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Events, each fact with one value however often it stands there."""
    facts = draw(
        st.dictionaries(
            st.tuples(st.sampled_from(["J001", "J002"]), st.sampled_from(["skill", "司法作风"]), st.integers(1, 28)),
            st.decimals(-5, 5, places=2),
            max_size=12,
        )
    )
    return [
        good(
            Kind.EVENTS, 工号=draw(SPELT)(code), 指标=indicator, 日期=f"2026-02-{day:02}", 分值=str(points + Decimal(0))
        )
        for (code, indicator, day), points in facts.items()
    ]


@contextmanager
def copied(template: Path) -> Iterator[tuple[Desk, Path]]:
    """The office's desk in a folder of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "考评.desk")
        shutil.copyfile(template, path)
        yield open_desk(path, clock=frozen_clock), Path(folder)


def facts_after(template: Path, kind: Kind, *parts: list[dict[str, Any]]) -> list[Any]:
    """What the desk holds after these workbooks, one after the other."""
    with copied(template) as (desk, folder):
        for number, rows in enumerate(parts):
            read(desk, kind, workbook(folder / f"{number}.xlsx", rows, headings=list(good(kind)) + EXTRA[kind]))
        return held(desk, kind)


EXTRA = {Kind.CASES: ["分担比例", "涉案人数", "难度系数"], Kind.EVENTS: []}
slow = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@slow
@given(rows=case_rows(), data=st.data())
def test_neither_order_nor_splitting_changes_the_cases(
    template_office: Path, rows: list[dict[str, Any]], data: st.DataObject
) -> None:
    whole = facts_after(template_office, Kind.CASES, rows)
    shuffled = data.draw(st.permutations(rows))
    cut = data.draw(st.integers(0, len(rows)))
    assert facts_after(template_office, Kind.CASES, shuffled) == whole
    assert facts_after(template_office, Kind.CASES, shuffled[:cut], shuffled[cut:]) == whole


@slow
@given(rows=event_rows(), data=st.data())
def test_neither_order_nor_splitting_changes_the_events(
    template_office: Path, rows: list[dict[str, Any]], data: st.DataObject
) -> None:
    whole = facts_after(template_office, Kind.EVENTS, rows)
    assert len(whole) == len(rows)
    shuffled = data.draw(st.permutations(rows))
    cut = data.draw(st.integers(0, len(rows)))
    assert facts_after(template_office, Kind.EVENTS, shuffled) == whole
    assert facts_after(template_office, Kind.EVENTS, shuffled[:cut], shuffled[cut:]) == whole
