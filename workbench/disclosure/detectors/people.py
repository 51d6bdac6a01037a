"""Whom a name means: neighbouring parts are joined, titles taken along, shared names told apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.disclosure.detectors.beside import Named, titled, with_initials
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.lettered import EVERYDAY
from workbench.disclosure.detectors.meant import meant
from workbench.disclosure.detectors.names import Hit
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.recent import STRANGER, Recent
from workbench.disclosure.detectors.strangers import Stranger, Strangers
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.normalise import atoms_of
from workbench.disclosure.register import Entity, EntityKind

__all__ = ["Recent", "people"]

_STAFF = word_list("people.staff")
_FAMILY_AFTER = word_list("context.family_after")
_FIRMS = word_list("people.firms")
_SHORT_HEADS = word_list("places.short_heads")
_HEADS = _SHORT_HEADS | word_list("places.other_heads")
_ORDERS = frozenset(
    ("sister", "matron", "brother", "father", "staff", "teacher", "coach", "coroner", "recorder")
)


def people(
    reading: Reading, hits: list[Hit], index: Index, recent: Recent, strangers: Strangers
) -> list[Found]:
    """The names found, each once, whole, and with the entity that it means where that is clear."""
    recent.passage += 1
    found: list[Found] = []
    if not hits:
        return found
    before: Hit | None = None
    for hit in _joined(reading, _longest(reading, hits)):
        _introduced(reading, before, hit, recent)
        before = hit
        other = strangers.at(reading, hit)
        if other is None:
            found.append(_found(reading, hit, index, recent))
        else:
            found.append(_stranger(reading, other, recent))
    return found


def _stranger(reading: Reading, other: Stranger, recent: Recent) -> Found:
    """Somebody who has a registered name and is not registered."""
    recent.note(other.names, STRANGER)
    first = titled(reading, Named(other.first, other.last, set())).first
    start, end = reading.starts[first], reading.ends[other.last]
    return Found(start, end, Kind.UNKNOWN, certain=False, rule="stranger")


def _introduced(reading: Reading, before: Hit | None, hit: Hit, recent: Recent) -> None:
    """ "Nadine Pryce-Jones (NPJ)": from here on these letters are hers."""
    if before is None or hit.rule != "initials" or before.last != hit.first - 1:
        return
    shared = _entities(before.forms) & _entities(hit.forms)
    beside = reading.gap(hit.first) == " (" and reading.gap(hit.last + 1).startswith(")")
    if beside and len(shared) == 1 and before.strength is Strength.SURE:
        recent.give_letters("".join(reading.atoms[hit.first : hit.last + 1]), shared.pop())


def _width(hit: Hit) -> int:
    return hit.last - hit.first


def _rank(hit: Hit) -> tuple[int, bool, int]:
    return (hit.last - hit.first, hit.certain, hit.strength)


def _over_lines(reading: Reading, hit: Hit) -> bool:
    return any("\n" in reading.gap(place) for place in range(hit.first + 1, hit.last + 1))


def _by_place(hits: Iterable[Hit]) -> list[Hit]:
    """Each place once; two hits on the same words become one with the forms of both."""
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
            by_place[place] = other._replace(forms=forms)
    return list(by_place.values())


def _full(reading: Reading, met: list[Hit]) -> bool:
    """Whether the first is a full name and all the others are parts of it."""
    whole, *parts = met
    if whole.first == whole.last or _over_lines(reading, whole):
        return False
    return all(whole.first <= hit.first and hit.last <= whole.last for hit in parts)


def _longest(reading: Reading, hits: list[Hit]) -> list[Hit]:
    """Of overlapping hits the longest."""
    if len(hits) == 1:
        return hits
    met = sorted(_by_place(hits), key=_width, reverse=True)
    if len(met) < 2:
        return met
    if _full(reading, met):
        return met[:1]
    kept: list[Hit] = []
    taken: set[int] = set()
    for over, hit in sorted(
        ((_over_lines(reading, hit), hit) for hit in met),
        key=lambda one: (one[1].first < one[1].last, not one[0], *_rank(one[1])),
        reverse=True,
    ):
        words = range(hit.first, hit.last + 1)
        if all(word in taken for word in words) or (over and any(word in taken for word in words)):
            continue  # "Ball, Sorina\nBall, Corvin" are two of one family
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
                form for form in dict.fromkeys((*before.forms, *hit.forms)) if form.entity in shared
            )
            full = not all(form.family for form in forms)  # "Mac Giolla" is no more than a part
            if full:
                forms = tuple(replace(form, strength=Strength.SURE) for form in forms)
            certain, rule = before.certain or hit.certain, "joined" if full else hit.rule
            joined[-1] = Hit(before.first, max(hit.last, before.last), forms, certain, rule)
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


def _found(reading: Reading, hit: Hit, index: Index, recent: Recent) -> Found:
    named = with_initials(reading, Named(hit.first, hit.last, _entities(hit.forms)), index)
    called = titled(reading, named)
    first = called.first
    if first == named.first and _has_order(reading, first, hit.forms):
        first -= 1
    if named.strange:
        recent.note(reading.lows[hit.first : hit.last + 1], STRANGER)
    entity, clear = meant(hit.forms, named.ids, called, index=index, recent=recent)
    family = _whole_family(reading, hit, named)
    if family:
        entity, clear = None, True
    known = index.register.entity(entity or hit.forms[0].entity)
    strength = hit.strength
    spelled = named.initialled and strength > Strength.WEAK and reading.capital(named.first)
    certain = hit.certain or spelled or _at_work(reading, hit, known)
    if hit.rule == "initials" and entity:
        certain = _whose_letters(reading, hit, entity, certain and clear, recent)
    person = known is None or known.kind is EntityKind.PERSON
    kind = Kind(known.kind.value) if known and not person else Kind.PERSON
    last = _goes_on_to(reading, named.last, known)
    if last > named.last and known and not person:
        head = reading.lows[last]
        certain = certain and (head in _SHORT_HEADS or head in _FIRMS or head in _atoms(known))
    return Found(
        reading.starts[first],
        reading.ends[last],
        kind,
        entity,
        certain=certain and clear and not named.strange,
        rule=hit.rule,
        family=family,
        part=strength <= Strength.PART and kind is Kind.PERSON,
    )


def _has_order(reading: Reading, first: int, forms: tuple[Form, ...]) -> bool:
    """ "Sister Okafor", "Coach Okafor": a calling that is no title, before a family name."""
    before = reading.lows[first - 1] if first else ""
    if before not in _ORDERS or reading.gaps[first] != " " or not reading.capital(first - 1):
        return False
    return all(form.family for form in forms)


def _goes_on_to(reading: Reading, last: int, known: Entity | None) -> int:
    """The last word of a name with what follows it: "Golden Care Ltd", "ADELEKE G (Dr)"."""
    after = reading.low(last + 1)
    if known and known.kind is EntityKind.ORG and after in _FIRMS:
        return last + (reading.gap(last + 1) == " " and reading.capital(last + 1))
    if reading.gap(last + 1) == " (" and after in vocabulary().titles:
        return last + reading.gap(last + 2).startswith(")")
    if reading.gap(last + 1) == "/" and after == "c" and reading.lows[last] == "h":
        return last + 1  # "Dovecote H/C"
    if known and known.kind is not EntityKind.PERSON and after in _HEADS:
        return _with_heads(reading, last)
    return last


def _with_heads(reading: Reading, last: int) -> int:
    """What kind of place it is, as people shorten it or say it otherwise: "Elmfield Sch", "Dovecote
    H/C", "Harbour Unit"."""
    small = not reading.capital(last)
    while reading.gap(last + 1) == " " and reading.low(last + 1) in _HEADS:
        low, further = reading.low(last + 1), reading.low(last + 2)
        if len(low) == 1:
            both = further in ("c", "centre", "center") and reading.gap(last + 2) in ("/", " ", ".")
            return last + 2 * both
        if not reading.capital(last + 1) and not (small and low in _SHORT_HEADS):
            break
        last += 1
    return last


def _atoms(known: Entity) -> tuple[str, ...]:
    return tuple(atom for name in (known.name, *known.aliases) for atom in atoms_of(name))


def _whose_letters(reading: Reading, hit: Hit, entity: str, certain: bool, recent: Recent) -> bool:
    """Whether initials are somebody's for certain, as they are once they were said to be."""
    letters = "".join(reading.atoms[hit.first : hit.last + 1])
    if certain:
        recent.give_letters(letters, entity)
    return certain or (letters not in EVERYDAY and recent.whose_letters(letters) == entity)


def _whole_family(reading: Reading, hit: Hit, named: Named) -> bool:
    """ "The Hunters", "the Hunter family"."""
    if len(named.ids) < 2 or not all(form.family for form in hit.forms):
        return False
    return hit.rule == "plural" or reading.low(named.last + 1) in _FAMILY_AFTER


def _at_work(reading: Reading, hit: Hit, known: Entity | None) -> bool:
    """ "at Hillview", "Hillview staff": the short name means the organisation, not a town."""
    if known is None or known.kind is not EntityKind.ORG or hit.rule not in ("name", "word"):
        return False
    if reading.shouted(hit.first) or (
        reading.gap(hit.last + 1) == " " and reading.capital(hit.last + 1)
    ):
        return False
    at = reading.low(hit.first - 1) in ("at", "attends", "attended", "attending")
    return reading.capital(hit.first) and (at or reading.low(hit.last + 1) in _STAFF)
