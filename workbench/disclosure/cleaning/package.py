"""The parts of a Word file: which stay, how they refer to one another, and how they are packed."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from workbench.errors import BadInput, Refused

TYPES = "[Content_Types].xml"
_DAY = (1980, 1, 1, 0, 0, 0)
_LARGEST = 500 * 1024 * 1024
_NO_WORD = (
    "Only a Word file (.docx) can be cleaned. Open this one in Word, save it as a Word document "
    "(.docx), and clean that."
)
_DAMAGED = (
    "This file is damaged, so it cannot be cleaned. Open it in Word, which may mend it, save it as "
    "a Word document (.docx), and clean that; or take another copy of it."
)


@dataclass(frozen=True, slots=True)
class Reference:
    """One part's pointer to another: its id, what it is for, and the part or an outside address."""

    id: str
    kind: str
    target: str
    outside: bool


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a Word file by their names. Refuses what is none, in words."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            "This file is locked with a password, or is of an older kind. Open it in Word, take "
            "the password off, save it as a Word document (.docx), and clean that."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(one.file_size for one in package.infolist()) > _LARGEST:
                raise BadInput("This file holds more than can be cleaned.")
            parts = {one.filename: package.read(one) for one in package.infolist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, LookupError,
            OSError, struct.error):  # fmt: skip
        raise BadInput(_DAMAGED if content.startswith(b"PK") else _NO_WORD) from None
    if "word/document.xml" not in parts or TYPES not in parts:
        raise BadInput(_NO_WORD)
    if any("vbaproject" in name.lower() for name in parts):
        raise Refused(
            "This file holds macros. Open it in Word, save it as a Word document without macros "
            "(.docx), and clean that."
        )
    return {name: body for name, body in parts.items() if not name.endswith("/")}


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts in one file: always in the same order, on one fixed day, with nothing beside."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda one: (one != TYPES, one != "_rels/.rels", one)):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, parts[name])
    return out.getvalue()


def parsed(body: bytes) -> etree._Element:
    """The tree of an XML part without its remarks; nothing is fetched and nothing is expanded."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise Refused("A part of this file brings its own rules (a DTD) along; no Word file does.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise BadInput(
            "A part of this file is damaged, so it cannot be cleaned. Open it in Word, save it "
            "again, and clean that."
        ) from None


def remarks_in(body: bytes) -> int:
    """How many remarks stand in the code of an XML part."""
    return body.count(b"<!--") + max(body.count(b"<?") - 1, 0)


def written(root: etree._Element) -> bytes:
    """The bytes of an XML part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def references_of(source: str) -> str:
    """The part that holds the references of another."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def source_of(rels: str) -> str:
    """The part to which a part of references belongs; nothing for those of the package."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def read_references(rels: str, body: bytes) -> list[Reference]:
    """What the part to which these references belong refers to."""
    folder = posixpath.dirname(source_of(rels))
    found = []
    for one in parsed(body):
        target = one.get("Target", "")
        outside = one.get("TargetMode") == "External"
        if not outside:
            joined = target if target.startswith("/") else posixpath.join(folder, target)
            target = posixpath.normpath(joined).lstrip("/")
        kind = one.get("Type", "").rsplit("/", 1)[-1]
        found.append(Reference(one.get("Id", ""), kind, target, outside))
    return found


def keep_references(body: bytes, ids: set[str]) -> bytes | None:
    """The references of these ids alone; None when none is left."""
    root = parsed(body)
    for one in list(root):
        if one.get("Id") not in ids:
            root.remove(one)
    return written(root) if len(root) else None


def keep_types(body: bytes, names: set[str]) -> bytes:
    """The list of content types without the parts that are gone."""
    root = parsed(body)
    endings = {name.rsplit(".", 1)[-1].lower() for name in names}
    for one in list(root):
        part, ending = one.get("PartName", ""), one.get("Extension", "").lower()
        if (part and part.lstrip("/") not in names) or (ending and ending not in endings):
            root.remove(one)
    return written(root)


def reachable(parts: dict[str, bytes]) -> set[str]:
    """Every part that is used, from the package itself on."""
    used = {TYPES}
    waiting = [""]
    while waiting:
        rels = references_of(waiting.pop()) if waiting[-1] else _package_rels(waiting)
        if rels not in parts or rels in used:
            continue
        used.add(rels)
        for one in read_references(rels, parts[rels]):
            if not one.outside and one.target in parts and one.target not in used:
                used.add(one.target)
                waiting.append(one.target)
    return used


def _package_rels(waiting: list[str]) -> str:
    waiting.pop()
    return "_rels/.rels"


def is_xml(name: str) -> bool:
    """Whether a part is XML."""
    return bool(re.search(r"\.(?:xml|rels|vml)$", name, re.IGNORECASE)) or name == TYPES
