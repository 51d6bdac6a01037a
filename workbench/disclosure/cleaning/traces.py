"""What Word notes about the text beside the text: comments, wrappers, numbers of drafts."""

from __future__ import annotations

from lxml import etree

from workbench.disclosure.cleaning.removed import Removed, Tally
from workbench.disclosure.cleaning.word_xml import WORD, every, remove, remove_every, unwrap, w

_DRAFTS = "http://schemas.microsoft.com/office/word/2010/wordml"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def remove_traces(root: etree._Element, tally: Tally) -> None:
    """Take out of one part what is there for Word alone."""
    _comments(root, tally)
    _wrappers(root, tally)
    _draft_numbers(root, tally)
    for workbook in list(root.iter(f"{{{_CHART}}}externalData")):
        remove(workbook)


def _comments(root: etree._Element, tally: Tally) -> None:
    remove_every(root, ("commentRangeStart", "commentRangeEnd"))
    for mark in every(root, "commentReference"):
        run = mark.getparent()
        remove(mark)
        tally.note(Removed.COMMENTS)
        if run is not None and all(one.tag == w("rPr") for one in run):
            remove(run)


def _wrappers(root: etree._Element, tally: Tally) -> None:
    for wrapper in reversed(every(root, "smartTag", "customXml")):
        remove_every(wrapper, ("smartTagPr", "customXmlPr"))
        unwrap(wrapper)
        tally.note(Removed.CUSTOM_XML)
    bindings = [one for one in root.iter() if _local(one) == "dataBinding"]
    for binding in bindings:
        remove(binding)
    tally.note(Removed.CUSTOM_XML, len(bindings))
    remove_every(root, ("printerSettings",))


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _draft_numbers(root: etree._Element, tally: Tally) -> None:
    for element in root.iter():
        for name in list(element.attrib):
            traced = str(name).startswith((f"{{{WORD}}}rsid", f"{{{_DRAFTS}}}paraId"))
            if traced or str(name) == f"{{{_DRAFTS}}}textId":
                del element.attrib[name]
                tally.note(Removed.TRACES)
