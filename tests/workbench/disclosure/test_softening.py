"""Ages as bands, days from one another, bare days, and a sex that is withheld."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import Disclosed, disclose
from workbench.disclosure.register import Register, register_from_json
from workbench.model.blocks import Document, Moment, Paragraph, Section, Words
from workbench.model.rulings import Ruling, Verdict
from workbench.model.when import Precision, When


def family(*, sex: str = "male", withheld: bool = True) -> Register:
    """A child and its mother."""
    rows = [
        {"id": "c", "kind": "person", "real_name": "Will Okafor", "sex": sex, "role": "child",
         "pseudonym": "Child A", "sex_withheld": withheld},
        {"id": "m", "kind": "person", "real_name": "Ngozi Okafor", "sex": "female",
         "role": "mother", "pseudonym": "Anna"},
    ]  # fmt: skip
    return register_from_json({"register": rows})


def told(
    *texts: str | Words,
    register: Register | None = None,
    rulings: tuple[Ruling, ...] = (),
    **reads: str,
) -> Disclosed:
    blocks = tuple(Paragraph((one,) if isinstance(one, str) else one) for one in texts)
    readers = replace(audience("published"), **reads)
    document = Document(title=("A",), sections=(Section("s", ("B",), blocks),))
    return disclose(document, register or family(), readers, rulings)


def said(*texts: str | Words, register: Register | None = None, **reads: str) -> str:
    disclosed = told(*texts, register=register, **reads)
    return "\n".join("".join(map(str, one.text)) for one in disclosed.document.sections[0].blocks)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Will, aged nine, was seen.", "Child A, aged 5 to 9, was seen."),
        ("Will was 9 when it ended.", "Child A was 5 to 9 when it ended."),
        ("Will (9) and an 8-year-old came.", "Child A (5 to 9) and a 5- to 9-year-old came."),
        ("A 67-year-old man rang.", "An over-64-year-old man rang."),
        ("The baby is 8 months old.", "The baby is under one."),
        ("She is 34 years old.", "She is 25 to 34 years old."),
        ("Age: 16", "Age: 16 to 19"),
        ("The score was 31 and 22 people came.", "The score was 31 and 22 people came."),
        ("After 14 years of it, 3 days later.", "After 14 years of it, 3 days later."),
    ],
)
def test_ages_become_bands_where_the_audience_reads_bands(written: str, read: str) -> None:
    assert said(written, age="band", register=family(withheld=False)) == read
    if "Will" not in written:
        assert said(written, age="keep", register=family(withheld=False)) == written


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("On 3 May 2016 they met. On 6 May 2016 they fell out.", "In May 2016 they met. Three days later they fell out."),
        ("On 3 May 2016 they met. On 4 May they fell out.", "In May 2016 they met. The next day they fell out."),
        ("On 3 May 2016 they met; the letter of 20 May 2016 was lost.", "In May 2016 they met; the letter of May 2016 was lost."),
        ("On 3 May 2016 they met. On 9 May 2019 it was over.", "In May 2016 they met. In May 2019 it was over."),
        ("On 3 May 2016 they met. On 2 May 2016 they had not.", "In May 2016 they met. The day before they had not."),
        ("On 3 May 2016 they met. On 24 May 2016 all was well.", "In May 2016 they met. Three weeks later all was well."),
    ],
)  # fmt: skip
def test_days_are_told_from_one_another_where_the_audience_reads_them_so(
    written: str, read: str
) -> None:
    assert said(written, date="relative") == read


def test_a_table_of_days_is_told_from_row_to_row() -> None:
    days = [When("", Precision.DAY, date(2016, 5, day), date(2016, 5, day)) for day in (3, 3, 9)]
    assert (
        said(*((Moment(day),) for day in days), date="relative")
        == "May 2016\nThe same day\nSix days later"
    )


def test_a_day_of_birth_is_never_told_from_another_day() -> None:
    born = said("On 3 May 2016 they met. Will was born on 6 May 2016.", date="relative")
    assert "later" not in born
    assert "6 May" not in born


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("He rang on the 14th.", "He rang in that month."),
        ("By the 3rd, nobody had come.", "By that month, nobody had come."),
        ("He came on Thursday the 28th.", "He came in that month."),
        ("By the 2nd of that month it was over.", "By that month it was over."),
        ("On the 3rd floor, on the 2nd visit.", "On the 3rd floor, on the 2nd visit."),
        ("It was the 21st century by then.", "It was the 21st century by then."),
    ],
)
def test_a_bare_day_of_a_month_is_no_longer_exact(written: str, read: str) -> None:
    assert said(written, register=family(withheld=False)) == read
    assert said(written, date="exact", register=family(withheld=False)) == written


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Will was tired. He’s small for his age and he goes to school.", "Child A was tired. They're small for their age and they go to school."),
        ("Will said he never sleeps and hasn't eaten.", "Child A said they never sleep and hasn't eaten."),
        ("Will hurt himself. Staff liked him. It was his.", "Child A hurt themselves. Staff liked them. It was theirs."),
        ("Ngozi brought her son Will.", "Anna brought her child Child A."),
        ("Will hid. He'd been told; he's been told; he isn't sure.", "Child A hid. They'd been told; they've been told; they aren't sure."),
        ("Will, her son, slept.", "Child A, her child, slept."),
        ("She came with Ngozi.", "She came with Anna."),
    ],
)  # fmt: skip
def test_a_sex_that_is_withheld_is_not_told_by_the_words_around_the_name(
    written: str, read: str
) -> None:
    assert said(written) == read


def test_a_girl_is_made_neutral_too_and_her_before_a_thing_is_told_from_her_alone() -> None:
    girl = family(sex="female")
    assert said("Will cried. They took her home. Her bag was empty.", register=girl) == (
        "Child A cried. They took them home. Their bag was empty."
    )


def test_it_is_read_on_from_one_paragraph_to_the_next() -> None:
    assert said("Will was seen.", "He cried.") == "Child A was seen.\nThey cried."
    assert said("Will was seen.", "Ngozi left.", "He cried.").endswith("\nHe cried.")


def test_where_he_may_be_somebody_else_the_author_is_asked_and_can_rule() -> None:
    sentence = "His father took Will to his brother."
    asked = told("Will was seen.", sentence)
    assert "sex" in {one.kind.value for one in asked.unresolved}
    rulings = tuple(
        Ruling(id=str(n), words=one.words, context=one.sentence, verdict=Verdict.KEEP)
        for n, one in enumerate(asked.unresolved)
    )
    assert told("Will was seen.", sentence, rulings=rulings).unresolved == ()


def test_nothing_is_changed_where_the_sex_is_not_withheld_and_all_is_asked_where_that_is_wished() -> (
    None
):
    text = "Will was tired. He slept."
    assert said(text, register=family(withheld=False)) == "Child A was tired. He slept."
    assert [one.words for one in told(text, sex="ask").unresolved] == ["He"]


def test_a_sex_that_is_given_as_withheld_is_withheld() -> None:
    known = family(sex="withheld", withheld=False)
    assert said("Will cried. She slept.", register=known) == "Child A cried. They slept."
