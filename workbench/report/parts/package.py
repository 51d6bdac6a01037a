"""The zip package of a Word file: its parts, its relationships, and the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname, normpath
from posixpath import join as join_path

from workbench.report.parts.ooxml import Element, el, parse, q, serialise, write_tree

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE_PROPERTIES = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
PACKAGE_TYPES = "application/vnd.openxmlformats-package"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # zip's own first day: a file's bytes tell no time
_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part; ``target`` is a part's name, or an address when ``external``."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def word(self) -> str:
        """The last word of its type: "header", "image"."""
        return self.type.rpartition("/")[2]


def pack(parts: Mapping[str, bytes | Element]) -> bytes:
    """The package of these parts: content types first, the rest by name, without times. A tree is
    written as it goes, so that a long report is never held twice."""
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name != "_rels/.rels", name))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # the same on every system
            member.external_attr = 0
            part = parts[name]
            if isinstance(part, bytes):
                package.writestr(member, part)
            else:
                with package.open(member, "w") as stream:
                    write_tree(part, stream)
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a package that has passed the gate for templates."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def rels_name(part: str) -> str:
    """Where the relationships of ``part`` are kept; the package's own for an empty name."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def relationships(parts: Mapping[str, bytes], part: str) -> tuple[Relationship, ...]:
    """The relationships of ``part``, or with an empty name those of the package."""
    found = parts.get(rels_name(part))
    if found is None:
        return ()
    return tuple(_relationship(row, part) for row in parse(found).iter(q("rel:Relationship")))


def _relationship(row: Element, part: str) -> Relationship:
    external = row.get("TargetMode") == "External"
    target = row.get("Target", "")
    if not external:
        target = normpath(join_path("/" + dirname(part), target)).lstrip("/")
    return Relationship(row.get("Id", ""), row.get("Type", ""), target, external)


def add_relationship(parts: dict[str, bytes], part: str, kind: str, target: str) -> str:
    """Relate ``part`` to ``target`` (as written, relative to it) and return the new id.

    ``kind`` is the last word of an office relationship, or a whole relationship type."""
    name = rels_name(part)
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    root = parse(parts.get(name, empty))
    taken = {row.get("Id") for row in root}
    number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    row = root.makeelement(q("rel:Relationship"), {})
    for key, text in (
        ("Id", f"rId{number}"),
        ("Type", kind if "/" in kind else f"{OFFICE}/{kind}"),
        ("Target", target),
    ):
        row.set(key, text)
    root.append(row)
    parts[name] = serialise(root)
    return f"rId{number}"


def declare(parts: dict[str, bytes], part: str, kind: str) -> None:
    """Say in the content types that ``part`` is a Word part of this kind ("numbering")."""
    declare_as(parts, part, f"{_WORDS}.{kind}+xml")


def declare_as(parts: dict[str, bytes], part: str, content_type: str) -> None:
    """Say in the content types what ``part`` is."""
    root = parse(parts[CONTENT_TYPES])
    if any(row.get("PartName") == f"/{part}" for row in root):
        return
    row = root.makeelement(q("ct:Override"), {})
    row.set("PartName", f"/{part}")
    row.set("ContentType", content_type)
    root.append(row)
    parts[CONTENT_TYPES] = serialise(root)


def blank(name: str) -> bytes:
    """An empty part whose root is ``w:name``."""
    return serialise(el(name))
