"""Text in a template that tells the author what to write, and is to be deleted."""

from __future__ import annotations

import re

from workbench.report.parts.ooxml import Element, ancestors, on, paragraph_text, q, value
from workbench.report.reading.styles import Styles

_STYLE = re.compile(r"guidance|instruction|prompt|help text|placeholder")
_SAYS_SO = re.compile(
    r"^\W*(guidance|guidance note|note to author|author note|instructions?|delete this|"
    r"please (delete|insert|complete|describe|provide|add|include|summarise|outline|set out)|"
    r"insert |enter |type |click or tap|click here|\[?insert\b|to be completed|tbc\b|xxx)",
    re.IGNORECASE,
)
_DELETE = re.compile(r"delete this (text|guidance|paragraph|note)|guidance only", re.IGNORECASE)
_BRACKETED = re.compile(
    r"^\s*(\[[^\]]*\]|<[^>]*>|\u00ab[^\u00bb]*\u00bb|\{[^}]*\}|[Xx_.\u2026\s]{4,})\s*$"
)


def is_guidance(paragraph: Element, styles: Styles) -> bool:
    """Whether the paragraph is an instruction rather than the board's own wording."""
    text = paragraph_text(paragraph).strip()
    if not text:
        return False
    if _STYLE.search(styles.name(value(paragraph, "pPr/pStyle"))):
        return True
    if _SAYS_SO.match(text) or _DELETE.search(text) or _BRACKETED.match(text):
        return True
    if any(on(control, "sdtPr/showingPlcHdr") for control in ancestors(paragraph, "sdt")):
        return True
    return all(_marked(run, paragraph, styles) for run in _speaking(paragraph))


def _speaking(paragraph: Element) -> list[Element]:
    return [run for run in paragraph.iter(q("r")) if paragraph_text(run).strip()]


def _marked(run: Element, paragraph: Element, styles: Styles) -> bool:
    """Whether the run is highlighted, or in italics of a colour: how officers mark guidance."""
    properties = run.find(q("rPr"))
    if value(properties, "highlight") not in {None, "none"}:
        return True
    colour = value(properties, "color")
    coloured = colour is not None and colour not in {"auto", "000000"}
    style = value(paragraph, "pPr/pStyle")
    if value(properties, "i") is not None:
        italic = on(properties, "i")
    else:
        italic = styles.switched_on(style, "i")
    red = colour is not None and re.fullmatch(r"(?i)(ff0000|c00000|ee0000)", colour) is not None
    return red or (italic and (coloured or styles.switched_on(style, "i") is False))


def is_empty(paragraph: Element) -> bool:
    """Whether the paragraph is blank: no word, no picture, no break, no section's end."""
    if paragraph_text(paragraph).strip():
        return False
    kept = ("drawing", "pict", "object", "sectPr", "fldChar", "fldSimple", "footnoteReference")
    if next(paragraph.iter(*(q(name) for name in kept)), None) is not None:
        return False
    return all(node.get(q("type")) is None for node in paragraph.iter(q("br")))
