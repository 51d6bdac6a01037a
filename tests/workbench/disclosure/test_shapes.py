"""Numbers, addresses and days in the shapes in which agencies write them, and what only looks so."""

from __future__ import annotations

import pytest

from workbench.disclosure.finder import finder_of
from workbench.disclosure.normalise import passage_of
from workbench.disclosure.register import Register

FINDER = finder_of(Register())
SHAPES = [
    "NHS No. 9434765919|9434765919",
    "NHS: 943-476-5919|943-476-5919",
    "nhs number 943 4765919|943 4765919",
    "NI: QQ123456C|QQ123456C",
    "nino qq 12 34 56 c|qq 12 34 56 c",
    "UPN H801200001001A|H801200001001A",
    "ULN 1234567890|1234567890",
    "PNC ID 19/123456X|19/123456X",
    "PNC 98/56723A|98/56723A",
    "CRO 123456/98T|123456/98T",
    "CRN X123456|X123456",
    "Prison number A1234BC|A1234BC",
    "NOMS A4567DE was|A4567DE",
    "Delius X320741|X320741",
    "Niche occurrence 42210012345|42210012345",
    "crime ref 06/12345/21|06/12345/21",
    "Crime No: 22000123456|22000123456",
    "CAD 1234 of 3 May 2021|1234",
    "CAD 455/03MAY21|455/03MAY21",
    "Incident 0456 of 12/03/2020|0456",
    "log number 231 of 4 June|231",
    "STORM log 20210304-0123|20210304-0123",
    "Hospital number: RX1234567|RX1234567",
    "MRN 00123456|00123456",
    "K1234567 (hospital)|K1234567",
    "Hosp No. T123456|T123456",
    "LAS CAD 3321|3321",
    "case number SO-2021-00123|SO-2021-00123",
    "Mosaic ID 1234567|1234567",
    "LL ref 456789|456789",
    "URN 45AB1234521|45AB1234521",
    "Court ref ZW21C00123|ZW21C00123",
    "Case No: BM20F00456|BM20F00456",
    "FD21P00123|FD21P00123",
    "T20217001|T20217001",
    "DBS cert 001234567890|001234567890",
    "Passport 533401372|533401372",
    "driving licence MORGA657054SM9IJ|MORGA657054SM9IJ",
    "Home Office ref A1234567/001|A1234567/001",
    "HO ref: 1234-5678-9012-3456|1234-5678-9012-3456",
    "BRP ZU1234567|ZU1234567",
    "visa 123456789|123456789",
    "reg AB12 CDE|AB12 CDE",
    "reg. ab12cde|ab12cde",
    "index K123 ABC|K123 ABC",
    "vehicle ABC 123D|ABC 123D",
    "plate P1 KEY|P1 KEY",
    "(VRM: DS70 KXA)|DS70 KXA",
    "tel 01632 960123|01632 960123",
    "t: 020 7946 0123|020 7946 0123",
    "M: +447700900123|+447700900123",
    "(0161) 496 0123|(0161) 496 0123",
    "07700-900-123|07700-900-123",
    "ext 4412|4412",
    "j.smith@nhs.example|j.smith@nhs.example",
    "j dot smith at nhs dot net|j dot smith at nhs dot net",
    "https://www.facebook.com/jane.doe.92|https://www.facebook.com/jane.doe.92",
    "facebook.com/jane|facebook.com/jane",
    "@jane_doe92|@jane_doe92",
    "Snapchat: jane.doe92|jane.doe92",
    "TikTok user kayzz_07|kayzz_07",
    "Xbox gamertag xXKadeXx|xXKadeXx",
    "SW1A 1AA|SW1A 1AA",
    "postcode cf10 3at|cf10 3at",
    "LA14 area|LA14",
    "Flat 3, 12 High Street, Oldtown OL1 2AB|Flat 3, 12 High Street, Oldtown OL1 2AB",
    "12a The Crescent|12a The Crescent",
    "Plot 4 Riverside Caravan Park|Plot 4 Riverside Caravan Park",
    "Room 12, Elm House|Room 12, Elm House",
    "51.5074, -0.1278|51.5074, -0.1278",
    "51.5074N 0.1278W|51.5074N 0.1278W",
    '51° 30\' 26" N, 0° 7\' 39" W|51° 30\' 26" N, 0° 7\' 39" W',
    "TQ 300 800|TQ 300 800",
    "SU123456|SU123456",
    "what3words ///filled.count.soap|///filled.count.soap",
    "w3w filled.count.soap|filled.count.soap",
    "IMEI 356938035643809|356938035643809",
    "MAC 00:1B:44:11:3A:B7|00:1B:44:11:3A:B7",
    "IP 192.168.14.22|192.168.14.22",
    "IP 2001:db8::1|2001:db8::1",
    "sort code 20-44-81 account 60413297|60413297",
    "card 4929 1234 5678 9012|4929 1234 5678 9012",
    "DOB 3.7.14|3.7.14",
    "DoB: 030714|030714",
    "b. 3/7/14|3/7/14",
    "born 3rd July 2014|3rd July 2014",
    "born on the third of July 2014|third of July 2014",
    "3 July|3 July",
    "July 3rd|July 3rd",
    "Fri 3 Jul|3 Jul",
    "03JUL14|03JUL14",
    "3-Jul-14|3-Jul-14",
    "2014.07.03|2014.07.03",
    "20140703|20140703",
    "w/c 3 July|3 July",
    "the night of 3/4 July|3/4 July",
    "between 3 and 5 July 2014|3 and 5 July 2014",
    "from 3-5 July|3-5 July",
    "St Piran's C of E Primary School|St Piran's C of E Primary School",
    "Kestrel Ward|Kestrel Ward",
    "Ward 12|Ward 12",
    "ward 4b at the General|4b",
    "Bay 3, Nightingale Ward|Nightingale Ward",
    "The Surgery, Mill Lane|Mill Lane",
    "Dr Patel's surgery|Patel",
    "Seacombe Children's Centre|Seacombe Children's Centre",
    "HMP Thorncross|HMP Thorncross",
    "Class 4B|4B",
    "bus 47|47",
    "PC 1187|1187",
    "collar number 4412|4412",
    "PR-2021-0034 (procurement)|PR-2021-0034",
    "LGO ref 19 002 345|19 002 345",
    "SAR/2021/03|SAR/2021/03",
]  # fmt: skip
ORDINARY = [
    "Between 30 and 40 people came.", "It cost £1,200.50 in all.", "Section 47 enquiries rose by 12%.",
    "They scored 10/10 and 8/10.", "In 2014/15 and 2015-16 it fell.", "See paragraph 4.2.1 and page 112.",
    "Open 24/7, 365 days a year.", "ICD-10 code F32.1 applied.", "Blood pressure 120/80, pulse 72.",
    "GCS 15/15 on arrival.", "50 mg twice a day for 14 days.", "Band 6 and Band 7 posts were vacant.",
    "In Year 9 he did well; Key Stage 3 was harder.", "COVID-19 and Article 8 were considered.",
    "Regulation 44 visits and Class A drugs.", "One in 4 adults; 1 in 20 children.", "Version 2.1 of the form.",
    "At 14:05 and 9.30am nobody came.", "Three of the 14 actions were met.", "A further 2,500 referrals came.",
    "It was the 21st century.", "The 3rd visit, the 12th week.", "Ratio of 3:1 and 2 to 1.", "Room for 12 people.",
    "In 1998 there were 1,204 cases.", "Stage 2 complaint; Level 3 hub; Tier 4 bed.", "Children Act 1989, s.31(2).",
    "SI 2018/789 applies.", "A 12-bed unit and a 6-week wait.", "Temp 38.4, sats 94%, RR 22.",
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_whatever_points_at_one_person_is_surfaced_whole(shape: str) -> None:
    written, _, wanted = shape.rpartition("|")
    text = f"Noted: {written} was recorded."
    start = text.index(wanted, 7)
    plain = passage_of(text)
    spans = [plain.original_span(one.start, one.end) for one in FINDER.find(plain)]
    for at in range(start, start + len(wanted)):
        assert not text[at].isalnum() or any(a <= at < b for a, b in spans), spans


@pytest.mark.parametrize("text", ORDINARY)
def test_numbers_that_point_at_nobody_are_left_alone(text: str) -> None:
    assert [text[one.start : one.end] for one in FINDER.find(text)] == []
