"""One text made safe for one audience: each finding replaced, kept, or held back for the author."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.disclosure.audiences import Audience
from workbench.disclosure.decisions import Decision
from workbench.disclosure.detectors.dates import read_days
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.finder import Finder
from workbench.disclosure.grammar import dated, drops_mark, fitted
from workbench.disclosure.moments import MONTHS
from workbench.disclosure.normalise import passage_of
from workbench.disclosure.register import Entity
from workbench.disclosure.rulings import Rulings
from workbench.model.rulings import Ruling, Verdict

MASK = "[name to be checked]"
REMOVED = "[removed]"
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
    """One finding with its words, what follows them, their sentence and their place."""

    found: Found
    words: str
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
        for found in self._finder.find(passage, account.recent):
            start, end = passage.original_span(found.start, found.end)
            sentence = sentence_around(text, start, end)
            case = _Case(found, text[start:end], text[end : end + 12], sentence, place)
            said = self._said(case, account)
            if said is None:
                stays.append(text[start:end])
                continue
            before, after = text[done:start], text[end : end + 4]
            if found.kind in (Kind.DATE, Kind.BIRTH_DATE):
                coarse = (
                    self._audience.date if found.kind is Kind.DATE else self._audience.birth_date
                )
                before = dated(before, said, coarse == "exact")
            starts = _opens_sentence(text, start)
            shouted = _shouted(text, start, end) and not said.startswith("[")
            before, said = fitted(before, said, after, starts=starts, shouted=shouted)
            pieces += [before, said]
            done = end + drops_mark(case.words, said, after)
            if not said:  # "the Okafor family" is now "the family"
                done += text[done : done + 1].isspace()
        pieces.append(text[done:])
        disclosed = "".join(pieces)
        account.decided += [Decision(words, disclosed) for words in stays]
        return disclosed

    def mention(self, key: str, place: str, account: Account) -> str:
        """The name of a person as the audience may read it."""
        entity = self._register.entity(key)
        if entity is not None and entity.keep:
            return entity.name
        shown = self._shown(entity)
        if entity is not None and shown:
            account.replaced[entity.kind.value] += 1
            return shown
        words = entity.name if entity else "a person who is not in the record"
        ids = (key,) if entity else ()
        account.unresolved.append(Unresolved(words, place, words, Reason.UNNAMED, Kind.PERSON, ids))
        return MASK

    def _said(self, case: _Case, account: Account) -> str | None:
        """What stands instead of the finding; None if it stays as it is."""
        ruling = self._rulings.on(case.words, case.sentence)
        ruled = self._ruled(ruling, account) if ruling is not None else _UNRULED
        entity = self._register.entity(case.found.entity)
        if ruled != _UNRULED:
            return ruled
        if entity is not None and entity.keep:
            return None
        said = self._replacement(case, entity) if case.found.certain else None
        if said == case.words:
            return None
        if said is None:
            account.unresolved.append(self._question(case, entity))
            return MASK
        account.replaced[case.found.kind.value] += 1
        return said

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
        if case.found.kind is Kind.UNKNOWN:
            reason = Reason.UNKNOWN
        else:
            reason = Reason.UNNAMED if case.found.certain else Reason.UNSURE
        ids = (entity.id,) if entity else self._finder.suggestions(case.words)
        return Unresolved(case.words, case.place, case.sentence, reason, case.found.kind, ids)

    def _replacement(self, case: _Case, entity: Entity | None) -> str | None:
        """What stands instead of a certain finding; None if there is nothing to say yet."""
        found, audience = case.found, self._audience
        if found.family:
            named = re.match(r"\s*(?:family|household|home)\b", case.after)
            return "" if named else "family"
        if found.kind is Kind.DATE:
            return _coarser(case.words, audience.date)
        if found.kind is Kind.BIRTH_DATE:
            return _coarser(case.words, audience.birth_date)
        if found.kind in (Kind.PERSON, Kind.PLACE, Kind.ORG):
            return self._shown(entity)
        return REMOVED

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


_UNRULED = "\0"


def _coarser(words: str, coarse: str) -> str:
    """A written day with no more of it than the audience may read."""
    if coarse == "exact":
        return words
    read = next(iter(read_days(passage_of(words).text)), None)
    if read is None or coarse == "remove":
        return REMOVED
    day = read[2]
    if coarse == "year":
        return str(day.year) if day.year else REMOVED
    month = MONTHS[day.month - 1]
    return f"{month} {day.year}" if day.year else month


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
