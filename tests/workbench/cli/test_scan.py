"""``workbench scan``: a look for leaks that answers by its exit status."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.actions.rulings import rule
from workbench.cli import main
from workbench.model.rulings import Verdict

NAME = "Zebedee Quillfeather"


@pytest.fixture(autouse=True)
def no_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command's standard input, with nothing in it."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "R.json"
    row = {"id": "p1", "kind": "person", "real_name": NAME, "aliases": [], "pseudonym": "Child A"}
    path.write_text(json.dumps({"register": [row]}), encoding="utf-8")
    return path


def written(path: Path, *texts: str) -> Path:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def test_a_clean_file_answers_0(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "report.docx", "Child A was seen.")
    assert main(["scan", str(path), "--register", str(register)]) == 0
    assert "No leak found" in capsys.readouterr().out


def test_a_leak_answers_1_and_says_where_but_not_what(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "report.docx", "Child A was seen.", f"{NAME} was seen.")
    assert main(["scan", str(path), "--register", str(register)]) == 1
    said = capsys.readouterr()
    assert "paragraph 2 of the text" in said.out
    assert "Do not send" in said.err
    assert "Quillfeather" not in said.out + said.err


def test_a_file_that_cannot_be_read_answers_2(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(b"PK\x03\x04 and no more")
    assert main(["scan", str(path), "--register", str(register)]) == 2
    assert "damaged" in capsys.readouterr().out


def locked(content: bytes) -> bytes:
    """The file under a password, as Word and Excel lock one."""
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(content)).encrypt("gravel lantern", out)
    return out.getvalue()


def word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def book() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def spoiled(content: bytes, part: str) -> bytes:
    """The file with the bytes of one part changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        at = package.getinfo(part).header_offset + 30 + len(part) + 20
    return content[:at] + bytes(byte ^ 0x55 for byte in content[at : at + 40]) + content[at + 40 :]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", lambda: locked(book()), "the file is locked with a password."),
        ("a.docx", lambda: locked(word()), "the file is locked with a password."),
        ("a.docx", lambda: word()[:9000], "the file is damaged, so"),
        ("a.xlsx", lambda: book()[:3000], "the file is damaged, so"),
        ("a.docx", lambda: spoiled(word(), "word/document.xml"), "word/document.xml is damaged."),
        ("a.xlsx", lambda: spoiled(book(), "xl/workbook.xml"), "xl/workbook.xml is damaged."),
        ("a.docx", lambda: b"", "the file is empty."),
        ("a.docx", book, "the file is not a Word file, whatever its name says."),
        ("a.docx", lambda: b"Only text.", "the file is not a Word file, whatever its name says."),
        ("a.xlsx", word, "the file is not an Excel workbook, whatever its name says."),
        ("a.pdf", lambda: b"Only text.", "the file is not a PDF, whatever its name says."),
        ("a.zip", lambda: b"Only text.", "the file is not what its name says, or is damaged."),
        ("a.odd", lambda: b"\0\1\2", "the file is of a kind that this scan does not know"),
    ],
)
def test_why_a_file_cannot_be_read_is_said_once_and_rightly(
    register: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: Callable[[], bytes],
    said: str,
) -> None:
    path = register.parent / name
    path.write_bytes(content())
    assert main(["scan", str(path), "--register", str(register)]) == 2
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if line.startswith("Cannot read")] == [
        line for line in out.splitlines() if said in line
    ]
    assert out.count("Cannot read") == 1


def test_a_damaged_word_file_is_not_said_to_be_of_another_kind_when_it_is_cleaned(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word()[:9000])
    asked = ["scan", str(path), "--register", str(register), "--clean", str(tmp_path / "b.docx")]
    assert main(asked) == 2
    assert "This file is damaged" in capsys.readouterr().err


def test_a_folder_and_a_place_that_is_not_there_are_told_apart(
    tmp_path: Path,
    register: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = ["--register", str(register)]
    for path, said in (
        (tmp_path, "That is a folder."),
        (tmp_path / "none" / "a.docx", "The folder of the file to scan is not there."),
        (register / "a.docx", "The folder of the file to scan is not there."),
    ):
        assert main(["scan", str(path), *known]) == 2
        assert said in capsys.readouterr().err

    def denied(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", denied)
    assert main(["scan", str(tmp_path / "a.docx"), *known]) == 2
    assert "cannot be opened: Permission denied" in capsys.readouterr().err


def test_a_file_that_is_not_there_answers_2(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scan", str(tmp_path / "none.docx"), "--register", str(register)]) == 2
    assert "is not there" in capsys.readouterr().err


def test_json_says_the_same_for_a_program(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "report.docx", f"{NAME} was seen.")
    assert main(["scan", str(path), "--register", str(register), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["clean"] is False
    assert [leak["place"] for leak in answer["leaks"]] == ["paragraph 1 of the text"]
    assert answer["pictures"] == ["docProps/thumbnail.jpeg"]


def test_the_names_can_come_from_a_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "case.review"
    review = create_review(record, PASSPHRASE, type="sar", title="Adult C", author="Author")
    add_person(review, name=NAME, pseudonym="Child A", identifiers=("943 476 5919",))
    review.close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    leaking = written(tmp_path / "a.docx", "Number 9434765919.")
    assert main(["scan", str(leaking), "--record", str(record)]) == 1
    clean = written(tmp_path / "b.docx", "Child A was seen.")
    assert main(["scan", str(clean), "--record", str(record)]) == 0
    capsys.readouterr()


def test_a_cleaned_copy_is_saved_and_what_was_taken_out_is_said(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    document.add_paragraph("Child A was seen.")
    document.core_properties.author = NAME
    source, target = tmp_path / "report.docx", tmp_path / "cleaned.docx"
    document.save(str(source))
    asked = ["scan", str(source), "--register", str(register), "--clean", str(target)]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "Taken out:" in said
    assert "no leak was found: cleaned.docx" in said
    assert main(["scan", str(target), "--register", str(register)]) == 0
    assert docx.Document(str(target)).paragraphs[0].text == "Child A was seen."
    capsys.readouterr()


def test_a_name_in_the_text_stops_a_cleaned_copy_and_its_place_is_said(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = written(tmp_path / "report.docx", f"{NAME} was seen."), tmp_path / "out.docx"
    assert main(["scan", str(source), "--register", str(register), "--clean", str(target)]) != 0
    said = capsys.readouterr()
    assert "paragraph 1 of the text" in said.out
    assert "No cleaned copy was saved" in said.err
    assert "Quillfeather" not in said.out + said.err
    assert not target.exists()


def test_json_is_json_also_where_no_copy_is_saved(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = written(tmp_path / "report.docx", f"{NAME} was seen.")
    asked = ["scan", str(source), "--register", str(register), "--json", "--clean"]
    assert main([*asked, str(tmp_path / "out.docx")]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert [leak["place"] for leak in answer["leaks"]] == ["paragraph 1 of the text"]
    clean = written(tmp_path / "clean.docx", "Child A was seen.")
    asked[1] = str(clean)
    assert main([*asked, str(tmp_path / "out.docx")]) == 0
    assert json.loads(capsys.readouterr().out)["cleaned"]["removed"]


def test_what_becomes_of_changes_is_asked_of_a_cleaned_copy_alone(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = written(tmp_path / "report.docx", "Seen.")
    assert main(["scan", str(source), "--register", str(register), "--changes", "accept"]) == 2
    assert "Give --clean too" in capsys.readouterr().err


def test_words_that_the_author_let_stand_in_one_sentence_are_no_leak_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "case.review"
    review = create_review(record, PASSPHRASE, type="sar", title="Adult C", author="Author")
    add_person(review, name="Ada Thistlewood", pseudonym="Child A")
    sentence = "They live in Thistlewood Road."
    rule(review, words="Thistlewood", verdict=Verdict.ORDINARY, context=sentence)
    review.close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    ruled = written(tmp_path / "a.docx", sentence)
    assert main(["scan", str(ruled), "--record", str(record)]) == 0
    other = written(tmp_path / "b.docx", sentence, "Thistlewood rang.")
    assert main(["scan", str(other), "--record", str(record)]) == 1
    capsys.readouterr()
