"""The gate for templates: what a Word file from outside must not hold, and why, in plain words.

A template is opened on the author's machine and its parts are carried into a published file, so
anything that runs, fetches or hides is refused before it is parsed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from workbench.errors import BadInput, Refused
from workbench.report.parts.ooxml import Element, parse, q
from workbench.report.parts.package import CONTENT_TYPES, MAIN, relationships

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an encrypted or an old binary Word file
_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TEMPLATE = f"{_WORDS}.template.main+xml"
_PICTURES = (
    *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*"),
    *(b"RIFF", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00", b"\x1f\x8b"),
    b"\x49\x49\xbc\x01",
)
_MOST_PARTS = 3_000
_MOST_BYTES = 200 * 1024 * 1024
_MOST_XML = 60 * 1024 * 1024
_MOST_RATIO = 250  # real Word XML shrinks to about a twentieth
_RATIO_FROM = 1024 * 1024
_FORBIDDEN_PARTS = (
    (r"vba(project|data)|macrosheets", "macros (small programs)"),
    (r"/activex/", "ActiveX controls (small programs)"),
    (r"/embeddings/|\.bin$", "an embedded file"),
    (r"afchunk|\.(mht|mhtml|html?|rtf)$", "another document inside it"),
)
_FORBIDDEN_LINKS = {
    "attachedTemplate": "a template on another computer",
    "image": "a picture that would be fetched from elsewhere",
    "oleObject": "a linked object",
    "aFChunk": "another document inside it",
    "frame": "a linked frame",
    "subDocument": "a linked document",
    "mailMergeSource": "a link to a mail-merge list",
}
_FORBIDDEN_FIELDS = frozenset(
    {"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DATABASE"}
    | {"RD", "EMBED"}
)


@dataclass(frozen=True, slots=True)
class _Call:
    """Who is refused: the template by the name that the author knows it by."""

    name: str

    def holds(self, what: str) -> Refused:
        return Refused(
            f"{self.name} cannot be used as a template: it holds {what}. Ask the board for a copy "
            "without, saved in Word as an ordinary document (.docx)."
        )

    def broken(self, what: str) -> BadInput:
        return BadInput(
            f"{self.name} cannot be read as a Word file: {what}. Open it in Word, save it again "
            "as .docx, and try that copy."
        )


def admit(data: bytes, name: str) -> tuple[dict[str, bytes], str]:
    """The parts of the Word file and the name of its main part, or a refusal that says why not."""
    call = _Call(name)
    if data.startswith(_OLE):
        raise Refused(
            f"{name} is protected by a password or in Word's old format. Open it in Word, remove "
            "the password, save it as .docx, and try that copy."
        )
    parts = _read(data, call)
    for part, content in parts.items():
        _check_name(part, call)
        if part.endswith((".xml", ".rels")):
            _check_xml(part, content, call)
    for part in ("", *parts):
        _check_links(parts, part, call)
    for part, content in parts.items():
        if part.startswith("word/media/"):
            _check_picture(part, content, call)
    main = _main_part(parts, call)
    _check_protection(parts, call)
    return parts, main


def _read(data: bytes, call: _Call) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = [one for one in package.infolist() if not one.is_dir()]
            _check_directory(members, call)
            return {one.filename: _content(package, one, call) for one in members}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise call.broken("the file is damaged or is not a Word file") from error


def _check_directory(members: list[zipfile.ZipInfo], call: _Call) -> None:
    if len(members) > _MOST_PARTS:
        raise call.holds(f"more than {_MOST_PARTS:,} parts")
    names = [one.filename.casefold() for one in members]
    if len(set(names)) != len(names):
        raise call.holds("two parts of the same name")
    if any(one.flag_bits & 1 for one in members):
        raise call.holds("parts that are encrypted one by one")
    if sum(one.file_size for one in members) > _MOST_BYTES:
        raise call.holds("more than 200 MB when unpacked")


def _content(package: zipfile.ZipFile, member: zipfile.ZipInfo, call: _Call) -> bytes:
    """The part's bytes, read only as far as its directory entry says."""
    if member.file_size > _RATIO_FROM and member.file_size > _MOST_RATIO * member.compress_size:
        raise call.holds("a part that unpacks to far more than it should")
    with package.open(member) as stream:
        content = stream.read(member.file_size + 1)
    if len(content) != member.file_size:
        raise call.broken("a part is longer than the file says")
    return content


def _check_name(part: str, call: _Call) -> None:
    if part.startswith("/") or "\\" in part or ":" in part or ".." in part.split("/"):
        raise call.holds("a part whose name leads out of the file")
    for pattern, what in _FORBIDDEN_PARTS:
        if re.search(pattern, f"/{part}", re.IGNORECASE):
            raise call.holds(what)


def _check_xml(part: str, content: bytes, call: _Call) -> None:
    if len(content) > _MOST_XML:
        raise call.holds("a text part of more than 60 MB")
    squeezed = content.replace(b"\x00", b"")  # UTF-16 has a NUL beside each letter
    if b"<!DOCTYPE" in squeezed or b"<!ENTITY" in squeezed:
        raise call.holds("a document type declaration, which Word never writes")
    try:
        root = parse(content)
    except etree.XMLSyntaxError as error:
        raise call.broken(f"its part {part} is not well formed") from error
    if part.endswith(".xml"):
        _check_content(root, call)


def _check_picture(part: str, content: bytes, call: _Call) -> None:
    """A picture must be one: whatever else calls itself so could be anything."""
    if part.casefold().endswith(".svg"):
        squeezed = content.lower().replace(b"\x00", b"")
        if any(word in squeezed for word in (b"<script", b"<!doctype", b"<!entity", b"://")):
            # Its own namespaces are addresses too, and harmless.
            rest = re.sub(rb'xmlns(:\w+)?\s*=\s*("[^"]*"|\'[^\']*\')', b"", squeezed)
            if any(word in rest for word in (b"<script", b"<!doctype", b"<!entity", b"://")):
                raise call.holds("a drawing that may run or fetch something")
    elif not content.startswith(_PICTURES) and content[40:44] != b" EMF":
        raise call.holds("a picture that is not one")


def _check_content(root: Element, call: _Call) -> None:
    if next(root.iter(q("object"), q("control")), None) is not None:
        raise call.holds("an embedded object")
    if next(root.iter(q("altChunk"), q("subDoc")), None) is not None:
        raise call.holds("another document inside it")
    codes = [node.get(q("instr"), "") for node in root.iter(q("fldSimple"))]
    codes.extend(_joined_codes(root))
    for code in codes:
        # An inner field has a code of its own, so a field's name is its code's first word.
        if _FORBIDDEN_FIELDS & set(code.upper().split()[:1]):
            raise call.holds("a field that fetches something from outside")


def _joined_codes(root: Element) -> list[str]:
    """Each field's code, joined over the runs into which Word, or somebody, split it."""
    codes: list[str] = []
    open_codes: list[list[str]] = []
    for node in root.iter(q("fldChar"), q("instrText")):
        kind = node.get(q("fldCharType"))
        if kind == "begin":
            open_codes.append([])
        elif kind == "end" and open_codes:
            codes.append("".join(open_codes.pop()))
        elif kind is None and open_codes:
            for code in open_codes:
                code.append(node.text or "")
    codes.extend("".join(code) for code in open_codes)
    return codes


def _check_links(parts: Mapping[str, bytes], part: str, call: _Call) -> None:
    for link in relationships(parts, part):
        what = _FORBIDDEN_LINKS.get(link.word)
        if link.word in {"oleObject", "package", "control", "aFChunk", "vbaProject"}:
            raise call.holds(what or "an embedded file")
        if link.external and what and not _harmless(link.word, link.target):
            raise call.holds(what)


def _harmless(word: str, target: str) -> bool:
    """Whether it is Word's everyday note of a template on the officer's own disk."""
    local = re.fullmatch(r"(file:///)?[A-Za-z]:[\\/].*|[^:/\\]+", target) is not None
    return word == "attachedTemplate" and local


def _main_part(parts: Mapping[str, bytes], call: _Call) -> str:
    mains = [one.target for one in relationships(parts, "") if one.word == "officeDocument"]
    if CONTENT_TYPES not in parts or len(mains) != 1 or mains[0] not in parts:
        raise call.broken("it is a zip file but not a Word one")
    kinds = {
        row.get("PartName", "").lstrip("/"): row.get("ContentType", "")
        for row in parse(parts[CONTENT_TYPES])
    }
    kind = kinds.get(mains[0], "")
    if "macroEnabled" in kind:
        raise call.holds("macros (small programs)")
    if kind not in {MAIN, _TEMPLATE}:
        raise call.broken("it is an Office file but not a Word one")
    return mains[0]


def _check_protection(parts: Mapping[str, bytes], call: _Call) -> None:
    settings = parts.get("word/settings.xml")
    if settings is None:
        return
    found = parse(settings).find(q("documentProtection"))
    if found is not None and found.get(q("enforcement")) in {"1", "true", "on"}:
        raise Refused(
            f"{call.name} is protected against editing. Ask the board for a copy without "
            "protection (in Word: Review, Restrict Editing, Stop Protection)."
        )
