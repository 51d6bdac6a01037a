"""Where a file lies is recognised by names and marks, and explained; nothing is stopped by it."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import pytest

from tests.workbench.store.records import make, reopen
from workbench.actions.opening import open_review
from workbench.errors import BadInput
from workbench.store import mounts, places, resealing
from workbench.store.keys import LEAST
from workbench.store.mounts import Mount, from_mount_command, from_mountinfo
from workbench.store.places import Kind, Place, is_on_network, place_of, sync_name

W, P = PureWindowsPath, PurePosixPath


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (W(r"C:\Users\ash\OneDrive\a.review"), "OneDrive"),
        (W(r"C:\Users\ash\OneDrive - Harbour Council\Reviews\a.review"), "OneDrive"),
        (W(r"C:\Users\ash\Dropbox (Harbour)\a.review"), "Dropbox"),
        (W(r"G:\My Drive\a.review"), "Google Drive"),
        (W(r"C:\Users\ash\iCloudDrive\a.review"), "iCloud"),
        (W(r"C:\Users\ash\Box\a.review"), "Box"),
        (P("/Users/ash/Library/Mobile Documents/com~apple~CloudDocs/a.review"), "iCloud"),
        (P("/Users/ash/Library/CloudStorage/OneDrive-Harbour/a.review"), "OneDrive"),
        (P("/Users/ash/Library/CloudStorage/Egnyte-ash@h.example/a.review"), "Egnyte"),
        (P("/home/ash/Nextcloud/reviews/a.review"), "Nextcloud"),
        (P("/home/ash/Documents/a.review"), ""),
        (P("/home/ash/Dropbox.review"), ""),
        (P("/home/ash/box-set/a.review"), ""),
        (P("/home/ash/my onedrive papers/a.review"), ""),
        (W(r"C:\Users\ash\Documents\a.review"), ""),
    ],
)
def test_a_sync_folder_is_known_by_its_name(path: W | P, name: str) -> None:
    assert sync_name(path, {}) == name


def test_a_onedrive_folder_is_known_by_the_environment_whatever_it_is_called() -> None:
    told = {"OneDriveCommercial": r"D:\Work Files", "OneDrive": ""}
    assert sync_name(W(r"d:\work files\sub\a.review"), told) == "OneDrive"
    assert sync_name(W(r"D:\Other\a.review"), told) == ""


@pytest.mark.parametrize(
    ("mark", "name"), [(".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing")]
)
def test_a_sync_folder_is_known_by_what_its_program_leaves_in_it(
    tmp_path: Path, mark: str, name: str
) -> None:
    (tmp_path / mark).mkdir()
    (tmp_path / "deep" / "er").mkdir(parents=True)
    assert place_of(tmp_path / "deep" / "er" / "a.review") == Place(Kind.SYNC, name)


def test_another_computer_s_disk_is_known_by_what_is_mounted() -> None:
    table = from_mountinfo(
        "22 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n"
        "31 22 0:40 / /mnt/share\\040two rw shared:1 - cifs //server/share rw\n"
        "32 31 8:1 / /mnt/share\\040two/stick rw - vfat /dev/sdb1 rw\n"
        "broken line\n"
    )
    assert table[1] == Mount("/mnt/share two", "cifs")
    assert is_on_network(P("/mnt/share two/a.review"), table)
    assert not is_on_network(P("/mnt/share two/stick/a.review"), table)
    assert not is_on_network(P("/home/a.review"), table)
    told = from_mount_command(
        "/dev/disk3s1s1 on / (apfs, sealed, local)\n"
        "//ash@server/team on /Volumes/team (smbfs, nodev, nosuid, mounted by ash)\n"
    )
    assert is_on_network(P("/Volumes/team/x/a.review"), told)
    assert not is_on_network(P("/Users/ash/a.review"), told)
    assert is_on_network(W(r"\\server\share\a.review"), ())
    assert not is_on_network(W(r"C:\a.review"), ())
    for kind in ("nfs4", "fuse.sshfs", "smb3", "webdav", "9p"):
        assert Mount("/x", kind).remote
    for kind in ("ext4", "apfs", "ntfs3", "vfat", "fuse.ntfs-3g", "tmpfs"):
        assert not Mount("/x", kind).remote


def test_this_computer_s_own_disk_is_known_and_nothing_said_of_it(tmp_path: Path) -> None:
    assert place_of(tmp_path / "a.review") == places.OWN
    assert places.in_words(places.OWN) == ""


# What is said at opening, and what is done


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    folder = tmp_path / "OneDrive - Harbour Council"
    folder.mkdir()
    return folder / "a.review"


def test_the_author_is_told_once_of_a_sync_folder(synced: Path) -> None:
    review = make(synced)
    assert [n for n in review.notices if "in a OneDrive folder" in n] == list(review.notices)
    assert len(review.notices) == 1
    review.close()
    again = reopen(synced)
    assert again.notices == ()
    again.close()
    moved = synced.parent.parent / "Dropbox"
    moved.mkdir()
    synced.rename(moved / "a.review")
    third = reopen(moved / "a.review")
    assert "in a Dropbox folder" in third.notices[0]
    third.close()


def test_on_a_network_drive_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "mounts", lambda: (Mount(str(tmp_path), "cifs"),))
    review = make(tmp_path / "a.review")
    assert "on a network drive" in review.notices[0]
    review.close()


@pytest.mark.parametrize("where", ["sync", "network"])
def test_where_others_may_read_meanwhile_a_change_of_keys_writes_the_whole_file(
    tmp_path: Path, synced: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    path = synced if where == "sync" else tmp_path / "a.review"
    if where == "network":
        monkeypatch.setattr(places, "mounts", lambda: (Mount(str(tmp_path), "nfs4"),))
    review = make(path)
    before = path.stat().st_ino

    def never(*_: object) -> None:
        raise AssertionError("written in place")

    monkeypatch.setattr(resealing, "put", never)
    review.keys.add_passphrase("another", LEAST)
    assert path.stat().st_ino != before
    review.close()
    open_review(path, "another", author="A").close()


def test_a_file_that_is_only_a_stand_in_is_said_to_be_away(tmp_path: Path) -> None:
    path = tmp_path / "a.review"
    (tmp_path / ".a.review.icloud").write_bytes(b"bplist00")
    with pytest.raises(BadInput, match="kept online only"):
        reopen(path)


def test_a_file_that_had_to_be_fetched_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.review"
    make(path).close()
    assert not places.is_away(path)
    monkeypatch.setattr("workbench.store.opening.is_away", lambda _: True)
    review = reopen(path)
    assert "kept online only" in review.notices[0]
    review.close()


def test_a_hollow_file_is_known_to_be_away(tmp_path: Path) -> None:
    hollow = tmp_path / "a.review"
    with hollow.open("wb") as file:
        file.truncate(500_000)
    if hollow.stat().st_blocks:
        pytest.skip("this disk gives an empty file blocks of its own")
    assert places.is_away(hollow)
    with pytest.raises(BadInput, match="kept online only"):
        reopen(hollow)
    assert not places.is_away(tmp_path / "none")


def test_a_drive_that_does_not_say_how_much_room_a_file_takes_is_no_stand_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.review"
    path.write_bytes(b"x" * 5_000)
    real = Path.stat

    def stat(self: Path, **kept: bool) -> object:
        found = real(self, **kept)
        return SimpleNamespace(st_size=found.st_size, st_blocks=0, st_mode=found.st_mode)

    monkeypatch.setattr(Path, "stat", stat)
    assert not places.is_away(path)


def test_a_place_that_cannot_be_told_counts_as_one_s_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError

    monkeypatch.setattr(mounts.Path, "read_text", refuse)
    assert mounts.mounts() == () or os.name == "nt"
