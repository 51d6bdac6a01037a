"""The scan, on registered given names that are ordinary words as well."""

from __future__ import annotations

import io

import docx
import pytest

from workbench.disclosure.leak_scan import scan
from workbench.disclosure.register import Entity, EntityKind, Register

REGISTER = Register(
    tuple(
        Entity(id=name, kind=EntityKind.PERSON, name=f"{name} Prosser", shown_as=f"Person {name}")
        for name in ("Dean", "Grace", "Will", "April")
    )
)


def leaks_in(text: str) -> list[str]:
    document = docx.Document()
    document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return [leak.what for leak in scan(file.getvalue(), REGISTER).leaks]


@pytest.mark.parametrize(
    "text",
    [
        "Assessment by SW1. Dean not seen.",
        "The worker saw that Dean was at home.",
        "A call from Grace.",
        "Grace’s mother came.",
        "He spoke to Dean, who was calm.",
        "Mr Dean rang.",
    ],
)
def test_a_name_that_is_a_word_is_a_leak_where_only_a_name_can_stand(text: str) -> None:
    assert leaks_in(text) == ["person"]


@pytest.mark.parametrize(
    "text",
    [
        "the Dean of the college",
        "Grace periods apply to rent.",
        "We met in April 2024.",
        "Will the panel agree?",
        "Will not be published.",
        "She paid with good grace.",
        "See Grace 4 of the policy.",
    ],
)
def test_the_word_itself_stops_no_report(text: str) -> None:
    assert leaks_in(text) == []
