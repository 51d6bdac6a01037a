"""A Word file without what nobody reads: who wrote it, what was changed, what lies behind the text.

The words that are read are never changed; a name in them is for the author to see to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from workbench.disclosure.cleaning.changes import Changes, count_changes, settle_changes
from workbench.disclosure.cleaning.hidden import hidden_styles, remove_hidden
from workbench.disclosure.cleaning.package import (
    TYPES,
    is_xml,
    keep_references,
    keep_types,
    packed,
    parsed,
    reachable,
    read_references,
    remarks_in,
    source_of,
    unpacked,
    written,
)
from workbench.disclosure.cleaning.pictures import BARE, without_notes
from workbench.disclosure.cleaning.removed import Removed, Tally
from workbench.disclosure.cleaning.settings_xml import clean_settings, fixed_properties
from workbench.disclosure.cleaning.traces import remove_traces
from workbench.errors import Refused

_GONE = (
    (re.compile(r"word/(?:comments\w*|people)\.xml"), None),  # counted by their references
    (re.compile(r"docProps/thumbnail\.\w+"), Removed.THUMBNAIL),
    (re.compile(r"docProps/custom\.xml"), Removed.PROPERTIES),
    (re.compile(r"customXml/item\d*\.xml"), Removed.CUSTOM_XML),
    (re.compile(r"customXml/.*"), None),
    (re.compile(r"word/printerSettings\d*\.bin|.*/printerSettings/.*"), Removed.OTHERS),
    (re.compile(r"(?:docMetadata|_xmlsignatures|customUI|userCustomization)/.*"), Removed.OTHERS),
    (re.compile(r"word/(?:webextensions/.*|attachedToolbars\.bin|customizations\.xml)"),
     Removed.OTHERS),
    (re.compile(r"word/(?:stylesWithEffects\.xml|glossary/.*)"), None),
)  # fmt: skip
_GONE_KINDS = (
    "attachedTemplate",
    "mailMergeSource",
    "mailMergeHeaderSource",
    "mailMergeRecipientData",
)
_PICTURE = re.compile(r"\.(?:png|jpe?g|jpe|jfif|gif|tiff?|webp|emf|wmf|bmp|dib|svg)$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned file: its bytes, what was taken out, in words, and what to know besides."""

    content: bytes
    removed: tuple[str, ...]
    told: tuple[str, ...]


def clean_word(content: bytes, changes: Changes | None = None) -> Cleaned:
    """A cleaned copy of a Word file. Tracked changes are settled as ``changes`` says; refuses when
    there are some and nothing is said."""
    parts = unpacked(content)
    tally = Tally()
    trees = {name: parsed(body) for name, body in parts.items() if _is_text(name)}
    tally.note(Removed.REMARKS, sum(remarks_in(parts[name]) for name in trees))
    number = sum(map(count_changes, trees.values()))
    if number and changes is None:
        many = "1 tracked change" if number == 1 else f"{number:,} tracked changes"
        raise Refused(
            f"This file holds {many}. Choose whether to accept or reject them all, or settle "
            "them in Word first."
        )
    _drop_parts(parts, tally)
    _clean_trees({name: trees[name] for name in trees if name in parts}, parts, tally, changes)
    _drop_references(parts, tally)
    _drop_orphans(parts, tally)
    _clean_pictures(parts, tally)
    fixed_properties(parts, tally)
    parts[TYPES] = keep_types(parts[TYPES], set(parts))
    return Cleaned(packed(parts), tally.in_words(), tuple(tally.told))


def tracked_changes(content: bytes) -> int:
    """How many tracked changes a Word file holds."""
    parts = unpacked(content)
    return sum(count_changes(parsed(body)) for name, body in parts.items() if _is_text(name))


def _is_text(name: str) -> bool:
    """Whether a part may hold words: all of Word's own XML."""
    return name.startswith("word/") and name.endswith(".xml")


def _drop_parts(parts: dict[str, bytes], tally: Tally) -> None:
    for name in list(parts):
        for pattern, what in _GONE:
            if pattern.fullmatch(name):
                del parts[name]
                if what is not None:
                    tally.note(what)
                break


def _clean_trees(
    trees: dict[str, etree._Element], parts: dict[str, bytes], tally: Tally, changes: Changes | None
) -> None:
    styles = trees.get("word/styles.xml")
    hidden = frozenset() if styles is None else hidden_styles(styles)
    for name, root in trees.items():
        if changes is not None:
            accepted = changes is Changes.ACCEPT
            what = Removed.ACCEPTED if accepted else Removed.REJECTED
            tally.note(what, settle_changes(root, changes))
        tally.note(Removed.HIDDEN, remove_hidden(root, hidden))
        remove_traces(root, tally)
        if name == "word/settings.xml":
            clean_settings(root, tally)
        parts[name] = written(root)


def _drop_references(parts: dict[str, bytes], tally: Tally) -> None:
    """References to what is gone, and to the template that this was made from."""
    for name in [one for one in parts if one.endswith(".rels")]:
        if name != "_rels/.rels" and source_of(name) not in parts:
            del parts[name]
            continue
        kept = set()
        for one in read_references(name, parts[name]):
            if one.kind == "attachedTemplate":
                tally.note(Removed.TEMPLATE)
            if one.kind == "package" and source_of(name).startswith("word/charts/"):
                tally.note(Removed.WORKBOOKS)
            elif one.kind not in _GONE_KINDS and (one.outside or one.target in parts):
                kept.add(one.id)
        left = keep_references(parts[name], kept)
        if left is None:
            del parts[name]
        else:
            parts[name] = left


def _drop_orphans(parts: dict[str, bytes], tally: Tally) -> None:
    used = reachable(parts)
    for name in set(parts) - used:
        del parts[name]
        tally.note(Removed.ORPHANS)


def _clean_pictures(parts: dict[str, bytes], tally: Tally) -> None:
    for name in filter(lambda one: _PICTURE.search(one.lower()), list(parts)):
        bare = without_notes(parts[name])
        if bare is not None:
            tally.note(Removed.PICTURE_NOTES, int(bare != parts[name]))
            parts[name] = bare
        elif not name.lower().endswith(BARE):
            tally.told.append(
                "A picture is of a kind whose notes cannot be taken off. In Word, save it as PNG, "
                "and put that in its place."
            )
    if any(not is_xml(name) and name.startswith("word/embeddings/") for name in parts):
        tally.told.append("A file is embedded in the text. It was left as it is.")
