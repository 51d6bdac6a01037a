"""The main job without a window: demo, export and its refusals, as commands."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from tests.workbench.cli.running import workbench


@pytest.fixture
def made(tmp_path: Path, quick_environment: dict[str, str]) -> dict[str, str]:
    done = workbench(quick_environment, "demo", "--dir", str(tmp_path / "demo"), "--json")
    assert done.returncode == 0, done.stderr
    adult: dict[str, str] = json.loads(done.stdout)["made"][0]
    return adult


def test_demo_says_where_everything_is_and_its_report_is_clean(
    made: dict[str, str], quick_environment: dict[str, str]
) -> None:
    assert Path(made["record"]).exists()
    scanned = workbench(quick_environment, "scan", made["report"], "--record", made["record"])
    assert scanned.returncode == 0, scanned.stdout
    counts = json.loads(workbench(quick_environment, "info", made["record"], "--json").stdout)[
        "counts"
    ]
    assert counts["entry"] >= 60
    assert counts["agency"] >= 6
    assert workbench(quick_environment, "verify", made["record"]).returncode == 0


def test_demo_again_goes_beside_the_first(
    tmp_path: Path, quick_environment: dict[str, str]
) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "adult.review").write_bytes(b"something of mine")
    done = workbench(quick_environment, "demo", "--dir", str(tmp_path / "demo"), "--json")
    assert done.returncode == 0
    assert (tmp_path / "demo" / "adult.review").read_bytes() == b"something of mine"
    assert (tmp_path / "demo-2" / "adult-report.docx").exists()


def test_demo_without_a_passphrase_makes_one_that_opens_the_record(
    tmp_path: Path, quick_environment: dict[str, str]
) -> None:
    environment = {k: v for k, v in quick_environment.items() if k != "WORKBENCH_PASSPHRASE"}
    told = json.loads(workbench(environment, "demo", "--dir", str(tmp_path), "--json").stdout)
    opened = {**environment, "WORKBENCH_PASSPHRASE": told["passphrase"]}
    assert workbench(opened, "info", told["made"][0]["record"]).returncode == 0


def test_a_leak_put_into_the_finished_report_is_found_and_placed(
    made: dict[str, str], quick_environment: dict[str, str]
) -> None:
    document = docx.Document(made["report"])
    document.add_paragraph("Thanks to Tamsin Penhallow.")
    document.save(made["report"])
    scanned = workbench(
        quick_environment, "scan", made["report"], "--record", made["record"], "--json"
    )
    assert scanned.returncode == 1
    (leak, *_) = json.loads(scanned.stdout)["leaks"]
    assert leak["what"] == "person"
    assert "paragraph" in leak["place"]


def test_export_writes_for_the_panel_and_refuses_what_it_must(
    made: dict[str, str], quick_environment: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "panel.docx"
    args = ("export", made["record"], "--audience", "panel", "--out")
    done = workbench(quick_environment, *args, str(out), "--json")
    assert (done.returncode, json.loads(done.stdout)["report"]) == (0, str(out))

    short = tmp_path / "short.docx"
    document = docx.Document()
    document.add_heading("Introduction", 1)
    document.save(str(short))
    refused = workbench(
        quick_environment, *args, str(tmp_path / "x.docx"), "--template", str(short)
    )
    assert refused.returncode == 1
    assert "no heading for" in refused.stderr
    assert not (tmp_path / "x.docx").exists()

    wrong = {**quick_environment, "WORKBENCH_PASSPHRASE": "not this one at all"}
    denied = workbench(wrong, *args, str(tmp_path / "x.docx"))
    assert denied.returncode == 2
    assert "does not open this review" in denied.stderr
    assert "Traceback" not in denied.stderr


def test_readers_of_the_authors_own_that_cannot_be_used_are_said_by_export(
    made: dict[str, str], quick_environment: dict[str, str], tmp_path: Path
) -> None:
    folder = Path(quick_environment["WORKBENCH_DATA"]) / "audiences"
    folder.mkdir(parents=True)
    (folder / "coroner.json").write_text('{"label": "C", "date": "never"}', encoding="utf-8")
    out = tmp_path / "r.docx"
    done = workbench(quick_environment, "export", made["record"], "--out", str(out), "--json")
    assert done.returncode == 0, done.stderr
    assert "coroner.json" in done.stderr
    assert json.loads(done.stdout)["report"] == str(out)
    assert "coroner" not in done.stdout
