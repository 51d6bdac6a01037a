"""``workbench merge``: two copies brought together from the command line."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import entry, make, reopen, texts
from workbench.cli import main
from workbench.model.chronology import Entry


def test_copies_are_merged_and_a_clash_waits_for_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    shared = entry("Shared", comment="As it was.")
    review = make(tmp_path / "a.review")
    review.change("add entry", put=[shared])
    review.close()
    shutil.copy(tmp_path / "a.review", tmp_path / "b.review")
    for name in ("a", "b"):
        monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path / f"data {name}"))
        review = reopen(tmp_path / f"{name}.review")
        review.change("comment", put=[replace(shared, comment=f"By {name}.")])
        review.change("add entry", put=[entry(f"Only {name}")])
        review.close()
    monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path / "data a"))
    files = [str(tmp_path / "a.review"), str(tmp_path / "b.review")]
    before = (tmp_path / "a.review").read_bytes()

    assert main(["merge", *files]) == 1
    said = capsys.readouterr().out
    assert "here:  By a." in said
    assert "there: By b." in said
    assert "Nothing was merged" in said
    assert (tmp_path / "a.review").read_bytes() == before

    assert main(["merge", *files, "--clashes", "theirs", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["deed"] for one in told["taken"]] == ["added"]
    review = reopen(tmp_path / "a.review")
    assert sorted(texts(review)) == ["Only a", "Only b", "Shared"]
    assert review.get(Entry, shared.id).comment == "By b."
    review.close()

    assert main(["merge", *files]) == 0
    assert "nothing new" in capsys.readouterr().out


def test_another_review_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    for name in ("a", "b"):
        make(tmp_path / f"{name}.review").close()
    assert main(["merge", str(tmp_path / "a.review"), str(tmp_path / "b.review")]) == 2
    assert "is another review" in capsys.readouterr().err
