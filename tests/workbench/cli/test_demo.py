"""The demonstration: two records and two reports, and no real name in any part of either."""

from __future__ import annotations

import functools
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review, open_review
from workbench.cli import demo, main
from workbench.cli.passphrase import VARIABLE
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.register import register_of
from workbench.errors import BadInput
from workbench.model.chronology import Entry
from workbench.resources import read_json
from workbench.store.keys import LEAST

TITLES = {"Dr", "Mr", "Mrs", "Ms", "Sister", "PC", "Nan", "H", "the", "The", "ward", "Centre", "House"}  # fmt: skip


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key derivation that does not dawdle, a passphrase, and an input as a command has it."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.setattr(demo, "create_review", functools.partial(create_review, cost=LEAST))
    monkeypatch.setenv(VARIABLE, PASSPHRASE)


@pytest.fixture
def made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """What the demonstration says that it made."""
    assert main(["demo", "--dir", str(tmp_path / "demo"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert "passphrase" not in told
    made: list[dict[str, str]] = told["made"]
    return made


def secrets_of(name: str) -> set[str]:
    """Everything in the sample that no published part may hold."""
    sample = read_json("samples", f"{name}.json")
    whole: set[str] = set()
    for person in sample["people"]:
        if not person.get("keep_name"):
            whole |= {person["name"], *person["aliases"], *person.get("identifiers", ())}
            whole |= {person[key] for key in ("born", "died") if person.get(key)}
    for place in sample["places"]:
        whole |= {place["name"], *place["aliases"]}
    for agency in sample["agencies"]:
        if not agency["named"]:
            # "Adult Social Care" and the like are what the report says instead
            whole |= {agency["name"], *agency["aliases"]}
    names = {each for each in whole if not any(sign.isdigit() for sign in each)}
    parts = {
        part
        for person in sample["people"]
        if not person.get("keep_name")
        for form in (person["name"], *person["aliases"])
        for part in re.split(r"[\s-]", form)
    }
    joined = {re.sub(r"\s", "", each) for each in whole}
    return {each for each in whole | names | parts | joined if each and each not in TITLES}


def parts_of(path: Path) -> dict[str, str]:
    """Each part of a Word file: its name, its bytes as text, and its words without mark-up."""
    with zipfile.ZipFile(path) as package:
        raw = {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}
    return {
        name: f"{name}\n{text}\n{re.sub(r'<[^>]+>', '', text)}\n{re.sub(r'<[^>]+>', ' ', text)}"
        for name, text in raw.items()
    }


def words_of(path: Path) -> int:
    """The words of a report's body, its tables included."""
    body = docx.Document(str(path)).element.body
    return sum(len("".join(each.itertext()).split()) for each in body.iter(qn("w:p")))


def test_the_demonstration_makes_two_records_and_two_reports(made: list[dict[str, str]]) -> None:
    assert [Path(each["record"]).name for each in made] == ["adult.review", "child.review"]
    for each in made:
        review = open_review(Path(each["record"]), PASSPHRASE, author="Ash Rowan", read_only=True)
        assert review.count(Entry) >= 14
        review.close()
        assert docx.Document(each["report"]).paragraphs


@pytest.mark.parametrize("which", [0, 1])
def test_no_part_of_a_published_report_holds_a_name_an_alias_or_a_number(
    made: list[dict[str, str]], which: int
) -> None:
    report = Path(made[which]["report"])
    wanted = secrets_of(("adult", "child")[which])
    parts = parts_of(report)
    assert len(wanted) > 40
    assert "word/document.xml" in parts
    assert "docProps/core.xml" in parts
    for part, text in parts.items():
        for secret in wanted:
            met = re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", text, re.IGNORECASE)
            assert met is None, f"{secret} in {part}"


def test_the_search_above_would_find_a_name(made: list[dict[str, str]], tmp_path: Path) -> None:
    document = docx.Document(made[0]["report"])
    document.tables[-1].rows[-1].cells[-1].paragraphs[0].add_run("as Lowri’s notebook says")
    planted = tmp_path / "planted.docx"
    document.save(str(planted))
    assert any("Lowri" in text for text in parts_of(planted).values())
    review = open_review(Path(made[0]["record"]), PASSPHRASE, author="Ash Rowan", read_only=True)
    register = register_of(review)
    review.close()
    assert scan(Path(made[0]["report"]), register).clean
    assert [leak.what for leak in scan(planted, register).leaks] == ["person"]


def test_the_adult_report_is_as_long_as_twelve_pages_of_a_board(
    made: list[dict[str, str]],
) -> None:
    # A page of this report, with its headings and tables, holds about 270 words; 450 is a full one.
    assert words_of(Path(made[0]["report"])) > 12 * 450
    assert len(docx.Document(made[0]["report"]).tables) >= 8


def test_the_record_holds_no_word_of_the_review_in_the_clear(made: list[dict[str, str]]) -> None:
    for each, name in zip(made, ("adult", "child"), strict=True):
        content = Path(each["record"]).read_bytes()
        for secret in secrets_of(name):
            if len(secret) > 4:
                assert secret.encode() not in content
                assert secret.encode("utf-16-le") not in content


def test_nothing_else_is_left_in_the_folder(made: list[dict[str, str]]) -> None:
    folder = Path(made[0]["record"]).parent
    assert sorted(each.name for each in folder.iterdir()) == [
        "adult-report.docx", "adult.review", "child-report.docx", "child.review",
    ]  # fmt: skip


def test_a_second_demonstration_leaves_the_first_as_it_was(
    made: list[dict[str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(made[0]["record"]).read_bytes()
    assert main(["demo", "--dir", str(tmp_path / "demo"), "--json"]) == 0
    said = capsys.readouterr()
    again = json.loads(said.out)["made"]
    assert Path(again[0]["record"]).parent.name == "demo-2"
    assert "holds an earlier demonstration" in said.err
    assert Path(made[0]["record"]).read_bytes() == before


def test_a_report_that_somebody_kept_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "demo" / "adult-report.docx"
    kept.parent.mkdir()
    kept.write_text("my own notes")
    assert main(["demo", "--dir", str(kept.parent), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["made"][0]["report"].endswith(
        str(Path("demo-2") / "adult-report.docx")
    )
    assert kept.read_text() == "my own notes"


def test_without_a_passphrase_one_is_made_and_said_and_opens_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(VARIABLE)
    assert main(["demo", "--dir", str(tmp_path / "demo")]) == 0
    said = capsys.readouterr().out
    passphrase = re.search(r"^passphrase: (.+)$", said, re.MULTILINE)
    record = re.search(r"^record: (.+adult\.review)$", said, re.MULTILINE)
    assert passphrase
    assert record
    assert len(passphrase[1].split()) >= 4
    open_review(Path(record[1]), passphrase[1], author="Ash Rowan", read_only=True).close()


def test_made_passphrases_are_not_made_twice() -> None:
    assert len({demo.made_passphrase() for _ in range(50)}) == 50


def test_a_file_where_the_folder_should_be_gets_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "demo"
    there.write_text("a file")
    assert main(["demo", "--dir", str(there)]) == 2
    said = capsys.readouterr().err
    assert "cannot be made" in said
    assert "--dir" in said
    assert there.read_text() == "a file"


def test_a_report_that_is_refused_leaves_the_record_closed_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise BadInput("The disk is full, so the report was not written. Free some space first.")

    monkeypatch.setattr(demo, "release", refuse)
    folder = tmp_path / "demo"
    assert main(["demo", "--dir", str(folder)]) == 2
    assert [each.name for each in folder.iterdir()] == ["adult.review"]
    open_review(folder / "adult.review", PASSPHRASE, author="Ash Rowan").close()


def test_the_command_itself_does_all_this_at_full_strength(
    tmp_path: Path, quick_environment: dict[str, str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "demo", "--dir", str(tmp_path / "demo"), "--json"],
        env=quick_environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    for each in json.loads(done.stdout)["made"]:
        assert Path(each["record"]).stat().st_size > 0
        assert Path(each["report"]).stat().st_size > 0
