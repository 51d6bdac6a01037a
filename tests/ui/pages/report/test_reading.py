"""The report on the screen: disclosed words only, with what stands for a name underlined."""

from __future__ import annotations

from ui.pages.report.reading import reading
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.model.blocks import Document, Paragraph, Section, words

REGISTER = Register(
    (
        Entity(id="p1", kind=EntityKind.PERSON, name="Rowan Ashe", shown_as="Mr B"),
        Entity(id="p2", kind=EntityKind.PERSON, name="Oona Ashe", shown_as="Mr B's sister"),
    )
)


def read(text: str) -> str:
    document = Document(words("the review"), (), (Section("s", words("s"), (Paragraph((text,)),)),))
    disclosed = disclose(document, REGISTER, audience("published"))
    return reading(disclosed, [entity.shown_as for entity in REGISTER.entities])


def test_what_stands_for_a_name_is_underlined_and_the_name_is_not_there() -> None:
    html = read("then Rowan Ashe fell")

    assert "<p>then <u>Mr B</u> fell</p>" in html
    assert "Rowan" not in html


def test_the_longest_stand_in_is_underlined_as_one() -> None:
    assert "<p>then <u>Mr B&#x27;s sister</u> rang</p>" in read("then Oona Ashe rang")


def test_what_is_held_back_is_underlined_too() -> None:
    assert "<u>[name to be checked]</u>" in read("then Thaddeus Wolverley rang")


def test_words_that_look_like_markup_are_shown_as_they_are() -> None:
    assert "then &lt;b&gt;ring&lt;/b&gt; &amp; wait" in read("then <b>ring</b> & wait")
