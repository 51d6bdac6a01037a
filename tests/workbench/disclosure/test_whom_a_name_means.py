"""Whose name it is: somebody registered, which of several, or somebody else altogether."""

from __future__ import annotations

import pytest

from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register, register_from_json


def _row(key: str, name: str, role: str, sex: str, *aliases: str) -> dict[str, object]:
    return {
        "id": key, "kind": "person", "real_name": name, "role": role, "sex": sex,
        "aliases": list(aliases),
    }  # fmt: skip


KNOWN: Register = register_from_json(
    {
        "register": [
            _row("f", "Chidi Okafor", "father", "male"),
            _row("g", "Tunde Okafor", "grandfather", "male"),
            _row("m", "Grace Okafor", "mother", "female"),
            _row("c", "Daniel Okafor", "child", "male"),
            _row("s", "Tom Birtwhistle", "social worker", "male"),
            _row("l", "Will Jordan", "neighbour", "male"),
            _row("p", "Sarah Entwistle", "police officer", "female"),
            _row("r", "Lydia Roberts", "teacher", "female"),
            _row("x", "Raymond Charpentier", "GP", "male"),
            _row("b", "Ali", "associate", "male", "Big Al"),
            _row("i", "Ngozi Mac Giolla", "aunt", "female"),
            _row("j", "Fiona Mac Giolla", "aunt", "female"),
        ]
    }
)


def certain(*texts: str) -> list[tuple[str, str | None]]:
    """What is replaced without asking in the last of these texts, read one after the other."""
    finder, recent = finder_of(KNOWN), Recent()
    for text in texts:
        found = [
            (text[one.start : one.end], one.entity)
            for one in finder.find(text, recent)
            if one.certain
        ]
    return found


def asked(*texts: str) -> list[str]:
    """What is asked about in the last of these texts."""
    finder, recent = finder_of(KNOWN), Recent()
    for text in texts:
        found = [text[one.start : one.end] for one in finder.find(text, recent) if not one.certain]
    return found


def test_of_several_the_one_named_in_full_last_is_meant() -> None:
    assert ("Mr Okafor", "g") in certain("Tunde Okafor came.", "Mr Okafor stayed for an hour.")
    assert ("Mr Okafor", "f") in certain("Chidi Okafor came. Mr Okafor stayed for an hour.")


def test_of_two_named_together_neither_is_taken() -> None:
    assert "Mr Okafor" in asked("Chidi Okafor and Tunde Okafor came. Mr Okafor stayed for an hour.")
    assert "Mr Okafor" in asked("Chidi Okafor came.", "Tunde Okafor left.", "Mr Okafor rang.")


def test_once_two_were_named_a_title_alone_says_too_little() -> None:
    before = ["Chidi Okafor was the father.", "His own father, Tunde Okafor, rang."]
    assert "Mr Okafor" in asked(*before, "Nothing was said of Mr Okafor.")
    assert ("Mr Okafor", "f") in certain(*before, "Chidi Okafor agreed. Mr Okafor signed.")
    assert "Mr Okafor" in asked(*before, "Mr Okafor came with his son, Chidi. Mr Okafor spoke.")


def test_initials_of_one_name_are_no_title() -> None:
    text = "Raymond Charpentier and Mr Roberts came."
    known = register_from_json(
        {
            "register": [
                _row("a", "Miriam Rachel Roberts", "mother", "female"),
                _row("b", "Leonard Roberts", "father", "male"),
            ]
        }
    )
    found = finder_of(known).find(text)
    assert [one.entity for one in found if text[one.start : one.end] == "Mr Roberts"] == ["b"]


@pytest.mark.parametrize(
    "text",
    [
        "Slept well. No concerns. TB", "TB: to be told.", "Actions:\nTB to ring the school.",
        "01/03/21 | Tel out | TB | No reply.", "Present: Tom Birtwhistle (TB), Lydia Roberts (LR)",
    ],
)  # fmt: skip
def test_initials_are_asked_about_where_somebody_signs_even_if_they_are_the_trades(
    text: str,
) -> None:
    assert "TB" in [*asked(text), *(words for words, _ in certain(text))]


def test_initials_are_somebodys_once_they_were_said_to_be() -> None:
    introduced = "Present: Lydia Roberts (LR) and Tom Birtwhistle (TB)."
    assert ("LR", "r") in certain("Seen at home. No concerns. LR")
    assert ("LR", "r") in certain(introduced, "This was put to LR by phone.")
    assert ("TB", "s") in certain(introduced, "Seen at home. TB: nothing new.")
    assert not any(words == "TB" for words, _ in certain("He was treated for TB in 2019."))


def test_a_title_and_a_letter_are_asked_about() -> None:
    assert "Mr B" in asked("A call came from Mr B, who was cross.")
    assert asked("A call came from Mr Q, who was cross.") == []


def test_a_title_tells_man_from_woman_and_grown_from_small() -> None:
    assert ("Mrs Okafor", "m") in certain("Chidi Okafor came. Mrs Okafor did not.")
    assert ("Mr Okafor", "f") in certain("Chidi Okafor brought Daniel Okafor. Mr Okafor left.")


def test_a_title_that_nobody_of_that_name_has_is_asked_about() -> None:
    assert "Mrs Jordan" in asked("A letter came from Mrs Jordan that week.")
    assert "PC Jordan" in asked("It was PC Jordan who rang.")
    assert "Dr Jordan" in asked("It was Dr Jordan who rang.")
    assert ("PC Entwistle", "p") in certain("It was PC Entwistle who rang.")
    assert ("Mr Jordan", "l") in certain("A letter came from Mr Jordan that week.")


def test_which_of_two_generations_is_asked() -> None:
    assert "Okafor senior" in asked("Tunde Okafor came. Okafor senior said little.")


@pytest.mark.parametrize(
    "name",
    [
        "Grace Mbeki", "Grace van Gelder", "Grace Ó Haoláin", "Grace Hill", "Donald Okafor",
        "Lydia Okafor", "Ali Baba", "Mr Donald Okafor", "Grace Hill-Mbeki",
    ],
)  # fmt: skip
def test_somebody_else_with_a_registered_name_is_asked_about_whole(name: str) -> None:
    text = f"The referral was made by {name} that day."
    assert certain(text) == []
    assert any(name in words for words in asked(text))


def test_somebody_elses_name_is_theirs_for_a_while() -> None:
    assert "Grace" in asked("The referral was made by Grace Mbeki.", "Nobody asked Grace why.")
    assert "Mr Birtwhistle" in asked("D. Birtwhistle came. Mr Birtwhistle stayed.")
    later = ["The referral was made by Grace Mbeki.", *["Nothing."] * 4, "Nobody asked Grace why."]
    assert ("Grace", "m") in certain(*later)
    named = ["Grace Mbeki rang.", "Grace Okafor answered.", "Nobody asked Grace why."]
    assert ("Grace", "m") in certain(*named)


@pytest.mark.parametrize(
    "thing",
    [
        "Birtwhistle Solicitors", "Birtwhistle & Sons", "Grace House", "Okafor Primary School",
        "St Daniel", "Little Tom", "Okafor's Hall",
    ],
)  # fmt: skip
def test_what_is_called_after_somebody_is_not_somebody(thing: str) -> None:
    text = f"They asked for help at {thing} in the end."
    assert certain(text) == []
    assert any(thing in words for words in asked(text))


@pytest.mark.parametrize("name", ["Mbeki, Grace", "Okafor, Donald", "Hill, Grace"])
def test_family_name_first_in_a_list_is_read_whole(name: str) -> None:
    text = f"Present:\n{name} (Advocate)\nRoberts, Lydia"
    assert certain(text) == [("Roberts, Lydia", "r")]
    assert any(name in words for words in asked(text))


def test_two_of_one_family_in_two_lines_are_two() -> None:
    text = "Present:\nOkafor, Chidi\nOkafor, Tunde"
    assert certain(text) == [("Okafor, Chidi", "f"), ("Okafor, Tunde", "g")]


def test_in_a_list_each_name_is_read_by_itself() -> None:
    text = "Present: Chidi Okafor, Tunde Okafor, Grace Mbeki."
    assert certain(text) == [("Chidi Okafor", "f"), ("Tunde Okafor", "g")]
    text = "Circulation: Tom Birtwhistle, Lydia Mbeki, Okafor, Chidi."
    assert ("Tom Birtwhistle", "s") in certain(text)
    assert ("Okafor, Chidi", "f") in certain(text)


def test_an_initial_after_a_comma_may_be_the_next_ones() -> None:
    text = "Present: Lydia Roberts, R. Charpentier, Tom Birtwhistle"
    assert ("R. Charpentier", "x") in certain(text)


def test_a_family_name_of_two_words_is_no_full_name() -> None:
    assert "Ms Mac Giolla" in asked("It was Ms Mac Giolla who rang.")


def test_an_officer_is_replaced_with_the_word() -> None:
    assert ("Officer Entwistle", "p") in certain("That was said to Officer Entwistle at noon.")


def test_a_stranger_is_known_again_in_small_letters_and_by_initials() -> None:
    assert asked("Zsofi was seen.", "told by police that zsofi left") == ["zsofi"]
    introduced = "Present: Ceri Holtby (CH), Housing."
    assert "CH" in asked(introduced)
    assert asked(introduced, "It was agreed that CH would ring.") == ["CH"]
    assert asked("It was agreed that CH would ring.") == []


PLACES: Register = register_from_json(
    {
        "register": [
            {"id": "t", "kind": "place", "real_name": "Elmfield"},
            _row("o", "Gezim Prifti", "alleged", "male", "the Boss"),
        ]
    }
)


@pytest.mark.parametrize(
    "name", ["Elmfield District Hospital", "North Elmfield Hospital", "Elmfield Rovers"]
)
def test_what_is_called_after_a_place_is_asked_about_whole(name: str) -> None:
    text = f"He was taken to {name} that night."
    found = [(text[one.start : one.end], one.certain) for one in finder_of(PLACES).find(text)]
    assert found == [(name, False)]
    text = "It was said by Elmfield Council."
    assert any(one.entity == "t" and one.certain for one in finder_of(PLACES).find(text))


def test_an_alias_with_an_article_makes_no_name_of_the_article() -> None:
    text = "The judge was told that the Boss had left the house. The Merton judgment applies."
    owned = [text[one.start : one.end] for one in finder_of(PLACES).find(text) if one.entity]
    assert owned == ["the Boss"]


def test_an_initial_is_not_that_of_the_name_beside_it() -> None:
    assert "E. Entwistle" in asked("It was E. Entwistle who came.")
    assert ("S. Entwistle", "p") in certain("It was S. Entwistle who came.")


def test_master_goes_with_the_name_of_a_child() -> None:
    assert ("Master Okafor", "c") in certain(
        "Daniel Okafor came. When Master Okafor left, all did."
    )


def test_two_spellings_of_one_family_name_are_weighed_together() -> None:
    known = register_from_json(
        {
            "register": [
                _row("o", "Oskar Wiśniewski", "child", "male"),
                _row("p", "Patrycja Wiśniewska", "mother", "female"),
            ]
        }
    )
    text = "Patrycja Wiśniewska came. The name was written Wisniewsky on the form."
    slip = [one for one in finder_of(known).find(text) if "sky" in text[one.start : one.end]]
    assert [one.certain for one in slip] == [False]


def test_a_child_is_no_mrs() -> None:
    known = register_from_json({"register": [_row("e", "Elin Pask", "child", "female")]})
    text = "The letter went to Mrs Pask that week."
    assert [one.certain for one in finder_of(known).find(text)] == [False]
