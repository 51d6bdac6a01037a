"""Text in a template that tells the author what to write, and is to be deleted."""

from __future__ import annotations

import re

from workbench.report.parts.ooxml import (
    Element,
    ancestors,
    drop,
    local,
    on,
    paragraph_text,
    q,
    value,
)
from workbench.report.reading.appearance import appearance, own_text, speaking_runs
from workbench.report.reading.styles import Styles

_STYLE = re.compile(r"guid|instruction|prompt|help text|placeholder|notes? to author")
_SAYS_SO = re.compile(
    r"^\W*((drafting |author'?s? |reviewer )?(guidance|note)s?( notes?)?( (for|to) (the )?"
    r"(author|reviewer|writer|completion))?\s*([:\u2013\u2014-]|$)|guidance\b|note to author|"
    r"notes for (the )?(author|reviewer)|author note|instructions?\b|canllaw|"
    r"(delete|remove) th(is|ese)|please (delete|insert|complete|describe|provide|add|include|"
    r"summarise|outline|set out|use|ensure|explain|list|note|give|keep|write|state|refer|see)|"
    r"insert |enter |type |click or tap|click here|choose an item|\[?insert\b|to be completed|"
    r"to be (added|inserted|drafted)|tbc\b|xxx|(this|the) (section|part|chapter|box) (should|must|"
    r"needs to|will|is to|is for|sets out)|(use|in) this (section|box|space)\b|"
    r"(max|maximum|no more than|up to|approx\w*) \d+ (words|pages?)|"
    r"(describe|outline|explain|summari[sz]e|set out|provide|include|identify|analyse|consider|"
    r"reflect on|comment on|refer to|give (a|an|brief|details?)|list (the|all|any|each)|"
    r"(state|say|note) (the|who|whether|how|why|what|when|any))\b|"
    r"(suggested|recommended|maximum) (content|headings?|length|format|structure|wording)|"
    r"(points|questions|things|issues|areas) to (cover|consider|address|include)|"
    r"(word count|word limit|length)\s*:)",
    re.IGNORECASE,
)
_DELETE = re.compile(
    r"(delete|remove) th(is|ese) (text|guidance|paragraph|notes?|box|instructions?|section)|"
    r"guidance only|guidance to be (deleted|removed)|(delete|remove) (before|when|once|on|after)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"^\W*(describe|outline|explain|set out|summarise|include|consider|provide|state|list|detail|"
    r"give|identify|say|write|add|record|note|refer|analyse|reflect|who|what|why|how|when|where|"
    r"should|e\.?g\.?\b|for example|to include|suggested|consider)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\b(max\w*|no more than|up to|approx\w*|about)\s+[\w-]+ (words|pages?|sides?|paragraphs?)\b|"
    r"\b(word|page) (limit|count)\b|dim mwy na",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"^\s*(\[[^\]]*\]|<+[^<>]*>+|\u00ab[^\u00bb]*\u00bb|\{+[^{}]*\}+|[Xx_.\u2026\s]{4,})\s*[.:]?\s*$"
)
_TYPED = re.compile(r"^\s*(\d+(\.\d+)+|\d+[.)]|[a-z][.)]|\u2022)\s+")
_INSERT = re.compile(
    r"^(please )?(insert|enter|add|type|complete|write|put)\s+(the |your |a |an )?", re.IGNORECASE
)
_HERE = re.compile(r"\s*(section|text)?\s*(here|below)?$", re.IGNORECASE)
_ITEM = re.compile(r"^([\u2022\u2023\u25aa\u25e6\u00b7*o-]|\(?[a-z\d]{1,2}[.)])\s")
_RED = frozenset({"FF0000", "C00000", "EE0000", "FF3300", "D60000"})
_ENOUGH = 2


def is_guidance(paragraph: Element, styles: Styles) -> bool:
    """Whether the paragraph is an instruction rather than the board's own wording."""
    text = _TYPED.sub("", own_text(paragraph))
    if not text:
        return False
    if _STYLE.search(styles.name(value(paragraph, "pPr/pStyle"))):
        return True
    if _SAYS_SO.match(text) or _DELETE.search(text) or _BRACKETED.match(text):
        return True
    if any(on(control, "sdtPr/showingPlcHdr") for control in ancestors(paragraph, "sdt")):
        return True
    return _all_placeholder(paragraph) or _looks_so(paragraph, text, styles)


def goes_on(paragraph: Element, styles: Styles) -> bool:
    """Whether the paragraph is an item of a list that an instruction before it began."""
    if value(paragraph, "pPr/numPr/numId") is not None:
        return True
    style = value(paragraph, "pPr/pStyle")
    listed = styles.numbering(style) is not None or "list" in styles.name(style)
    return listed or _ITEM.match(own_text(paragraph)) is not None


def is_placeholder(paragraph: Element) -> bool:
    """Whether the paragraph only holds the place of what is to be written: "[insert text]"."""
    text = _TYPED.sub("", own_text(paragraph))
    return bool(text) and (_BRACKETED.match(text) is not None or _all_placeholder(paragraph))


def prompt_words(paragraph: Element) -> str:
    """What a placeholder or a content control around the paragraph asks for; empty for none."""
    if not is_placeholder(paragraph):
        return ""
    for control in ancestors(paragraph, "sdt"):
        named = value(control, "sdtPr/alias") or value(control, "sdtPr/tag") or ""
        if named:
            return named.replace("_", " ")
    bare = own_text(paragraph).strip("[]<>{}\u00ab\u00bb .:")
    return _HERE.sub("", _INSERT.sub("", bare)).strip()


def _all_placeholder(paragraph: Element) -> bool:
    """Whether all that it says is the prompt of content controls."""
    runs = speaking_runs(paragraph)
    return bool(runs) and all(
        any(on(control, "sdtPr/showingPlcHdr") for control in ancestors(run, "sdt"))
        or (value(run, "rPr/rStyle") or "").casefold() == "placeholdertext"
        for run in runs
    )


def _looks_so(paragraph: Element, text: str, styles: Styles) -> bool:
    """Whether it is marked as officers mark guidance: highlighted, red or grey, or in italics, in
    a colour, in brackets or a small size and worded as an instruction, two of these together."""
    runs = speaking_runs(paragraph)
    if runs and all(value(run, "rPr/highlight") not in {None, "none"} for run in runs):
        return True
    look = appearance(paragraph, styles)
    style = value(paragraph, "pPr/pStyle")
    own_colour = look.coloured and look.colour != styles.colour(style).upper()
    if own_colour and (look.colour in _RED or look.grey) and not look.bold:
        return True
    if look.size > styles.size(style) + 2 or look.underlined or look.capitals:
        return False  # a heading, whatever its colour
    italic = look.italic and not styles.switched_on(style, "i")
    signs = (
        italic and not look.bold,
        italic and not look.bold,  # all in italics of its own: as good as said
        own_colour and not look.bold,
        text[0] in "([" and text.rstrip(".")[-1] in ")]",
        look.size < styles.size(style) and not look.bold,
        _TELLS.match(text) is not None and not look.bold,
        _LENGTH.search(text) is not None,
    )
    return sum(signs) >= _ENOUGH


def drop_guidance_boxes(root: Element, styles: Styles) -> int:
    """Take out the text boxes that hold instructions alone; how many there were."""
    dropped = 0
    for box in list(root.iter(q("txbxContent"))):
        said = [one for one in box.iter(q("p")) if own_text(one)]
        if not said or not all(is_guidance(one, styles) for one in said):
            continue
        frames = [one for one in box.iterancestors() if local(one) in _FRAMES]
        if frames and frames[-1].getparent() is not None and _attached(frames[-1], root):
            drop(frames[-1])
            dropped += 1
    return dropped


_FRAMES = frozenset({"AlternateContent", "drawing", "pict"})


def _attached(element: Element, root: Element) -> bool:
    return any(one is root for one in element.iterancestors())


def is_empty(paragraph: Element) -> bool:
    """Whether the paragraph is blank: no word, no picture, no break, no section's end."""
    if paragraph_text(paragraph).strip():
        return False
    kept = ("drawing", "pict", "object", "sectPr", "fldChar", "fldSimple", "footnoteReference")
    if next(paragraph.iter(*(q(name) for name in kept)), None) is not None:
        return False
    return all(node.get(q("type")) is None for node in paragraph.iter(q("br")))
