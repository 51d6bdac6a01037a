"""What stands beside a strange word and shows that it names nobody here."""

from __future__ import annotations

from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.spot import AUXILIARIES, DETERMINERS, speaks
from workbench.disclosure.dictionary import short_names, vocabulary, word_list

_KNOWN_AFTER = word_list("no_names.known_after")
_OF_LETTERS = word_list("no_names.of_letters")
_SCALES = word_list("no_names.scales")
_SCORED = word_list("no_names.scored")
_BRANDS = word_list("no_names.brands")
_BRANDS_OWNED = word_list("no_names.brands_owned")
_KIN = word_list("no_names.kin")
_BEFORE_BRAND = word_list("no_names.before_brand")
_SCRIPTURE = word_list("no_names.scripture")
_LAWS = word_list("no_names.laws")
_SPOKEN = word_list("no_names.spoken")
_CALL_FOR = word_list("unknown.before_name") | {"name"}


def named_after(reading: Reading, place: int) -> bool:
    """ "Bakri balloon", "Fontan procedure": a thing that bears its inventor's name."""
    if reading.low(place + 1) not in _KNOWN_AFTER:
        return False
    beside = reading.gap(place + 1) in (" ", "-") and not reading.capital(place + 1)
    run_on = reading.capital(place - 1) and reading.low(place - 1) not in DETERMINERS
    if not beside or run_on:
        return False
    return reading.low(place - 1) not in vocabulary().titles


def scored(reading: Reading, place: int) -> bool:
    """ "Rockwood 7", "Conners completed by the teacher", "Edinburgh score: 19"."""
    if reading.low(place - 1) in vocabulary().titles:
        return False
    after = reading.low(place + 1)
    labelled = reading.gap(place + 1).startswith((":", ") "))
    return after[:1].isdigit() or after in _SCORED or labelled


def cited(reading: Reading, place: int) -> bool:
    """ "Matthew 19:14", "Benedict's Law": a book of scripture, a law called after somebody."""
    verse = reading.low(place + 1).isdigit() and reading.gap(place + 2) == ":"
    if verse and reading.lows[place] in _SCRIPTURE:
        return True
    if (
        reading.low(place - 1) == "r"
        and "(" in reading.gap(place)
        and reading.low(place + 1) == "v"
    ):
        return True  # "R (Maughan) v Senior Coroner"
    law = reading.low(place + 2) in _LAWS and reading.capital(place + 2)
    return law and reading.low(place + 1) == "s" and reading.gap(place + 1) == "'"


def of_a_thing(reading: Reading, place: int) -> bool:
    """Whether what stands beside any word, strange or known, shows that it names a thing."""
    low = reading.lows[place]
    if low in _SCALES and scored(reading, place):
        return True
    if (low in _BRANDS or low in _BRANDS_OWNED) and branded(reading, place):
        return True
    if low in _KIN and kin_word(reading, place):
        return True
    return named_after(reading, place) or cited(reading, place)


def branded(reading: Reading, place: int) -> bool:
    """ "the Costa", "a Heidi": a make that is a name too, but has an article."""
    article = reading.gap(place) == " " and reading.low(place - 1) in _BEFORE_BRAND
    follows = reading.gap(place + 1) == " " and reading.capital(place + 1)
    if reading.low(place + 1) == "s" and reading.gap(place + 1) == "'":
        return reading.lows[place] in _BRANDS_OWNED and not reading.capital(place - 1)
    return article and not follows and reading.lows[place] in _BRANDS


def kin_word(reading: Reading, place: int) -> bool:
    """ "Baba is coming": Father, Grandmother, in another tongue, by itself."""
    titled = reading.gap(place) == " " and reading.capital(place - 1)
    follows = reading.gap(place + 1) in (" ", "-") and reading.capital(place + 1)
    return not follows and (not titled or reading.starts_sentence(place))


def abbreviated(reading: Reading, place: int) -> bool:
    """ "IRIS", within small letters: the abbreviation rather than the given name."""
    atom = reading.atoms[place]
    if not atom.isupper() or atom not in vocabulary().acronyms or reading.shouted(place):
        return False
    return not _as_a_name(reading, place)


def letters_of_a_thing(reading: Reading, place: int) -> bool:
    """ "the NOSP", "HSIB/MNSI", "IDDSI levels": capitals with an article or a plain word beside
    them are an abbreviation, and so are few letters that nobody has as a name; a surname in
    capitals follows a title or another name, or says something."""
    atom = reading.atoms[place]
    if not atom.isupper() or not atom.isascii() or len(atom) > 7 or reading.shouted(place):
        return False
    number = "".join(filter(str.isdigit, reading.low(place + 1) + reading.low(place + 2)))
    if _as_a_name(reading, place) or len(number) > 3:
        return False  # "CMIS 22-10477" is a reference
    return _nobodys(atom, reading.lows[place]) or _beside_plain(reading, place)


def _nobodys(atom: str, low: str) -> bool:
    """Whether few letters are a name that nobody has."""
    known = vocabulary()
    unknown = low not in known.names and low not in known.ordinary
    return unknown and len(atom) < 6 and low not in short_names()


def _beside_plain(reading: Reading, place: int) -> bool:
    """ "the NOSP", "HSIB/MNSI", "IDDSI levels", "(ACCA)"."""
    if _bracketed(reading, place):
        return True
    if reading.gap(place) == " " and reading.low(place - 1) in DETERMINERS:
        return True
    after, gap_after = reading.low(place + 1), reading.gap(place + 1)
    if gap_after == " " and after in _OF_LETTERS:
        return True
    known = vocabulary().acronyms
    beside = (reading.atom(place - 1), reading.gap(place)), (reading.atom(place + 1), gap_after)
    return any(gap == "/" and other in known for other, gap in beside)


def _bracketed(reading: Reading, place: int) -> bool:
    """ "(ACCA)", "WIRT (Traveller of Irish Heritage)", "OPEL 4"."""
    alone = reading.gap(place).endswith("(") and reading.gap(place + 1).startswith(")")
    after = reading.low(place + 1)
    known = after in vocabulary().ordinary or after in vocabulary().professional
    told = reading.gap(place + 1) == " (" and reading.capital(place + 1) and known
    counted = reading.gap(place + 1) == " " and after.isdigit() and len(after) < 3
    return alone or told or counted


def _as_a_name(reading: Reading, place: int) -> bool:
    """Whether capitals stand where a surname would: "Mr OKEKE", "OKEKE, Ada", "OKEKE said"."""
    before, gap = reading.low(place - 1), reading.gap(place)
    after, gap_after = reading.low(place + 1), reading.gap(place + 1)
    if gap in (" ", ". ") and (before in vocabulary().titles or before in _CALL_FOR):
        return True
    if (
        gap in (" ", ". ", ", ")
        and reading.capital(place - 1)
        and not reading.starts_sentence(place)
    ):
        return not reading.atom(place - 1).isupper() and before not in vocabulary().ordinary
    if gap_after == " " and (speaks(after) or after in AUXILIARIES):
        return True
    follows = gap_after in (" ", ", ", "-") and reading.capital(place + 1)
    if gap_after == ", " and reading.atom(place + 1).isupper():
        return False
    return follows and reading.lows[place + 1] not in vocabulary().ordinary


def spoken(reading: Reading, place: int) -> bool:
    """ "Och, he's fine": a word of dialect that opens a sentence."""
    return reading.lows[place] in _SPOKEN and reading.starts_sentence(place)
