"""The register: from a record, from JSON, and whether its pseudonyms give anything away."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from tests.workbench.disclosure.passages_by_hand import register
from workbench.disclosure.forms import Strength, person_forms
from workbench.disclosure.forms_of_places import place_forms
from workbench.disclosure.pseudonyms import Fault, problems
from workbench.disclosure.register import (
    Entity,
    EntityKind,
    Register,
    register_from_json,
    register_of,
)
from workbench.errors import BadInput
from workbench.model.agencies import Agency
from workbench.model.facts import Fact
from workbench.model.ids import AgencyId, PersonId, PlaceId
from workbench.model.people import Person, Place
from workbench.model.when import Precision, When
from workbench.review import Review


class Facts:
    """Facts as a review gives them, without a record."""

    def __init__(self, *facts: Fact) -> None:
        self.facts = facts

    def all(self, kind: type[Fact]) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if isinstance(fact, kind))


def words(forms: Any) -> set[str]:
    return {form.words for form in forms}


def test_the_register_of_a_record_holds_people_places_and_agencies() -> None:
    born = When(precision=Precision.DAY, start=date(2016, 5, 22), end=date(2016, 5, 22))
    about = When(precision=Precision.MONTH, start=date(2016, 5, 1), end=date(2016, 5, 31))
    review = Facts(
        Person(
            id=PersonId("p"),
            name="Ada Thistlewood",
            pseudonym="Anna",
            born=born,
            identifiers=("943",),
        ),
        Person(id=PersonId("q"), name="Rufus Pellow", keep_name=True, born=about),
        Place(id=PlaceId("l"), name="Wexcombe", published_as="Town A"),
        Agency(id=AgencyId("a"), name="Wexcombe Surgery", published_as="the GP practice"),
        Agency(id=AgencyId("b"), name="Tamar Police", named=True),
    )
    known = register_of(cast(Review, review))
    assert [one.id for one in known.entities] == ["p", "q", "l", "a", "b"]
    assert [one.keep for one in known.entities] == [False, True, False, False, True]
    assert [one.born for one in known.entities[:2]] == [date(2016, 5, 22), None]
    assert known.entities[0].shown_as == "Anna"
    assert known.entities[3].shown_as == "the GP practice"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ([], '"register"'),
        ({"register": [1]}, "Entry 1"),
        ({"register": [{"id": "a", "kind": "person"}]}, "no real_name"),
        ({"register": [{"id": "a", "kind": "dog", "real_name": "Rex"}]}, "kind must be"),
        ({"register": [{"id": "a", "kind": "person", "real_name": "X", "aliases": "Y"}]}, "aliases"),
        ({"register": [{"id": "a", "kind": "person", "real_name": "X", "role": 3}]}, "role must be"),
        ({"register": [{"id": "a", "kind": "place", "real_name": "X"}] * 2}, "repeats the id"),
    ],
)  # fmt: skip
def test_a_register_that_cannot_be_used_is_refused_in_words(content: object, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        register_from_json(content)


def test_a_name_has_all_its_forms() -> None:
    forms = words(
        person_forms("p", "Mrs Ngozi Blessing Okafor-Eze", ("Goz", "N.O.", "Ngozi Bello"))
    )
    assert {
        "Ngozi Okafor-Eze",
        "Okafor-Eze Ngozi",
        "N Okafor-Eze",
        "Ngozi",
        "Okafor",
        "Eze",
    } <= forms
    assert {"Goz", "Ngozi Bello", "Bello", "NO", "Blessing"} <= forms
    assert not any("Mrs" in form for form in forms)


def test_particles_titles_brackets_and_endings_are_understood() -> None:
    assert "van der Meer" in words(person_forms("p", "Jan van der Meer", ()))
    assert {"Johnny", "Hart"} <= words(person_forms("p", "John (Johnny) Hart", ()))
    assert {"Smythe"} <= words(person_forms("p", "Ada Hart (née Smythe)", ()))
    assert "Wiśniewski" in words(person_forms("p", "Ewa Wiśniewska", ()))
    assert "Mueller" in words(person_forms("p", "Ute Müller", ()))
    assert "Eilidh" in words(person_forms("p", "Detective Sergeant Eilidh MacAskill", ()))
    assert {"Lowri", "Lowri Prosser"} <= words(person_forms("p", "Baby Lowri Prosser", ()))


def test_a_place_is_also_known_by_its_short_name() -> None:
    forms = place_forms("o", "St Brannock's Care Home", ())
    assert {"St Brannock's", "Saint Brannock's"} <= words(forms)
    assert all(
        form.strength is Strength.WEAK
        for form in place_forms("o", "Ashby School", ())
        if form.words == "Ashby"
    )


def test_pseudonyms_that_give_something_away_are_found() -> None:
    known = register(
        ("a", "person", "Ada Thistlewood", [], "mother", "Rufus"),
        ("b", "person", "Rufus Pellow", [], "father", "Mr B"),
        ("c", "person", "Ivor Tangye", [], "uncle", "Mr B"),
        ("d", "person", "Enid Blamey", [], "aunt", "Auntie Blamey"),
        ("e", "person", "Olive Quiller", [], "cousin", ""),
        ("f", "person", "Una Strick", [], "cousin", "U.S."),
        ("g", "place", "Wexcombe", [], "town", "near Wexcombe"),
        ("h", "person", "Zeb Hart", [], "friend", "Ms H"),
    )
    found = {(one.entity, one.fault) for one in problems(known)}
    assert found == {
        ("a", Fault.REVEALS), ("b", Fault.SHARED), ("c", Fault.SHARED), ("d", Fault.REVEALS),
        ("e", Fault.MISSING), ("f", Fault.INITIALS), ("g", Fault.REVEALS),
    }  # fmt: skip
    assert {one.entity for one in problems(known) if not one.stops} == {"f"}


def test_a_problem_says_what_to_do_and_names_nobody() -> None:
    known = register(("a", "person", "Ada Thistlewood", [], "mother", ""))
    assert [one.sentence for one in problems(known)] == [
        "This entry has no pseudonym or published name yet. Give it one."
    ]


def test_a_person_registered_twice_is_pointed_out() -> None:
    one = Entity(id="a", kind=EntityKind.PERSON, name="Ada Hart", shown_as="Anna")
    two = Entity(id="b", kind=EntityKind.PERSON, name="ADA  HART", shown_as="Beth")
    assert {problem.fault for problem in problems(Register((one, two)))} == {Fault.TWICE}


def test_a_kept_name_needs_no_pseudonym() -> None:
    assert (
        problems(Register((Entity(id="a", kind=EntityKind.PERSON, name="Ada Hart", keep=True),)))
        == ()
    )
