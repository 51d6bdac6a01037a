"""Which reader reads what: told from the bytes, and from the name only where they say nothing."""

from __future__ import annotations

from workbench.disclosure.scan.mail import is_mail, read_mail
from workbench.disclosure.scan.ole import is_ole, read_ole
from workbench.disclosure.scan.package import read_package
from workbench.disclosure.scan.pdf import is_pdf, read_pdf
from workbench.disclosure.scan.pieces import Read
from workbench.disclosure.scan.raw import is_picture, read_raw
from workbench.disclosure.scan.rtf import is_rtf, read_rtf
from workbench.disclosure.scan.sheets import read_sheets
from workbench.disclosure.scan.text import decoded, read_text
from workbench.disclosure.scan.xml_parts import read_xml

WHOLE = "the file"
UNKNOWN = "is of a kind that this scan does not know, so nobody has looked into it"
_DEEPEST = 5
_XML = (".xml", ".rels", ".vml", ".svg", ".xhtml", ".html", ".htm", ".rdf")
_PICTURES = (".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".bmp", ".dib", ".tif", ".tiff",
             ".emf", ".wmf", ".ico", ".webp", ".svg")  # fmt: skip
_FONTS = (".odttf", ".fntdata", ".ttf", ".otf")
_MAIL = (".eml", ".mht", ".mhtml")
_MARKED_UP = (b"<?xml", b"\xef\xbb\xbf<?xml", b"\xff\xfe<\0?\0x\0", b"\xfe\xff\0<\0?\0x")
_KNOWN_BYTES = ("/printersettings", "mimetype")


def read_file(content: bytes, named: str, read: Read) -> None:
    """Read a whole file; ``named`` is its name, or nothing."""
    before = len(read.looked_at)
    read.reader = read_content
    read_content(WHOLE, content, read, ending_of(named))
    if len(read.looked_at) == before:
        read.looked_at.append(WHOLE)


def ending_of(name: str) -> str:
    """What a name ends in, from its last full stop."""
    last = name.lower().rsplit("/", 1)[-1]
    return last[last.rfind(".") :] if "." in last else ""


def read_content(part: str, body: bytes, read: Read, ending: str = "") -> None:
    """Read one file, or one part of another, in every way in which a name could be told from it."""
    ending = ending or ending_of(part)
    if read.depth > _DEEPEST:
        read.cannot(part, "is packed within itself too many times")
    elif is_ole(body):
        read_ole(part, body, read)
    elif _is_package(body, ending):
        outer = "" if part == WHOLE else f"{part} > "
        read_package(outer, body, read)
        read_sheets(outer, body, read)
    elif is_pdf(body):
        read_pdf(part, body, read)
    elif is_rtf(body):
        read_rtf(part, body, read)
    else:
        _read_plain(part, body, read, ending)


def _is_package(body: bytes, ending: str) -> bool:
    packed = (".docx", ".dotx", ".docm", ".dotm", ".xlsx", ".xlsm", ".pptx", ".zip", ".odt")
    return body.startswith(b"PK") or b"PK\x05\x06" in body[-66000:] or ending in packed


def _read_plain(part: str, body: bytes, read: Read, ending: str) -> None:
    if body.startswith(_MARKED_UP) or ending in _XML or part.endswith("[Content_Types].xml"):
        read_xml(part, body, read)
        if ending == ".svg":
            read.pictures.append(part)
    elif is_picture(body) or ending in _PICTURES:
        read.pictures.append(part)
        read_raw(part, body, read)
    elif ending in _MAIL or is_mail(body):
        read_raw(part, body, read)
        read_mail(part, body, read)
    elif ending in _FONTS or any(known in part.lower() for known in _KNOWN_BYTES):
        read_raw(part, body, read)
    elif ending in ("", ".txt", ".csv", ".tsv", ".md", ".log", ".text") and decoded(body):
        read_text(part, body, read)
    else:
        read.cannot(part, UNKNOWN)
        read_raw(part, body, read)
