"""E-mail: its headings, every version of its words, and everything attached."""

from __future__ import annotations

import html
import re
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import default

from workbench.disclosure.scan.pieces import Read, Sort, piece
from workbench.disclosure.scan.text import in_lines

_OPENS = re.compile(
    rb"(?:From|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|X-[\w-]+): ", re.IGNORECASE
)
_TAGS = re.compile(r"<[^>]*>")
_HIDDEN = re.compile(r"<!--.*?-->", re.DOTALL)
_NO_MAIL = "is a damaged e-mail"


def is_mail(content: bytes) -> bool:
    """Whether the bytes open as an e-mail or a web archive does."""
    return bool(_OPENS.match(content)) and b"mime-version" in content[:65536].lower()


def read_mail(part: str, content: bytes, read: Read) -> None:
    """Read an e-mail whole."""
    try:
        message = BytesParser(policy=default).parsebytes(content)
        parts = list(message.walk())
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        read.cannot(part, _NO_MAIL)
        return
    for number, one in enumerate(parts, 1):
        try:
            _read_message(part, one, number, read)
        except (ValueError, LookupError, TypeError, AttributeError):
            read.cannot(part, _NO_MAIL)


def _read_message(part: str, one: Message, number: int, read: Read) -> None:
    for name, value in one.items():
        text = f"{name}: {value}"
        read.pieces.append(piece(part, text, Sort.FLOW, f"heading of the e-mail: {_known(name)}"))
    if one.is_multipart():
        return
    if one.get_content_maintype() == "text" and isinstance(one, EmailMessage):
        text = str(one.get_content())
        if one.get_content_subtype() == "html":
            read.pieces.append(piece(part, text, Sort.RAW, "the e-mail’s own marks"))
            text = html.unescape(_TAGS.sub("", _HIDDEN.sub("", text)))
        read.pieces.append(in_lines(part, text, " of the e-mail"))
        return
    body = one.get_payload(decode=True)
    name = str(one.get_filename() or "")
    ending = re.sub(r"[^a-z.]", "", name[name.rfind(".") :].lower()) if "." in name else ""
    read.inside(f"{part} > attachment {number}{ending}", body if isinstance(body, bytes) else b"")


def _known(name: str) -> str:
    """A heading by its name, where that is one that every e-mail has."""
    usual = ("From", "To", "Cc", "Bcc", "Subject", "Date", "Reply-To", "Sender")
    return next((one for one in usual if one.lower() == name.lower()), "another")
