"""The record's past in plain words: what fields are called, and what their values say.

What each field is called stands in ``resources/wording/fields.json``; a field that is not there is
called by its own name. The names of steps use the same words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from functools import cache
from typing import Any, get_type_hints

from workbench.model.changes import ItemChange
from workbench.model.facts import Fact, references_of
from workbench.model.kinds import KINDS
from workbench.model.when import When
from workbench.resources import label_of, read_json
from workbench.review import Review
from workbench.store.rows import when_from

LONGEST_NAME = 90
MOVED = "moved"
NOT_KNOWN = "something that is not there any more"
_KINDS = {kind.kind: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class KindWords:
    """What one fact of a kind and several are called, the heading above them, the page that shows
    them, how one of them is named, and what each of its fields is called."""

    one: str
    several: str
    many: str
    page: str
    name: str
    fields: Mapping[str, FieldWords]


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What a field is called, and how its value is to be read: by the vocabulary ``codes``, by
    ``words`` of its own, as the id of one ``of`` these kinds, or as ``shown`` (a day, a moment, a
    section, a place in an order). ``step`` is what it is called within the name of a step, where
    its label reads badly there ("Why it happened")."""

    label: str
    step: str = ""
    codes: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    of: tuple[str, ...] = ()
    shown: str = ""


@cache
def kind_words(kind: str) -> KindWords:
    """What facts of this kind are called."""
    told = read_json("wording", "fields.json").get(kind, {})
    named = {
        name: FieldWords(**{**each, "of": tuple(each.get("of", ()))})
        for name, each in told.get("fields", {}).items()
    }
    plain = kind.replace("_", " ")
    return KindWords(
        told.get("one", plain),
        told.get("several", f"{plain}s"),
        told.get("many", plain.capitalize()),
        told.get("page", ""),
        told.get("name", ""),
        named,
    )


def field_words(kind: str, name: str) -> FieldWords:
    """What this field is called and how it is read."""
    known = kind_words(kind).fields.get(name)
    return known or FieldWords(name.replace("_", " ").capitalize())


def in_step(kind: str, name: str) -> str:
    """What this field is called within the name of a step: "reviewer’s comment"."""
    known = field_words(kind, name)
    return known.step or known.label[:1].lower() + known.label[1:]


@cache
def _refers_to(kind: str) -> dict[str, tuple[str, ...]]:
    """Which kinds each field of this kind may refer to."""
    noted = {each.name: field_words(kind, each.name).of for each in fields(_KINDS[kind])}
    noted |= {name: (points.to,) for name, points in references_of(_KINDS[kind])}
    return {name: of for name, of in noted.items() if of}


@cache
def _hints(kind: type[Fact]) -> dict[str, Any]:
    return get_type_hints(kind)


class Words:
    """Says the values of one record's journal in words. ``say_when`` puts a time into words."""

    def __init__(self, review: Review, say_when: Callable[[When], str]) -> None:
        self._review, self._say_when = review, say_when
        self._known: dict[tuple[str, str], dict[str, Any]] = {}
        self._names: dict[tuple[str, str], str] = {}

    def learn(self, changes: Iterable[ItemChange]) -> None:
        """Ask at once for everything that naming these items needs."""
        wanted: dict[str, set[str]] = defaultdict(set)
        for change in changes:
            whole = change.after if change.before is None else change.before
            if change.before is None or change.after is None:
                self._known[change.kind, change.id] = whole or {}
            else:
                wanted[change.kind].add(change.id)
        for kind, ids in wanted.items():
            found = self._review.last_known(_KINDS[kind], sorted(ids))
            self._known |= {(kind, key): values for key, values in found.items()}

    def name_of(self, kind: str, id: str) -> str:  # noqa: A002 # the field's name
        """What a fact is called, there or deleted: a person's name, an entry's day and words."""
        key = (kind, id)
        if key not in self._names:
            if key not in self._known:
                self._known |= {
                    (kind, each): values
                    for each, values in self._review.last_known(_KINDS[kind], [id]).items()
                }
            values = self._known.get(key)
            self._names[key] = NOT_KNOWN  # where two facts name each other
            self._names[key] = NOT_KNOWN if values is None else self._named(kind, values)
        return self._names[key]

    def _named(self, kind: str, values: Mapping[str, Any]) -> str:
        def say(match: re.Match[str]) -> str:
            value = values.get(match[1])
            if value and _hints(_KINDS[kind]).get(match[1]) is When:
                return self._say_when(when_from(value))  # a name is short: not as it was written
            return self.value(kind, match[1], value)

        pattern = kind_words(kind).name
        told = " ".join(re.sub(r"\{(\w+)\}", say, pattern).split()).strip(" :,")
        told = told or f"{kind_words(kind).one} without a name"
        return told if len(told) <= LONGEST_NAME else f"{told[:LONGEST_NAME].rstrip()}…"

    def value(self, kind: str, name: str, value: Any) -> str:
        """What a field's value says; nothing when it is empty."""
        if value is None or value in ("", [], ()):
            return ""
        known = field_words(kind, name)
        if name in _refers_to(kind):
            return self._referred(_refers_to(kind)[name], value)
        if _hints(_KINDS[kind]).get(name) is When:
            return self._when(value)
        return _coded(known, value) if known.shown or known.codes else _plain(known, value)

    def _referred(self, kinds: tuple[str, ...], value: Any) -> str:
        ids = value if isinstance(value, list | tuple) else [value]
        return "; ".join(self._first_name(kinds, str(each)) for each in ids)

    def _first_name(self, kinds: tuple[str, ...], id: str) -> str:  # noqa: A002
        names = (self.name_of(kind, id) for kind in kinds)
        return next((name for name in names if name != NOT_KNOWN), NOT_KNOWN)

    def _when(self, value: Any) -> str:
        when = when_from(value)
        if not when.dated and not when.text:
            return ""
        said = self._say_when(when)
        if not when.text or when.text == said:
            return said
        return f"{said} (written “{when.text}”)" if when.dated else when.text


def _coded(known: FieldWords, value: Any) -> str:
    """A value that is not itself what people read."""
    return _SHOWN[known.shown](str(value)) if known.shown else label_of(known.codes, str(value))


def _plain(known: FieldWords, value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list | tuple):
        return "; ".join(_one_of(each) for each in value)
    return known.words.get(str(value), str(value))


def _one_of(each: Any) -> str:
    """One of several values: a word, or a small fact such as a count of something."""
    return ": ".join(str(part) for part in each.values()) if isinstance(each, dict) else str(each)


def day_said(day: str) -> str:
    """An ISO day as people write it; what is none is said as it is."""
    try:
        known = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{known.day} {known:%B %Y}"


def moment_said(moment: str) -> str:
    """A moment in UTC as this computer's clock has it."""
    try:
        return at_said(datetime.fromisoformat(moment))
    except ValueError:
        return moment


def at_said(moment: datetime) -> str:
    """ "3 May 2026 at 14:05", as this computer's clock has it."""
    local = moment.astimezone()
    return f"{local.day} {local:%B %Y} at {local:%H:%M}"


def _section_said(section: str) -> str:
    return section.replace("_", " ").replace("-", " ").capitalize()


_SHOWN: dict[str, Callable[[str], str]] = {
    "day": day_said,
    "moment": moment_said,
    "section": _section_said,
    "place": lambda _: MOVED,
}
