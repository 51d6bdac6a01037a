"""XML parts of an Office file: every text, every attribute, every remark."""

from __future__ import annotations

import html
import re

from lxml import etree

from workbench.disclosure.scan.pieces import BREAK, Piece, Read, Sort, piece
from workbench.disclosure.scan.raw import read_base64

_PARAGRAPHS = ("p", "tr", "row", "si", "comment", "lvl", "property")
_QUOTED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_NOTES = ("comment", "footnote", "endnote")
_SPACES = ("tab", "ptab", "tc", "c")
_SIGNS = {
    "softHyphen": "",
    "noBreakHyphen": "-",
    "br": BREAK,
    "cr": BREAK,
    "lastRenderedPageBreak": "",
}
_ASIDE = {"delText": "deleted text", "instrText": "field code",
          "delInstrText": "deleted field code", "rt": "reading aid"}  # fmt: skip
_PROPERTIES = {
    "creator": "Author", "lastModifiedBy": "Last modified by", "title": "Title",
    "subject": "Subject",
    "keywords": "Keywords", "description": "Comments", "category": "Category",
    "contentStatus": "Status", "Company": "Company", "Manager": "Manager", "Template": "Template",
    "HyperlinkBase": "Hyperlink base", "Application": "Application",
}  # fmt: skip


_SIMPLE = {
    "word/document.xml": "the text",
    "word/footnotes.xml": "a footnote",
    "word/endnotes.xml": "an endnote",
    "word/comments.xml": "a comment",
    "word/settings.xml": "the document's settings",
    "word/styles.xml": "the styles",
    "word/numbering.xml": "the numbering",
    "word/fontTable.xml": "the list of fonts",
    "word/people.xml": "the list of people who commented",
    "xl/sharedStrings.xml": "the texts of all sheets",
    "xl/workbook.xml": "the workbook's list of sheets and names",
    "content.xml": "the text",
    "meta.xml": "the document's properties",
}
_NUMBERED = (
    (re.compile(r"word/(header|footer)(\d*)\.xml"), r"\1 \2"),
    (re.compile(r"ppt/slides/slide(\d+)\.xml"), r"slide \1"),
    (re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml"), r"the notes of slide \1"),
    (re.compile(r"xl/worksheets/sheet(\d+)\.xml"), r"sheet \1"),
    (re.compile(r"\w+/charts/chart(\d+)\.xml"), r"chart \1"),
)


def name_of_part(part: str) -> str:
    """What people call a part of an Office file."""
    *outer, inner = part.split(" > ")
    within = " of a file within" if outer else ""
    if inner in _SIMPLE:
        return _SIMPLE[inner] + within
    for pattern, said in _NUMBERED:
        met = pattern.fullmatch(inner)
        if met:
            return met.expand(said).strip() + within
    return f"the part {part}"


def read_xml(part: str, content: bytes, read: Read) -> None:
    """Read all of an XML part; one that cannot be parsed, or brings its own rules, is refused."""
    if (
        b"<!DOCTYPE" in content
        or b"<!ENTITY" in content
        or "<!DOCTYPE".encode("utf-16-le") in content
    ):
        read.cannot(part, "brings its own rules (a DTD) along")
    try:
        root = etree.fromstring(content, parser())
    except (etree.XMLSyntaxError, ValueError):
        read.cannot(part, "is not well-formed XML")
        read.pieces.append(
            piece(part, content.decode("utf-8", "ignore"), Sort.RAW, name_of_part(part))
        )
        return
    _Reader(part, read).all_of(root)
    if re.search(rb"[A-Za-z0-9+/]{24}", content):
        read_base64(part, content, read)


def parser() -> etree.XMLParser:
    """A parser that fetches nothing, expands nothing and drops nothing."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=False,
        remove_pis=False,
        strip_cdata=False,
        huge_tree=False,
    )


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


class _Flow:
    """One stream of text with the places of its stretches."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.places: list[tuple[int, str]] = []

    def add(self, text: str, place: str) -> None:
        if not self.places or self.places[-1][1] != place:
            self.places.append((self.length, place))
        self.text.append(text)
        self.length += len(text)


class _Reader:
    def __init__(self, part: str, read: Read) -> None:
        self.part, self.read, self.name = part, read, name_of_part(part)
        self.flows: dict[str, _Flow] = {}
        self.paragraph = 0
        self.within = ""
        self.seen: set[str] = set()

    def all_of(self, root: etree._Element) -> None:
        """Read every node below the root, and above and beside it."""
        for node in [*root.itersiblings(preceding=True), *root.itersiblings()]:
            self._value(str(node.text or ""), f"remark in {self.name}")
        self._element(root)
        self._also_linear(root)
        for kind, flow in self.flows.items():
            text = "".join(flow.text)
            sort = Sort.VALUE if kind == "names" else Sort.FLOW
            self.read.pieces.append(Piece(self.part, text, sort, tuple(flow.places)))
            plain = _unwrapped(text)
            if plain != text:
                self.read.pieces.append(piece(self.part, plain, sort, self.name))

    def _also_linear(self, root: etree._Element) -> None:
        """All text nodes end to end: a second look that knows nothing of paragraphs and fields."""
        text = "".join(str(node) for node in root.itertext())
        self.read.pieces.append(piece(self.part, text, Sort.RAW, self.name))

    def _flow(self, kind: str, text: str) -> None:
        self.flows.setdefault(kind, _Flow()).add(text, self._place(kind))

    def _place(self, kind: str) -> str:
        where = self.within or self.name
        if not self.within and self.paragraph:
            where = f"paragraph {self.paragraph} of {self.name}"
        return where if kind == "text" else f"{kind} in {where}"

    def _element(self, root: etree._Element) -> None:
        """Walk without recursion: a file may nest deeper than Python can call."""
        for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event in ("comment", "pi"):
                self._value(str(node.text or ""), f"remark in {self.name}")
                if node.tail:
                    self._flow("text", node.tail)
                continue
            local = _local(node)
            if event == "start":
                self._starts(node, local)
            else:
                self._ends(node, local)

    def _starts(self, node: etree._Element, local: str) -> None:
        self._enters(node, local)
        if self.part.startswith("customXml/"):
            self._value(local, f"a name in {self.name}")
        for value in node.attrib.values():
            self._value(str(value), f"hidden detail in {self.within or self.name}")
        if local == "sym":
            self._flow("text", _symbol(node))
        elif local in _SIGNS:
            self._flow("text", _SIGNS[local])
        elif local in _SPACES:
            self._flow("text", " ")
        if node.text:
            self._flow(_ASIDE.get(local, "text"), node.text)

    def _enters(self, node: etree._Element, local: str) -> None:
        """Keep count of where in the part this is, in words."""
        if local == "p":
            self.paragraph += 1
        if local in _NOTES:
            number = next((str(v) for k, v in node.attrib.items() if str(k).endswith("}id")), "")
            self.within = f"{local} {number}".strip()
        # A property's own name may be the leak, so only the usual names are said.
        if self.part.startswith("docProps/") and (local in _PROPERTIES or node.get("name")):
            self.within = f"document property {_PROPERTIES.get(local, '')}".strip()

    def _ends(self, node: etree._Element, local: str) -> None:
        property_ends = self.part.startswith("docProps/")
        if local in _PARAGRAPHS or local in _NOTES or property_ends:
            self._flow("text", "\n")
        if local in _NOTES or property_ends:
            self.within = ""
        if node.tail:
            self._flow("text", node.tail)

    def _value(self, value: str, place: str) -> None:
        if len(value) > 2 and value not in self.seen:
            self.seen.add(value)
            self.read.pieces.append(piece(self.part, value, Sort.VALUE, place))
            plain = _unwrapped(value)
            if plain != value:
                self.read.pieces.append(piece(self.part, plain, Sort.VALUE, place))


def _unquote(value: str) -> str:
    """Without the percent signs of a link: "%C3%A9" is "é"."""

    def letters(match: re.Match[str]) -> str:
        return bytes.fromhex(match.group().replace("%", "")).decode("utf-8", "replace")

    return _QUOTED.sub(letters, value)


def _unwrapped(value: str) -> str:
    """Without the wrappings of links and of double escaping."""
    if "%" not in value and "&" not in value:
        return value
    return _unquote(html.unescape(_unquote(html.unescape(value))))


def _symbol(node: etree._Element) -> str:
    """A letter written as a symbol of a font."""
    code = next((str(v) for k, v in node.attrib.items() if str(k).endswith("char")), "")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number - 0xF000 if 0xF020 <= number <= 0xF0FF else number)
