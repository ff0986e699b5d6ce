"""Departments stand in the order of their numbers, whatever the codes of the signs."""

import pytest

from committee_desk.domain.departments import department_order


def test_numbered_departments_stand_in_the_order_of_their_numbers_and_before_the_others() -> None:
    names = ["政治部", "第十一检察部", "第三检察部", "第二检察部", "办公室", "第四检察部", "第十检察部", "第一检察部"]
    assert sorted(names, key=department_order) == [
        "第一检察部", "第二检察部", "第三检察部", "第四检察部", "第十检察部", "第十一检察部", "办公室", "政治部",
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "number"), [("第二十检察部", 20), ("第二十三检察部", 23), ("第8检察部", 8)])
def test_numbers_are_read_in_signs_and_in_digits(name: str, number: int) -> None:
    assert department_order(name) == (number, name)


def test_what_only_looks_like_a_number_is_none() -> None:
    assert department_order("第一二检察部")[0] == department_order("政治部")[0]
    assert department_order("第十十检察部")[0] == department_order("政治部")[0]
