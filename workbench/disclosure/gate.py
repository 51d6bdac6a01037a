"""The gate: the one way by which content leaves the record.

It takes a document as it stands in the record and gives the document that an audience may see. Only
this file can make a :class:`Disclosed`; whatever draws, writes or copies takes nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.disclosure.audiences import Audience
from workbench.disclosure.decisions import Decision
from workbench.disclosure.disclosing import Account, Unresolved
from workbench.disclosure.marking import Stretch, marked_again
from workbench.disclosure.register import Register
from workbench.disclosure.remembering import Remembering, remembering
from workbench.errors import Refused
from workbench.model.blocks import (
    Block,
    Board,
    Document,
    Inline,
    Marked,
    Mention,
    Moment,
    Rewrite,
    Table,
    Words,
    rewrite_document,
)
from workbench.model.rulings import Ruling

_OURS = object()


class Disclosed:
    """A document that has been through the gate: plain text only, and what was held back."""

    __slots__ = ("audience", "decided", "document", "replaced", "unresolved")

    document: Document
    audience: Audience
    unresolved: tuple[Unresolved, ...]
    replaced: tuple[tuple[str, int], ...]
    decided: tuple[Decision, ...]

    def __init__(
        self, ours: object, document: Document, audience: Audience, account: Account
    ) -> None:
        if ours is not _OURS:
            raise TypeError("Only the gate makes disclosed content: call disclose().")
        if not all(isinstance(part, str) for part in _parts(document)):
            raise TypeError("Disclosed content holds plain text only.")
        object.__setattr__(self, "document", document)
        object.__setattr__(self, "audience", audience)
        object.__setattr__(self, "unresolved", tuple(account.unresolved))
        object.__setattr__(self, "decided", tuple(account.decided))
        object.__setattr__(self, "replaced", tuple(sorted(account.replaced.items())))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Disclosed content cannot be changed.")

    def __reduce__(self) -> str:
        raise TypeError("Disclosed content cannot be copied past the gate.")


def _parts(document: Document) -> Iterator[Inline]:
    found: list[Inline] = []

    def look(words: Words, place: str) -> Words:
        found.extend(words)
        for part in words:
            if isinstance(part, Marked):
                look(part.mark.footnote, place)
        return words

    rewrite_document(document, look)
    return iter(found)


def _with_titles(block: Block, discloser: Remembering, account: Account) -> Block:
    """Column headings are fixed words of the program; they go through the gate all the same."""

    def said(title: str) -> str:
        return discloser.text(title, block.place or "a column heading", account)

    match block:
        case Table():
            columns = tuple(replace(one, title=said(one.title)) for one in block.columns)
            return replace(block, columns=columns)
        case Board():
            left = replace(block.left, title=said(block.left.title))
            return replace(
                block, left=left, right=replace(block.right, title=said(block.right.title))
            )
        case _:
            return block


def disclose(
    document: Document, register: Register, audience: Audience, rulings: Sequence[Ruling] = ()
) -> Disclosed:
    """The document as this audience may see it. What nobody has ruled on is masked and listed."""
    discloser = remembering(register, audience, rulings)
    account = Account()

    def inline(part: Inline, place: str) -> str:
        match part:
            case Moment():
                return discloser.moment(part, account)
            case Mention():
                return discloser.mention(part.person, place, account)
            case _:
                return discloser.text(part, place, account)

    def say(words: Words, place: str) -> Words:
        said: list[str] = []
        for part, stretches in _joined(words):
            told = inline(part, place)
            if isinstance(part, Moment) and not said:
                told = told[:1].upper() + told[1:]  # it opens a cell or a sentence
            if stretches:
                notes = [_noted(one, say, place) for one in stretches]
                said += marked_again(str(part), told, notes)
            else:
                said.append(told)
        return tuple(text for text in said if text)

    safe = rewrite_document(document, say)
    sections = tuple(
        replace(one, blocks=tuple(_with_titles(block, discloser, account) for block in one.blocks))
        for one in safe.sections
    )
    return Disclosed(_OURS, replace(safe, sections=sections), audience, account)


def _joined(words: Words) -> Iterable[tuple[Inline, list[Stretch]]]:
    """The parts with neighbouring text in one piece, so that no name hides across two; with the
    marks that stood on parts of it."""
    alone = len(words) == 1 and type(words[0]) is str  # as mostly: one text, without marks
    return [(words[0], [])] if alone else _in_one_piece(words)


def _in_one_piece(words: Words) -> Iterator[tuple[Inline, list[Stretch]]]:
    text = ""
    stretches: list[Stretch] = []
    for part in words:
        if isinstance(part, str):
            if isinstance(part, Marked):
                stretches.append(Stretch(len(text), len(text) + len(part), part.mark))
            text += part
            continue
        if text:
            yield text, stretches
        text, stretches = "", []
        yield part, []
    if text:
        yield text, stretches


def _noted(stretch: Stretch, say: Rewrite, place: str) -> Stretch:
    """The stretch with its footnote as it may be read."""
    mark = stretch.mark
    if not mark.footnote:
        return stretch
    footnote = say(mark.footnote, f"{place}, footnote")
    return replace(stretch, mark=replace(mark, footnote=footnote))


def require_resolved(disclosed: Disclosed) -> None:
    """Refuse to go on while anything is held back; say how much and where, never what."""
    count = len(disclosed.unresolved)
    if not count:
        return
    places = Counter(one.place or "the text" for one in disclosed.unresolved)
    named = [f"{place} ({number})" for place, number in places.most_common(8)]
    more = f" and {len(places) - 8} other places" if len(places) > 8 else ""
    what = "1 name or number has" if count == 1 else f"{count} names or numbers have"
    raise Refused(
        f"{what} not been ruled on: in {', '.join(named)}{more}. "
        "Open Names to check, rule on each, and write the report again."
    )
