"""The versions of a fact in words: what each changed, what it replaced, where it was read."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from committee_desk.domain.sources import Source
from committee_desk.services.history_views import FactKind, Touch, Version
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.field_names import field_name
from committee_desk.wording.language import tr


class Turn(NamedTuple):
    """One turn in a fact's life: the entry that did it, to which fact, what it did in words, where it was read."""

    touch: Touch
    kind: FactKind
    fact: str
    said: str
    place: str
    holds: bool


def kind_of_fact(kind: FactKind) -> str:
    """What kind of fact it is."""
    return {
        FactKind.STAY: tr("任职"),
        FactKind.CASE_SHARE: tr("案件"),
        FactKind.REVIEW: tr("评查"),
        FactKind.EVENT: tr("加减分"),
        FactKind.LEADER_MARK: tr("领导评价"),
        FactKind.SANCTION: tr("处分与调查"),
        FactKind.LEAVE: tr("请假"),
        FactKind.CALENDAR_DAY: tr("日历"),
        FactKind.SETTING: tr("设置"),
    }[kind]


def turns(versions: Iterable[Version]) -> tuple[Turn, ...]:
    """What happened to these facts, newest first: brought, changed, taken away."""
    ordered = sorted(versions, key=lambda each: each.brought.entry)
    ended = {(each.kind, each.key, each.ended.entry): each for each in ordered if each.ended is not None}
    told: list[Turn] = []
    for version in ordered:
        before = ended.pop((version.kind, version.key, version.brought.entry), None) or _moved(ended, version)
        said, where = _came(version, before), place(version.source)
        told.append(Turn(version.brought, version.kind, fact_name(version), said, where, version.ended is None))
    told += [
        Turn(version.ended, version.kind, fact_name(version), tr("不再有效"), "", holds=False)
        for version in ended.values()  # nothing followed these
        if version.ended is not None
    ]
    return tuple(sorted(told, key=lambda each: each.touch.entry, reverse=True))


def _moved(ended: dict[tuple[FactKind, tuple[object, ...], int], Version], version: Version) -> Version | None:
    """The version that an override of a part of its key left under another key."""
    if version.brought.evidence is None:
        return None
    moved = next((k for k in ended if k[0] is version.kind and k[2] == version.brought.entry), None)
    return None if moved is None else ended.pop(moved)


def reason(touch: Touch) -> str:
    """Why it was done; of an override also on what evidence and who confirmed it."""
    if touch.evidence is None:
        return touch.why or touch.authority or ""
    return tr(
        "{why}；凭据：{evidence}；第二人：{second}",
        why=touch.why,
        evidence=touch.evidence,
        second=touch.authority,
    )


def fact_name(version: Version) -> str:
    """Which fact it is: its natural key as people read it."""
    return " ".join(value_word(part) for part in version.key if part not in {None, ""})


def _came(version: Version, before: Version | None) -> str:
    if before is None:
        fields = [_field(name, value) for name, value in version.values.items() if value not in {None, ""}]
        return tr("记入：{fields}", fields=tr("，").join(fields))
    changed = [
        tr(
            "{field} {old} → {new}",
            field=field_name(name),
            old=value_word(before.values.get(name)),
            new=value_word(value),
        )
        for name, value in version.values.items()
        if value != before.values.get(name)
    ]
    return tr("；").join(changed) or tr("数值未变")


def _field(name: str, value: object) -> str:
    return tr("{field} {value}", field=field_name(name), value=value_word(value))


def value_word(value: object) -> str:
    """A stored value as people read it."""
    if value is None or value == "":
        return tr("空")
    if isinstance(value, bool):
        return tr("是") if value else tr("否")
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return dictionary_word(str(value.value if isinstance(value, Enum) else value))


def place(source: Source) -> str:
    """Workbook, sheet and row; empty for what was typed in the window."""
    if not source.workbook:
        return ""
    if source.row is None:
        return source.workbook
    return tr("{workbook} › {sheet} › 第 {row} 行", workbook=source.workbook, sheet=source.sheet, row=source.row)
