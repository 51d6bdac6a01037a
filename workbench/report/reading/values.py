"""Short values that a template asks for: [Board], «Title», content controls, merge fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.report.parts.ooxml import (
    Element,
    ancestors,
    drop,
    el,
    local,
    on,
    paragraph_text,
    q,
    say,
    text_runs,
    unwrap,
    value,
)
from workbench.report.reading.matching import synonyms
from workbench.report.reading.mending import complex_fields
from workbench.report.reading.phrases import normal

_SLOT = re.compile(
    r"\[([^\[\]\n]{1,60})\]|\u00ab([^\u00ab\u00bb\n]{1,60})\u00bb|<([^<>\n]{2,60})>"
    r"|\{\{?([^{}\n]{1,60})\}\}?"
    r"|((?:Click or tap|Click)(?: here)? to enter (?:text|a date)\.?|Choose an item\.?)"
)
_LABEL = re.compile(r"(?:^|[.;\n\t]|\s{3,})\s*([^.;:\n\t]{2,60}?)\s*[:\u2013\u2014-]\s*$")
_PLURAL = re.compile(r"\((s|es)\)")
_VERBS = re.compile(
    r"^(please )?(insert|enter|add|type|complete|state|click or tap to enter)\s+(the |a |an )?"
)
_FIELD = re.compile(r'^\s*(MERGEFIELD|DOCPROPERTY|TITLE)\b\s*"?([^"\\]*)"?', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """One placeholder: what it says, and the value that it asks for (empty when not known)."""

    text: str
    value: str


def named_value(text: str) -> str:
    """The value that a placeholder's words name, or nothing. Only whole phrases count."""
    text = _PLURAL.sub("", text.replace("_", " ").replace("/", " or ")).casefold()
    asked = _VERBS.sub("", " ".join(re.sub(r"[^\w\s&']", " ", text).split()))
    asked = normal(asked)
    return next((key for key, known in synonyms("values").items() if asked in known), "")


def slots(root: Element) -> Iterator[Slot]:
    """The placeholders of a part, each as often as it stands there."""
    for paragraph in root.iter(q("p")):
        text = _own_text(paragraph)
        for found in _SLOT.finditer(text):
            yield Slot(found.group(), _asked(text, found))
    for control in root.iter(q("sdt")):
        name = _control_value(control)
        if name:
            yield Slot(_control_name(control), name)


def drop_prompts(root: Element) -> list[str]:
    """Take out content controls that still show their prompt and ask for nothing of the review,
    where no section will take their place; the prompts' words are returned."""
    asked = []
    for control in list(root.iter(q("sdt"))):
        content = control.find(q("sdtContent"))
        if content is None or not on(control, "sdtPr/showingPlcHdr"):
            continue
        asked.append(" ".join("".join(node.text or "" for node in content.iter(q("t"))).split()))
        for node in list(content.iter(q("r"))):
            drop(node)
        unwrap(control, content)
    return [text for text in asked if text]


def fill_part(root: Element, values: Mapping[str, str]) -> None:
    """Put the values where the part asks for them; a known value that is empty leaves nothing."""
    for control in list(root.iter(q("sdt"))):
        name = _control_value(control)
        if name in values:
            _fill_control(control, values[name])
    for paragraph in list(root.iter(q("p"))):
        _fill_fields(paragraph, values)
        fill_paragraph(paragraph, values)
    for label, cell in list(_empty_cells(root)):
        name = named_value(label)
        if values.get(name):
            _write_cell(cell, values[name])


def fill_paragraph(paragraph: Element, values: Mapping[str, str]) -> None:
    """Replace each known placeholder, even one that Word split over runs."""
    text = _own_text(paragraph)
    for found in reversed(list(_SLOT.finditer(text))):
        name = _asked(text, found)
        if name in values:
            _replace(paragraph, found.start(), found.end(), values[name])


def _asked(text: str, found: re.Match[str]) -> str:
    """The value that a placeholder asks for: by its own words, else by the label before it."""
    inner = next(group for group in found.groups() if group)
    own = named_value(inner)
    if own:
        return own
    label = _LABEL.search(text[: found.start()])
    return named_value(label[1]) if label else ""


def _own_texts(paragraph: Element) -> list[Element]:
    """The paragraph's own ``w:t``, without those of a text box anchored in it."""
    return [
        node for node in paragraph.iter(q("t")) if next(ancestors(node, "p"), None) is paragraph
    ]


def _own_text(paragraph: Element) -> str:
    return "".join(node.text or "" for node in _own_texts(paragraph))


def _replace(paragraph: Element, start: int, end: int, text: str) -> None:
    at = 0
    written = False
    for node in _own_texts(paragraph):
        own = node.text or ""
        low, high = max(start - at, 0), min(end - at, len(own))
        at += len(own)
        if low >= high:
            continue
        say(node, own[:low] + ("" if written else text) + own[high:])
        _unmark(node)
        written = True


def _unmark(node: Element) -> None:
    """Take the highlighter off a run that held a placeholder."""
    run = next(ancestors(node, "r"), None)
    properties = None if run is None else run.find(q("rPr"))
    for name in ("highlight", "shd") if properties is not None else ():
        for mark in list(properties.iter(q(name))):  # type: ignore[union-attr]
            drop(mark)


def _control_name(control: Element) -> str:
    return value(control, "sdtPr/alias") or value(control, "sdtPr/tag") or ""


def _control_value(control: Element) -> str:
    names = (value(control, "sdtPr/tag") or "", value(control, "sdtPr/alias") or "")
    return next((found for name in names if (found := named_value(name.replace("_", " ")))), "")


def _fill_control(control: Element, text: str) -> None:
    """Write into the control and take the control away: a report is no form."""
    content = control.find(q("sdtContent"))
    if content is None:
        return
    run = next(content.iter(q("r")), None)
    properties = None if run is None else run.find(q("rPr"))
    style = None if properties is None else properties.find(q("rStyle"))
    if style is not None and (style.get(q("val")) or "").casefold() == "placeholdertext":
        drop(style)
    paragraphs = list(content.iter(q("p")))
    made = text_runs(text, properties)
    if paragraphs:
        first = paragraphs[0]
        for child in list(first):
            if local(child) != "pPr":
                first.remove(child)
        first.extend(made)
        for other in paragraphs[1:]:
            if other.getparent() is content:
                drop(other)
        unwrap(control, content)
    else:
        unwrap(control, made)


def _fill_fields(paragraph: Element, values: Mapping[str, str]) -> None:
    """Merge fields, document properties and the title field, replaced by what they would show."""
    for runs, code in complex_fields(paragraph):
        text = _field_value(code, values)
        if text is None:
            continue
        home = runs[0].getparent()
        if home is None:
            continue
        looks = next((run.find(q("rPr")) for run in runs if run.find(q("t")) is not None), None)
        home.insert(home.index(runs[0]), text_runs(text, looks)[0])
        for run in runs:
            if run.getparent() is not None:
                drop(run)
    for simple in list(paragraph.iter(q("fldSimple"))):
        text = _field_value(simple.get(q("instr"), ""), values)
        if text is not None:
            unwrap(simple, text_runs(text))


def _field_value(code: str, values: Mapping[str, str]) -> str | None:
    """What the field should show, or None for a field that is not ours to fill."""
    found = _FIELD.match(code)
    if not found:
        return None
    kind, name = found[1].upper(), found[2].strip()
    if kind == "TITLE":
        return values.get("title", "")
    known = values.get(named_value(name.replace("_", " ")))
    # A property that is not known would show the template's own: an earlier author, a file name.
    return known if known is not None else ("" if kind == "DOCPROPERTY" else None)


def _empty_cells(root: Element) -> Iterator[tuple[str, Element]]:
    """Empty cells beside a label: those of rows that are pairs of a label and a blank."""
    for row in root.iter(q("tr")):
        cells = row.findall(q("tc"))
        if len(cells) not in {2, 4}:
            continue
        said = [" ".join(map(paragraph_text, cell.iter(q("p")))).strip() for cell in cells]
        for at in range(0, len(cells), 2):
            if said[at] and (not said[at + 1] or _SLOT.fullmatch(said[at + 1])):
                yield said[at].rstrip(":"), cells[at + 1]


def _write_cell(cell: Element, text: str) -> None:
    paragraph = cell.find(q("p"))
    if paragraph is None:
        paragraph = el("p")
        cell.append(paragraph)
    for child in list(paragraph):
        if local(child) != "pPr":
            paragraph.remove(child)
    marks = paragraph.find(f"{q('pPr')}/{q('rPr')}")
    paragraph.extend(text_runs(text, marks))
