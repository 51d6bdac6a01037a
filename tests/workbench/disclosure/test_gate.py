"""The gate: what each audience may read, what is held back, and that nothing gets round it."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Sequence
from datetime import date, time

import pytest

from tests.workbench.disclosure.passages_by_hand import register
from workbench.disclosure.audiences import audience, audience_names
from workbench.disclosure.disclosing import MASK, Account, Reason
from workbench.disclosure.gate import Disclosed, disclose, require_resolved
from workbench.disclosure.questions import questions
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.errors import Refused
from workbench.model.blocks import (
    Board,
    BoardColumn,
    Column,
    DayTimeline,
    Document,
    Heading,
    Inline,
    Items,
    Mention,
    Moment,
    Paragraph,
    Point,
    Section,
    Table,
    rewrite_document,
)
from workbench.model.ids import PersonId, RulingId
from workbench.model.rulings import Ruling, Verdict
from workbench.model.when import Precision, When

KNOWN = register(
    ("p1", "person", "Ngozi Okafor", ["Goz"], "mother", "Anna"),
    ("p2", "person", "Chidi Okafor", [], "father", "Ben"),
    ("p3", "person", "Will Carter", [], "child", "Child A"),
    ("p4", "person", "James Ellis", [], "uncle", "Mr D"),
    ("p5", "person", "Rose Tangye", [], "aunt", "Ms E"),
    ("p6", "person", "Ivor Pellow", [], "GP", ""),
    ("o1", "org", "Ashby Grange Primary School", [], "school", "the primary school"),
    ("l1", "place", "Wexcombe", [], "town", "a coastal town"),
)


def one(*parts: Inline, place: str = "Finding 3") -> Document:
    section = Section(id="s", title=("Findings",), blocks=(Paragraph(parts, place=place),))
    return Document(title=("Report",), sections=(section,))


def said(
    *parts: Inline, to: str = "published", rulings: Sequence[Ruling] = (), known: Register = KNOWN
) -> str:
    block = disclose(one(*parts), known, audience(to), rulings).document.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    return "".join(str(part) for part in block.text)


def ruling(words: str, verdict: Verdict, **fields: str) -> Ruling:
    return Ruling(id=RulingId("r"), words=words, verdict=verdict, **fields)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs Okafor's son", "Anna's son"),
        ("Ngozi's son", "Anna's son"),
        ("Ngozi Okafor’s house", "Anna’s house"),
        ("Carter’s house", "Child A’s house"),
        ("Ngozi’s son", "Anna’s son"),
        ("James' car and James’ dog", "Mr D's car and Mr D’s dog"),
        ("The Okafors left. The Okafor family left.", "The family left. The family left."),
        ("It was an Ashby Grange Primary School trip", "It was the primary school trip"),
        ("at the Ashby Grange Primary School.", "at the primary school."),
        ("Ashby Grange Primary School was told.", "The primary school was told."),
        ("He moved to Wexcombe.", "He moved to a coastal town."),
        ("SEEN BY NGOZI OKAFOR", "SEEN BY ANNA"),
        ("Will said that he will come in May.", "Child A said that he will come in May."),
        ("Seen on 3 May 2016 at home.", "Seen in May 2016 at home."),
        ("On 3 May 2016 he left.", "In May 2016 he left."),
        ("born on 22/05/2009", "born in 2009"),
        ("NHS number 943 476 5919.", "NHS number [removed]."),
        ("Ring 07700 900123 now", "Ring [removed] now"),
        ("At 11:40 he rang.", "At 11:40 he rang."),
        ("Anna and Child A were seen.", "Anna and Child A were seen."),
        ("J.E. did not answer. I saw J.E.", "Mr D did not answer. I saw Mr D."),
        ("J. E.’s key, and N.O., were there", "Mr D’s key, and Anna, were there"),
        ("Ngo\u00adzi Oka\u200bfor came", "Anna came"),
    ],
)
def test_a_published_report_says(text: str, expected: str) -> None:
    assert said(text) == expected


PLAIN = register(
    ("p1", "person", "Ludwig van der Berg", [], "father", "Ben"),
    ("p2", "person", "Hope Long", [], "mother", "Anna"),
    ("p3", "person", "Grace Young", [], "aunt", "Ms E"),
    ("p4", "person", "Will Grace", [], "uncle", "Mr D"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Berg, Ludwig van der was at home.",
        "BERG, Ludwig was at home.",
        "Seen by BERG, Ludwig van der, on the ward.",
        "The nurse saw hope long on the ward.",
        "A note of grace young, at home, was found.",
        "The nurse saw grace on the ward.",
        "grace was at home, quiet",
        "The file hope.long was on the drive.",
        "The file will_grace was on the drive.",
        "Will G was at home when the officer called.",
    ],
)
def test_a_name_of_plain_words_is_replaced_or_asked_about(text: str) -> None:
    done = disclose(one(text), PLAIN, audience("published"))
    block = done.document.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    left = " ".join(map(str, block.text))
    for word in ("Berg", "BERG", "Ludwig", "hope", "long", "grace", "young", "Will"):
        assert word not in left


@pytest.mark.parametrize(
    "text",
    [
        "They said grace and lost hope.",
        "There was hope. It was long.",
        "They will grace the event.",
        "Will I be told?",
        "The long hope of a young carer",
    ],
)
def test_plain_words_that_are_somebodys_names_stay_words(text: str) -> None:
    assert said(text, known=PLAIN) == text


def test_the_panel_reads_exact_dates_but_no_name_and_no_number() -> None:
    text = "Ngozi (07700 900123, born 22/05/1986) rang on 3 May 2016 at 11:40."
    assert said(text, to="panel") == "Anna ([removed], born 1986) rang on 3 May 2016 at 11:40."


MOMENTS = [
    (When(precision=Precision.MINUTE, start=date(2016, 5, 22), end=date(2016, 5, 22), start_time=time(11, 40)), "22 May 2016 at 11:40", "May 2016"),
    (When(precision=Precision.DAY, start=date(2016, 5, 22), end=date(2016, 5, 22)), "22 May 2016", "May 2016"),
    (When(precision=Precision.DAY, start=date(2016, 5, 22), end=date(2016, 5, 22), approximate=True), "About 22 May 2016", "About May 2016"),
    (When(precision=Precision.MONTH, start=date(2016, 5, 1), end=date(2016, 5, 31)), "May 2016", "May 2016"),
    (When(precision=Precision.YEAR, start=date(2016, 1, 1), end=date(2016, 12, 31)), "2016", "2016"),
    (When(precision=Precision.BETWEEN, start=date(2016, 5, 3), end=date(2016, 6, 9)), "Between 3 May 2016 and 9 June 2016", "Between May 2016 and June 2016"),
    (When(precision=Precision.BETWEEN, start=date(2016, 5, 3), end=date(2016, 5, 9)), "Between 3 May 2016 and 9 May 2016", "May 2016"),
    (When(precision=Precision.BEFORE, end=date(2016, 5, 3)), "On or before 3 May 2016", "In or before May 2016"),
    (When(precision=Precision.AFTER, start=date(2016, 5, 3)), "On or after 3 May 2016", "In or after May 2016"),
    (When(precision=Precision.SEASON, start=date(2016, 3, 1), end=date(2016, 5, 31)), "Spring 2016", "Spring 2016"),
    (When(text="when Ngozi left"), "Undated", "Undated"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "panel", "published"), MOMENTS)
def test_a_moment_is_said_as_narrowly_as_the_audience_may_read(
    when: When, panel: str, published: str
) -> None:
    assert said(Moment(when), to="panel") == panel
    assert said(Moment(when)) == published


@pytest.mark.parametrize("name", audience_names())
@pytest.mark.parametrize("precision", [Precision.DAY, Precision.BEFORE, Precision.AFTER])
def test_a_moment_on_the_day_of_somebodys_birth_is_read_as_a_date_of_birth_is(
    name: str, precision: Precision
) -> None:
    born = date(2019, 6, 14)
    child = Entity(
        id="c", kind=EntityKind.PERSON, name="Will Carter", shown_as="Child A", born=born
    )
    start = None if precision is Precision.BEFORE else born
    end = None if precision is Precision.AFTER else born
    when = When(text="14/6/19", start=start, end=end, precision=precision)
    read = said(Moment(when), " Delivered on the ward.", to=name, known=Register((child,)))
    assert "14" not in read
    assert "June" not in read
    assert read.endswith("2019 Delivered on the ward.")


def test_a_month_is_not_taken_for_the_day_of_birth_with_which_it_begins() -> None:
    child = Entity(id="c", kind=EntityKind.PERSON, name="Will Carter", born=date(2019, 6, 1))
    june = When(
        text="06/19", start=date(2019, 6, 1), end=date(2019, 6, 30), precision=Precision.MONTH
    )
    assert said(Moment(june), to="panel", known=Register((child,))) == "June 2019"


def test_the_clock_times_of_a_day_stay() -> None:
    at = When(
        precision=Precision.MINUTE,
        start=date(2016, 5, 22),
        end=date(2016, 5, 22),
        start_time=time(11, 40),
    )
    assert said(Moment(at, clock=True)) == "11:40"
    assert said(Moment(MOMENTS[1][0], clock=True)) == "Time not known"


def test_a_mention_is_a_pseudonym_or_is_held_back() -> None:
    assert said(Mention(PersonId("p1")), " came") == "Anna came"
    held = disclose(one(Mention(PersonId("p6"))), KNOWN, audience("published"))
    assert [item.reason for item in held.unresolved] == [Reason.UNNAMED]
    assert said(Mention(PersonId("nobody"))) == MASK


def test_a_name_that_is_kept_stays() -> None:
    chair = Entity(id="c", kind=EntityKind.PERSON, name="Ruth Ashdown", keep=True)
    known = Register((*KNOWN.entities, chair))
    assert said("Ruth Ashdown wrote to Ngozi.", known=known) == "Ruth Ashdown wrote to Anna."
    assert said(Mention(PersonId("c")), known=known) == "Ruth Ashdown"


def test_an_agency_whose_name_may_be_given_stays_and_asks_nothing() -> None:
    police = Entity(id="x", kind=EntityKind.ORG, name="Tamarshire Constabulary", keep=True)
    held = disclose(
        one("Tamarshire Constabulary attended."), Register((police,)), audience("published")
    )
    assert held.unresolved == ()


def test_what_nobody_has_ruled_on_is_masked_for_every_audience_and_listed() -> None:
    for name in audience_names():
        held = disclose(one("She met Dr Adebayo there."), KNOWN, audience(name))
        assert held.document.sections[0].blocks[0].text == (f"She met {MASK} there.",)  # type: ignore[union-attr]
        assert [(item.words, item.place, item.reason) for item in held.unresolved] == [
            ("Dr Adebayo", "Finding 3", Reason.UNKNOWN)
        ]
        assert held.unresolved[0].sentence == "She met Dr Adebayo there."


def test_a_shared_family_name_is_told_apart_or_asked_about() -> None:
    assert said("Mr Okafor left.") == "Ben left."
    assert said("Mrs Okafor left.") == "Anna left."
    held = disclose(one("Then Okafor left."), KNOWN, audience("published"))
    assert [item.reason for item in held.unresolved] == [Reason.UNSURE]


def test_a_report_is_refused_with_counts_and_places_and_no_names() -> None:
    held = disclose(one("Ivor met Dr Adebayo.", place="Finding 3"), KNOWN, audience("published"))
    with pytest.raises(Refused) as refusal:
        require_resolved(held)
    text = str(refusal.value)
    assert "2 names" in text
    assert "Finding 3 (2)" in text
    assert not any(name in text for name in ("Ivor", "Pellow", "Adebayo"))
    require_resolved(disclose(one("Nothing here."), KNOWN, audience("published")))


def test_a_pseudonym_that_holds_a_real_name_is_never_written() -> None:
    known = register(
        ("a", "person", "Ada Thistlewood", [], "mother", "Pellow"),
        ("b", "person", "Ivor Pellow", [], "father", "Mr B"),
    )
    held = disclose(one("Ada came."), known, audience("published"))
    assert held.document.sections[0].blocks[0].text == (f"{MASK} came.",)  # type: ignore[union-attr]


def test_every_kind_of_block_goes_through() -> None:
    name = ("Ngozi Okafor",)
    column = BoardColumn("Okafor risks of Ngozi Okafor", (name,))
    blocks = (
        Heading(name),
        Paragraph(name),
        Items((name, name)),
        Table((Column("a", "For Ngozi Okafor"),), ((name,),), caption=name),
        Board(column, column),
        DayTimeline(name, (Point(name, name, name),)),
    )
    document = Document(
        title=name, values=(("subject", name),), sections=(Section("s", name, blocks),)
    )
    disclosed = disclose(document, KNOWN, audience("published")).document
    assert "Ngozi" not in repr(disclosed)
    assert "Okafor" not in repr(disclosed)
    assert repr(disclosed).count("Anna") >= 16
    seen: list[object] = []
    rewrite_document(disclosed, lambda words, _: (seen.extend(words), words)[1])
    assert seen
    assert all(type(part) is str for part in seen)


def test_a_name_does_not_hide_across_two_parts() -> None:
    assert said("Ngo", "zi Oka", "for came") == "Anna came"


def test_only_the_gate_makes_disclosed_content() -> None:
    with pytest.raises(TypeError):
        Disclosed(object(), one("x"), audience("panel"), Account())
    disclosed = disclose(one("x"), KNOWN, audience("panel"))
    with pytest.raises(AttributeError):
        disclosed.document = one("Ngozi")
    for trick in (copy.copy, pickle.dumps):
        with pytest.raises(TypeError):
            trick(disclosed)


def test_the_same_document_is_always_disclosed_the_same_way() -> None:
    document = one("Okafor and Mr Okafor met Will and Dr Adebayo on 3 May 2016.")
    first, second = (disclose(document, KNOWN, audience("published")) for _ in range(2))
    assert first.document == second.document
    assert first.unresolved == second.unresolved


def test_what_was_replaced_is_counted_by_kind() -> None:
    disclosed = disclose(
        one("Ngozi rang 07700 900123 on 3 May 2016."), KNOWN, audience("published")
    )
    assert disclosed.replaced == (("date", 1), ("person", 1), ("phone", 1))


class TestRulings:
    def test_ordinary_words_are_left_alone_everywhere(self) -> None:
        ruled = [ruling("Lifeline Plus", Verdict.ORDINARY)]
        assert said("LIFELINE PLUS and Lifeline  Plus’s staff", rulings=ruled).startswith(
            "LIFELINE PLUS"
        )
        assert said("She went to Lifeline Plus.", rulings=ruled) == "She went to Lifeline Plus."

    def test_generalised_words_are_replaced(self) -> None:
        ruled = [ruling("Dr Adebayo", Verdict.GENERALISE, replacement="a consultant")]
        assert (
            said("Adebayo's letter; Dr Adebayo rang.", rulings=ruled)
            == "A consultant's letter; a consultant rang."
        )

    def test_words_can_mean_a_registered_person(self) -> None:
        ruled = [ruling("Ngoh", Verdict.REGISTERED, entity="p1")]
        assert said("They call her Ngoh.", rulings=ruled) == "They call her Anna."

    def test_a_ruling_for_somebody_no_longer_registered_settles_nothing(self) -> None:
        ruled = [ruling("Ngoh", Verdict.REGISTERED, entity="gone")]
        assert said("They call her Ngoh.", rulings=ruled) == f"They call her {MASK}."

    def test_ignoring_rose_holds_for_one_sentence_and_never_for_every_rose(self) -> None:
        here = ruling("Rose", Verdict.ORDINARY, context="The pub is called the Rose.")
        assert said("The pub is called the Rose. Rose said no.", rulings=[here]) == (
            "The pub is called the Rose. Ms E said no."
        )
        everywhere = ruling("Rose", Verdict.ORDINARY)
        assert said("Rose said no.", rulings=[everywhere]) == "Ms E said no."

    def test_a_replacement_that_holds_a_real_name_is_not_written(self) -> None:
        ruled = [ruling("Dr Adebayo", Verdict.GENERALISE, replacement="Ngozi's doctor")]
        assert said("Then Dr Adebayo rang.", rulings=ruled) == f"Then {MASK} rang."

    def test_what_a_ruling_let_stand_is_handed_on_to_the_scan(self) -> None:
        here = ruling("Rose", Verdict.ORDINARY, context="The pub is called the Rose.")
        disclosed = disclose(
            one("The pub is called the Rose."), KNOWN, audience("published"), [here]
        )
        assert [(item.words, item.text) for item in disclosed.decided] == [
            ("Rose", "The pub is called the Rose.")
        ]


class TestQuestions:
    def test_the_same_words_are_asked_about_once(self) -> None:
        documents = [
            disclose(one(text, place=place), KNOWN, audience("published"))
            for text, place in (
                ("Dr Adebayo came. Then ADEBAYO left with Mr Zog.", "Finding 1"),
                ("It was Dr. Adebayo.", "Finding 2"),
            )
        ]
        asked = questions(documents)
        assert [(item.words, item.count, item.places) for item in asked] == [
            ("Dr Adebayo", 3, ("Finding 1", "Finding 2")),
            ("Mr Zog", 1, ("Finding 1",)),
        ]

    def test_those_who_might_be_registered_come_first_with_whom_they_might_be(self) -> None:
        held = disclose(one("At Porthmellin she met Ngozi Adebayo."), KNOWN, audience("published"))
        asked = questions([held])
        assert asked[0].words == "Ngozi Adebayo"
        assert asked[0].suggestions == ("p1",)
        assert asked[1].words == "Porthmellin"

    def test_an_unsure_word_is_asked_about_sentence_by_sentence(self) -> None:
        held = disclose(one("Then Okafor left. Later Okafor rang."), KNOWN, audience("published"))
        assert [(item.count, item.here_only) for item in questions([held])] == [
            (1, True),
            (1, True),
        ]
