"""Four boards' templates of very different build, made here as officers make them in Word."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor


def saved(document: Any) -> bytes:
    """The document's bytes."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _bold(document: Any, text: str) -> None:
    document.add_paragraph().add_run(text).bold = True


def _highlighted(document: Any, text: str) -> None:
    document.add_paragraph().add_run(text).font.highlight_color = WD_COLOR_INDEX.YELLOW


def by_hand() -> bytes:
    """Bold typed headings, typed numbers, a typed contents list, highlighted guidance."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "OFFICIAL \u2013 Fenwick Partnership"
    _bold(document, "SAFEGUARDING ADULTS REVIEW")
    document.add_paragraph("Author: [Name of author]")
    document.add_paragraph("1. Introduction\t3")
    document.add_paragraph("2. Recommendations\t9")
    for number, title in enumerate(
        ("Introduction", "Methodology", "Case summary", "Analysis", "Recommendations"), 1
    ):
        _bold(document, f"{number}. {title}")
        if title == "Methodology":
            document.add_paragraph(f"{number}.1 The board uses a systems approach in every review.")
        _highlighted(document, f"[Insert {title.lower()} here and delete this text]")
    _bold(document, "APPENDIX A \u2013 CHRONOLOGY")
    document.add_paragraph()
    return saved(document)


def numbered() -> bytes:
    """Word's own headings with a contents field, a comment, a tracked change and an old author."""
    document = docx.Document()
    document.core_properties.author = "Gwendolen Officer"
    document.core_properties.title = "SAR about an earlier adult"
    document.add_paragraph("[Board]", style="Title")
    contents = document.add_paragraph()
    for kind, text in (("begin", ""), ("", ' TOC \\o "1-2" \\h '), ("separate", ""), ("end", "")):
        run = document.add_paragraph().add_run() if kind == "end" else contents.add_run()
        name, inside = ("instrText", text) if not kind else ("fldChar", "")
        attribute = f' w:fldCharType="{kind}"' if kind else ' xml:space="preserve"'
        run._r.append(parse_xml(f"<w:{name} {nsdecls('w')}{attribute}>{inside}</w:{name}>"))
        if kind == "separate":
            contents.add_run("Introduction to the earlier adult\t3")
    for title in (
        "Introduction",
        "Terms of Reference",
        "Methodology",
        "Family composition",
        "Background information",
        "Risk and protective factors",
        "Findings",
        "Conclusion",
        "Recommendations",
        "Dissemination",
    ):
        document.add_heading(title, 1)
        guidance = document.add_paragraph().add_run(f"Guidance for the author on {title}")
        guidance.italic = True
        guidance.font.color.rgb = RGBColor(0x00, 0x70, 0xC0)
    words = document.add_paragraph("The board\u2019s own statement stays. ")
    document.add_comment(
        words.runs, text="Ask Gwendolen", author="Gwendolen Officer", initials="GO"
    )
    words._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="7" w:author="Gwendolen Officer"><w:r>'
            "<w:t>Kept words.</w:t></w:r></w:ins>"
        )
    )
    words._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="8" w:author="Gwendolen Officer"><w:r>'
            "<w:delText>Struck words.</w:delText></w:r></w:del>"
        )
    )
    document.add_heading("Appendix 1: Integrated chronology", 1)
    return saved(document)


def controls() -> bytes:
    """Content controls on the cover and under each heading, all showing their prompts."""
    document = docx.Document()
    body = document.element.body
    for tag, prompt in (("board_name", "Board"), ("Title", "Title of report"), ("xyz", "Odd one")):
        body.insert_element_before(_control(tag, f"Click or tap here: {prompt}"), "w:sectPr")
    for title in (
        "Introduction",
        "Scope and methodology",
        "The facts",
        "Analysis and findings",
        "Recommendations",
        "Pen picture",
    ):
        document.add_heading(title, 2)
        body.insert_element_before(_control("text", "Please write this section."), "w:sectPr")
    return saved(document)


def _control(tag: str, prompt: str) -> Any:
    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/>'
        "<w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr>"
        f'<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{prompt}</w:t></w:r></w:p>'
        "</w:sdtContent></w:sdt>"
    )


def tables() -> bytes:
    """Tables to fill whose columns are the board's own, in the board's own order."""
    document = docx.Document()
    document.add_paragraph("\u00abBoard\u00bb review of \u00abTitle\u00bb")
    cover = document.add_table(2, 2)
    cover.cell(0, 0).text = "Reference:"
    cover.cell(1, 0).text = "Lead reviewer:"
    for title in ("Introduction", "Process", "Narrative of events", "Learning"):
        document.add_heading(title, 1)
        document.add_paragraph()
    document.add_heading("Risks / Protective Factors", 1)
    board = document.add_table(2, 2, style="Table Grid")
    for cell, title in zip(board.rows[0].cells, ("Strengths", "Risk factors"), strict=True):
        cell.text = title
    document.add_heading("Recomendations", 1)
    plan = document.add_table(4, 4, style="Table Grid")
    for cell, title in zip(
        plan.rows[0].cells, ("Lead agency", "Timescale", "RAG", "Recommendation"), strict=True
    ):
        cell.paragraphs[0].add_run(title).bold = True
    document.add_paragraph("The board reviews this table each quarter.")
    return saved(document)


BOARDS = {"by hand": by_hand, "numbered": numbered, "controls": controls, "tables": tables}
