"""Page numbers in a contents list: right, or not there, and the author is told why."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
import pytest

from tests.workbench.report.boards import numbered
from tests.workbench.report.invented import ruled
from tests.workbench.report.paged import MAIN, laid_out
from workbench.disclosure.gate import Disclosed
from workbench.disclosure.register import Register
from workbench.model.blocks import Block, Document, Paragraph, Section
from workbench.report.layouts import layout
from workbench.report.pages.measuring import Fonts, bundled_fonts
from workbench.report.parts.ooxml import Element, parse, q, serialise
from workbench.report.parts.package import pack, unpack
from workbench.report.reading.styles import Styles
from workbench.report.template import built_in, template_from
from workbench.report.word import Written, render

SENTENCE = "the visit was made and recorded and nobody asked what had changed since then. "
TITLES = ("background", "findings", "conclusions")


def report(*lengths: int) -> Disclosed:
    """Three sections of so many paragraphs."""
    sections = []
    for name, many in zip(TITLES, lengths, strict=True):
        blocks: tuple[Block, ...] = tuple(Paragraph((SENTENCE * 4,)) for _ in range(many))
        sections.append(Section(name, (name,), blocks))
    return ruled(Document(("a report",), (), tuple(sections)), register=Register())


def on_board(disclosed: Disclosed, fonts: Fonts, content: bytes | None = None) -> Written:
    board = template_from(content or numbered(), "board.docx", layout("sar"))
    return render(disclosed, board, fonts)


def entries(written: Written) -> Iterator[tuple[str, str, str]]:
    """The entries: bookmark, words, and the page number that they show."""
    root = parse(unpack(written.content)[MAIN])
    for link in root.iter(q("hyperlink")):
        text = "".join(node.text or "" for node in link.iter(q("t")))
        page = _page(link)
        yield link.get(q("anchor"), ""), text.removesuffix(page), page


def _page(link: Element) -> str:
    code = next(link.iter(q("instrText")), None)
    if code is None:
        return ""
    assert f" PAGEREF {link.get(q('anchor'))} \\h " == code.text
    return "".join(node.text or "" for node in list(link.iter(q("t")))[-1:])


def test_each_entry_has_the_page_on_which_its_heading_stands() -> None:
    written = on_board(report(10, 16, 9), bundled_fonts())
    found = list(entries(written))
    parts = unpack(written.content)
    laid = laid_out({**parts, MAIN: parse(parts[MAIN])})
    assert len(found) > 8
    assert [page for _, _, page in found] == [laid.page_of(mark) for mark, _, _ in found]
    assert {page for _, _, page in found} > {"1", "3", "5"}


def test_word_is_never_told_to_ask_for_an_update() -> None:
    parts = unpack(on_board(report(8, 22, 9), bundled_fonts()).content)
    assert all(b"updateFields" not in part for part in parts.values())
    assert b"dirty" not in parts[MAIN]
    assert rb"TOC \o" in parts[MAIN]


def test_the_same_report_has_the_same_bytes() -> None:
    disclosed = report(3, 12, 5)
    assert on_board(disclosed, bundled_fonts()) == on_board(disclosed, bundled_fonts())


def test_a_typeface_that_is_not_there_leaves_the_list_without_numbers_and_is_named() -> None:
    written = on_board(report(8, 22, 9), Fonts(lambda _family, *, bold, italic: None))  # asked so
    assert not any(page for _, _, page in entries(written))
    told = [line for line in written.told if "page numbers" in line]
    assert len(told) == 1
    assert "not on this computer" in told[0]
    assert "Update field" in told[0]
    # The line is as it was before there were numbers: no dots that lead to nothing.
    lines = docx.Document(io.BytesIO(written.content)).paragraphs
    assert not any(line.text.endswith("\t") for line in lines)


def test_a_heading_that_word_may_put_on_another_page_has_no_number_and_is_named() -> None:
    moving: list[str] = []
    for many in range(18, 34):  # somewhere a heading comes to stand at the very end of a page
        written = on_board(report(8, many, 9), bundled_fonts())
        moving += [line for line in written.told if "Word may put" in line]
        if moving:
            blank = [text for _, text, page in entries(written) if not page]
            assert blank
            assert all(text.lstrip("0123456789.\t ") in moving[0] for text in blank)
            assert sum(1 for _, _, page in entries(written) if page) >= 3 * len(blank)
            return
    pytest.fail("no heading ever stood at the end of a page")


def test_a_list_that_wants_no_page_numbers_gets_none() -> None:
    parts = unpack(numbered())
    main = parts[MAIN].replace(rb'TOC \o "1-2" \h ', rb'TOC \o "1-2" \n \h ')
    assert main != parts[MAIN]
    written = on_board(report(8, 22, 9), bundled_fonts(), pack({**parts, MAIN: main}))
    assert not any(page for _, _, page in entries(written))
    assert not any("page number" in line for line in written.told)


def test_the_template_s_own_reference_to_a_page_shows_the_right_one() -> None:
    parts = unpack(numbered())
    mark, field = (
        '<w:bookmarkStart w:id="77" w:name="there"/><w:bookmarkEnd w:id="77"/>',
        '<w:r><w:t xml:space="preserve"> on page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/>'
        '</w:r><w:r><w:instrText xml:space="preserve"> PAGEREF there \\h </w:instrText></w:r><w:r>'
        '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r><w:r>'
        '<w:fldChar w:fldCharType="end"/></w:r>',
    )
    stays = "<w:t>Kept words.</w:t></w:r>"
    main = parts[MAIN].decode().replace(stays, f"{stays}{mark}{field}")
    written = on_board(report(8, 22, 9), bundled_fonts(), pack({**parts, MAIN: main.encode()}))
    whole = unpack(written.content)
    laid = laid_out({**whole, MAIN: parse(whole[MAIN])})
    text = serialise(parse(whole[MAIN])).decode()
    shown = text.partition(" PAGEREF there ")[2].partition("<w:t>")[2].partition("</w:t>")[0]
    assert shown == laid.page_of("there") != "9"


def test_the_numbers_of_our_own_templates_stand_at_their_tab() -> None:
    template = built_in("sar")
    written = render(report(8, 22, 9), template, bundled_fonts())
    styles = Styles(parse(unpack(written.content)["word/styles.xml"]))
    assert styles.named("toc 1") == "TOC1"
    found = [page for _, _, page in entries(written)]
    assert all(found)
    root = parse(unpack(written.content)[MAIN])
    line = next(one.getparent() for one in root.iter(q("hyperlink")))
    assert line is not None
    indent = line.find(f"{q('pPr')}/{q('ind')}")
    assert indent is not None
    assert indent.get(q("right")) == "0"
