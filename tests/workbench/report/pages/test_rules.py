"""What stands together, what begins a page, and how lines and rows are counted: Word's rules."""

from __future__ import annotations

import pytest

from tests.workbench.report.paged import MAIN, bare, body_of, laid_out
from workbench.report.pages.laying import Layout
from workbench.report.pages.measuring import Fonts
from workbench.report.pages.page import Fill, Page, Rule, Text
from workbench.report.pages.typefaces import bundled_faces
from workbench.report.parts.ooxml import parse

PAPER = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" '
    'w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)
TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
SIZE = '<w:rPr><w:sz w:val="20"/></w:rPr>'
LINE = 13.62  # Noto Sans at 10 points
ROOM = 697.9  # an A4 page without its margins


def said(text: str, marks: str = "", spacing: str = TIGHT) -> str:
    """A paragraph of 10 points."""
    runs = f'<w:r>{SIZE}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    before = marks.replace("AFTER", "")
    return f"<w:p><w:pPr>{before}{spacing}{SIZE}</w:pPr>{runs}</w:p>"


def spaced(before: float, after: float, more: str = "") -> str:
    return f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}" {more}/>'


def lines(page: Page) -> list[tuple[float, str]]:
    """The lines of a page, each with its baseline."""
    found: dict[float, str] = {}
    for item in page.items:
        if isinstance(item, Text):
            key = round(item.baseline, 2)
            found[key] = f"{found[key]} {item.words}" if key in found else item.words
    return sorted(found.items())


def words(layout: Layout, number: int = 0) -> list[str]:
    return [text for _, text in lines(layout.page(number))]


def many(count: int, marks: str = "") -> list[str]:
    return [said(f"line {number}", marks) for number in range(count)]


FULL = int(ROOM / LINE)  # lines of a page


def test_a_page_takes_as_many_lines_as_its_height_allows() -> None:
    layout = bare(*many(FULL + 3), PAPER)
    assert layout.count == 2
    assert len(words(layout, 0)) == FULL
    assert words(layout, 1)[0] == f"line {FULL}"


def test_the_larger_of_two_spacings_stands_between_paragraphs() -> None:
    layout = bare(said("one", spacing=spaced(0, 10)), said("two", spacing=spaced(6, 0)), PAPER)
    (first, _), (second, _) = lines(layout.page(0))
    assert second - first == pytest.approx(LINE + 10, abs=0.1)


def test_paragraphs_of_a_kind_can_want_no_room_between_them() -> None:
    alike = "<w:contextualSpacing/>"
    one, two = (
        f"<w:p><w:pPr>{spaced(8, 8)}{alike}{SIZE}</w:pPr><w:r>{SIZE}<w:t>{text}</w:t></w:r></w:p>"
        for text in ("one", "two")
    )
    (first, _), (second, _) = lines(bare(one, two, PAPER).page(0))
    assert second - first == pytest.approx(LINE, abs=0.1)


def test_room_above_is_dropped_where_a_page_is_full_and_kept_where_a_break_is_asked_for() -> None:
    wide = spaced(30, 0)
    run_over = bare(*many(FULL), said("next", spacing=wide), PAPER)
    asked = bare(said("first"), said("next", "<w:pageBreakBefore/>", wide), PAPER)
    assert lines(run_over.page(1))[0][0] == pytest.approx(lines(run_over.page(0))[0][0])
    assert lines(asked.page(1))[0][0] == pytest.approx(lines(asked.page(0))[0][0] + 30)


def test_a_heading_goes_with_what_follows_it() -> None:
    keep = "<w:keepNext/>"
    layout = bare(*many(FULL - 1), said("heading", keep), said("text"), PAPER)
    assert words(layout, 1) == ["heading", "text"]


def test_more_headings_than_a_page_holds_are_not_kept_together() -> None:
    layout = bare(*many(2 * FULL, "<w:keepNext/>"), PAPER)
    assert layout.count == 2


def test_no_line_of_a_paragraph_stands_alone() -> None:
    four = said("word " * 60)
    height = len(words(bare(four, PAPER)))
    assert height == 4
    one_fits = bare(*many(FULL - 1), four, PAPER)
    three_fit = bare(*many(FULL - 3), four, PAPER)
    assert len(words(one_fits, 1)) == 4
    assert len(words(three_fit, 1)) == 2


def test_lines_may_stand_alone_where_the_paragraph_says_so() -> None:
    four = said("word " * 60, '<w:widowControl w:val="0"/>')
    assert len(words(bare(*many(FULL - 1), four, PAPER), 1)) == 3


def test_a_paragraph_can_be_kept_whole() -> None:
    four = said("word " * 60, "<w:keepLines/>")
    assert len(words(bare(*many(FULL - 3), four, PAPER), 1)) == 4


def test_a_break_within_a_paragraph_begins_a_page() -> None:
    broken = f'<w:p><w:r>{SIZE}<w:t>one</w:t><w:br w:type="page"/><w:t>two</w:t></w:r></w:p>'
    layout = bare(broken, PAPER)
    assert (words(layout, 0), words(layout, 1)) == (["one"], ["two"])


def test_spacing_below_the_last_line_of_a_page_needs_no_room() -> None:
    double = '<w:spacing w:before="0" w:after="0" w:line="480" w:lineRule="auto"/>'
    fits = int((ROOM + LINE) / (2 * LINE))
    layout = bare(*(said(f"line {n}", spacing=double) for n in range(fits + 1)), PAPER)
    assert len(words(layout, 0)) == fits


def test_exact_and_least_line_heights() -> None:
    exact = '<w:spacing w:before="0" w:after="0" w:line="400" w:lineRule="exact"/>'
    least = '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="atLeast"/>'
    for spacing, height in ((exact, 20.0), (least, LINE)):
        found = lines(bare(*(said(n, spacing=spacing) for n in "abc"), PAPER).page(0))
        assert found[2][0] - found[1][0] == pytest.approx(height, abs=0.05)


def test_a_right_tab_with_dots_ends_at_its_stop() -> None:
    tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    entry = (
        f"<w:p><w:pPr>{tabs}{SIZE}</w:pPr><w:r>{SIZE}<w:t>Findings</w:t><w:tab/><w:t>12</w:t></w:r>"
        "</w:p>"
    )
    texts = [one for one in bare(entry, PAPER).page(0).items if isinstance(one, Text)]
    assert [one.words.strip(".") for one in texts] == ["Findings", "", "12"]
    assert texts[2].x + texts[2].width == pytest.approx(72 + 450, abs=0.1)
    assert texts[1].x > texts[0].x + texts[0].width


def test_words_that_end_in_a_dash_can_end_a_line_and_hard_spaces_cannot() -> None:
    dashed = words(bare(said("self-" * 60), PAPER))
    held = words(
        bare(said("\u00a0".join(["word"] * 12) + " " + "\u00a0".join(["word"] * 12)), PAPER)
    )
    assert len(dashed) > 1
    assert all(text.endswith("self-") for text in dashed)
    assert held == ["\u00a0".join(["word"] * 12)] * 2


def test_a_word_wider_than_the_line_goes_on_in_the_next() -> None:
    found = words(bare(said("m" * 200), PAPER))
    assert len(found) > 2
    assert "".join(found) == "m" * 200


def row(*cells: str, marks: str = "") -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells
    )
    return f"<w:tr><w:trPr>{marks}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    fixed = '<w:tblPr><w:tblW w:w="6000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{fixed}{grid}{''.join(rows)}</w:tbl>"


def test_a_table_that_goes_on_repeats_its_heading() -> None:
    head = row(said("Date"), said("Event"), marks="<w:cantSplit/><w:tblHeader/>")
    body = [row(said(f"{n}"), said("seen"), marks="<w:cantSplit/>") for n in range(2 * FULL)]
    layout = bare(table(head, *body), said(""), PAPER)
    assert layout.count == 3
    assert all(words(layout, number)[0] == "Date Event" for number in range(3))


def test_a_row_is_kept_whole_where_it_says_so_and_torn_where_it_may_be() -> None:
    long = "".join(many(6))
    whole = bare(*many(FULL - 3), table(row(long, said("x"), marks="<w:cantSplit/>")), PAPER)
    torn = bare(*many(FULL - 3), table(row(long, said("x"))), PAPER)
    assert len(words(whole, 1)) == 6
    assert len(words(torn, 1)) == 3


def test_a_row_higher_than_a_page_never_stops_the_layout() -> None:
    tall = bare(table(row("".join(many(3 * FULL)), said("x"), marks="<w:cantSplit/>")), PAPER)
    fixed = '<w:trHeight w:val="30000" w:hRule="exact"/>'
    assert tall.count >= 3
    assert bare(table(row(said("a"), said("b"), marks=fixed)), said("after"), PAPER).count == 2


def test_cells_that_are_merged_downwards_make_room_in_their_last_row() -> None:
    def merged(text: str, kind: str) -> str:
        marks = f'<w:tcPr><w:tcW w:w="3000" w:type="dxa"/><w:vMerge {kind}/></w:tcPr>'
        return f"<w:tc>{marks}{text}</w:tc>"

    other = f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{said("b")}</w:tc>'
    first = (
        f"<w:tr>{merged(''.join(many(5)), 'w:val=' + chr(34) + 'restart' + chr(34))}{other}</w:tr>"
    )
    second = f"<w:tr>{merged(said(''), '')}{other}</w:tr>"
    found = lines(bare(table(first, second), said("below"), PAPER).page(0))
    at = {text: y for y, text in found}
    assert at["below"] == pytest.approx(at["line 0 b"] + 5 * LINE, abs=0.2)


def test_a_column_grows_for_a_long_word_where_the_table_may_adapt() -> None:
    cells = row(said("w" * 30), said("a few short words that can stand on several lines"))
    fixed = words(bare(table(cells), PAPER))
    adapting = words(bare(table(cells).replace('<w:tblLayout w:type="fixed"/>', ""), PAPER))
    assert not any("w" * 30 in text for text in fixed)
    assert any("w" * 30 in text for text in adapting)


def test_sections_have_their_own_paper_and_the_last_pages_turn() -> None:
    end = PAPER.replace("<w:pgSz", '<w:type w:val="nextPage"/><w:pgSz')
    first = f"<w:p><w:pPr>{end}</w:pPr><w:r>{SIZE}<w:t>upright</w:t></w:r></w:p>"
    turned = PAPER.replace(
        'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'
    )
    layout = bare(first, said("across"), turned)
    assert [round(layout.page(n).width) for n in range(layout.count)] == [595, 842]


def test_columns_are_filled_one_after_the_other() -> None:
    two = PAPER.replace("</w:sectPr>", '<w:cols w:num="2" w:space="720"/></w:sectPr>')
    layout = bare(*many(20), two)
    texts = [one for one in layout.page(0).items if isinstance(one, Text)]
    left = [one.words for one in texts if one.x < 200]
    assert layout.count == 1
    assert left == [f"line {number}" for number in range(10)]


def test_footnotes_take_their_room_at_the_foot() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:id="2">{said("a note")}</w:footnote></w:footnotes>'
    )
    last = said("marked").replace("</w:p>", f"{note}</w:p>")
    names = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="a" Type="{office}/footnotes" Target="footnotes.xml"/>'
    layout = laid_out(
        {
            MAIN: parse(body_of(*many(FULL - 1), last, PAPER)),
            "word/footnotes.xml": notes.encode(),
            "word/_rels/document.xml.rels": f"<Relationships {names}>{link}</Relationships>".encode(),
        }
    )
    assert layout.count == 2
    assert words(layout, 1) == ["marked 1", "a note"]
    assert any(isinstance(item, Rule) for item in layout.page(1).items)


ANCHOR = (
    '<w:p><w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="127000" cy="127000"/><wp:wrapSquare/></wp:anchor>'
    "</w:drawing></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (ANCHOR, "Text is not led around pictures and boxes that stand in its way."),
        ("<w:p><w:pPr><w:framePr/></w:pPr></w:p>", "A frame in the text is put in line with it."),
        ("<w:p><w:r><w:endnoteReference/></w:r></w:p>", "Endnotes are left out of the pages."),
        (
            table(row(said("a"), said("b"))).replace("<w:tblPr>", "<w:tblPr><w:tblpPr/>"),
            "Text is not led around a table that stands beside it.",
        ),
        (
            table(row(said("a"), table(row(said("b"), said("c"))) + said(""))),
            "Word may tear a table within a table at another row.",
        ),
    ],
)
def test_what_is_not_laid_out_as_word_does_it_is_told(what: str, told: str) -> None:
    layout = bare(what, PAPER)
    assert layout.count == 1
    assert layout.told == layout.unsure == (told,)


def test_letters_are_moved_together_where_the_text_asks_for_kerning() -> None:
    plain, kerned = (
        next(one for one in bare(text, PAPER).page(0).items if isinstance(one, Text)).width
        for text in (said("AVATAR"), said("AVATAR").replace("<w:sz ", '<w:kern w:val="16"/><w:sz '))
    )
    assert 0.9 * plain < kerned < plain


def test_a_typeface_that_another_file_lacked_is_not_missing_here() -> None:
    fonts = Fonts(lambda family, *, bold, italic: None if family == "Gone" else bundled_faces()[0])
    gone, plain = (
        f'<w:p><w:r><w:rPr><w:rFonts w:ascii="{family}"/></w:rPr><w:t>a</w:t></w:r></w:p>'
        for family in ("Gone", "Here")
    )
    first = Layout({MAIN: body_of(gone, PAPER)}, MAIN, fonts)
    second = Layout({MAIN: body_of(plain, PAPER)}, MAIN, fonts)
    assert (first.count, second.count) == (1, 1)
    assert not first.exact
    assert "Gone" in first.told[0]
    assert "Gone" not in second.missing


@pytest.mark.parametrize("odd", ["", "nan", "inf", "-7", "x", "1.5.2", "99999999999", "0"])
def test_numbers_that_are_none_do_not_stop_the_layout(odd: str) -> None:
    marks = f'<w:ind w:left="{odd}" w:hanging="{odd}"/><w:tabs><w:tab w:val="right" w:pos="{odd}"/></w:tabs>'
    spacing = f'<w:spacing w:before="{odd}" w:after="{odd}" w:line="{odd}"/>'
    text = said("some words", marks, spacing).replace('w:val="20"', f'w:val="{odd}"')
    cells = row(said("a"), said("b"), marks=f'<w:trHeight w:val="{odd}"/>')
    wide = table(cells).replace('"3000"', f'"{odd}"').replace('"6000"', f'"{odd}"')
    paper = PAPER.replace('w:left="1440"', f'w:left="{odd}"').replace(
        "</w:sectPr>", f'<w:cols w:num="{odd}" w:space="{odd}"/></w:sectPr>'
    )
    layout = bare(text, wide, *many(FULL), paper)
    assert 0 < layout.count < 200
    assert layout.page(0).items


def test_shadings_are_behind_the_words() -> None:
    shaded = said("loud", '<w:shd w:val="clear" w:fill="FFEEAA"/>')
    items = bare(shaded, PAPER).page(0).items
    assert [type(item) for item in items] == [Fill, Text]
