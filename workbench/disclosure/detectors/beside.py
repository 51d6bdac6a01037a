"""What belongs to a name beside it: the titles before it, initials on either side, a generation."""

from __future__ import annotations

from typing import NamedTuple

from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.titles import ends_sentence
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.normalise import atoms_of

_HE = word_list("people.he")
_SHE = word_list("people.she")
_I_DO = word_list("people.i_do")
_RANKS = frozenset(("pc", "wpc", "dc", "ds", "di", "ps", "sgt", "pcso", "constable", "officer"))
_CALLINGS = word_list("beside.callings")
_SAID_SHORT = ("a", "i", "x")
_GENERATIONS = frozenset(("senior", "junior", "snr", "jnr", "sr", "jr"))
# Only a title or a number begins what goes before a name; "d" is that of "Rev'd".
_LEADS = vocabulary().titles | _CALLINGS | {"master", "officer", "d"}


class Named(NamedTuple):
    """The atoms of a name and whom it may mean; ``strange`` if an initial fits none of them,
    ``initialled`` if initials that fit follow it."""

    first: int
    last: int
    ids: set[str]
    strange: bool = False
    initialled: bool = False


class Called(NamedTuple):
    """The first atom of a name with its titles, and what they say of whoever bears it."""

    first: int
    sex: str = ""
    titles: tuple[str, ...] = ()
    generation: bool = False  # "senior": which of two is asked for


def titled(reading: Reading, named: Named) -> Called:
    """The titles before a name."""
    first = named.first
    older = reading.low(named.last) in _GENERATIONS
    before = reading.lows[first - 1] if first else ""
    if not (before in _LEADS or before.isdigit()):  # as mostly
        return Called(first, generation=older)
    return _with_titles(reading, first)._replace(generation=older)


def _with_titles(reading: Reading, first: int) -> Called:
    sex, titles = "", vocabulary().titles
    met: list[str] = []
    while first and _title(reading, first - 1, titles):
        title, gap = reading.low(first - 1), reading.gap(first)
        if (gap == "." and len(title) > 4) or (title != "miss" and ends_sentence(title, gap)):
            break
        first -= 1
        low = reading.low(first)
        met.append(low)
        sex = "he" if low in _HE else "she" if low in _SHE else sex
    if met and met[-1] == "nurse" and reading.low(first - 1) in ("staff", "charge"):
        first -= reading.gap(first) == " " and reading.capital(first - 1)
    if met and met[-1] == "judge" and reading.low(first - 1) == "honour" and first > 1:
        first -= 2
    if reading.low(first - 1) == "d" and reading.low(first - 2) == "rev" and first > 1:
        first -= 2  # "Rev'd Snow"
    if first and reading.lows[first - 1] in _CALLINGS and reading.gap(first) in (" ", ". "):
        calling = reading.atoms[first - 1]
        first -= calling.isupper() or (calling == "Off" and reading.gap(first) == ". ")
    collar = reading.low(first - 1)
    if collar.isdigit() and len(collar) < 6 and reading.low(first - 2) in _RANKS:
        first -= 2  # "PC 1187 Pryce-Jenkins"
        met.append(reading.low(first))
    return Called(first, sex, tuple(met))


def _title(reading: Reading, place: int, titles: frozenset[str]) -> bool:
    """Whether a title stands here: "Dr", or "Officer" and "Master" by themselves."""
    if reading.gap(place + 1) not in (" ", ". ", "."):
        return False
    if reading.low(place) == "master":
        return reading.capital(place) and not reading.shouted(place)
    if reading.low(place) == "officer":
        plain = reading.gap(place) != " " or not reading.capital(place - 1)
        return plain and reading.capital(place) and not reading.shouted(place)
    return reading.low(place) in titles


def with_initials(reading: Reading, named: Named, index: Index) -> Named:
    """The name with the initials on either side of it."""
    before, after = named.first - 1, named.last + 1
    if before >= 0 and (len(reading.atoms[before]) == 1 or reading.gaps[before] == "-"):
        if _answers(reading, before):
            return named
        named = _with_initials_before(reading, named, index)
    if after < len(reading.atoms):
        if len(reading.atoms[after]) == 1:
            named = _with_initials_after(reading, named, index)
        elif len(reading.atoms[after]) < 4 and reading.atoms[after].isupper():
            named = _with_letters_after(reading, named, index)
        if reading.gap(named.last + 1) == " " and reading.low(named.last + 1) in _GENERATIONS:
            named = named._replace(last=named.last + 1)
    return named


def _with_initials_before(reading: Reading, named: Named, index: Index) -> Named:
    before = named.first - 1
    hyphened = before > 0 and reading.gap(before) == "-" and len(reading.atom(before - 1)) == 1
    article = reading.atom(before) == "A" and any(
        _has_initial(index, one, "a") for one in named.ids
    )
    likely = article and not vocabulary().is_ordinary(reading.low(named.first))  # "A Pușcașu"
    if (_initial(reading, before) or hyphened or likely) and reading.gap(named.first) in (
        " ",
        ". ",
        ".",
    ):
        low, besides = reading.low(before), reading.lows[named.first]
        fitting = {one for one in named.ids if _has_initial(index, one, low, besides)}
        postscript = not fitting and before > 0 and reading.gap(before) == "."
        if not postscript:
            while before > 0 and reading.gap(before) == "-" and len(reading.atom(before - 1)) == 1:
                before -= 1
            named = Named(before, named.last, fitting or named.ids, not fitting)
            return _with_further_initials(reading, named, index)
    return named


def _with_further_initials(reading: Reading, named: Named, index: Index) -> Named:
    """ "H. J. Dimmock", of whom only the H is registered."""
    before = named.first - 1
    while before >= 0 and reading.gap(before + 1) in (". ", ".") and _initial(reading, before):
        low = reading.lows[before]
        ids = {one for one in named.ids if _has_initial(index, one, low)}
        if not ids:
            break
        named, before = Named(before, named.last, ids, False), before - 1
    return named


def _with_initials_after(reading: Reading, named: Named, index: Index) -> Named:
    while _follows(reading, named.last + 1):
        low = reading.low(named.last + 1)
        besides = reading.lows[named.last]
        fitting = {one for one in named.ids if _has_initial(index, one, low, besides)}
        if not fitting:
            break
        named = named._replace(last=named.last + 1, ids=fitting, initialled=True)
    return named


def _with_letters_after(reading: Reading, named: Named, index: Index) -> Named:
    """ "Tegan MH" for Tegan Mostyn-Hale."""
    place = named.last + 1
    low = reading.lows[place]
    entities = ((one, index.register.entity(one)) for one in named.ids)
    fitting = {
        one
        for one, entity in entities
        if entity is not None
        and any(
            "".join(atom[0] for atom in atoms_of(name)[1:]).endswith(low)
            for name in (entity.name, *entity.aliases)
        )
    }
    if not fitting or reading.gap(place) != " " or reading.lows[named.last] in low:
        return named
    return named._replace(last=place, ids=fitting, initialled=True)


def _answers(reading: Reading, place: int) -> bool:
    """ "Q. Who was told? A. Jonathan": no initial of his."""
    said = reading.atom(place) == "A" and reading.gap(place + 1) == ". "
    return said and "Q" in reading.atoms[:place] and reading.starts_sentence(place)


def _follows(reading: Reading, place: int) -> bool:
    """Whether an initial follows the name: "Popa I.", "popa.i"; but "told Ann I was"."""
    atom, gap = reading.atom(place), reading.gap(place)
    if len(atom) != 1 or not atom.isalpha():
        return False
    if gap == "-" and atom.isupper():
        return len(reading.atom(place - 1)) == 1  # "Fiona A-B"
    if gap in (".", "_"):  # as in a user name
        return not reading.text[reading.ends[place] : reading.ends[place] + 1].isalpha()
    numbered = gap == " " and reading.low(place + 1)[:1].isdigit()
    if numbered or not atom.isupper():
        # "aaliyah h 9c", "COLE, FEMI A 24y"
        return atom not in "aisx" if numbered else gap == " " and _small_initial(reading, place)
    return _capital_follows(reading, place, atom, gap)


def _capital_follows(reading: Reading, place: int, atom: str, gap: str) -> bool:
    if gap not in (" ", ", ", ". ") or (gap == ", " and _begins_another(reading, place)):
        return False
    if atom == "A":
        return _is_no_article(reading, place, gap)
    spoken = reading.gap(place + 1) == " " and reading.low(place + 1) in _I_DO
    return atom != "I" or not (spoken or reading.gap(place + 1).startswith("'"))


def _is_no_article(reading: Reading, place: int, gap: str) -> bool:
    """Whether an A after a name is its initial: "Fiona A-B", "spoke to Wright A about it"."""
    follows = reading.gap(place + 1)
    if follows == "-":
        return len(reading.atom(place + 1)) == 1
    plain = gap == " " and follows == " " and reading.atom(place + 1).islower()
    apart = len(follows) > 1 and not follows.strip()  # a column of a form ends here
    last = place + 1 == len(reading.atoms)
    ends = last or apart or follows.strip(" ")[:1] in tuple(".,;)|\n")
    ends = ends or len(reading.atom(place - 1)) == 1
    return ends or (plain and not reading.shouted(place - 1))


def _small_initial(reading: Reading, place: int) -> bool:
    """ "tegan b" where the name has a small letter too."""
    return not reading.capital(place - 1) and reading.atom(place) not in _SAID_SHORT


def _begins_another(reading: Reading, place: int) -> bool:
    """Whether the initial is the next name's: "Lydia Roberts, R. Charpentier"."""
    further = reading.gap(place + 1) in (". ", ".", " ") and reading.capital(place + 1)
    word = len(reading.atom(place + 1)) > 1
    return further and word and not vocabulary().is_ordinary(reading.low(place + 1))


def _initial(reading: Reading, place: int) -> bool:
    atom = reading.atom(place)
    if len(atom) != 1 or not atom.isupper():
        return False
    within = atom == "A" and not reading.starts_sentence(place)
    return atom not in "AI" or within or reading.gap(place + 1).startswith(".")


def _has_initial(index: Index, key: str, low: str, besides: str = "") -> bool:
    """Whether a name of theirs begins with this letter, other than the one beside it."""
    entity = index.register.entity(key)
    names = (entity.name, *entity.aliases) if entity else ()
    return any(
        atom.startswith(low) and atom != besides for name in names for atom in atoms_of(name)
    )
