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


def part_of(data: bytes, part: str, name: str) -> etree._Element:
    """The XML of one part of an Office file; a refusal in plain words when it cannot be used."""
    if data.startswith(_OLE):
        raise BadInput(
            f"{name} is protected by a password, or is in Word's old format. Open it in Word, "
            "remove the password, save it as .docx and import that copy."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            content = _content(package, part, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise BadInput(
            f"{name} is not a Word file, or is damaged. Ask the agency to send it again as .docx."
        ) from None
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


def _content(package: zipfile.ZipFile, part: str, name: str) -> bytes:
    members = package.infolist()
    names = [member.filename.casefold() for member in members]
    if len(members) > _MOST_PARTS or len(set(names)) != len(names):
        raise BadInput(f"{name} is built in a way that Word never does, and was not opened.")
    if part not in package.namelist():
        raise BadInput(f"{name} is not a Word document. Ask the agency to send it as .docx.")
    member = package.getinfo(part)
    bomb = member.file_size > _RATIO_FROM and member.file_size > _MOST_RATIO * member.compress_size
    if member.file_size > _MOST_PART or bomb:
        raise BadInput(f"{name} unpacks to far more than it should, and was not opened.")
    with package.open(member) as stream:
        content = stream.read(member.file_size + 1)
    if len(content) > member.file_size:
        raise BadInput(f"{name} unpacks to far more than it says, and was not opened.")
    return content
