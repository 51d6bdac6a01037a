"""An invented adult review, as facts, for the tests of the report. Nobody in it has ever lived."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import Disclosed, disclose
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.model.agencies import Agency, Contribution
from workbench.model.blocks import Document
from workbench.model.chronology import Entry
from workbench.model.factors import Awareness, Factor, Side
from workbench.model.findings import Evidence, Finding
from workbench.model.ids import (
    AgencyId,
    AwarenessId,
    ContributionId,
    DecisionId,
    EntryId,
    EvidenceId,
    FactorId,
    FindingId,
    MeetingActionId,
    MeetingId,
    PersonId,
    RecommendationId,
    RelationshipId,
    ReviewId,
    RulingId,
)
from workbench.model.meetings import Decision, Meeting, MeetingAction
from workbench.model.people import Person, Relationship
from workbench.model.recommendations import Recommendation
from workbench.model.reviews import ReviewDetails
from workbench.model.rulings import Ruling, Verdict
from workbench.model.when import Precision, When
from workbench.report.material import Material

POLICE, NURSES, COUNCIL = AgencyId("a1"), AgencyId("a2"), AgencyId("a3")
EDNA, NEPHEW, MEMBER, OFFICER = PersonId("p1"), PersonId("p2"), PersonId("p3"), PersonId("p4")
AGENCIES = (
    Agency(id=POLICE, name="Harrowmere Police", named=True),
    Agency(
        id=NURSES, name="Dovecote Community Nursing", published_as="the community nursing service"
    ),
    Agency(id=COUNCIL, name="Harrowmere Adult Social Care", named=True),
)
PEOPLE = (
    Person(
        id=EDNA,
        name="Doreen Ashgrove",
        role="subject",
        pseudonym="Edna",
        pseudonym_chosen_by="her niece",
    ),
    Person(id=NEPHEW, name="Colin Ashgrove", role="family", pseudonym="Mr A"),
    Person(id=MEMBER, name="Ruth Pellow", role="panel", post="Detective inspector", agency=POLICE),
    Person(id=OFFICER, name="Ian Tressick", role="panel", post="Lead nurse", agency=NURSES),
)
REGISTER = Register(
    (
        Entity(id="p1", kind=EntityKind.PERSON, name="Doreen Ashgrove", shown_as="Edna"),
        Entity(id="p2", kind=EntityKind.PERSON, name="Colin Ashgrove", shown_as="Mr A"),
        Entity(id="a1", kind=EntityKind.ORG, name="Harrowmere Police", keep=True),
        Entity(
            id="a2",
            kind=EntityKind.ORG,
            name="Dovecote Community Nursing",
            shown_as="the community nursing service",
        ),
        Entity(id="a3", kind=EntityKind.ORG, name="Harrowmere Adult Social Care", keep=True),
    )
)
DAY = date(2024, 5, 22)


def minute(hour: int, minutes: int, day: date = DAY) -> When:
    """A time known to the minute."""
    at = time(hour, minutes)
    return When(f"{day:%d.%m.%y} {at:%H:%M}", Precision.MINUTE, day, day, at, at)


def on_day(day: date) -> When:
    """A day without a time."""
    return When(f"{day:%d/%m/%Y}", Precision.DAY, day, day)


def _entries(many: int) -> tuple[Entry, ...]:
    quiet = tuple(
        Entry(
            id=EntryId(f"q{number}"),
            when=on_day(date(2023, 1, 9) + timedelta(days=11 * number)),
            text=f"Home visit {number + 1}. Doreen Ashgrove was seen with her nephew in the room and "
            "was not asked on her own how she was. The dressing was changed and a further visit "
            "was booked.",
            agency=(POLICE, NURSES, COUNCIL)[number % 3],
        )
        for number in range(many)
    )
    texts = (
        (
            10,
            12,
            COUNCIL,
            "A neighbour telephoned to say that Doreen had not been seen for four days.",
        ),
        (11, 40, COUNCIL, "The duty worker rang the house. Colin said that his aunt was asleep."),
        (13, 5, NURSES, "The nurse called and had no answer. A card was left."),
        (14, 31, POLICE, "Officers forced entry. Doreen was found on the floor and was conscious."),
        (15, 20, NURSES, "The ambulance handed over; skin damage at four places was recorded."),
    )
    known = tuple(
        Entry(id=EntryId(f"k{n}"), when=minute(hour, minutes), text=text, agency=agency)
        for n, (hour, minutes, agency, text) in enumerate(texts)
    )
    return quiet + replace_conflict(known)


def replace_conflict(known: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The nurse's record and the police's record say otherwise of the door."""
    return (*known[:2], replace(known[2], conflicts_with=(known[3].id,)), *known[3:])


def _prose(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


LONG = (
    "The review found that each visit was made, recorded and signed for, and that none of the "
    "visits asked what had changed since the one before. Records were kept by task. A reader of "
    "any single record would have seen a service that was working."
)
PASSAGES = {
    "executive_summary": _prose(
        LONG,
        "Three things would have made a difference:\n- being seen alone\n"
        "- one plan that every service could read\n- a carer's assessment that was followed up",
        LONG,
    ),
    "introduction": _prose(LONG, LONG),
    "terms_of_reference": "The review was asked:\n- how well was the risk of neglect understood?\n"
    "- how was the carer supported?\n- was the adult heard?",
    "methodology": _prose(LONG, LONG),
    "family_involvement": LONG,
    "pen_portrait": _prose("Edna kept bees for forty years and was known for her honey.", LONG),
    "background": _prose(LONG, LONG, LONG),
    "conclusions": LONG,
    "glossary": "MCA: the law on mental capacity\nGP: general practitioner",
}


def material(entries: int = 60) -> Material:
    """Everything that the report can say."""
    known = _entries(entries)
    return Material(
        details=ReviewDetails(
            id=ReviewId("r"),
            type="sar",
            title="The review of the care of Edna",
            reference="SAR 7",
            board="Harrowmere Safeguarding Adults Board",
            lead_reviewer="Una Corrigan",
            scope_start="2023-01-01",
            scope_end="2024-05-31",
            scope_reason="It runs from the first referral to the day on which she was found",
            commissioned_on="2025-02-03",
        ),
        passages=PASSAGES,
        agencies=AGENCIES,
        people=PEOPLE,
        relationships=(
            Relationship(
                id=RelationshipId("l1"),
                person=NEPHEW,
                other=EDNA,
                relation="nephew",
                according_to=POLICE,
            ),
            Relationship(
                id=RelationshipId("l2"),
                person=NEPHEW,
                other=EDNA,
                relation="carer",
                according_to=NURSES,
            ),
        ),
        contributions=tuple(
            Contribution(id=ContributionId(f"c{n}"), agency=agency.id, status="received")
            for n, agency in enumerate(AGENCIES)
        ),
        entries=known,
        factors=_factors(),
        awareness=(
            Awareness(id=AwarenessId("w1"), factor=FactorId("f0"), agency=NURSES, when=on_day(DAY)),
            Awareness(id=AwarenessId("w2"), factor=FactorId("f0"), agency=None),
        ),
        findings=_findings(),
        evidence=tuple(
            Evidence(
                id=EvidenceId(f"e{n}"), finding=FindingId("n1"), entry=entry.id, supports=n != 4
            )
            for n, entry in enumerate(known[-5:])
        ),
        recommendations=_recommendations(),
        meetings=(
            Meeting(
                id=MeetingId("m1"),
                title="First panel meeting",
                date="2025-03-04",
                time="10:00",
                agenda="Welcome\nTerms of reference\nChronology so far",
            ),
            Meeting(
                id=MeetingId("m2"),
                title="Second panel meeting",
                date="2025-06-10",
                time="10:00",
                agenda="Findings\nRecommendations",
            ),
        ),
        decisions=(
            Decision(
                id=DecisionId("d1"),
                meeting=MeetingId("m2"),
                text="To ask for one more record",
                reason="Two records disagree",
            ),
        ),
        actions=(
            MeetingAction(
                id=MeetingActionId("t1"),
                meeting=MeetingId("m2"),
                text="Ask for the call log",
                owner="Lead nurse",
                due="2025-07-01",
            ),
        ),
    )


def _factors() -> tuple[Factor, ...]:
    risks = (
        "Nobody spoke with her alone for eleven months",
        "The carer was exhausted and said so twice",
        "Visits were planned by task and not by risk",
        "A missed visit set off no alarm",
    )
    helps = (
        "A neighbour who noticed and telephoned",
        "A nurse who knew her well",
        "A dry and warm house",
        "She wanted help and said so when asked",
    )
    return tuple(
        Factor(id=FactorId(f"f{n}"), side=side, statement=text)
        for n, (side, text) in enumerate(
            [(Side.RISK, text) for text in risks] + [(Side.PROTECTIVE, text) for text in helps]
        )
    )


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(
            id=FindingId("n1"),
            title="She was not seen alone",
            statement=LONG,
            why=LONG,
            impact=LONG,
        ),
        Finding(id=FindingId("n2"), title="The carer was not assessed", statement=LONG, why=LONG),
        Finding(
            id=FindingId("n3"), title="The neighbour was heard", statement=LONG, good_practice=True
        ),
    )


def _recommendations() -> tuple[Recommendation, ...]:
    return tuple(
        Recommendation(
            id=RecommendationId(f"x{n}"),
            text=f"The service should see each adult alone at visit number {n} and record what was said.",
            owner=COUNCIL if n % 2 else None,
            owner_name="" if n % 2 else "The board",
            due=f"2026-0{n}-28",
            measure="A sample of records each quarter shows it.",
        )
        for n in range(1, 6)
    )


def ruled(document: Document, to: str = "published", register: Register = REGISTER) -> Disclosed:
    """The document through the real gate, every question that it raises answered "ordinary"."""
    rulings: list[Ruling] = []
    for _ in range(5):
        disclosed = disclose(document, register, audience(to), rulings)
        if not disclosed.unresolved:
            return disclosed
        asked = dict.fromkeys(one.words for one in disclosed.unresolved)
        rulings += [
            Ruling(id=RulingId(f"u{len(rulings)}-{n}"), words=words, verdict=Verdict.KEEP)
            for n, words in enumerate(asked)
        ]
    return disclosed
