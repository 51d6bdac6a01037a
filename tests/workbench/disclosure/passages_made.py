"""Passages put together from invented names, ways of writing them, and sentences of the trade."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.workbench.disclosure.passages_by_hand import register
from workbench.disclosure.register import Register

NAMES = """Olusegun Adebisi Fasanya;Chiamaka Nwachukwu;Ifeoma Okonjo-Bright;Babatunde Ogunlesi;Folasade Akinwande;Emeka Onyeka Uzor;Yetunde Balogun
Harpreet Singh Gill;Manjit Kaur Dhaliwal;Fatima Begum Chowdhury;Mohammed Tariq Mahmood;Shabnam Rehman;Abdul Rahim Miah;Nusrat Jahan;Priya Venkataraman;Deepak Raj Gurung;Sunita Thapa;Zainab Al-Khatib;Yusuf bin Harun;Ayesha Siddiqa Noor
Agnieszka Kowalczyk;Krzysztof Zieliński;Małgorzata Wójcik;Paweł Dąbrowski;Ewa Jabłońska;Łukasz Nowakowski;Zuzanna Szczepańska
Aoife Ní Dhomhnaill;Ciarán Ó Briain;Siobhán McGettigan;Declan O'Shaughnessy;Niamh Mac Giolla;Fionnuala Ruane;Tadhg Geraghty
Rhiannon Llewelyn;Gethin ap Iorwerth;Angharad Prydderch;Myfanwy Bevan-Rees;Ieuan Gwyn Pugh;Llinos Haf Cadwaladr;Siân Eleri Breese
Gordon Thistlethwaite;Maureen Entwistle;Kayleigh Ramsbottom;Declan Hargreaves;Shaznay Pettigrew;Tyrone Blenkiron;Chantelle Sidebotham;Nigel Featherstone;Doreen Micklethwaite;Jayden Cholmondeley
Maria de la Fuente;João dos Santos;Willem van den Broek;Ursula von Reitzenstein;Giulia Di Stefano;Þórunn Jónsdóttir;Søren Ågaard;Zoë Brontë-Hale;François Lefèvre;Nguyễn Thị Lan;Wei Jun Zhang;Kemal Öztürk;Sükran Yıldız;Oksana Hryhorenko;Andrei Popescu;Blerta Hoxha;Tewelde Ghebremedhin;Abdi Warsame Farah;Kwabena Asante;Tendai Moyo;Lwazi Dlamini
Rose Underhill;Will Pargeter;Mark Stainsby;Grace Omotayo;Hope Wetherby;Faith Lungu;Bill Trescothick;Dawn Ashworthy;June Kettleborough;May Tangye;Joy Ikpeazu;Frank Pellew;Heather Quiller;Ivy Tresidder;Daisy Blamey;Summer Tonkin;Ruby Clatworthy;Amber Strickson
Kevin Baker;Jean Young;Darren Marsh;Linda Ward;Alan Page;Susan Bishop;Robert Long;Peter Brown;Julie Field;Ian Church;Paul Cook;Tracey Wood;Brian Day;Denise Rivers;Colin Sharp""".replace("\n", ";").split(";")  # fmt: skip

PLACES = ["Porthmellin", "Brackenthwaite", "Llanfihangel", "Oxterby", "Staplecombe", "Netherholm"]
STREETS = ["Hawthorn", "Tolverne", "St Piran's", "Kestrel", "Old Mill", "Bryn Teg", "Gladstone"]

FULL = [
    "{n} attended the appointment on her own.", "The referral named {n} as the alleged perpetrator.",
    "{n}'s key worker was on leave.", "Staff spoke to {n} about the incident.", "Those present: {n} (by phone).",
    "“I was frightened of {n},” she said.", "According to {n}, nobody had visited.", "- {n}: to be invited",
    "It is recorded that {n} declined support.", "The IMR says that {n} “was doing fine”.", "Re: {n}",
    "1.4 {n} moved to a hostel in 2019.", "Contact was made with {n}, who agreed to a visit.", "cc {n}",
]  # fmt: skip
GIVEN = [
    "{n} said that things had improved.", "The worker asked {n} to sit down.", "{n}'s mood was low.",
    "Later that day {n} rang back.", "She told {n} that it was over.", "{n} was seen alone in the kitchen.",
    "They agreed that {n} would stay with an aunt.", "Neither {n} nor the landlord replied.", "No one asked {n} why.",
    "{n} had not been registered with a GP.", "\"Where is {n}?\" he shouted.", "After the visit, {n} became tearful.",
]  # fmt: skip
FAMILY = [
    "Mr {n} was interviewed under caution.", "The letter to Mrs {n} came back.", "Dr {n} could not recall the call.",
    "Ms {n}'s tenancy ended.", "PC {n} took a statement.", "It was said that Miss {n} had left.",
]  # fmt: skip
UNKNOWN = [
    "A neighbour, {n}, heard shouting.", "The form was signed by {n}.", "{n} chaired the meeting.",
    "She was last seen with {n} at the bus stop.", "Police spoke to {n} that evening.", "It was {n} who rang 999.",
    "{n} told the social worker that he was worried.", "The landlord ({n}) changed the locks.", "No reply came from {n}.",
    "Records name {n} as next of kin.", "In June 2020 {n} applied for a non-molestation order.", "{n}, her cousin, came too.",
]  # fmt: skip
NEUTRAL = ["The [[~:Panel]] considered whether thresholds were applied. [[~:Children’s]] [[~:Services]] closed the referral with no further action.", "[[~:Will]] the board accept this? It [[~:may]]; it [[~:will]] depend on the [[~:mark]] scheme. [[~:Nothing]] was recorded.", "[[~:During]] [[~:May]] and [[~:June]] 2021 there were three missed visits. [[~:By]] [[~:August]] 2021 the case was closed.", "[[~:Practitioners]] [[~:hope]] that a [[~:grant]] [[~:will]] follow. [[~:Grants]] were refused. [[~:Hopes]] were raised.", "[[~:Multi-agency]] working was poor. [[~:Non-engagement]] was treated as a choice. [[~:Re-referral]] took a month.", "The [[~:Community]] [[~:Mental]] [[~:Health]] [[~:Team]] and the [[~:Crisis]] [[~:Team]] did not share a plan with [[~:Adult]] [[~:Social]] [[~:Care]].", "[[~:Rose]] bushes grew by the door. The sun [[~:rose]]. Her temperature [[~:rose]] to 39. [[~:Prices]] [[~:rose]].", "The [[~:bill]] was unpaid and the [[~:mark]] on his arm was old. A [[~:frank]] talk took place at [[~:dawn]].", "[[~:Professional]] curiosity was lacking. [[~:Disguised]] compliance was suspected. [[~:Think]] [[~:Family]] was not applied.", "[[~:However]], the [[~:Mental]] [[~:Capacity]] [[~:Act]] 2005 requires that capacity be assumed. [[~:Section]] 42 was not met.", "[[~:Key]] [[~:Line]] of [[~:Enquiry]] 3 asks what was known. [[~:See]] [[~:Appendix]] B and [[~:Table]] 2.", "[[~:CAMHS]] and the [[~:GP]] wrote letters; [[~:MARAC]] did not. The [[~:IMR]] [[~:author]] was not interviewed.", "[[~:Sertraline]] was stopped. [[~:Paracetamol]] was found. [[~:WhatsApp]] messages and [[~:Facebook]] posts were seen.", "[[~:White]] [[~:British]] families and [[~:Polish]] families were both over-represented. [[~:English]] was not her first language.", "[[~:On]] [[~:Monday]] the [[~:Duty]] [[~:Social]] [[~:Worker]] rang. [[~:On]] [[~:Christmas]] [[~:Eve]] nobody did.", "[[~:Faith]] was important to the family. [[~:Charity]] shops were visited. [[~:Patience]] is needed. [[~:Joy]] was seldom seen.", "[[~:Bank]] cards were missing. [[~:Cash]] was kept under the bed. [[~:Penny]] by penny the savings went.", "[[~:Housing]] said no. [[~:Probation]] said yes. [[~:Education]] was silent. [[~:Health]] visitors came and went.", "[[~:RECOMMENDATION]] 4: [[~:THE]] [[~:BOARD]] [[~:WILL]] [[~:SEEK]] [[~:ASSURANCE]] [[~:THAT]] [[~:STAFF]] [[~:MAY]] [[~:ESCALATE]]", "[[~:What]] [[~:Good]] [[~:Looks]] [[~:Like]]", "[[~:Making]] [[~:Safeguarding]] [[~:Personal]] is more than a form.", "[[~:Mark]] each risk as known, suspected or ruled out. [[~:Grace]] and [[~:favour]] housing was not offered.", "[[~:Summer]] holidays are a risk. [[~:Winter]] pressures were cited. [[~:Autumn]] came. [[~:Spring]] was late.", "[[~:Drug]] [[~:use]] rose in the [[~:winter]]. [[~:Olive]] oil was thrown. The [[~:iris]] of her eye was hurt. The [[~:heather]] grew there.", "[[~:Chase]] the agency for a reply. [[~:Grant]] access to the file. [[~:Sue]] for damages if needed. [[~:Pat]] the dog.", "[[~:I]] was told that [[~:I]] could not stay. [[~:I’m]] afraid. [[~:He’d]] gone. [[~:They’ve]] moved. [[~:Don’t]] go. [[~:It’s]] late.", "[[~:Early]] [[~:Help]] [[~:Assessment]]", "[[~:Lead]] [[~:Professional]]: to be agreed", "[[~:Team]] [[~:Around]] the [[~:Family]] [[~:Meeting]]", "[[~:GP2]] wrote to [[~:SW1]]. [[~:HV1]] and [[~:SW3]] met. [[~:Adult]] [[~:C]] and [[~:Child]] [[~:K]] are pseudonyms. [[~:Mother]] was told.", "[[~:Domestic]] [[~:Abuse]] [[~:Act]] 2021; [[~:Working]] [[~:Together]] to [[~:Safeguard]] [[~:Children]] 2023; [[~:Care]] and [[~:Support]] [[~:Statutory]] [[~:Guidance]].", "[[~:Ward]] staff rang. The [[~:Ward]] [[~:Manager]] agreed. [[~:Church]] attendance fell. [[~:Page]] 3 is missing. [[~:Brown]] envelopes came.", "[[~:Young]] people need time. [[~:Long]] waits were common. [[~:Sharp]] objects were removed. [[~:Cook]] at home. [[~:Field]] work stopped.", "[[~:Day]] care ended. [[~:Bishop]] and [[~:clergy]] were consulted. [[~:Wood]] was piled up. [[~:Baker]] or [[~:butcher]], it did not matter."]  # fmt: skip


def _mutations(name: str, rng: random.Random) -> Iterator[str]:
    """The ways in which one name is written."""
    yield name
    yield name.upper()
    yield name.lower()
    yield name.replace(" ", "\u00a0")
    yield name.replace(" ", "\n", 1)
    middle = len(name) // 2
    if name[middle - 1].isalpha() and name[middle].isalpha():
        yield name[:middle] + rng.choice(["\u200b", "\u00ad", "\ufeff"]) + name[middle:]
    yield name.replace("'", "’").replace("-", "\u2011")
    given, *_, family = name.split()
    yield f"{given[0]}. {family}"
    yield f"{family}, {given}"
    yield f"{given} {family}"
    yield f"{given}{family}"


def _slip(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
            word[:at] + rng.choice("aeiounrstl") + word[at + 1 :],
        ]
    )


def _numbers(rng: random.Random) -> Iterator[str]:
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(1940, 2023)
    months = "January February March April May June July August September October November December"
    word = months.split()[month - 1]
    yield f"{day:02}/{month:02}/{year}"
    yield f"{day}.{month}.{year % 100:02}"
    yield f"{day} {word} {year}"
    yield f"{day}th {word[:3]} {year}"
    yield f"{word} {day}, {year}"
    yield f"{year}-{month:02}-{day:02}"
    yield f"the {day}th of {word}".removeprefix("the ")
    digits = [rng.randint(1, 9) for _ in range(9)]
    yield "{}{}{} {}{}{} {}{}{}".format(*digits) + str(rng.randint(0, 9)) + ""
    yield "".join(map(str, digits)) + "4"
    yield f"0{rng.randint(7000, 7999)} {rng.randint(100000, 999999)}"
    yield f"+44 {rng.randint(7000, 7999)} {rng.randint(100, 999)} {rng.randint(100, 999)}"
    yield f"(01{rng.randint(200, 999)}) {rng.randint(100000, 999999)}"
    yield f"{rng.choice('ABCEHJ')}{rng.choice('ABCEHJ')} {rng.randint(10, 99)} {rng.randint(10, 99)} {rng.randint(10, 99)} {rng.choice('ABCD')}"
    yield f"{rng.choice(['PL', 'M', 'LS', 'SW', 'EX'])}{rng.randint(1, 19)} {rng.randint(1, 9)}{rng.choice('ABDEF')}{rng.choice('GHJLN')}"
    yield f"{rng.choice('ABDEFG')}{rng.choice('ABDEFG')}{rng.randint(10, 73)} {rng.choice('ABD')}{rng.choice('EFG')}{rng.choice('HJK')}"
    yield f"{rng.choice(STREETS).lower().split()[0].strip(chr(39))}.{rng.randint(1, 99)}@mailbox.example"
    yield f"{rng.randint(1, 180)} {rng.choice(STREETS)} {rng.choice(['Road', 'Street', 'Close', 'Avenue', 'Court', 'Way'])}"
    yield f"https://local.example/{rng.randint(1000, 9999)}/story"


NUMBERED = [
    "It was {n} that mattered.",
    "Recorded: {n}",
    "The file says {n}, which is wrong.",
    "({n})",
    "See {n}.",
]


# Each role with the titles by which a report may call whoever has it.
ROLES = {
    "mother": "Mrs Ms Miss", "father": "Mr", "child": "Miss", "uncle": "Mr", "aunt": "Mrs Ms Miss",
    "neighbour": "Mr Mrs Ms Miss", "social worker": "Mr Mrs Ms Miss", "GP": "Dr", "constable": "PC",
}  # fmt: skip


def _titled(role: str) -> list[str]:
    """The sentences in which a family name has a title of this role."""
    return [one for one in FAMILY if any(f"{title} {{n}}" in one for title in ROLES[role].split())]


def cases(seed: int = 20260112) -> Iterator[tuple[Register, list[str]]]:
    """Registers of eight people each, with passages about them and about people outside."""
    rng = random.Random(seed)
    names = list(NAMES)
    rng.shuffle(names)
    for first in range(0, len(names) - 15, 8):
        inside, outside = names[first : first + 8], names[first + 8 : first + 16]
        roles = [rng.choice(list(ROLES)) for _ in inside]
        known = register(
            *(
                (f"p{n}", "person", name, [], role, f"Person {n}")
                for n, (name, role) in enumerate(zip(inside, roles, strict=True))
            ),
            ("l0", "place", rng.choice(PLACES), [], "town", "Town A"),
        )
        yield known, list(_about(inside, roles, outside, rng))


def _about(
    inside: list[str], roles: list[str], outside: list[str], rng: random.Random
) -> Iterator[str]:
    for number, (name, role) in enumerate(zip(inside, roles, strict=True)):
        yield from _about_one(number, name, role, rng)
    for name in outside:
        for template in rng.sample(UNKNOWN, 4):
            yield template.replace("{n}", f"[[?:{name}]]")
        yield rng.choice(FAMILY).replace("{n}", f"[[?:{name.split()[-1]}]]")
        yield rng.choice(GIVEN).replace("{n}", f"[[?:{name.split()[0]}]]")
    for number in _numbers(rng):
        yield rng.choice(NUMBERED).replace("{n}", f"[[#:{number}]]")
    yield from rng.sample(NEUTRAL, 16)


def _about_one(number: int, name: str, role: str, rng: random.Random) -> Iterator[str]:
    given, family = name.split()[0], name.split()[-1]
    for written in _mutations(name, rng):
        yield rng.choice(FULL).replace("{n}", f"[[p{number}:{written}]]")
    for template in rng.sample(GIVEN, 6):
        yield template.replace("{n}", f"[[p{number}:{given}]]")
    for template in rng.choices(_titled(role), k=3):
        yield template.replace("{n}", f"[[p{number}:{family}]]")
    for word in (given, family):
        if len(word) >= 7:
            yield rng.choice(GIVEN[1:]).replace("{n}", f"[[p{number}:{_slip(word, rng)}]]")
