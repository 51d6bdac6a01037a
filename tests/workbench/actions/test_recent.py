"""The files opened last: their place and when, and nothing that is in them."""

from __future__ import annotations

from pathlib import Path

from workbench.actions.recent import MOST, forget, recent_files, remember
from workbench.settings import data_folder


def test_the_latest_comes_first_and_each_once() -> None:
    for name in ("a", "b", "a"):
        remember(Path(f"/reviews/{name}.review"))
    assert [each.path.name for each in recent_files()] == ["a.review", "b.review"]


def test_no_more_than_a_few_are_kept() -> None:
    for number in range(MOST + 3):
        remember(Path(f"/reviews/{number}.review"))
    assert len(recent_files()) == MOST
    assert recent_files()[0].path.name == f"{MOST + 2}.review"


def test_one_can_be_taken_off() -> None:
    remember(Path("/reviews/a.review"))
    forget(Path("/reviews/a.review"))
    assert recent_files() == ()


def test_a_list_that_cannot_be_read_is_an_empty_one() -> None:
    remember(Path("/reviews/a.review"))
    kept = data_folder() / "recent.json"
    for damage in ("", "[[1, 2, 3]]", '[["/a", "not a time"]]', "null"):
        kept.write_text(damage, encoding="utf-8")
        assert recent_files() == ()


def test_only_this_user_can_read_it() -> None:
    remember(Path("/reviews/a.review"))
    assert (data_folder() / "recent.json").stat().st_mode & 0o077 == 0
