"""One text made safe for one audience: each finding replaced, kept, or held back for the author."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum

from workbench.disclosure.audiences import Audience
from workbench.disclosure.decisions import Decision
from workbench.disclosure.detectors.ages import band_of
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.detectors.sexes import neutral
from workbench.disclosure.finder import Finder
from workbench.disclosure.grammar import dated, drops_mark, fitted
from workbench.disclosure.moments import moment_in_words, single_day
from workbench.disclosure.normalise import Passage, passage_of
from workbench.disclosure.register import Entity
from workbench.disclosure.rulings import Rulings, context_of, surface_of
from workbench.disclosure.wording import REMOVED, coarser, day_of_words, exact, since
from workbench.model.blocks import Moment
from workbench.model.rulings import Ruling, Verdict

MASK = "[name to be checked]"
_SENTENCE_END = re.compile(r"[.!?…]['\")\]]*\s|\n")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Rev|No|vs|approx)|\b[A-Za-z])\.\s$")


class Reason(StrEnum):
    """Why words are held back."""

    UNKNOWN = "unknown"  # capitalised words on which nobody has ruled
    UNSURE = "unsure"  # a registered form that may mean something or somebody else
    UNNAMED = "unnamed"  # registered, but without a pseudonym or published form


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that were masked, where they stand, and why. For the author's own eyes only."""

    words: str
    place: str
    sentence: str
    reason: Reason
    kind: Kind
    entities: tuple[str, ...] = ()


@dataclass
class Account:
    """What happened on the way through one document."""

    unresolved: list[Unresolved] = field(default_factory=list)
    replaced: Counter[str] = field(default_factory=Counter)
    decided: list[Decision] = field(default_factory=list)
    recent: Recent = field(default_factory=Recent)


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence in which the characters stand."""
    first = 0
    for match in _SENTENCE_END.finditer(text, max(0, start - 1000), start):
        if not _ABBREVIATED.search(text[max(0, match.end() - 8) : match.end()]):
            first = match.end()
    first = max(first, start - 1000)
    last = len(text)
    for match in _SENTENCE_END.finditer(text, end):
        if not _ABBREVIATED.search(text[max(0, match.end() - 8) : match.end()]):
            last = match.end()
            break
    return text[first : min(last, end + 1000)].strip()


@dataclass(frozen=True, slots=True)
class _Case:
    """One finding with its words, what stands round them, their sentence and their place."""

    found: Found
    words: str
    before: str
    after: str
    sentence: str
    place: str


class Discloser:
    """Makes text safe for one audience with one register and one set of rulings."""

    def __init__(self, finder: Finder, audience: Audience, rulings: Rulings) -> None:
        self._finder = finder
        self._audience = audience
        self._rulings = rulings
        self._register = finder.index.register

    def text(self, text: str, place: str, account: Account) -> str:
        """The text as the audience may read it; what happened is added to the account."""
        passage = passage_of(text)
        pieces: list[str] = []
        stays: list[str] = []
        done = 0
        for found in self._found(passage, account):
            start, end = passage.original_span(found.start, found.end)
            sentence = sentence_around(text, start, end)
            lead = text[max(0, start - 40) : start]
            case = _Case(found, text[start:end], lead, text[end : end + 24], sentence, place)
            said = self._said(case, account)
            if said is None:
                stays.append(text[start:end])
                continue
            before, after = text[done:start], text[end : end + 4]
            before, said = self._fitted(found, text, (start, end), before, said)
            pieces += [before, said]
            done = end + drops_mark(case.words, said, after)
            if not said:  # "the Okafor family" is now "the family"
                done += text[done : done + 1].isspace()
        pieces.append(text[done:])
        disclosed = "".join(pieces)
        account.decided += [Decision(words, disclosed) for words in stays]
        return disclosed

    def _fitted(
        self, found: Found, text: str, span: tuple[int, int], before: str, said: str
    ) -> tuple[str, str]:
        """What stands before a finding, and what is said instead of it, as the sentence needs."""
        start, end = span
        opens = start
        if found.kind in (Kind.DATE, Kind.BIRTH_DATE):
            kind = self._audience.date if found.kind is Kind.DATE else self._audience.birth_date
            kept = dated(before, said, kind == "exact")
            if not kept.lower().endswith(("in ", "on ")):
                on = _ON_THE.search(text, max(0, start - 8), start)
                opens = on.start() if on else start  # what "On" opened is opened by the day now
            before = kept
        starts = _opens_sentence(text, opens)
        shouted = _shouted(text, start, end) and not said.startswith("[")
        return fitted(before, said, text[end : end + 4], starts=starts, shouted=shouted)

    def _found(self, passage: Passage, account: Account) -> list[Found]:
        found = self._finder.find(passage, account.recent)
        bands = self._audience.age == "band"
        return self._finder.telling(passage, found, account.recent, ages_too=bands)

    def moment(self, part: Moment, account: Account) -> str:
        """A time as the audience may read it; a day also from the one before it: "the next day"."""
        births = self._register.births
        said = moment_in_words(part.when, self._audience, clock=part.clock, births=births)
        day = single_day(part.when)
        if self._audience.date != "relative" or part.clock or day is None or day in births:
            return said
        told = since(account.recent.day, day)
        account.recent = replace(account.recent, day=day)
        return told or said

    def mention(self, key: str, place: str, account: Account) -> str:
        """The name of a person as the audience may read it."""
        entity = self._register.entity(key)
        if entity is not None and entity.keep:
            return entity.name
        shown = self._shown(entity)
        if entity is not None and entity.sex_withheld:
            account.recent = replace(account.recent, topic=key)
        if entity is not None and shown:
            account.replaced[entity.kind.value] += 1
            return shown
        words = entity.name if entity else "a person who is not in the record"
        ids = (key,) if entity else ()
        account.unresolved.append(Unresolved(words, place, words, Reason.UNNAMED, Kind.PERSON, ids))
        return MASK

    def _said(self, case: _Case, account: Account) -> str | None:
        """What stands instead of the finding; None if it stays as it is."""
        ruling = self._ruling(case)
        ruled = self._ruled(ruling, account) if ruling is not None else _UNRULED
        entity = self._register.entity(case.found.entity)
        if ruled != _UNRULED:
            return ruled
        if entity is not None and entity.keep and case.found.kind is not Kind.SEX:
            return None
        said = self._replacement(case, entity, account) if case.found.certain else None
        if said == case.words:
            return None
        if said is None:
            account.unresolved.append(self._question(case, entity))
            return MASK
        account.replaced[case.found.kind.value] += 1
        return said

    def _ruling(self, case: _Case) -> Ruling | None:
        if case.found.kind is Kind.SEX:  # "he" is judged sentence by sentence
            return self._rulings.here.get((surface_of(case.words), context_of(case.sentence)))
        return self._rulings.on(case.words, case.sentence)

    def _ruled(self, ruling: Ruling, account: Account) -> str | None:
        if ruling.verdict in (Verdict.ORDINARY, Verdict.KEEP):
            return None
        said = ruling.replacement.strip()
        if ruling.verdict is Verdict.REGISTERED:
            entity = self._register.entity(ruling.entity)
            if entity is not None and entity.keep:
                return None
            said = entity.shown_as.strip() if entity else ""
        if not said or self._finder.names_in(said):
            return _UNRULED
        account.replaced["ruled"] += 1
        return said

    def _question(self, case: _Case, entity: Entity | None) -> Unresolved:
        if case.found.kind is Kind.UNKNOWN or case.found.rule in _BY_KIND:
            reason = Reason.UNKNOWN
        else:
            reason = Reason.UNNAMED if case.found.certain else Reason.UNSURE
        ids = (entity.id,) if entity else self._finder.suggestions(case.words)
        return Unresolved(case.words, case.place, case.sentence, reason, case.found.kind, ids)

    def _replacement(self, case: _Case, entity: Entity | None, account: Account) -> str | None:
        """What stands instead of a certain finding; None if there is nothing to say yet."""
        found, audience = case.found, self._audience
        if found.family:
            named = re.match(r"\s*(?:family|household|home)\b", case.after)
            return "" if named else "family"
        if found.kind in (Kind.PERSON, Kind.PLACE, Kind.ORG):
            return self._shown(entity)
        if found.kind is Kind.SEX:
            return neutral(case.words, case.after) if audience.sex == "neutral" else None
        if found.kind is Kind.DATE:
            return self._day(case, account)
        if found.kind is Kind.BIRTH_DATE:
            return coarser(case.words, _no_relative(audience.birth_date))
        return (band_of(case.words) if found.kind is Kind.AGE else "") or REMOVED

    def _day(self, case: _Case, account: Account) -> str:
        """A day as the audience may read it, and then from the day before it if it reads so."""
        if self._audience.date != "relative":
            return coarser(case.words, self._audience.date)
        recent = account.recent
        day = exact(day_of_words(case.words), recent.day)
        stands_free = _STANDS_FREE.search(case.before) or not case.before.strip()
        said = since(recent.day, day) if stands_free else ""
        recent.day = day or recent.day
        return said or coarser(case.words, "month")

    def _shown(self, entity: Entity | None) -> str | None:
        """What the audience reads for an entity; nothing if that would give somebody away."""
        if entity is None:
            return None
        choice = getattr(self._audience, entity.kind.value)
        if choice == "remove":
            return REMOVED
        shown = entity.shown_as.strip()
        if choice == "role" and entity.role:
            shown = entity.role
        return shown if shown and not self._finder.names_in(shown) else None


# Places that nobody registered and what may be a number or a day of somebody's: asked about once.
_BY_KIND = ("small place", "street", "perhaps", "unexplained")
_UNRULED = "\0"
_ON_THE = re.compile(r"\bon\s(?:the\s)?$", re.IGNORECASE)
_STANDS_FREE = re.compile(r"(?:\bon(?: the)?|[.:;,!?|•*-])\s*$|\n$", re.IGNORECASE)


def _no_relative(coarse: str) -> str:
    return "month" if coarse == "relative" else coarse


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 6) : start]
    if not before.strip(" \"'“‘([*•-"):
        return True
    return bool(
        re.search(r"(?:[.!?…]['\")\]’”]*\s+|\n\s*)[\"'“‘(]*$", before)
    ) and not _ABBREVIATED.search(before)


def _shouted(text: str, start: int, end: int) -> bool:
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    return line.isupper() and len(line) > end - start
