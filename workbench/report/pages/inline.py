"""A paragraph read into atoms: words, tabs, breaks, pictures, marks of notes and bookmarks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workbench.report.pages.atoms import DASHES, Atom, Kind, Spoken, atoms_of
from workbench.report.pages.drawings import Drawn, anchored_drawing, inline_drawing
from workbench.report.pages.letters import NOWHERE, Around, ParagraphLook, RunLook
from workbench.report.pages.looks import Looks
from workbench.report.parts.ooxml import Element, local, q

_SIGNS = {"\uf0b7": "\u2022", "\uf0a7": "\u25aa", "\uf0fc": "\u2713", "\uf06f": "\u25a1"}
_COMPUTED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_DROPPED = frozenset({"del", "moveFrom", "rPr", "pPr", "instrText", "delText", "proofErr"})
_PROPERTIES, _RUN_PROPERTIES = q("pPr"), q("rPr")
_RUN, _TEXT = q("r"), q("t")
NO_VALUES: Mapping[str, str] = MappingProxyType({})


class Reader:
    """Reads the paragraphs of one part in the looks of its document."""

    def __init__(
        self,
        looks: Looks,
        part: Mapping[str, str] = NO_VALUES,
        tell: Callable[[str], None] = lambda _said: None,
        values: Mapping[str, str] = NO_VALUES,
    ) -> None:
        self.looks = looks
        self.tell = tell
        self._pictures = part
        self._values = values

    def paragraph(self, element: Element, around: Around = NOWHERE) -> Spoken:
        """The paragraph's atoms."""
        holder = element.find(_PROPERTIES)
        look = self.looks.paragraph(holder, around)
        marks = None if holder is None else holder.find(_RUN_PROPERTIES)
        mark = self.looks.run(marks, look.style, around)
        words = self._words(element, look, around)
        if words is not None:
            return Spoken(look, None, mark, words[1].above == mark.above, (), words)
        read = _Reading(self, look, around)
        read.children(element)
        plain = len(read.looks) <= 1 and not read.special and read.looks <= {mark.above}
        return Spoken(look, read.atoms, mark, plain, read.behind)

    def _words(
        self, element: Element, look: ParagraphLook, around: Around
    ) -> tuple[str, RunLook] | None:
        """The text of a paragraph that is one run of it and nothing else."""
        run = element[-1] if len(element) else None
        if run is None or run.tag != _RUN or len(element) > 1 + (element[0].tag == _PROPERTIES):
            return None
        text = run[-1] if len(run) else None
        own = run[0] if len(run) > 1 and run[0].tag == _RUN_PROPERTIES else None
        if text is None or text.tag != _TEXT or len(run) > 1 + (own is not None):
            return None
        said = text.text or ""
        style = self.looks.run(own, look.style, around)
        if (
            style.hidden
            or style.capitals
            or style.small is not None
            or max(said, default="") >= "\uf000"
        ):
            return None
        return said, style

    def value(self, code: str, cached: str) -> str:
        """What a computed field shows: its value where that is known, else what it showed."""
        return self._values.get(code) or cached or "1"

    def drawn(self, element: Element) -> tuple[Drawn | None, Drawn | None]:
        """The drawing as one that stands in the line, or as one that does not."""
        inline = inline_drawing(element, self._pictures, self.looks)
        if inline is not None:
            return inline, None
        return None, anchored_drawing(element, self._pictures, self.looks, self.tell)


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: bool = False
    result: str = ""


class _Reading:
    """One paragraph on its way to atoms."""

    def __init__(self, reader: Reader, look: ParagraphLook, around: Around) -> None:
        self.reader = reader
        self.look = look
        self.around = around
        self.atoms: list[Atom] = []
        self.looks: set[float] = set()
        self.behind: list[Drawn] = []
        self.special = False
        self._free = True
        self._fields: list[_Field] = []

    def children(self, holder: Element) -> None:
        """What stands in a paragraph, link, control or the like."""
        for child in holder:
            name = local(child)
            if name == "r":
                self._run(child)
            elif name in _CONTAINERS:
                _CONTAINERS[name](self, child)
            elif name not in _DROPPED:
                self._odd(name, child)

    def _odd(self, name: str, child: Element) -> None:
        if name == "bookmarkStart":
            look = self.reader.looks.run(None, self.look.style, self.around)
            mark = Atom(Kind.BOOKMARK, 0.0, 0.0, child.get(q("name"), ""), look, self._free)
            self.atoms.append(mark)
        elif name == "oMath":
            self.reader.tell("A formula is left out of the pages.")

    def _simple(self, child: Element) -> None:
        code = child.get(q("instr"), "").split()
        if code and code[0].upper() in _COMPUTED:
            runs = child.findall(q("r"))
            cached = "".join(node.text or "" for node in child.iter(q("t")))
            holder = runs[0].find(q("rPr")) if runs else None
            look = self.reader.looks.run(holder, self.look.style, self.around)
            self._say(self.reader.value(code[0].upper(), cached), look)
        else:
            self.children(child)

    def _control(self, child: Element) -> None:
        inside = child.find(q("sdtContent"))
        if inside is not None:
            self.children(inside)

    def _choice(self, child: Element) -> None:
        """What a Word of today shows of several."""
        for one in child:
            if local(one) == "Choice":
                self.children(one)
                return

    def _run(self, run: Element) -> None:
        holder = run.find(q("rPr"))
        look = self.reader.looks.run(holder, self.look.style, self.around)
        if look.hidden:
            self._codes(run)
            return
        for child in run:
            tag = local(child)
            if tag == "t":
                self._text(child.text or "", look)
            elif tag in _IN_RUN:
                _IN_RUN[tag](self, child, look)

    def _codes(self, run: Element) -> None:
        """A hidden run may still begin or end a field."""
        for child in run:
            if local(child) == "fldChar":
                look = self.reader.looks.run(None, self.look.style, self.around)
                self._field(child, look)
            elif local(child) == "instrText" and self._fields:
                self._fields[-1].code += child.text or ""

    def _text(self, text: str, look: RunLook) -> None:
        if self._fields:
            if not all(one.shown for one in self._fields):
                return
            code = self._fields[-1].code.split()
            if code and code[0].upper() in _COMPUTED:
                self._fields[-1].result += text
                return
        self._say(text, look)

    def _say(self, text: str, look: RunLook, note: str = "") -> None:
        if look.capitals:
            text = text.upper()
        elif look.small is not None:
            self._small(text, look, look.small)
            return
        if "\uf000" <= max(text, default="") <= "\uf0ff":
            text = "".join(_SIGNS.get(sign, sign) for sign in text)
        self.looks.add(look.above)
        made = atoms_of(text, look, note, free=self._free)
        self.atoms += made
        if made:
            self._free = made[-1].space > 0 or made[-1].text.endswith(DASHES)

    def _small(self, text: str, look: RunLook, small: RunLook) -> None:
        plain = look.small
        look.small = None
        for lower, upper in re.findall("([a-z\u00df-\u00ff]+)|([^a-z\u00df-\u00ff]+)", text):
            self._say(lower or upper, small if lower else look)
        look.small = plain

    def _tab(self, _child: Element, look: RunLook) -> None:
        if not self._fields or all(one.shown for one in self._fields):
            self.atoms.append(Atom(Kind.TAB, 0.0, 0.0, "", look, self._free))
            self.looks.add(look.above)
            self.special = self._free = True

    def _break(self, child: Element, look: RunLook) -> None:
        kind = child.get(q("type"), "line")
        kind = {"textWrapping": "line", "column": "page"}.get(kind, kind)
        self.atoms.append(Atom(Kind.BREAK, 0.0, 0.0, kind, look))
        self.looks.add(look.above)
        self.special = self._free = True

    def _field(self, child: Element, look: RunLook) -> None:
        kind = child.get(q("fldCharType"))
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            done = self._fields.pop()
            code = done.code.split()
            if code and code[0].upper() in _COMPUTED:
                self._say(self.reader.value(code[0].upper(), done.result), look)

    def _instruction(self, child: Element, _look: RunLook) -> None:
        if self._fields:
            self._fields[-1].code += child.text or ""

    def _symbol(self, child: Element, look: RunLook) -> None:
        code = child.get(q("char"), "F0B7")
        sign = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else "\u2022"
        self._say(_SIGNS.get(sign, sign), look)

    def _note(self, child: Element, look: RunLook) -> None:
        self._free = False
        shown = self.reader.value("NOTE " + child.get(q("id"), ""), "1")
        self._say(shown, look, child.get(q("id"), ""))
        self.special = True

    def _note_number(self, _child: Element, look: RunLook) -> None:
        self._say(self.reader.value("NOTE", "1"), look)

    def _endnote(self, _child: Element, _look: RunLook) -> None:
        self.reader.tell("Endnotes are left out of the pages.")

    def _drawing(self, child: Element, look: RunLook) -> None:
        inline, behind = self.reader.drawn(child)
        if inline is not None:
            self.atoms.append(Atom(Kind.DRAWING, inline.width, 0.0, "", look, True, inline))
            self.special = self._free = True
        elif behind is not None:
            self.behind.append(behind)

    def _alternate(self, child: Element, look: RunLook) -> None:
        for one in child:
            if local(one) == "Choice":
                for inside in one:
                    if local(inside) in _IN_RUN:
                        _IN_RUN[local(inside)](self, inside, look)
                return


_CONTAINERS: Mapping[str, Callable[[_Reading, Element], None]] = {
    "hyperlink": _Reading.children,
    "ins": _Reading.children,
    "moveTo": _Reading.children,
    "smartTag": _Reading.children,
    "sdt": _Reading._control,
    "fldSimple": _Reading._simple,
    "AlternateContent": _Reading._choice,
}
_IN_RUN: Mapping[str, Callable[[_Reading, Element, RunLook], None]] = {
    "tab": _Reading._tab,
    "ptab": _Reading._tab,
    "br": _Reading._break,
    "cr": _Reading._break,
    "fldChar": _Reading._field,
    "instrText": _Reading._instruction,
    "sym": _Reading._symbol,
    "noBreakHyphen": lambda self, _child, look: self._say("\u2011", look),
    "footnoteReference": _Reading._note,
    "footnoteRef": _Reading._note_number,
    "endnoteReference": _Reading._endnote,
    "drawing": _Reading._drawing,
    "pict": _Reading._drawing,
    "object": _Reading._drawing,
    "AlternateContent": _Reading._alternate,
}
