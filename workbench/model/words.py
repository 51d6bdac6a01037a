"""Words: text with the times, people and marks that it holds, before and after the gate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from workbench.model.ids import PersonId
from workbench.model.when import When


@dataclass(frozen=True, slots=True)
class Moment:
    """A time within words. ``clock`` says the time of day alone ("11:40"), for a timeline."""

    when: When
    clock: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A person within words, to be named as the audience may hear it."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class Mark:
    """How a stretch of text differs from the text around it.

    ``refers_to`` is the ``anchor`` of a heading, paragraph or row elsewhere in the document: the
    text is then a link to it. ``footnote`` is printed at the foot of the page, its number after the
    stretch; a document without footnotes leaves the text as it is. ``added`` and ``removed`` tell,
    in a comparison, what came and went between two versions.
    """

    bold: bool = False
    italic: bool = False
    refers_to: str = ""
    footnote: Words = ()
    added: bool = False
    removed: bool = False


class Marked(str):
    """A stretch of text with a mark. It *is* text, so that whatever does not care for looks need
    not know of it. It is never empty. Adding or slicing gives plain text: the mark is lost, no
    word is."""

    __slots__ = ("mark",)
    mark: Mark

    def __new__(cls, text: str, mark: Mark) -> Self:
        """The text with its mark."""
        made = super().__new__(cls, text)
        made.mark = mark
        return made


Inline = str | Moment | Mention
Words = tuple[Inline, ...]


def words(*parts: Inline) -> Words:
    """Words from their parts, empty text left out."""
    return tuple(part for part in parts if part != "")
