"""WordprocessingML elements: made, found, and put where the standard's order wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache
from typing import IO

from lxml import etree

Element = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
W = NAMESPACES["w"]
# lxml names a namespace by what any library of the process registered: name each ourselves, so
# that the same report has the same bytes whatever else was imported.
for _prefix, _uri in NAMESPACES.items():
    etree.register_namespace(_prefix, _uri)
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# The control characters, and the halves of pairs, that XML cannot hold.
_UNSPEAKABLE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
# Only "w" is declared on an element that is made: the others would be noise in every paragraph.
_MADE = {"w": W}

# The children of an element in the standard's order (ISO 29500-1, transitional), as far as the
# workbench writes or moves them. What is not listed keeps its place.
ORDER: dict[str, str] = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
        "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
        "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
        "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
        "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription"
    ),
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader",
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark"
    ),
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid printerSettings"
    ),
    "settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime "
        "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
        "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts "
        "saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
        "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
        "hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate "
        "linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
        "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection "
        "autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation "
        "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength "
        "clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting "
        "bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
        "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
        "displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin "
        "drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
        "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars "
        "noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema "
        "saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml "
        "saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
        "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat "
        "docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping "
        "doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions "
        "readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags "
        "decimalSymbol listSeparator"
    ),
}
_RANK = {
    parent: {q: n for n, q in enumerate(f"{{{W}}}{name}" for name in names.split())}
    for parent, names in ORDER.items()
}


@cache
def q(name: str) -> str:
    """The full name of ``w:p`` and its like; a name without prefix is of ``w``."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def local(element: Element) -> str:
    """The element's name without its namespace; empty for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def el(name: str, /, *children: Element, **attributes: object) -> Element:
    """A new element of ``w``, with attributes of ``w``: ``el("jc", val="right")``."""
    made = etree.Element(q(name), nsmap=_MADE)
    for key, value in attributes.items():
        made.set(q(key), str(value))
    made.extend(children)
    return made


def put(parent: Element, child: Element) -> Element:
    """Set ``child`` in its place of the standard's order, in place of one of the same name."""
    rank = _RANK[local(parent)]
    mine = rank.get(child.tag, len(rank))  # what the standard does not know stands last
    for index, other in enumerate(parent):
        if other.tag == child.tag:
            parent.replace(other, child)
            return child
        if rank.get(other.tag, -1) > mine:
            parent.insert(index, child)
            return child
    parent.append(child)
    return child


def properties(element: Element, name: str) -> Element:
    """The element's own properties (``pPr``, ``rPr``, ``tcPr`` …), made first where missing."""
    found = element.find(q(name))
    if found is None:
        found = el(name)
        element.insert(0, found)
    return found


def value(element: Element | None, path: str) -> str | None:
    """The ``w:val`` of the element at ``path``, or None where there is none."""
    if element is None:
        return None
    found = element.find("/".join(q(step) for step in path.split("/")))
    return None if found is None else found.get(q("val"), "")


def on(element: Element | None, path: str) -> bool:
    """Whether the switch at ``path`` is there and not switched off."""
    found = value(element, path)
    return found is not None and found not in {"0", "false", "off", "none"}


def text_runs(text: str, run_properties: Element | None = None) -> list[Element]:
    """One run of text, with line breaks and tabs as Word keeps them."""
    run = el("r")
    if run_properties is not None and len(run_properties):
        run.append(deepcopy(run_properties))
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(el("br"))
        for index, piece in enumerate(line.split("\t")):
            if index:
                run.append(el("tab"))
            if piece:
                run.append(plain(piece))
    return [run]


def plain(text: str) -> Element:
    """A ``w:t`` that keeps its spaces."""
    made = el("t")
    say(made, text)
    return made


def say(node: Element, text: str) -> None:
    """Make this the text of a ``w:t``, spaces and all."""
    node.text = text if text.isprintable() else _UNSPEAKABLE.sub("", text)
    if text != text.strip():
        node.set(XML_SPACE, "preserve")
    elif XML_SPACE in node.attrib:
        del node.attrib[XML_SPACE]


def paragraph_text(paragraph: Element) -> str:
    """What one reads in a paragraph: text, tabs and breaks, without field instructions."""
    parts: list[str] = []
    for node in paragraph.iter(q("t"), q("tab"), q("br"), q("noBreakHyphen")):
        name = local(node)
        if name == "t":
            parts.append(node.text or "")
        elif name == "noBreakHyphen":
            parts.append("-")
        elif local(_parent(node)) == "r":
            parts.append("\t" if name == "tab" else "\n")
    return "".join(parts)


def drop(element: Element) -> None:
    """Take the element out of its parent, without what follows it."""
    _parent(element).remove(element)


def unwrap(element: Element, inside: Iterable[Element]) -> None:
    """Put ``inside`` where the element stood."""
    parent = _parent(element)
    at = parent.index(element)
    parent.remove(element)
    for offset, child in enumerate(list(inside)):
        parent.insert(at + offset, child)


def ancestors(element: Element, name: str) -> Iterator[Element]:
    """The elements of this name around it, nearest first."""
    yield from element.iterancestors(q(name))


def serialise(root: Element) -> bytes:
    """The document as bytes, always the same for the same tree."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def write_tree(root: Element, stream: IO[bytes]) -> None:
    """Write the same bytes to a stream."""
    tree = etree.ElementTree(root)
    tree.write(stream, xml_declaration=True, encoding="UTF-8", standalone=True)


def parse(data: bytes) -> Element:
    """The tree of an XML part. Entities, networks and giant trees are refused by the parser."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError("the element stands alone")
    return parent
