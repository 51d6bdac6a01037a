"""What a template carries that no report may: earlier comments, tracked changes, traces of people.

Everything is removed from a copy, and what an officer would want to know of is told.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.report.parts.ooxml import Element, drop, local, parse, q, serialise, unwrap
from workbench.report.parts.package import CONTENT_TYPES, MAIN, relationships, rels_name
from workbench.report.parts.properties import core_properties, program_properties
from workbench.report.reading.mending import (
    complex_fields,
    part_soft_headings,
    put_in_order,
    release_form_fields,
)

# The relationships that a report keeps; a part that none of these reaches is left out.
_KEPT = frozenset(
    {"officeDocument", "core-properties", "extended-properties"}
    | {"styles", "numbering", "settings", "fontTable", "theme", "footnotes", "endnotes"}
    | {"header", "footer", "image", "hyperlink"}
)
_UNWRAPPED = frozenset({"ins", "moveTo", "smartTag", "customXml"})
_REMOVED = frozenset(
    {"del", "moveFrom", "proofErr", "permStart", "permEnd", "commentRangeStart"}
    | {"commentRangeEnd", "commentReference", "annotationRef", "dataBinding", "smartTagPr"}
    | {"customXmlPr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart"}
    | {"moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd"}
    | {"customXmlDelRangeStart", "customXmlDelRangeEnd", "cellIns", "cellDel", "cellMerge"}
    | {"numberingChange", "lastRenderedPageBreak", "rsid"}
)
_SETTINGS = frozenset(
    {"rsids", "docVars", "mailMerge", "attachedTemplate", "trackRevisions", "writeProtection"}
    | {"documentProtection", "attachedSchema", "saveThroughXslt", "revisionView", "proofState"}
    | {
        "docId",
        "chartTrackingRefBased",
        "activeWritingStyle",
        "smartTagType",
        "schemaLibrary",
        "documentType",
        "linkStyles",
    }
)
_IDENTITY_FIELDS = frozenset(
    {"AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "TEMPLATE"}
    | {"COMMENTS", "KEYWORDS", "DOCVARIABLE", "SAVEDATE", "CREATEDATE", "INFO"}
    | {"PRINTDATE", "EDITTIME", "REVNUM", "SUBJECT"}
)


def clean(parts: dict[str, bytes], main: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The parts that a report may start from, and what was found and taken out."""
    told = _found(parts, main)
    kept = _reachable(parts)
    fields = 0
    for name in list(kept):
        if not name.endswith(".xml") or name == CONTENT_TYPES or "/theme/" in name:
            continue
        root = parse(kept[name])
        if local(root) == "settings":
            _clean_settings(root)
        elif name.startswith("docProps/"):
            continue
        else:
            clean_tree(root)
            part_soft_headings(root)
            fields += release_form_fields(root)
        kept[name] = serialise(root)
    if fields:
        told += (f"The template is a form: {_many(fields, 'field')} to fill in were taken out.",)
    _reset_properties(kept)
    kept[CONTENT_TYPES] = _content_types(kept, main)
    return kept, told


def clean_tree(root: Element) -> None:
    """Accept tracked changes, and drop comments, traces of editing and fields that name people."""
    _drop_deleted_rows(root)
    for node in list(root.iter()):
        name = local(node)
        if node.attrib:
            for key in [key for key in node.attrib if _is_trace(str(key))]:
                del node.attrib[key]
        if node is root or node.getparent() is None:
            continue
        if name in _UNWRAPPED and len(node) and local(_above(node)) != "trPr":
            unwrap(node, node)
        elif (
            name in _REMOVED
            or name in _UNWRAPPED
            or name.endswith("PrChange")
            or name == "tblGridChange"
        ):
            drop(node)
    _drop_identity_fields(root)
    _drop_unused_bookmarks(root)
    put_in_order(root)


def _is_trace(key: str) -> bool:
    """Whether the attribute numbers the sessions in which Word edited the file."""
    return "}rsid" in key or key.endswith(("}paraId", "}textId"))


def _above(node: Element) -> Element:
    above = node.getparent()
    return node if above is None else above


def _drop_deleted_rows(root: Element) -> None:
    for row in list(root.iter(q("tr"))):
        properties = row.find(q("trPr"))
        if properties is not None and properties.find(q("del")) is not None:
            drop(row)


def _drop_identity_fields(root: Element) -> None:
    """Fields that Word would fill with a person, a file name or a time: code and result go."""
    for node in list(root.iter(q("fldSimple"))):
        if set(node.get(q("instr"), "").upper().split()[:1]) & _IDENTITY_FIELDS:
            drop(node)
    for paragraph in list(root.iter(q("p"))):
        for runs, code in complex_fields(paragraph):
            if set(code.upper().split()[:1]) & _IDENTITY_FIELDS:
                for run in runs:
                    if run.getparent() is not None:
                        drop(run)


def _drop_unused_bookmarks(root: Element) -> None:
    """Bookmarks to which nothing in the part refers: their names are a diary of its editing."""
    used = " ".join(node.text or "" for node in root.iter(q("instrText")))
    used += " ".join(node.get(q("instr"), "") for node in root.iter(q("fldSimple")))
    anchors = {node.get(q("anchor")) for node in root.iter(q("hyperlink"))}
    gone = set()
    for start in list(root.iter(q("bookmarkStart"))):
        name = start.get(q("name"), "")
        if name not in anchors and name not in used.split():
            gone.add(start.get(q("id")))
            drop(start)
    for end in list(root.iter(q("bookmarkEnd"))):
        if end.get(q("id")) in gone:
            drop(end)


def _clean_settings(root: Element) -> None:
    for child in list(root):
        if local(child) in _SETTINGS:
            root.remove(child)
        elif local(child) == "zoom" and child.get(q("percent")) is None:
            child.set(q("percent"), "100")  # the standard asks for it


def _found(parts: dict[str, bytes], main: str) -> tuple[str, ...]:
    """What the template held of earlier work, in words."""
    root = parse(parts[main])
    told = []
    comments = parts.get("word/comments.xml")
    number = len(parse(comments)) if comments else 0
    if number:
        told.append(f"The template held {_many(number, 'comment')}; not carried over.")
    tracked = sum(1 for _ in root.iter(q("ins"), q("del"), q("moveFrom"), q("moveTo")))
    if tracked:
        told.append(
            f"The template held {_many(tracked, 'tracked change')}; taken as accepted, and the "
            "marks not carried over."
        )
    if _properties_say_something(parts.get("docProps/core.xml", b"")):
        told.append("The template's properties (title, author and the like) were emptied.")
    return tuple(told)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _properties_say_something(core: bytes) -> bool:
    if not core:
        return False
    said: Callable[[Element], bool] = lambda node: (  # noqa: E731  # one condition, used once
        local(node) not in {"created", "modified", "revision", "language"} and bool(node.text)
    )
    return any(said(node) for node in parse(core))


def _reachable(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts that kept relationships lead to, with the relationships among them."""
    kept = {CONTENT_TYPES: parts[CONTENT_TYPES]}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        links = relationships(parts, part)
        wanted = {
            link.id
            for link in links
            if link.word in _KEPT and (link.external or link.target in parts)
        }
        if links:
            root = parse(parts[rels_name(part)])
            for row in list(root):
                if row.get("Id") not in wanted:
                    root.remove(row)
            kept[rels_name(part)] = serialise(root)
        for link in links:
            if link.id in wanted and not link.external and link.target not in kept:
                kept[link.target] = parts[link.target]
                waiting.append(link.target)
    return kept


def _reset_properties(parts: dict[str, bytes]) -> None:
    for link in relationships(parts, ""):
        if link.word == "core-properties":
            parts[link.target] = core_properties("")
        elif link.word == "extended-properties":
            parts[link.target] = program_properties()


def _content_types(parts: dict[str, bytes], main: str) -> bytes:
    root = parse(parts[CONTENT_TYPES])
    for row in list(root):
        name = row.get("PartName", "").lstrip("/")
        if name and name not in parts:
            root.remove(row)
        elif name == main:
            row.set("ContentType", MAIN)
    return serialise(root)
