"""The account of what was taken out of a Word file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Removed(StrEnum):
    """What is taken out, in the words in which it is told: one, and several."""

    PROPERTIES = "property of the document (author, company, title and the like)"
    COMMENTS = "comment"
    ACCEPTED = "tracked change, which was accepted"
    REJECTED = "tracked change, which was rejected"
    HIDDEN = "piece of hidden text"
    THUMBNAIL = "small picture of the first page"
    CUSTOM_XML = "piece of data behind the text (custom XML)"
    TEMPLATE = "path of the template"
    TRACES = "number that tells drafts and editors apart"
    VARIABLES = "document variable or mail-merge source"
    WORKBOOKS = "workbook behind a chart"
    PICTURE_NOTES = "picture’s notes (camera, place, who took it)"
    ORPHANS = "part that nothing in the document uses"
    REMARKS = "remark in the file’s own code"
    OTHERS = "printer, label or signature part"


_SEVERAL = {
    Removed.PROPERTIES: "properties of the document (author, company, title and the like)",
    Removed.ACCEPTED: "tracked changes, which were accepted",
    Removed.REJECTED: "tracked changes, which were rejected",
    Removed.HIDDEN: "pieces of hidden text",
    Removed.THUMBNAIL: "small pictures of the first page",
    Removed.CUSTOM_XML: "pieces of data behind the text (custom XML)",
    Removed.TEMPLATE: "paths of templates",
    Removed.TRACES: "numbers that tell drafts and editors apart",
    Removed.VARIABLES: "document variables or mail-merge sources",
    Removed.WORKBOOKS: "workbooks behind charts",
    Removed.PICTURE_NOTES: "pictures’ notes (camera, place, who took it)",
    Removed.ORPHANS: "parts that nothing in the document uses",
    Removed.REMARKS: "remarks in the file’s own code",
    Removed.OTHERS: "printer, label or signature parts",
}


@dataclass
class Tally:
    """How much of what was taken out, and what the author should know besides."""

    counts: Counter[Removed] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def note(self, what: Removed, number: int = 1) -> None:
        """Count what was taken out."""
        if number:
            self.counts[what] += number

    def in_words(self) -> tuple[str, ...]:
        """One line for each kind: "3 comments"."""
        return tuple(
            f"{self.counts[what]:,} {what.value if self.counts[what] == 1 else _plural(what)}"
            for what in Removed
            if self.counts[what]
        )


def _plural(what: Removed) -> str:
    return _SEVERAL.get(what, f"{what.value}s")
