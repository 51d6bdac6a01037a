"""The door for Office files from outside: what is taken out of one, and what is turned away.

Sizes are checked from the directory before anything is unpacked, so that a small file cannot fill
the memory; a document type declaration, which Word never writes, is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from workbench.errors import BadInput

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_PARTS = 3000
_MOST_PART = 60 * 1024 * 1024
_MOST_RATIO = 250
_RATIO_FROM = 1024 * 1024
_NOT_OFFICE = (
    "{name} is not a Word or Excel file, or is damaged. Ask the agency to send it again as "
    ".docx, .xlsx or .csv."
)


def check_package(data: bytes, name: str) -> list[str]:
    """The names of the file's parts, once its directory shows nothing that must be turned away."""
    if data.startswith(_OLE):
        raise BadInput(
            f"{name} is protected by a password, or is in an old format of Office. Open it, remove "
            "the password, save it as .docx or .xlsx and import that copy."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, EOFError):
        raise BadInput(_NOT_OFFICE.format(name=name)) from None
    names = [member.filename.casefold() for member in members]
    if len(members) > _MOST_PARTS or len(set(names)) != len(names):
        raise BadInput(f"{name} is built in a way that Office never does, and was not opened.")
    for member in members:
        size = member.file_size
        bomb = size > _RATIO_FROM and size > _MOST_RATIO * member.compress_size
        if size > _MOST_PART or bomb:
            raise BadInput(f"{name} unpacks to far more than it should, and was not opened.")
    return [member.filename for member in members]


def part_of(data: bytes, part: str, name: str) -> etree._Element:
    """The XML of one part of an Office file; a refusal in plain words when it cannot be used."""
    if part not in check_package(data, name):
        raise BadInput(f"{name} is not a Word document. Ask the agency to send it as .docx.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(part) as stream:
            size = package.getinfo(part).file_size
            content = stream.read(size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise BadInput(_NOT_OFFICE.format(name=name)) from None
    if len(content) > size:
        raise BadInput(f"{name} unpacks to far more than it says, and was not opened.")
    if b"<!DOCTYPE" in content.replace(b"\0", b""):
        raise BadInput(f"{name} holds something that Word never writes, and was not opened.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise BadInput(
            f"The text of {name} is damaged. Open it in Word, save it again and import that copy."
        ) from None
