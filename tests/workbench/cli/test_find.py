"""``workbench find``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import make
from workbench.actions.agencies import add_agency
from workbench.actions.chronology import add_entry
from workbench.actions.people import add_person
from workbench.cli import main
from workbench.intake.dates import understand


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    path = tmp_path / "a.review"
    review = make(path)
    ann, _ = add_person(review, name="Ann Okonkwo", aliases=("Annie",))
    harbour, _ = add_agency(review, name="Harbour Trust")
    may = understand("3 May 2018").when
    add_entry(review, text="Okonkwo seen.", when=may, agency=harbour.id, people=(ann.id,))
    add_entry(review, text="Okonkwo not seen.", when=understand("2020").when)
    review.close()
    return path


def found(path: Path, capsys: pytest.CaptureFixture[str], *args: str) -> list[str]:
    capsys.readouterr()
    status = main(["find", str(path), *args, "--json"])
    rows = [f"{row['kind']}: {row['text']}" for row in json.loads(capsys.readouterr().out)]
    assert status == (0 if rows else 1)
    return rows


def test_words_and_nearly_the_name_are_found_kind_by_kind(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = path.read_bytes()
    person, *entries = found(path, capsys, "okonkwo")
    assert person == "person: Ann Okonkwo"
    assert set(entries) == {
        "entry: 3 May 2018 · Okonkwo seen.",
        "entry: 2020 · Okonkwo not seen.",
    }
    assert found(path, capsys, "okonkow") == ["person: Ann Okonkwo"]
    assert found(path, capsys, '"not seen"') == ["entry: 2020 · Okonkwo not seen."]
    assert found(path, capsys, "nothing of the kind") == []
    assert main(["find", str(path), "okonkwo"]) == 0
    assert "Person: Ann Okonkwo" in capsys.readouterr().out
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "narrowed",
    [("--agency", "harbour trust"), ("--person", "annie", "--kind", "entry"), ("--until", "2018")],
)
def test_what_is_found_is_narrowed(
    path: Path, capsys: pytest.CaptureFixture[str], narrowed: tuple[str, ...]
) -> None:
    assert found(path, capsys, "okonkwo", *narrowed)[-1:] == ["entry: 3 May 2018 · Okonkwo seen."]


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("--agency", "Nobody"), "No agency of this review has that name"),
        (("--person", "Nobody"), "No person of this review has that name"),
        (("--from", "03/04"), "only be read in one way"),
    ],
)
def test_what_cannot_be_narrowed_to_is_said(
    path: Path, capsys: pytest.CaptureFixture[str], args: tuple[str, ...], reason: str
) -> None:
    assert main(["find", str(path), "okonkwo", *args]) == 2
    assert reason in capsys.readouterr().err


def test_nothing_found_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", str(path), "xylophone"]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err.startswith("Nothing was found.")) == ("", True)


def test_a_limit_below_one_is_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", str(path), "okonkwo", "--limit", "-3"]) == 2
    assert "1 or more" in capsys.readouterr().err
