"""On which disks and in which folders a desk may lie."""

import shutil
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.demonstration import make_demonstration
from committee_desk.domain.desk_file import DeskInSyncFolder, DeskOnShare
from committee_desk.services.actor import Actor
from committee_desk.storage import place
from tests.storage.answering_share import share_at
from tests.storage.disks import mounted, names_in

OFFICE = "演练县人民检察院"
LOCAL = ("ext4", "xfs", "btrfs", "tmpfs", "overlay", "9p", "virtiofs", "fuseblk", "ecryptfs", "vfat", "exfat", "ntfs3")


def mounts(*mounted: tuple[Path | str, str]) -> str:
    """What the kernel tells of these mounts, spaces and the like written in octal as it writes them."""
    lines = ["22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw"]
    for number, (point, kind) in enumerate(mounted, start=30):
        told = str(point).replace("\\", r"\134").replace(" ", r"\040").replace("\t", r"\011")
        lines.append(
            f"{number} 22 0:{number} / {told} rw,relatime shared:{number} master:1 - {kind} source rw,vers=3.0"
        )
    return "\n".join(lines) + "\n"


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The kernel's list of mounts, as a test writes it."""
    told = tmp_path / "mountinfo"
    told.write_text(mounts(), encoding="utf-8")
    monkeypatch.setattr(place, "_MOUNTS", told)
    return told


@pytest.mark.parametrize("kind", sorted(place.SHARES))
def test_a_desk_on_a_share_is_refused_with_the_reason(kind: str, told: Path, desk_file: Path, actor: Actor) -> None:
    told.write_text(mounts((desk_file.parent, kind)), encoding="utf-8")
    before = desk_file.read_bytes()
    with pytest.raises(DeskOnShare) as refused:
        open_desk(desk_file)
    assert refused.value.kind == kind
    with pytest.raises(DeskOnShare):
        new_desk(desk_file.with_name("新.desk"), OFFICE, 2026, actor)
    assert desk_file.read_bytes() == before
    assert names_in(desk_file.parent) == [desk_file.name]


@pytest.mark.parametrize("kind", LOCAL)
def test_a_desk_on_a_disk_of_this_pc_is_opened(kind: str, told: Path, desk_file: Path) -> None:
    told.write_text(mounts((desk_file.parent, kind)), encoding="utf-8")
    assert open_desk(desk_file).years() == (2026,)


def test_the_mount_that_is_nearest_and_latest_decides(told: Path, desk_file: Path) -> None:
    above, here = desk_file.parent.parent, desk_file.parent
    for lines, refused in (
        ([(above, "nfs4"), (here, "ext4")], False),
        ([(above, "ext4"), (here, "cifs")], True),
        ([(here, "ext4"), (here, "cifs")], True),
        ([(here, "cifs"), (here, "ext4")], False),
        ([(f"{here}器", "nfs")], False),
    ):
        told.write_text(mounts(*lines), encoding="utf-8")
        assert (place.share_of(desk_file) is not None) is refused, lines


def test_a_link_to_a_share_leads_to_the_share(told: Path, desk_file: Path, tmp_path: Path) -> None:
    link = tmp_path / "捷径.desk"
    link.symlink_to(desk_file)
    told.write_text(mounts((desk_file.parent, "nfs4")), encoding="utf-8")
    with pytest.raises(DeskOnShare):
        open_desk(link)


def test_a_mount_with_a_space_in_its_name_is_found(told: Path, tmp_path: Path, template_desk: Path) -> None:
    folder = tmp_path / "共享 文件夹\t1"
    folder.mkdir()
    shutil.copyfile(template_desk, folder / "考评.desk")
    told.write_text(mounts((folder, "smb3")), encoding="utf-8")
    with pytest.raises(DeskOnShare):
        open_desk(folder / "考评.desk")


def test_a_list_of_mounts_that_is_not_told_bars_nobody(told: Path, desk_file: Path) -> None:
    for text in ("", "garbage\n\n - nfs\n", "22 1"):
        told.write_text(text, encoding="utf-8")
        assert place.share_of(desk_file) is None
    told.unlink()
    assert place.share_of(desk_file) is None


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - 演练县人民检察院", "Dropbox", "Dropbox (Office)", "Nextcloud", "Nextcloud2", "ownCloud",
     "Nutstore", "Nutstore Files", "坚果云", "我的坚果云", "WPS云盘", "WPSDrive", "BaiduSyncdisk", "百度网盘同步空间",
     "iCloudDrive", "iCloud Drive", "Google Drive", "GoogleDrive", "Seafile"],
)  # fmt: skip
def test_a_desk_in_a_syncing_folder_is_refused(name: str, template_desk: Path, tmp_path: Path, actor: Actor) -> None:
    path = tmp_path / name / "2026" / "考评.desk"
    path.parent.mkdir(parents=True)
    with pytest.raises(DeskInSyncFolder) as refused:
        new_desk(path, OFFICE, 2026, actor)
    assert refused.value.folder == tmp_path / name
    shutil.copyfile(template_desk, path)
    with pytest.raises(DeskInSyncFolder):
        open_desk(path)


@pytest.mark.parametrize("mark", [".stfolder", ".sync/ID", ".dropbox", ".nextcloudsync.log"])
def test_a_folder_that_a_syncing_program_marked_is_refused_whatever_its_name(mark: str, desk_file: Path) -> None:
    inside = desk_file.parent.parent / mark
    inside.parent.mkdir(exist_ok=True)
    inside.touch()
    with pytest.raises(DeskInSyncFolder):
        open_desk(desk_file)


@pytest.mark.parametrize("name", ["同步", "drive", "onedrives", "Google", "Dropboxes", "考评 OneDrive"])
def test_a_folder_that_only_sounds_like_one_is_taken(name: str, tmp_path: Path, actor: Actor) -> None:
    (tmp_path / name).mkdir()
    assert new_desk(tmp_path / name / "考评.desk", OFFICE, 2026, actor).years() == (2026,)


def test_no_demonstration_is_made_on_a_share(told: Path, tmp_path: Path, actor: Actor) -> None:
    folder = tmp_path / "演示"
    told.write_text(mounts((tmp_path, "nfs")), encoding="utf-8")
    with pytest.raises(DeskOnShare):
        make_demonstration(folder, actor)
    assert not folder.exists()


@pytest.mark.parametrize("kind", ["fuse.sshfs", "fuse.rclone"])
def test_a_share_that_is_really_mounted_is_refused(kind: str, tmp_path: Path, actor: Actor) -> None:
    with share_at(tmp_path / "共享", kind) as share, pytest.raises(DeskOnShare) as refused:
        new_desk(share / "考评.desk", OFFICE, 2026, actor)
    assert refused.value.kind == kind


def test_this_machine_tells_its_own_disks_apart(tmp_path: Path) -> None:
    with mounted(tmp_path / "盘", kilobytes=64) as disk:
        told = Path("/proc/self/mountinfo").read_text(encoding="utf-8")
        assert place.file_system_of(disk.resolve() / "台账", told) == "tmpfs"


@pytest.fixture
def desk_file(template_desk: Path, tmp_path: Path) -> Path:
    """A desk in a folder of its own, two deep."""
    path = tmp_path / "盘" / "台账" / "考评.desk"
    path.parent.mkdir(parents=True)
    shutil.copyfile(template_desk, path)
    return path
