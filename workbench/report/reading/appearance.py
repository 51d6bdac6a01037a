"""How a paragraph of a template looks: what tells a heading, or an instruction, from body text."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.report.parts.ooxml import Element, ancestors, local, on, paragraph_text, q, value
from workbench.report.reading.styles import Styles

_BLACK = frozenset({"", "auto", "000000"})


@dataclass(frozen=True, slots=True)
class Appearance:
    """The look that all of a paragraph's text shares. ``size`` is in half points; ``depth`` is its
    level in a numbered list, or None; ``shaded`` tells a cell with a coloured ground."""

    style: str
    size: int
    bold: bool
    italic: bool
    capitals: bool
    underlined: bool
    colour: str
    depth: int | None = None
    shaded: bool = False

    @property
    def coloured(self) -> bool:
        """Whether the text is of another colour than black."""
        return self.colour not in _BLACK

    @property
    def grey(self) -> bool:
        """Whether the text is grey, as instructions often are."""
        if len(self.colour) != 6:
            return False
        try:
            red, green, blue = (int(self.colour[at : at + 2], 16) for at in (0, 2, 4))
        except ValueError:
            return False
        return max(red, green, blue) - min(red, green, blue) <= 12 and 0x50 <= red <= 0xC8


def own_text(paragraph: Element) -> str:
    """What the paragraph says itself, without a text box that is anchored in it."""
    if next(paragraph.iter(q("txbxContent")), None) is None:
        return " ".join(paragraph_text(paragraph).split())
    said = [
        node.text or ""
        for node in paragraph.iter(q("t"))
        if next(ancestors(node, "p"), None) is paragraph
    ]
    return " ".join("".join(said).split())


def speaking_runs(paragraph: Element) -> list[Element]:
    """The paragraph's own runs that say something."""
    return [
        run
        for run in paragraph.iter(q("r"))
        if next(ancestors(run, "p"), None) is paragraph
        and any((node.text or "").strip() for node in run.iter(q("t")))
    ]


def appearance(paragraph: Element, styles: Styles) -> Appearance:
    """How the paragraph looks; what not all of its runs share does not count."""
    style = value(paragraph, "pPr/pStyle")
    runs = speaking_runs(paragraph)
    text = own_text(paragraph)
    marks = [run.find(q("rPr")) for run in runs]
    inherited = styles.size(style)
    sizes = [int(found) if (found := _size(one)) else inherited for one in marks] or [inherited]
    colours = {value(one, "color") or styles.colour(style) for one in marks}
    return Appearance(
        style=styles.name(style),
        size=min(sizes),
        bold=_all(marks, "b", styles, style),
        italic=_all(marks, "i", styles, style),
        capitals=(text.isupper() and len(text) > 3) or _all(marks, "caps", styles, style),
        underlined=bool(marks) and all(value(one, "u") not in {None, "none"} for one in marks),
        colour=colours.pop().upper() if len(colours) == 1 else "",
        depth=_depth(paragraph, styles),
        shaded=_shaded(paragraph),
    )


def _depth(paragraph: Element, styles: Styles) -> int | None:
    direct = value(paragraph, "pPr/numPr/numId")
    if direct:
        return int(value(paragraph, "pPr/numPr/ilvl") or "0") if direct != "0" else None
    found = styles.numbering(value(paragraph, "pPr/pStyle"))
    return found[1] if found else None


def _size(marks: Element | None) -> str:
    found = value(marks, "sz") or ""
    return found if found.isdigit() else ""


def _all(marks: list[Element | None], switch: str, styles: Styles, style: str | None) -> bool:
    """Whether the switch is on for each run, by itself, by its own style or the paragraph's."""
    by_style = styles.switched_on(style, switch)
    for one in marks:
        if value(one, switch) is not None:
            switched = on(one, switch)
        else:
            switched = styles.switched_on(value(one, "rStyle"), switch) or by_style
        if not switched:
            return False
    return bool(marks)


def _shaded(paragraph: Element) -> bool:
    cell = paragraph.getparent()
    if cell is None or local(cell) != "tc":
        return False
    shade = cell.find(f"{q('tcPr')}/{q('shd')}")
    return shade is not None and (shade.get(q("fill")) or "auto").casefold() not in {
        "auto",
        "ffffff",
    }
