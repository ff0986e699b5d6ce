"""The digest of an import: of what its rows say, in one order, whatever order or spelling the workbook had."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from committee_desk.services.imports.batch import Batch


def digest(batch: Batch) -> str:
    """SHA-256 over the canonical rows, sorted by what makes each the same fact."""
    lines: list[Any] = []
    if batch.facts:
        columns = [_canonical(column) for column in zip(*batch.facts, strict=True)]
        rows = list(zip(*columns, strict=True))
        keys = batch.keys if batch.subject.key_sorts else [tuple(map(str, key)) for key in batch.keys]
        order = sorted(range(len(rows)), key=keys.__getitem__)
        lines = [rows[index] for index in order]
    text = json.dumps([batch.subject.kind.value, lines], ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _canonical(column: Sequence[Any]) -> Sequence[Any]:
    """The column as JSON holds it; dates as ISO text, exact numbers as text without needless zeros."""
    types = set(map(type, column))
    if not types & {date, Decimal}:
        return column
    written = {value: _written(value) for value in set(column)}
    return [written[value] for value in column]


def _written(value: Any) -> Any:  # noqa: ANN401 - whatever a fact holds
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value
