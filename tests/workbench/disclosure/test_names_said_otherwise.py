"""Registered names said otherwise: under other forms of a given name, in capitals, in tables, and as
plain words; and plain words in small letters that are nobody's."""

from __future__ import annotations

import pytest

from workbench.disclosure.finder import finder_of
from workbench.disclosure.forms import Strength, person_forms
from workbench.disclosure.register import Register, register_from_json


def _row(key: str, kind: str, name: str, *aliases: str) -> dict[str, object]:
    return {"id": key, "kind": kind, "real_name": name, "aliases": list(aliases)}


KNOWN: Register = register_from_json(
    {
        "register": [
            _row("k", "person", "Ken Fairbairn"),
            _row("n", "person", "Sgt Philippa Nettles", "Pip"),
            _row("j", "person", "Jayden Mensah", "Jay"),
            _row("f", "person", "Det Insp Kate Farlow"),
            _row("s", "person", "Sister Monica Adeyemi"),
            _row("w", "person", "Moira Sweeting"),
            _row("d", "person", "Paul Draper"),
            _row("a", "org", "Aspen Ward", "Aspen"),
            _row("h", "org", "Harbour Fostering", "Harbour"),
            _row("c", "org", "Dovecote Health Centre", "Dovecote"),
            _row("r", "org", "The Regent Hotel", "the Regent"),
            _row("u", "place", "Cattle Market Underpass"),
            _row("m", "org", "Family Centre"),
            _row("p", "person", "Karen Pickles"),
            _row("b", "person", "Blessing Udoh", "Bless"),
            _row("x", "org", "Mercia & County", "M&C"),
            _row("y", "org", "Royal Docklands Hospital", "RDH"),
            _row("v", "person", "Sunita Vyas"),
            _row("t", "person", "Tegan Bright"),
        ]
    }
)


def found(text: str) -> dict[str, tuple[str | None, bool]]:
    """What is found in a text, whose it is, and whether it is replaced without asking."""
    return {
        text[one.start : one.end]: (one.entity, one.certain) for one in finder_of(KNOWN).find(text)
    }


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kenneth Fairbairn", "k"), ("KENNETH FAIRBAIRN", "k"), ("Pip Nettles", "n"),
        ("Pippa Nettles", "n"), ("Jay Mensah", "j"), ("Sr Adeyemi", "s"), ("Sr M Adeyemi", "s"),
        ("Kate Farlow", "f"), ("Det Insp Farlow", "f"),
    ],
)  # fmt: skip
def test_another_form_of_the_given_name_is_the_same_person(name: str, key: str) -> None:
    assert found(f"The call was taken by {name} at noon.")[name] == (key, True)


def test_another_form_of_a_given_name_alone_is_left_to_the_author_to_register() -> None:
    forms = {form.words: form.strength for form in person_forms("k", "Daniel Stubbs", ())}
    assert forms["Danny Stubbs"] is Strength.PART
    assert "Danny" not in forms


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("ASPEN WARD - WARD ROUND", "ASPEN WARD", "a"), ("She was moved to Aspen Ward.", "Aspen Ward", "a"),
        ("They live at the Regent (since May).", "the Regent", "r"),
        ("Two men under the Cattle Market Underpass, one ill.", "Cattle Market Underpass", "u"),
    ],
)  # fmt: skip
def test_the_whole_name_of_a_place_is_its_name_though_all_its_words_are_plain(
    text: str, name: str, key: str
) -> None:
    assert found(text)[name] == (key, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jay\tL\tL\tDO", "Jay"), ("Lewis [20:15] hi\nJay [20:17] yes", "Jay"),
        ("Mon | Jay | absent", "Jay"), ("Harbour rang back at ten.", "Harbour"),
        ("WARD ASPEN   CONS HALL", "ASPEN"), ("Author: Harbour OOH", "Harbour"),
        ("08:40 CALL PASSED TO PICKLES: NO INJURY SEEN.", "PICKLES"),
        ("The plan said who did what: Pickles to instructor.", "Pickles"),
        ("It was all smiles. A Bless smile.", "Bless"), ("M&C repaid it at once.", "M&C"),
        ("07:15 CHILD CONVEYED TO RDH WITH MOTHER.", "RDH"), ("3.2 SV: wrist injury.", "SV"),
        ("Visit, joint. SV/KF\nLeave in May.", "SV"), ("See you at the cafe? T", "T"),
        ("man at door for jay, beard", "jay"), ("Tallz: any1 seen jay\nReecey: no", "jay"),
        ("signed by tegan b", "tegan b"), ("Staff Nurse Nettles left.", "Staff Nurse Nettles"),
        ("It was Rev'd Nettles who asked.", "Rev'd Nettles"),
    ],
)  # fmt: skip
def test_no_registered_word_with_a_capital_is_passed_over(text: str, name: str) -> None:
    assert any(name in words for words in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "A home with a view of a dovecote, and a garden.", "It was a sweeting of words over news.",
        "Curtains were drawn; drapers' dummies stood there.", "The family centre closed early.",
    ],
)  # fmt: skip
def test_small_letters_are_not_replaced_unasked(text: str) -> None:
    assert not any(certain for _, certain in found(text).values())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("knocked, no ans. told bex at handover", "bex"), ("rang priscilla re bins", "priscilla"),
        ("ask for mrs moody she was cross", "mrs moody"), ("spoke to zsofi from the hostel", "zsofi"),
        ("seen with anjali wrzesz on the bus", "anjali wrzesz"),
    ],
)  # fmt: skip
def test_strangers_in_small_letters_are_asked_about(text: str, name: str) -> None:
    assert found(text).get(name) == (None, False)


@pytest.mark.parametrize(
    "text",
    [
        "He walked four miles in his wellingtons.", "mr and mrs are on the form",
        "She was told about it and asked to ring.", "The twins were seen today.",
    ],
)  # fmt: skip
def test_words_in_small_letters_are_left_alone(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("B Reid: yo jayd come here", "jayd"), ("Kay: aspen lockd me in lol", "aspen"),
        ("Mo: tell bless im scared", "bless"),
    ],
)  # fmt: skip
def test_a_line_without_capitals_is_read_for_the_registered(text: str, name: str) -> None:
    assert name in found(text)


def test_letters_that_nobody_registered_are_asked_about_where_somebody_signs() -> None:
    assert "KB" in found("18:00 On his side. Not roused.   KB\n18:30 Awake.")
    assert "KB" in found("5 | Nursery to ring | KB | ongoing")
    assert "KB" in found("She rang. KB said that she would come.")
    assert found("They were given KB in a bag.") == {}


def test_a_title_in_the_register_tells_two_of_a_name_apart() -> None:
    known = register_from_json(
        {
            "register": [
                _row("a", "person", "Sgt Alison Pike"),
                _row("b", "person", "Reece Pike"),
                _row("c", "person", "Dr Alan Frost"),
                _row("d", "person", "Pauline Frost"),
            ]
        }
    )
    for text, name, key in (
        ("It was authorised by PS 714 Pike at once.", "PS 714 Pike", "a"),
        ("Pauline Frost ran the home. It was Dr Frost who wrote.", "Dr Frost", "c"),
    ):
        owned = {text[one.start : one.end]: one for one in finder_of(known).find(text)}
        assert (owned[name].entity, owned[name].certain) == (key, True)


def test_an_answer_is_no_initial() -> None:
    assert found("Q. Who was told? A. Jayden was.")["Jayden"] == ("j", True)


def test_what_somebody_is_called_by_has_its_own_initials_and_a_calling_is_no_given_name() -> None:
    known = register_from_json(
        {
            "register": [
                _row("s", "person", "Edward Stone", "Ted"),
                _row("b", "person", "Officer Dale Barker"),
                _row("d", "person", "Sister Precious Dube"),
                _row("c", "person", "Wendy Chance"),
                _row("o", "org", "Second Chance", "Chance"),
            ]
        }
    )

    def owned(text: str) -> dict[str, tuple[str | None, bool]]:
        return {
            text[one.start : one.end]: (one.entity, one.certain)
            for one in finder_of(known).find(text)
        }

    assert owned("MH: And then?\nTS: Ted rang.")["TS"][0] == "s"
    assert owned("18.50 seen at door. DB\n19.20 same.")["DB"] == ("b", True)
    assert owned("It was Dale Barker who rang.")["Dale Barker"] == ("b", True)
    assert owned("Dressing done. PD\nLater.")["PD"][0] == "d"
    assert owned("The matron was not a sister.") == {}
    assert owned("They asked Chance to help.")["Chance"] == (None, False)
    assert owned("They asked Mrs Chance to help.")["Mrs Chance"] == ("c", True)


def test_a_day_of_the_week_that_is_somebodys_name_is_asked_about() -> None:
    known = register_from_json(
        {
            "register": [
                _row("s", "person", "Sunday Okonkwo"),
                _row("w", "person", "Paul Winters"),
                _row("g", "person", "Trevor Guard"),
            ]
        }
    )
    finder = finder_of(known)
    text = "Swimming on Sundays with Sunday; roast on Sunday."
    assert not any(one.certain for one in finder.find(text))
    assert all("Sundays" not in text[one.start : one.end] for one in finder.find(text))
    assert [one.entity for one in finder.find("DOYLE S M  NHS  Worker Winters")][-1] == "w"
    assert any(one.entity == "g" for one in finder.find("It was nine minutes. Guard."))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Contact went well. J ran to her. She cried.", "J"), ("I spoke with J at ten.", "J"),
        ("Rota: L JM / KF | N SV", "JM"), ("Children: JM, KF and a baby.", "JM"),
        ("12:30 no carer avail PN", "PN"),
    ],
)  # fmt: skip
def test_letters_of_the_registered_are_asked_about_where_they_act_or_stand_in_a_row(
    text: str, letters: str
) -> None:
    assert any(letters in words for words in found(text))


def test_letters_that_name_nobody_are_left_alone() -> None:
    assert found("She takes vitamin D and has hepatitis B.") == {}
    assert found("The vote was on plan K in the end.") == {}


def test_two_lines_in_quotes_are_two_names() -> None:
    text = '"Unsettled" - Jayden\n"Mensah on leave" - nurse'
    assert "Jayden" in found(text)


def test_who_speaks_in_a_talk_is_somebody() -> None:
    text = "MH: And then?\nRT: He left.\nMH: Noted.\nRT: That was all."
    assert set(found(text)) == {"MH", "RT"}
    assert "MH" not in found("MH: nothing to report this week.")
    assert "KT" in found("Comment KT 3: By whom was this said?")
