"""An invented report of a hundred pages: forty people, twelve agencies, thirty places, plain prose."""

from __future__ import annotations

import random

from workbench.disclosure.register import Register, register_from_json
from workbench.model.blocks import Column, Document, Heading, Items, Paragraph, Section, Table

_PEOPLE = """Chinedu Okafor|father;Adaeze Okafor|mother;Will Okafor|child;Kelechi Okafor|uncle;Grace Bell|teacher;Hope Wetherby|health visitor
Siân Prydderch|social worker;Michael O'Rourke|GP;Katarzyna Wiśniewska|housing officer;Ranjit Singh Sandhu|team manager;Maeve O'Hanrahan|paediatrician
Tomasz Grabowski|stepfather;Ffion Lloyd|midwife;Lee Abbott|mother's partner;Precious Moyo|support worker;Hardeep Bains|nurse;Kelly-Anne Swift|aunt
George Tanner|grandfather;Mihai Dumitrescu|neighbour;Abdul Al-Sayegh|landlord;Farooq Malik|youth worker;Hilary Cross|headteacher;Mariusz Lis|police officer
Blessing Chukwuemeka|carer;Piotr Zając|night carer;Sunil Rajagopalan|psychiatrist;Patricia Long|manager;Iris Fields|grandmother;Nguyen Thi Mai|interpreter
Winston St Clair|advocate;Roisin Quinn-Doherty|solicitor;Jason Pike|friend;Charity Banda|foster carer;Gwen Price-Roberts|school nurse;Dawn May|reviewing officer
Svetlana Ionescu|outreach worker;Marcus Stanhope|care coordinator;Chloe Dunne|probation officer;Peter Frost|friend;Oluwaseun Adeyinka|constable"""
_AGENCIES = """Stourvale Council|the council;Stourvale Police|the police;Kestrel Mount NHS Trust|the hospital trust;Fernbank Surgery|the GP practice;Larch House|the supported housing
Hallowdene Primary School|the primary school;Thornfield Academy|the secondary school;Calder Mount Housing Association|the housing association;Brightways Care|the care agency
Turnstone Recovery|the drug service;Halcyon House|the refuge;Little Acorns Nursery|the nursery"""
_PLACES = """Ormsgill;Auchterbrae;Penrhiwfer;Stavering;Sturbridge;Cressing Wharf;Tollgate Estate;Peel Terrace;Larkspur Road;Aberfelin;Wexcombe;Porthmellin;Whinfell;Oxterby;Staplecombe
Netherholm;Brackenthwaite;Culverhay;Elm Tree Court;Cwm Derwen;Heol Dewi;Railway Terrace;Almshouse Row;Gilfach;Saltmere;Quarry Lane;Ferry Meadows;Mill Street;Canal View;Station Parade"""
_SENTENCES = """{P} told the review that {she} had not been asked about life at home until {D}.
When {P} visited {L} on {D}, nobody answered the door and a card was left.
The records of {A} show {n} contacts with the family between {Y} and {Y2}; none led to an assessment.
{P} wrote in the case note that the kitchen was clean, the fridge was full and the children were asleep.
In the opinion of {P}, the injuries were not consistent with the account given by {G}.
On {D} {P} rang the duty desk and was told that the case had been closed the week before.
{A} accepts that its policy on escalation was not followed and has since rewritten it.
It is not clear to the panel why {G} was not seen alone on that occasion.
{G} said: "I kept telling them. I told {P2} and I told the school. Nothing happened."
The Strategy Meeting agreed that {P} would speak to {G} before the end of the week; that did not happen.
Although {A} had a safeguarding lead, that person was on long-term sick leave and no deputy had been named.
There was good practice here: {P} went back the next day and waited until {G} came home.
The family had moved from {L} to {L2} in the spring of {Y}, and records did not follow them.
Between them, {A} and {A2} knew of eleven incidents. Each knew of five or six.
By {D} the rent arrears stood at more than two thousand pounds and a notice seeking possession had been served.
{P}'s supervision notes do not mention the family at all during these months.
The panel heard that caseloads in {A} were high, that sickness was high and that morale was low.
Practitioners at the learning event described a culture in which thresholds were argued about and children were lost sight of.
{P} disagreed with the decision but did not challenge it, because, as {she} put it, nobody ever won.
The school recorded that {G} was tired, often late and sometimes hungry, but saw no pattern in it.
A referral was made by {P} on {D}. It was screened by a worker who had been in post for nine days.
The genogram in the file was out of date and left out {P2}, who was living in the household at the time.
Domestic abuse was understood as a series of incidents rather than as a pattern of control.
{G} described {P2} as frightening when he had been drinking and kind when he had not.
There is no evidence that an interpreter was offered, although English was not the first language of {G}.
The discharge summary reached {A} three weeks later, by post, and was filed without action.
At the Initial Child Protection Conference on {D}, {P} represented Health; Education sent apologies.
The Core Group met four times. {P} came to each meeting; {P2} came to none.
What the panel could not establish was whether anyone at {A} read the letter before {D}.
It was {P} who first used the word neglect, in an email of {D}, and nobody replied.
Mental capacity was assumed throughout and was never assessed, even when {G} stopped eating.
The Care Act 2014 places a duty on the local authority to make enquiries; the panel found no record of any.
Working Together to Safeguard Children sets out what a multi-agency assessment should contain. This one contained very little of it.
Hindsight makes the pattern look plain. At the time it was spread across four systems and nine workers.
{A} used one record system, {A2} another, and the two could not be searched together.
{P} had been told by {P2} that the family was known to be hostile, and this shaped how {she} approached the visit.
The house at {L} was cold and damp; mould is mentioned in seven separate entries.
Police attended {L} on {D} after a call from a neighbour about shouting. No offences were disclosed.
The DASH risk assessment was graded Standard. On the same facts, the panel would have expected at least Medium.
Nobody asked {G} what a good day would look like.
Pride, shame and fear kept the family from asking for help; so did the experience of having asked before.
Recommendation {n}: {A} should assure the Board that supervision takes place monthly and is recorded.
The panel considered whether race, culture or faith had affected how {G} was seen, and thinks that they had.
{P} left the service in {Y} and could not be traced; {her} notes are brief but clear.
Attendance fell from ninety-four per cent to sixty-one per cent in two terms without a meeting being called.
The Multi-Agency Safeguarding Hub received three notifications in one week and treated each as the first.
A health visitor is a universal service, and for {G} it was the only one that stayed.
The GP practice coded the consultation as stress at home. Coding matters: nobody looked again.
Money was short. Universal Credit was paid monthly and was usually spent within ten days.
In summary, agencies worked hard, often kindly, and mostly alone.
{P} is clear that the visit of {D} was cut short because {she} was called to another emergency.
The panel was told that {G} and {P2} had separated in {Y}; in fact they were living together at {L}.
Some entries are opinion presented as fact. The entry of {D} calls {G} a poor historian, which is not a diagnosis.
The bruise was seen by {P}, by {P2} and by a receptionist at {A}. Each thought that another had reported it.
Terms of reference required the panel to ask about the impact of the pandemic; visits were by telephone for fourteen months.
Early Help was offered and declined. Consent is required, but the offer was made once, by letter, in English.
At twelve weeks the plan was stepped down on the grounds that {G} was engaging. Engagement meant attendance.
{P2} missed six appointments. The service wrote three letters and closed the case.
Next of kin is recorded in three different ways in three different places.
One worker remembered {G} well: a careful, watchful, funny person who liked the sea.
The toxicology report was not shared with {A} until after the inquest.
Learning from earlier reviews had been circulated by email and discussed at two team meetings; few staff recalled it.
The Board may wish to ask how it would know that practice had changed.
Handover between {P} and {P2} took place in a corridor and lasted, on both accounts, under five minutes.
Thereafter the chronology is silent until {D}, when {G} was seen in the Emergency Department.
Good practice is easily lost in a review. The panel records that {A} kept a bed for {G} for eleven nights.
No single action by any one person would have prevented what happened.
{P} spoke by telephone to {U}, who could not recall the family.
A letter from {U} is on the file; who {U} was, nobody now knows.""".splitlines()
_STRANGERS = [
    "Dr Aldous Pemberton", "Wioletta Krupa", "Mrs Oyelaran-Fisk", "Tegwen", "PC Rourke-Hanley", "Ottershaw",
    "Jasvinder", "Ms Tremaine", "Bassenthwaite Lodge", "Idris Nwachukwu", "Mr Hollingbery", "Zofia",
]  # fmt: skip
_HEADINGS = [
    "Background and Family History", "Significant Events", "Analysis of Practice", "The Voice of the Child",
    "Think Family", "What Good Looks Like", "Key Lines of Enquiry", "Summary of Agency Involvement", "Conclusions",
]  # fmt: skip


def the_register() -> Register:
    """Everybody and everything that the report names."""
    rows: list[dict[str, str]] = []
    for n, row in enumerate(_PEOPLE.replace("\n", ";").split(";")):
        name, role = row.split("|")
        rows.append(
            {
                "id": f"p{n}",
                "kind": "person",
                "real_name": name,
                "role": role,
                "pseudonym": f"Person {n + 1}",
            }
        )
    for n, row in enumerate(_AGENCIES.replace("\n", ";").split(";")):
        name, shown = row.split("|")
        rows.append({"id": f"a{n}", "kind": "org", "real_name": name, "published_as": shown})
    for n, name in enumerate(_PLACES.replace("\n", ";").split(";")):
        rows.append(
            {"id": f"l{n}", "kind": "place", "real_name": name, "published_as": f"Place {n + 1}"}
        )
    return register_from_json({"register": rows})


_TITLES = {
    "father": "Mr", "uncle": "Mr", "stepfather": "Mr", "grandfather": "Mr", "mother's partner": "Mr",
    "mother": "Ms", "aunt": "Ms", "grandmother": "Ms", "neighbour": "Mr Ms", "landlord": "Mr",
    "friend": "Mr", "carer": "Ms", "foster carer": "Ms", "night carer": "Mr", "child": "",
}  # fmt: skip


class Writer:
    """Writes sentences about the people of the register."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        known = the_register().entities
        self._names = {
            kind: [one.name for one in known if one.kind.value == kind]
            for kind in ("person", "org", "place")
        }
        self._roles = {one.name: one.role for one in known}

    def sentence(self) -> str:
        """A sentence with names and dates in it."""
        rng = self._rng
        people = rng.sample(self._names["person"], 3)
        agencies, places = rng.sample(self._names["org"], 2), rng.sample(self._names["place"], 2)
        year = rng.randint(2014, 2022)
        month = rng.choice(("January", "March", "May", "June", "August", "October", "December"))
        words = {
            "P": self._as_written(people[0]), "P2": self._as_written(people[1]), "G": people[2].split()[0],
            "A": agencies[0], "A2": agencies[1], "L": places[0], "L2": places[1],
            "D": f"{rng.randint(1, 28)} {month} {year}", "Y": str(year), "Y2": str(year + 1),
            "U": rng.choice(_STRANGERS), "n": str(rng.randint(2, 14)), "she": "she", "her": "her",
        }  # fmt: skip
        return rng.choice(_SENTENCES).format(**words)

    def _as_written(self, name: str) -> str:
        given, *_, family = name.split()
        titles = _TITLES.get(self._roles[name], "Mr Ms Dr").split()
        titled = f"{self._rng.choice(titles)} {family}" if titles else given
        return self._rng.choice((name, name, given, titled, f"{given[0]} {family}"))

    def paragraph(self) -> str:
        """About a hundred words."""
        return " ".join(self.sentence() for _ in range(self._rng.randint(4, 6)))


def texts(pages: int = 100, seed: int = 4) -> list[str]:
    """The paragraphs of a report of so many pages of five hundred words."""
    writer, made, words = Writer(seed), [], 0
    while words < pages * 500:
        made.append(writer.paragraph())
        words += len(made[-1].split())
    return made


def redrafted(paragraphs: list[str], share: float = 0.1, seed: int = 5) -> list[str]:
    """The report with some of its paragraphs written anew."""
    rng, writer = random.Random(seed), Writer(seed)
    changed = set(rng.sample(range(len(paragraphs)), int(len(paragraphs) * share)))
    return [writer.paragraph() if n in changed else text for n, text in enumerate(paragraphs)]


def document(paragraphs: list[str]) -> Document:
    """The paragraphs as a report, some of them as bullets and in a table."""
    sections = []
    for n in range(0, len(paragraphs), 40):
        first, *rest = paragraphs[n : n + 40]
        heading = _HEADINGS[n // 40 % len(_HEADINGS)]
        blocks = [
            Heading((f"{n // 40 + 1}. {heading}",)),
            *(Paragraph((text,)) for text in rest[:-6]),
        ]
        blocks.append(Items(tuple((text,) for text in rest[-6:-3])))
        rows = tuple(((text,), ("Yes",)) for text in rest[-3:])
        blocks.append(Table((Column("event", "Event"), Column("seen", "Child Seen")), rows))
        sections.append(Section(f"s{n}", (heading,), (Paragraph((first,)), *blocks)))
    return Document(title=("Overview Report",), sections=tuple(sections))
