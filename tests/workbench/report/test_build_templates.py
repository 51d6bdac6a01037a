"""The shipped Word templates are those that their data describes."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import docx
import pytest
from lxml import etree

from workbench.report.build_slides import build_slides
from workbench.report.build_templates import build
from workbench.report.layouts import LAYOUTS, PAPERS, layout
from workbench.report.parts.package import unpack
from workbench.report.template import template_from
from workbench.resources import resource

TEMPLATES = (*LAYOUTS, *PAPERS)


def shipped(name: str) -> bytes:
    return resource("templates", f"{name}.docx").read_bytes()


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_shipped_template_is_the_built_one(name: str) -> None:
    assert unpack(build(layout(name))) == unpack(shipped(name)), "run build_templates again"


@pytest.mark.parametrize("name", TEMPLATES)
def test_building_twice_gives_the_same_bytes(name: str) -> None:
    assert build(layout(name)) == build(layout(name))


def test_the_shipped_slides_are_the_built_ones() -> None:
    found = resource("templates", "learning-slides.pptx").read_bytes()
    assert unpack(build_slides()) == unpack(found), "run build_templates again"
    assert build_slides() == build_slides()


def test_what_else_is_imported_changes_no_byte() -> None:
    """Other libraries name namespaces for the whole process."""
    program = (
        "import hashlib, sys; exec(sys.argv[1]); "
        "from workbench.report.build_templates import build; "
        "from workbench.report.layouts import layout; "
        "print(hashlib.sha256(build(layout('sar'))).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program, first], capture_output=True, text=True, check=True
        ).stdout
        for first in ("pass", "import openpyxl", "import docx")
    }
    assert len(made) == 1


@pytest.mark.parametrize("name", TEMPLATES)
def test_word_sees_every_section_as_a_heading_in_order(name: str) -> None:
    document = docx.Document(io.BytesIO(shipped(name)))
    headings = [
        paragraph.text
        for paragraph in document.paragraphs
        if paragraph.style is not None and paragraph.style.name.startswith(("Heading", "Appendix"))
    ]
    assert headings == [section.title for section in layout(name).sections]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_font_is_one_that_every_word_has_and_no_theme_overrides_it(name: str) -> None:
    parts = unpack(shipped(name))
    styles = parts["word/styles.xml"].decode()
    assert 'w:ascii="Arial"' in styles
    assert 'w:lang w:val="en-GB"' in styles
    assert not [part for part in parts if "theme" in part or "customXml" in part]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_package_tells_no_time_and_no_maker(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(shipped(name))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = docx.Document(io.BytesIO(shipped(name))).core_properties
    assert properties.author == ""
    assert properties.last_modified_by == ""


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_that_somebody_restyled_and_gave_back_keeps_every_section(name: str) -> None:
    plan = layout(name)
    given = template_from(shipped(name), "ours.docx", plan)
    assert given.without() == ()
    assert not [told for told in given.told if "could be" in told]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_restyled_style_keeps_the_standard_s_order(name: str) -> None:
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    order = ["name", "basedOn", "next", "link", "uiPriority", "semiHidden", "unhideWhenUsed"]
    order += ["qFormat", "pPr", "rPr", "tblPr", "tblStylePr"]
    for style in etree.fromstring(unpack(shipped(name))["word/styles.xml"]).iter(f"{word}style"):
        places = [order.index(child.tag.removeprefix(word)) for child in style]
        assert places == sorted(places), style.get(f"{word}styleId")
