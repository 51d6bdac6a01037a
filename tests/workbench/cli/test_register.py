"""``workbench register``: open names as data, and an answer by exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.agencies import add_agency
from workbench.actions.opening import create_review, open_review
from workbench.actions.people import add_person
from workbench.actions.set_up import write_passage
from workbench.cli import main
from workbench.model.people import Person
from workbench.store.keys import LEAST


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    path = tmp_path / "a.review"
    review = create_review(path, PASSPHRASE, type="sar", title="T", author="Ash", cost=LEAST)
    write_passage(review, "conclusions", "We thank Thaddeus Wolverley.")
    review.close()
    return path


def test_open_names_are_listed_and_the_answer_is_no(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["register", str(record), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["complete"], told["looked_at"], told["names"]) == (False, 0, 1)
    (one,) = told["open"]
    assert (one["words"], one["guess"], one["count"]) == ("Thaddeus Wolverley", "person", 1)
    assert one["samples"][0]["sentence"] == "We thank Thaddeus Wolverley."

    assert main(["register", str(record)]) == 1
    assert "0 of 1 names in the papers looked at." in capsys.readouterr().out


def test_a_register_that_is_complete_and_sound_is_a_yes_and_a_revealing_pseudonym_a_no(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review = open_review(record, PASSPHRASE, author="Ash")
    person, _ = add_person(review, name="Thaddeus Wolverley", pseudonym="Adult C")
    review.close()
    assert main(["register", str(record)]) == 0
    assert "Every name in the papers is registered or ruled out." in capsys.readouterr().out

    review = open_review(record, PASSPHRASE, author="Ash")
    review.change("spoil", put=[Person(id=person.id, name=person.name, pseudonym="Thaddeus T")])
    review.close()
    assert main(["register", str(record), "--json"]) == 1
    (wrong,) = json.loads(capsys.readouterr().out)["to_put_right"]
    assert (wrong["fault"], wrong["stops"]) == ("reveals", True)


def test_what_is_wrong_is_said_of_a_person_or_an_agency_without_its_name(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review = open_review(record, PASSPHRASE, author="Ash")
    agency, _ = add_agency(review, name="Westmark Infirmary")
    review.close()
    main(["register", str(record)])
    told = capsys.readouterr().err
    assert f"Agency {agency.id}: This entry has no pseudonym" in told
    assert "Westmark" not in told
