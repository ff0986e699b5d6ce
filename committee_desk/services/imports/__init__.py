"""Workbooks in: what can be imported, what is wrong with a row, what an import would change and did change.

`kinds` says which workbooks there are, `table` what a sheet looks like once read, `cells` how a cell becomes a value,
one file a kind how rows become facts, `batch` what is checked, and `import_desk` holds the verbs.
"""

from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.outcomes import (
    Difference,
    Excerpt,
    FolderOutcome,
    ImportOutcome,
    ImportPreview,
    PreviewRow,
    RowState,
)
from committee_desk.services.imports.problems import RowProblem, RowWarning, Why

__all__ = [
    "Difference",
    "Excerpt",
    "FolderOutcome",
    "ImportOutcome",
    "ImportPreview",
    "Kind",
    "PreviewRow",
    "RowProblem",
    "RowState",
    "RowWarning",
    "Why",
]
