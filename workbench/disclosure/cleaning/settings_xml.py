"""The settings and the properties of a Word file."""

from __future__ import annotations

from lxml import etree

from workbench.disclosure.cleaning.package import parsed
from workbench.disclosure.cleaning.removed import Removed, Tally
from workbench.disclosure.cleaning.word_xml import every, remove, remove_every, w

_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title/></cp:coreProperties>'
)
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>'
)
_BEFORE = ("writeProtection", "view", "zoom")  # what stands before the two that are put in
_KEEP_OUT = ("removePersonalInformation", "removeDateAndTime")
_OF_DRAFTS = ("docId", "chartTrackingRefBased")


def clean_settings(root: etree._Element, tally: Tally) -> None:
    """Take out what ties the file to a person, a computer or another file; and have Word leave its
    user's name out when it saves the file again."""
    variables = every(root, "docVar")
    tally.note(Removed.VARIABLES, len(variables) + len(every(root, "mailMerge")))
    tally.note(Removed.TRACES, len(every(root, "rsid", "rsidRoot")))
    remove_every(root, ("docVars", "mailMerge", "rsids", "attachedTemplate", "trackRevisions",
                        "revisionView", "proofState", "attachedSchema", *_KEEP_OUT))  # fmt: skip
    for element in list(root):
        if etree.QName(element).localname in _OF_DRAFTS:
            remove(element)
    at = sum(1 for one in root if one.tag in {w(name) for name in _BEFORE})
    for number, name in enumerate(_KEEP_OUT):
        root.insert(at + number, root.makeelement(w(name)))


def fixed_properties(parts: dict[str, bytes], tally: Tally) -> None:
    """Properties that say nothing, in the place of those that there are."""
    for name, fixed in (("docProps/core.xml", _CORE), ("docProps/app.xml", _APP)):
        if name in parts:
            filled = [one for one in parsed(parts[name]) if (one.text or "").strip()]
            tally.note(Removed.PROPERTIES, len(filled))
            parts[name] = fixed
