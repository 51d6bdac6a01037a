"""Whom a name means: neighbouring parts are joined, titles taken along, shared names told apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.names import Hit
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.titles import ends_sentence
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.normalise import atoms_of
from workbench.disclosure.register import Entity, EntityKind

_HE = word_list("people.he")
_SHE = word_list("people.she")
_STAFF = word_list("people.staff")
_FAMILY_AFTER = word_list("context.family_after")
_I_DO = word_list("people.i_do")
_ORDERS = frozenset(
    ("sister", "matron", "brother", "staff", "teacher", "coach", "coroner", "recorder")
)
_RANKS = frozenset(("pc", "wpc", "dc", "ds", "di", "ps", "sgt", "pcso", "constable", "officer"))
_GENERATIONS = frozenset(("senior", "junior", "snr", "jnr", "sr", "jr"))


@dataclass
class Recent:
    """What was said last, read on from text to text: who was named in full, for each name that
    several share; who is spoken of; and the day."""

    by_name: dict[str, str] = field(default_factory=dict)
    topic: str = ""  # who is spoken of, if it is somebody whose sex is withheld
    day: date | None = None  # the day said last, for an audience that reads days from one another

    def note(self, entity: Entity, index: Index) -> None:
        """This person was just named in full."""
        for atom in atoms_of(entity.name):
            if len({form.entity for form in index.singles.get(atom, ())}) > 1:
                self.by_name[atom] = entity.id


def people(reading: Reading, hits: Iterable[Hit], index: Index, recent: Recent) -> list[Found]:
    """The names found, each once, whole, and with the entity that it means where that is clear."""
    settled = _joined(reading, _longest(hits))
    return [_found(reading, hit, index, recent) for hit in settled]


def _rank(hit: Hit) -> tuple[int, bool, int]:
    return (hit.last - hit.first, hit.certain, hit.strength)


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Of overlapping hits the longest; two on the same words become one with the forms of both."""
    by_place: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        place = (hit.first, hit.last)
        other = by_place.get(place)
        if other is None:
            by_place[place] = hit
        elif hit.rule != other.rule and hit.certain != other.certain:
            by_place[place] = max(hit, other, key=_rank)
        elif hit.forms != other.forms:
            forms = tuple(dict.fromkeys((*other.forms, *hit.forms)))
            by_place[place] = replace(other, forms=forms)
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(by_place.values(), key=_rank, reverse=True):
        words = range(hit.first, hit.last + 1)
        if all(word in taken for word in words):
            continue
        taken.update(words)
        kept.append(hit)
    return sorted(kept, key=lambda hit: hit.first)


def _entities(forms: Iterable[Form]) -> set[str]:
    return {form.entity for form in forms}


def _joined(reading: Reading, hits: list[Hit]) -> list[Hit]:
    """Given and family name of one person side by side, also round a middle name, are one name."""
    joined: list[Hit] = []
    for hit in hits:
        before = joined[-1] if joined else None
        if before is not None and _one_person(reading, before, hit):
            shared = _entities(before.forms) & _entities(hit.forms)
            forms = tuple(
                replace(form, strength=Strength.SURE)
                for form in dict.fromkeys((*before.forms, *hit.forms))
                if form.entity in shared
            )
            certain = before.certain or hit.certain
            joined[-1] = Hit(before.first, max(hit.last, before.last), forms, certain, "joined")
        else:
            joined.append(hit)
    return joined


def _one_person(reading: Reading, before: Hit, hit: Hit) -> bool:
    if not _entities(before.forms) & _entities(hit.forms):
        return False
    if before.last >= hit.first:
        return True
    between = range(before.last + 1, hit.first)
    if len(between) > 1 or any(not reading.capital(place) for place in between):
        return False
    gaps = [reading.gap(place) for place in range(before.last + 1, hit.first + 1)]
    if any(gap not in (" ", "\n", "-", ". ", ", ", ".", "_") for gap in gaps):
        return False
    same = {form.words for form in before.forms} == {form.words for form in hit.forms}
    commas = any("," in gap or "." in gap for gap in gaps)
    return not same and not (
        commas
        and any(len(reading.atom(p)) > 1 for p in between or (0,))
        and not (gaps == [", "] and any(form.family for form in before.forms))
    )


def _sex(entity: Entity) -> str:
    for words in (entity.sex, entity.role):
        for atom in atoms_of(words):
            if atom in _HE:
                return "he"
            if atom in _SHE:
                return "she"
    return ""


def _titled(reading: Reading, first: int) -> tuple[int, str]:
    """The first atom with its titles, and the sex that they say."""
    sex, titles = "", vocabulary().titles
    while first and reading.low(first - 1) in titles and reading.gap(first) in (" ", ". ", "."):
        title, gap = reading.low(first - 1), reading.gap(first)
        if (gap == "." and len(title) > 4) or (title != "miss" and ends_sentence(title, gap)):
            break
        first -= 1
        low = reading.low(first)
        sex = "he" if low in _HE else "she" if low in _SHE else sex
    collar = reading.low(first - 1)
    if collar.isdigit() and len(collar) < 6 and reading.low(first - 2) in _RANKS:
        first -= 2  # "PC 1187 Pryce-Jenkins"
    return first, sex


def _found(reading: Reading, hit: Hit, index: Index, recent: Recent) -> Found:
    named = _with_initials(reading, _Named(hit.first, hit.last, _entities(hit.forms)), index)
    first, sex = _titled(reading, named.first)
    if all(form.family for form in hit.forms) and first == named.first:
        first -= (
            reading.low(first - 1) in _ORDERS
            and reading.gap(first) == " "
            and reading.capital(first - 1)
        )
    entity, clear = _meant(reading, hit, named.ids, sex, index=index, recent=recent)
    family = len(named.ids) > 1 and all(form.family for form in hit.forms)
    family = family and (hit.rule == "plural" or reading.low(named.last + 1) in _FAMILY_AFTER)
    if family:
        entity, clear = None, True
    known = index.register.entity(entity or hit.forms[0].entity)
    spelled = named.initialled and hit.strength > Strength.WEAK and reading.capital(named.first)
    certain = hit.certain or spelled or _at_work(reading, hit, known)
    kind = Kind(known.kind.value) if known else Kind.PERSON
    return Found(
        reading.starts[first],
        reading.ends[named.last],
        kind,
        entity,
        certain=certain and clear and not named.strange,
        rule=hit.rule,
        family=family,
        part=hit.strength <= Strength.PART and kind is Kind.PERSON,
    )


def _at_work(reading: Reading, hit: Hit, known: Entity | None) -> bool:
    """ "at Hillview", "Hillview staff": the short name means the organisation, not a town."""
    if known is None or known.kind is not EntityKind.ORG or hit.rule != "name":
        return False
    at = reading.low(hit.first - 1) in ("at", "attends", "attended", "attending")
    return reading.capital(hit.first) and (at or reading.low(hit.last + 1) in _STAFF)


@dataclass(frozen=True, slots=True)
class _Named:
    """The atoms of a name and whom it may mean; ``strange`` if an initial fits none of them,
    ``initialled`` if initials that fit follow it."""

    first: int
    last: int
    ids: set[str]
    strange: bool = False
    initialled: bool = False


def _with_initials(reading: Reading, named: _Named, index: Index) -> _Named:
    """The name with the initials on either side of it."""
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
        fitting = {one for one in named.ids if _has_initial(index, one, reading.low(before))}
        postscript = not fitting and before > 0 and reading.gap(before) == "."
        if not postscript:
            while before > 0 and reading.gap(before) == "-" and len(reading.atom(before - 1)) == 1:
                before -= 1
            named = _Named(before, named.last, fitting or named.ids, not fitting)
    while _follows(reading, named.last + 1):
        low = reading.low(named.last + 1)
        fitting = {one for one in named.ids if _has_initial(index, one, low)}
        if not fitting:
            break
        named = replace(named, last=named.last + 1, ids=fitting, initialled=True)
    if reading.gap(named.last + 1) == " " and reading.low(named.last + 1) in _GENERATIONS:
        named = replace(named, last=named.last + 1)
    return named


def _follows(reading: Reading, place: int) -> bool:
    """Whether an initial follows the name: "Popa I.", "popa.i"; but "told Ann I was"."""
    atom, gap = reading.atom(place), reading.gap(place)
    if len(atom) != 1 or not atom.isalpha():
        return False
    if gap in (".", "_"):  # as in a user name
        return not reading.text[reading.ends[place] : reading.ends[place] + 1].isalpha()
    if not atom.isupper() or gap not in (" ", ", ", ". "):
        return False
    if atom == "A":
        follows = reading.gap(place + 1)
        apart = len(follows) > 1 and not follows.strip()  # a column of a form ends here
        return apart or follows[:1] in tuple(".,;)") or len(reading.atom(place - 1)) == 1
    spoken = reading.gap(place + 1) == " " and reading.low(place + 1) in _I_DO
    return atom != "I" or not (spoken or reading.gap(place + 1).startswith("'"))


def _initial(reading: Reading, place: int) -> bool:
    atom = reading.atom(place)
    if len(atom) != 1 or not atom.isupper():
        return False
    within = atom == "A" and not reading.starts_sentence(place)
    return atom not in "AI" or within or reading.gap(place + 1).startswith(".")


def _has_initial(index: Index, key: str, low: str) -> bool:
    entity = index.register.entity(key)
    names = (entity.name, *entity.aliases) if entity else ()
    return any(atom.startswith(low) for name in names for atom in atoms_of(name))


def _meant(
    reading: Reading, hit: Hit, ids: set[str], sex: str, *, index: Index, recent: Recent
) -> tuple[str | None, bool]:
    """The entity meant, and whether that is clear."""
    if sex:  # "Mr Pocock" is never Nan Pocock, however sure her own form is
        fitting = {
            one.id for one in map(index.register.entity, ids) if one and _sex(one) in ("", sex)
        }
        ids = fitting or ids
    forms = [form for form in hit.forms if form.entity in ids]
    strongest = max((form.strength for form in forms), default=Strength.WEAK)
    if strongest > Strength.WEAK:
        ids = {form.entity for form in forms if form.strength is strongest}
    entities = _of_sex([one for one in map(index.register.entity, sorted(ids)) if one], sex)
    if len(entities) > 1:
        last = recent.by_name.get(reading.lows[hit.last])
        entities = [entity for entity in entities if entity.id == last] or entities
    if len(entities) != 1:
        return None, False
    if strongest is Strength.SURE:
        recent.note(entities[0], index)
    return entities[0].id, True


def _of_sex(entities: list[Entity], sex: str) -> list[Entity]:
    """Those whom "Mr" or "Mrs" may mean; the one whom it surely means if there is just one."""
    if not sex or len(entities) < 2:
        return entities
    fitting = [entity for entity in entities if _sex(entity) in ("", sex)] or entities
    clear = [entity for entity in fitting if _sex(entity) == sex]
    return clear if len(clear) == 1 else fitting
