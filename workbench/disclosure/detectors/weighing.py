"""Whether words that may be a registered name are meant as one where they stand."""

from __future__ import annotations

from workbench.disclosure.detectors.context import Sense, judge
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.spot import ABSTRACT, DETERMINERS
from workbench.disclosure.detectors.told import named_here
from workbench.disclosure.dictionary import common_words, plain_words, vocabulary, word_list
from workbench.disclosure.forms import Form, Strength, strongest

_STAFF = word_list("people.staff") - {"said", "told", "says", "made", "s", "home", "school"}
_GENERIC = word_list("forms.generic")
DAYS = frozenset(f"{day}day" for day in ("sun", "mon", "tues", "wednes", "thurs", "fri", "satur"))
_BY_WHOM = word_list("lettered.by_whom") | word_list("people.roles")
_TOWARDS = frozenset(
    (
        "for",
        "with",
        "to",
        "by",
        "from",
        "about",
        "w",
        "and",
        "seen",
        "saw",
        "is",
        "tell",
        "ring",
        "told",
    )
)
_OFF = ("off", "on", "in", "out", "away", "back", "here", "there", "x", "xx")
_SMALL = ("the", "of", "and", "a", "at", "on", "in")
_AT_PLACE = ("at", "outside", "near", "ring", "rang")
_WHERE = frozenset(
    ("at", "from", "near", "outside", "opposite", "opp", "ring", "rang", "called", "to", "going")
)
_OF_STUFF = frozenset(
    ("in", "of", "some", "more", "like", "for", "into", "on", "had", "have", "ate", "eat", "cooked")
)
_INITIAL = tuple("bcdefghjklmnopqrtvwyz")
_SHORT_HEADS = word_list("places.short_heads")
_SELDOM, _COUNTS = word_list("names.seldom_words"), word_list("names.counts")


def weighed(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> tuple[Sense, bool]:
    """How the words are meant, and whether they are ones that had to be thought about."""
    if first == last and _surely_a_name(reading.atoms[first], reading.lows[first]):
        return Sense.NAME, False
    doubtful = _is_doubtful(reading, first, last)
    if not doubtful:
        sense = _seldom_a_word(reading, first, last)
    elif _whole_place(reading, first, last, forms) or _known_as(reading, first, last, forms):
        sense = Sense.NAME
    else:
        borne = any(not (form.family or form.place or form.initials) for form in forms)
        sense = judge(reading, first, last, borne=borne)
    if sense is Sense.ORDINARY and doubtful and _perhaps(reading, first, last, forms):
        sense = Sense.UNSURE
    if sense is Sense.NAME and (
        _no_capital(reading, first, last, forms) or _may_be_a_day(reading, first, last)
    ):
        sense = Sense.UNSURE
    return sense, doubtful


def _surely_a_name(atom: str, low: str) -> bool:
    """Whether a registered word with a capital is none of the language, as most names are."""
    if len(low) <= 3 or not atom[0].isupper() or atom.isupper():
        return False
    return low not in plain_words() and low not in _SELDOM and low not in DAYS


def _is_doubtful(reading: Reading, first: int, last: int) -> bool:
    """Whether the words may be nobody's name: known ones, short ones in small letters, and
    capitals that are the trade's."""
    low = reading.lows[first]
    if first < last:
        return plain_words().issuperset(reading.lows[first : last + 1])
    if low in plain_words():
        return True
    if len(low) <= 3 and low not in _SELDOM:
        return not reading.capital(first)
    shouts = reading.atoms[first].isupper() and not reading.shouted(first)
    return shouts and low.upper() in vocabulary().acronyms


def _perhaps(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> bool:
    """Whether words that read as plain ones had better be asked about."""
    if first == last and _perhaps_one(reading, first, forms):
        return True
    return _perhaps_a_place(reading, first, last, forms)


def _perhaps_one(reading: Reading, place: int, forms: tuple[Form, ...]) -> bool:
    if _no_word(reading.lows[place]) or _in_own_cell(reading, place):
        return True
    if _hardly_a_word(reading, place, forms):
        return True
    if strongest(forms) is Strength.WEAK and not any(form.place for form in forms):
        return False
    if not reading.capital(place):
        return _in_small_letters(reading, place, forms)
    if strongest(forms) is Strength.WEAK:
        return False
    return _stands_out(reading, place) or _listed_alone(reading, place)


def _listed_alone(reading: Reading, place: int) -> bool:
    """Whether a word in capitals is all that a line of a list, or a cell, says: "- BILL"."""
    before, after = reading.gap(place).strip(" "), reading.gap(place + 1).strip(" ")
    begins = before[-1:] in ("-", "•", "*", "|", "\t")
    ends = place + 1 == len(reading.atoms) or after[:1] in ("\n", "|", "\t")
    return begins and ends and reading.atoms[place].isupper()


def _seldom_a_word(reading: Reading, first: int, last: int) -> Sense:
    """A name that is now and then a word: "three miles", "the lily", "Miles of lanes"."""
    low, gap = reading.lows[first], reading.gap(first)
    if first != last or low not in _SELDOM:
        return Sense.NAME
    if reading.capital(first):
        starts = reading.starts_sentence(first) and reading.low(last + 1) == "of"
        return Sense.UNSURE if starts else Sense.NAME
    before, after = reading.low(first - 1) if first else "", reading.low(last + 1)
    if gap == "-" and len(before) == 1:
        return Sense.ORDINARY  # "X-ray"
    several = low.endswith("s") and (before in _COUNTS or before[:1].isdigit())
    counted = before in DETERMINERS or several
    measured = before in ("is", "was", "are", "were") and after in ("from", "away", "per")
    if gap == " " and (counted or measured):
        return Sense.ORDINARY
    return Sense.UNSURE if reading.has_capital else Sense.NAME


def _perhaps_a_place(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> bool:
    """ "elm street", two plain words that are a place's name together; "at the Willows"."""
    if not any(form.place for form in forms):
        return False
    telling = [low for low in reading.lows[first : last + 1] if low not in _SMALL]
    if len(telling) > 1:
        return True
    if reading.low(last + 1) in _SHORT_HEADS and reading.gap(last + 1) == " ":
        return bool(telling)  # "Harbour Hse"
    if not reading.capital(last):
        return False
    sure = strongest(forms) is Strength.SURE
    if sure and telling and not _everyday(telling[0]):
        return True  # "Harbour rang back", "WARD CURLEW"
    staffed = reading.low(last + 1) in _STAFF  # "Bridge staff said no"
    return not reading.shouted(last) and (staffed or not reading.starts_sentence(last))


def _hardly_a_word(reading: Reading, place: int, forms: tuple[Form, ...]) -> bool:
    """Whether somebody's own word stands where letters say little of what it is: in capitals
    throughout ("TO PICKLES:"), after a colon ("Rook to instructor"), in notes without capitals."""
    low, known = reading.lows[place], vocabulary()
    if all(form.strength is Strength.WEAK for form in forms):
        return False
    before = reading.low(place - 1) if reading.gap(place) == " " else ""
    if before in ("a", "an") and low not in known.calendar:
        return _within(reading, place) and any(map(_called, forms))  # "spoke to a Shona"
    if low in known.modals or low in known.calendar or low in known.professional:
        return False
    if before in DETERMINERS or low in known.verbs:
        return False
    alone = reading.starts_sentence(place) and reading.gap(place + 1)[:1] in (".", "?", "!")
    if reading.capital(place) and (before in _BY_WHOM or alone):
        return True  # "Worker Winters", "Guard."
    return _in_plain_letters(reading, place, forms, before)


def _in_small_letters(reading: Reading, place: int, forms: tuple[Form, ...]) -> bool:
    """A registered word without its capital: one that is seldom said ("they got flint"), and any
    other where somebody is named ("rang field twice")."""
    low = reading.lows[place]
    before = reading.low(place - 1) if place and reading.gap(place) == " " else ""
    if reading.gap(place) == " " and before == "s" and reading.gap(place - 1) == "'":
        before = "the"  # "the fox's den"
    if before == "its" and not _in_prose(reading, place):
        before = ""  # "its booth again"
    sure = strongest(forms) > Strength.WEAK
    further = reading.gap(place + 1) == " " and reading.low(place + 1) in _INITIAL
    if further and any(map(_called, forms)) and before not in DETERMINERS - {"that"}:
        return True  # "love e rang at 4"
    if low in common_words() or low in vocabulary().calendar:
        at = before in _AT_PLACE and any(form.place for form in forms)
        placed = any(form.place for form in forms)
        return at or ((sure or placed) and named_here(reading, place))
    if any(form.place for form in forms):
        # "ring beacon about the lock", "at the meridian"
        if sure:
            return before not in DETERMINERS
        return before in _WHERE or named_here(reading, place)
    stuff = before in _OF_STUFF and _in_prose(reading, place)  # "The wall was covered in ivy."
    stuff = stuff or before in DETERMINERS
    return sure and (not stuff or named_here(reading, place))


def _in_prose(reading: Reading, place: int) -> bool:
    """Whether the sentence of a word begins with a capital, as messages seldom do."""
    while place and not reading.starts_sentence(place):
        place -= 1
    return reading.capital(place)


def _stands_out(reading: Reading, place: int) -> bool:
    """Whether a word of somebody's name has a capital, marks or quotation marks that no plain word
    needs: "dad was an Ash", "Power – apols", "Guard off." """
    low, known = reading.lows[place], vocabulary()
    before, after = reading.gap(place), reading.gap(place + 1)
    if before.endswith('"') and after.startswith('"'):
        return True  # "forest" with no capital
    if not reading.capital(place) or reading.shouted(place) or reading.in_heading(place):
        return False
    if low in known.calendar or low in known.modals or known.phrase_at(reading.lows, place, 5) > 1:
        return False
    if not reading.starts_sentence(place):
        numbered = reading.low(place + 1)[:1].isdigit()  # "Ward 7"
        named = reading.capital(place + 1)  # "the Grant Agreement"
        return not (after == " " and (numbered or named))
    if after != " ":
        return low not in known.professional and after[:1] not in tuple("-/'")
    alone = reading.gap(place + 2)[:1] in (".", ";") or place + 2 == len(reading.atoms)
    return reading.low(place + 1) in _OFF and alone


def _may_be_a_day(reading: Reading, first: int, last: int) -> bool:
    """Whether somebody's name is a day of the week too, and nothing says that it is not meant."""
    owned = reading.low(last + 1) == "s" and reading.gap(last + 1) == "'"
    return first == last and reading.lows[first] in DAYS and not owned


def _in_plain_letters(reading: Reading, place: int, forms: tuple[Form, ...], before: str) -> bool:
    """Whether the line has capitals throughout, or none, and this word may well be a name there."""
    abstract = reading.lows[place] in ABSTRACT
    if reading.capital(place):
        said = reading.shouted(place) or reading.gap(place) == ": "
        return said and not abstract and not all(form.place for form in forms)
    if not _without_capitals(reading, place):
        return False
    if any(form.strength is Strength.SURE or _called(form) for form in forms):
        return not abstract or before in _TOWARDS  # "limes lockd me in", "tell patience"
    return before in ("at", "from") and not abstract


def _within(reading: Reading, place: int) -> bool:
    """Whether a capital says something: within a sentence, and not where all have one."""
    return reading.capital(place) and not (
        reading.starts_sentence(place) or reading.shouted(place) or reading.in_heading(place)
    )


def _called(form: Form) -> bool:
    return not (form.family or form.place)


def _without_capitals(reading: Reading, place: int) -> bool:
    """Whether the line has no capital, but for the name of whoever wrote it before a colon."""
    at = reading.starts[place]
    start = max(reading.text.rfind("\n", 0, at), reading.text.rfind(": ", 0, at)) + 1
    end = reading.text.find("\n", at)
    line = reading.text[start : end if end >= 0 else len(reading.text)]
    return line == line.lower()


def _everyday(low: str) -> bool:
    """Whether a word is part of many names of places, or the trade's own."""
    return low in _GENERIC or low in vocabulary().professional


def _whole_place(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> bool:
    """The whole name of a place, of plain words all with their capitals: "ASPEN WARD", "the Bell
    Inn"; or the word that the author says it is called by: "the Regent"."""
    if first == last or not any(form.place and form.strength is Strength.SURE for form in forms):
        return False
    telling = [at for at in range(first, last + 1) if reading.lows[at] not in _SMALL]
    if not all(map(reading.capital, telling)) or all(_everyday(reading.lows[at]) for at in telling):
        return False
    beside = reading.gap(last + 1) == " " and reading.capital(last + 1)
    return len(telling) > 1 or (
        reading.lows[first] == "the" and not reading.shouted(last) and not beside
    )


def _known_as(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> bool:
    """A place's one word by which the author says it is called: "seen at the Bluebell"."""
    if first < last or not _within(reading, first) or _everyday(reading.lows[first]):
        return False
    beside = reading.gap(last + 1) == " " and reading.capital(last + 1)
    return not beside and all(form.place and form.strength is Strength.SURE for form in forms)


def _in_own_cell(reading: Reading, place: int) -> bool:
    """Whether a word with a capital stands alone in its line or cell, or labels what follows."""
    before, after = reading.gap(place), reading.gap(place + 1)
    begins = not place or "\n" in before or before.strip(" ")[-1:] in ("\t", "|")
    ends = after.strip(" ")[:1] in ("\t", "|", "\n", "[", ":", ";") or place + 1 == len(
        reading.atoms
    )
    said = len(reading.atoms) > 1 and reading.capital(place) and not reading.shouted(place)
    return begins and bool(after.strip(" ")) and ends and said


def _no_capital(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> bool:
    """Whether small letters make a name doubtful: "a dovecote", "a sweeting", "drapers'"."""
    if reading.capital(first) or reading.capital(last) or not reading.has_capital:
        return False
    if first < last:
        return reading.lows[first] == "a" and reading.gap(last) == " "
    before = reading.low(first - 1) if first and reading.gap(first) == " " else ""
    return before in (DETERMINERS if any(form.place for form in forms) else ("a", "an"))


def _no_word(low: str) -> bool:
    """Whether a short form in lower case is neither a word, an abbreviation nor part of a date."""
    return low not in plain_words() and low not in ("al", "am", "ed", "ex")
