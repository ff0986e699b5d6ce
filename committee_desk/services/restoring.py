"""A copy beside the desk in use: whether it is this desk's, and what putting it back would do."""

from pathlib import Path
from typing import NamedTuple

from committee_desk.domain.backup import AnotherDesk, Relation
from committee_desk.services.backup_views import Counted, RestorePreview, SettingDiffers
from committee_desk.services.copy_ports import LaidOut, Made
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.views import Head

LOST_SHOWN = 500


class Restored(NamedTuple):
    """A copy that came back as a new desk file: its journal's head as the copy had it."""

    head: Head
    migrated: bool
    protected: bool


def refuse_another(copy: Path, here: UnitOfWork, there: UnitOfWork) -> None:
    """Refuse the copy of a desk that is not this one."""
    whose = there.office.identity()
    if whose.uid != here.office.identity().uid:
        raise AnotherDesk(copy, whose.office)


def compared(
    copy: Path, laid: LaidOut, told: tuple[int, tuple[Counted, ...]], here: UnitOfWork, there: UnitOfWork
) -> RestorePreview:
    """What putting the copy back would do; `told` is how desk and copy compare."""
    (common, counts), head = told, here.journal.head()
    lost = head.entries - common
    return RestorePreview(
        copy=copy,
        relation=_relation(common, head, laid.head),
        common=common,
        here=head,
        there=laid.head,
        there_at=laid.at,
        lost=here.journal.rows(min(lost, LOST_SHOWN)),
        lost_count=lost,
        gained_count=laid.head.entries - common,
        counts=tuple(each for each in counts if each.now or each.then),
        settings=_settings(here.settings.all(), there.settings.all()),
        migrates=laid.migrated,
        other_passphrase=laid.other_passphrase,
    )


def restored_from(copy: Path, laid: Made) -> dict[str, object]:
    """What the journal keeps of a copy that was put back."""
    return {"file": copy.name, "sha256": laid.sha256, "entries": laid.head.entries, "head": laid.head.hash}


def _relation(common: int, here: Head, there: Head) -> Relation:
    if common == here.entries:
        return Relation.SAME if common == there.entries else Relation.AHEAD
    return Relation.OLDER if common == there.entries else Relation.DIVERGED


def _settings(here: dict[str, str], there: dict[str, str]) -> tuple[SettingDiffers, ...]:
    keys = sorted(here.keys() | there.keys())
    return tuple(SettingDiffers(key, here.get(key), there.get(key)) for key in keys if here.get(key) != there.get(key))
