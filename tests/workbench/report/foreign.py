"""Boards' templates in builds that Word allows and nobody would choose, each with the section that
belongs at each of its places ("" for none)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.workbench.report.raw_word import (
    HEADINGS,
    cell,
    control,
    numbered,
    package,
    paragraph,
    row,
    run,
    style,
    table,
)


@dataclass(frozen=True)
class Foreign:
    """A template, the kind of report that it is for, and what belongs where."""

    content: bytes
    layout: str
    places: tuple[tuple[str, str], ...]


def form() -> Foreign:
    """The whole report is a form: a coloured heading row, an instruction, a row to write in."""
    places = (
        ("2. Decision and rationale", "legal_mandate"),
        ("3. Family composition", "people"),
        ("4. Summary of the circumstances", "introduction"),
        ("5. Process of the review", "methodology"),
        ("6. Summary of agency involvement", "background"),
        ("7. Analysis of practice and learning", "findings"),
        ("8. Voice and lived experience of the child", "pen_portrait"),
        ("10. Risk and protective factors", "factors"),
        ("11. Recommendations", "recommendations"),
    )
    body = paragraph(run("Child safeguarding practice review report", b="", sz="36"))
    body += table(row(cell("Reference number", b=""), cell()), row(cell("Lead reviewer"), cell()))
    for title, section in places:
        bar = row(cell(run_in(title), fill="7030A0", span=4 if section == "recommendations" else 1))
        if section == "recommendations":
            heads = ("No", "Recommendation", "Responsible agency", "Timescale")
            rows = [row(*(cell(one, b="") for one in heads)), row(*(cell() for _ in heads))]
            body += paragraph() + table(bar, *rows, columns=4)
        else:
            asked = row(cell("Please include: key facts; dates; who was involved.", i=""))
            body += paragraph() + table(bar, asked, row(cell()), columns=1)
    return Foreign(package(body, header="Eastmere SCP"), "lcspr", places)


def run_in(title: str) -> str:
    """A paragraph of white bold text."""
    return paragraph(run(title, b="", color="FFFFFF"))


def bilingual() -> Foreign:
    """Headings in Welsh and English, with guidance in both."""
    places = (
        ("Amlinelliad byr o’r amgylchiadau / Brief outline of circumstances", "introduction"),
        ("Proses yr Adolygiad / Review process", "methodology"),
        ("Ymarfer a dysgu sefydliadol / Practice and organisational learning", "findings"),
        ("Arfer effeithiol / Effective practice", "good_practice"),
        ("Gwella systemau / Improving systems and practice", "recommendations"),
        ("Llofnod / Signature", ""),
        ("Atodiad 2: Llinell amser gryno / Annex 2: Summary timeline", "chronology"),
    )
    body = paragraph("Bwrdd / Board: [enter name of board]")
    for title, _ in places:
        body += paragraph(title, style="Heading1") + paragraph(
            "(Canllaw / Guidance: no more than two pages)", i="", color="808080"
        )
        body += paragraph()
    return Foreign(package(body, styles=HEADINGS, header="Bwrdd Diogelu"), "sar", places)


def numbered_by_list() -> Foreign:
    """No heading style: bold paragraphs numbered as a list, instructions in blue italics."""
    places = (
        ("Introduction and context", "introduction"),
        ("Statutory basis for the review", "legal_mandate"),
        ("Purpose, scope and lines of enquiry", "terms_of_reference"),
        ("Review methodology", "methodology"),
        ("Agencies who contributed to the review", "contributions"),
        ("About Adult X", "pen_portrait"),
        ("Narrative chronology", "background"),
        ("Analysis against the lines of enquiry", "findings"),
        ("Learning already implemented", "changes"),
        ("Recommendations for the Board and its partners", "recommendations"),
    )
    body = paragraph("«Board_Name»", sz="40")
    for title, _ in places:
        body += paragraph(title, b="", sz="26", marks=numbered(1))
        body += paragraph(f"Describe here the {title.lower()}.", i="", color="2E74B5")
        body += paragraph(marks=numbered(1, 1))
    return Foreign(package(body), "sar", places)


def styled_by_hand() -> Foreign:
    """Headings in a style of the board's own that is no heading to Word; a contents list typed by
    hand; a table whose heads stand in two rows."""
    places = (
        ("Foreword", ""),
        ("Confidentiality and pseudonyms", "people"),
        ("Terms of Reference", "terms_of_reference"),
        ("Methodology", "methodology"),
        ("Background Information (The Facts)", "background"),
        ("Analysis", "findings"),
        ("Conclusions", "conclusions"),
        ("Recommendations", "recommendations"),
        ("Integrated Chronology", "chronology"),
    )
    body = paragraph("Overview report", sz="56") + paragraph("CONTENTS", b="")
    for page, (title, _) in enumerate(places, 3):
        body += paragraph(f"{title}\t{page}")
    for title, section in places:
        body += paragraph(title, style="SectionHead") + paragraph(
            "[Guidance to be deleted.]", style="Guide"
        )
        if section == "chronology":
            body += table(
                row(cell("Date", merged="restart"), cell("Source"), cell("Contact", span=2)),
                row(cell(merged="continue"), cell(), cell("Event"), cell("Outcome")),
                row(cell(), cell(), cell(), cell()),
                columns=4,
            )
    own = style(
        "SectionHead", "CSP Section Head", runs='<w:color w:val="C00000"/><w:sz w:val="32"/>'
    )
    own += style("Guide", "CSP Guide", runs="<w:i/>")
    return Foreign(package(body, styles=own, header="RESTRICTED"), "sar", places)


def prompts() -> Foreign:
    """Headings that say nothing: content controls and brackets name the sections."""
    places = (
        ("Introduction", "introduction"),
        ("methodology", "methodology"),
        ("Background", "background"),
        ("findings", "findings"),
        ("Recommendations", "recommendations"),
    )
    body = ""
    for number, (name, _) in enumerate(places, 1):
        body += paragraph(f"Part {number}", style="Heading1")
        if number % 2:
            body += control(paragraph("Click or tap here to enter text."), name)
        else:
            body += paragraph(f"[Insert {name} here]")
    return Foreign(package(body, styles=HEADINGS), "sar", places)


def cards() -> Foreign:
    """Bars of one cell as headings, and cards to fill for findings."""
    places = (
        ("SECTION A: INTRODUCTION", "introduction"),
        ("SECTION B: HOW WE DID IT", "methodology"),
        ("SECTION C: WHAT HAPPENED TO ROSE", "background"),
        ("SECTION D: WHAT WE LEARNED", "findings"),
        ("SECTION E: WHAT SHOULD HAPPEN NOW", "recommendations"),
    )
    body = ""
    for title, section in places:
        body += table(row(cell(run_in(title), fill="1F4E79")), columns=1) + paragraph()
        if section == "findings":
            for number in (1, 2, 3):
                labels = ("What is the finding?", "Why does it matter?", "Questions")
                body += table(
                    row(cell(f"FINDING {number}", b=""), cell()),
                    *(row(cell(label, b=""), cell()) for label in labels),
                )
                body += paragraph()
        else:
            body += paragraph("[Author to complete]", i="") + paragraph()
    return Foreign(package(body), "sar", places)


def number_bars() -> Foreign:
    """A bar of two cells, its number and its title, above each place to write in."""
    places = (
        ("Background to review", "introduction"),
        ("Methodology", "methodology"),
        ("Individuals referred to", "people"),
        ("Sequence of events", "background"),
        ("Agency analysis and learning points", "findings"),
        ("Recommendations", "recommendations"),
    )
    body = paragraph(run("Table-top review", b="", sz="40"))
    for number, (title, _) in enumerate(places, 1):
        bar = row(cell(str(number), b="", fill="BDD7EE"), cell(title, b="", fill="BDD7EE"))
        body += table(bar, row(cell(span=2))) + paragraph()
    return Foreign(package(body), "sar", places)


def asked_in_colour() -> Foreign:
    """Headings that are questions in large coloured type, which is not bold."""
    places = (
        ("Why the Board commissioned this review", "introduction"),
        ("How it was carried out", "methodology"),
        ("What we heard from family", "family_involvement"),
        ("What happened to him", "background"),
        ("Where accounts differ", "disagreements"),
        ("What we found", "findings"),
        ("What needs to change", "recommendations"),
    )
    body = ""
    for title, _ in places:
        body += paragraph(title, sz="32", color="8B0000")
        body += paragraph("Insert text.", color="A6A6A6")
    return Foreign(package(body), "sar", places)


FOREIGN: dict[str, Callable[[], Foreign]] = {
    "form": form,
    "bilingual": bilingual,
    "numbered by list": numbered_by_list,
    "styled by hand": styled_by_hand,
    "prompts": prompts,
    "cards": cards,
    "number bars": number_bars,
    "asked in colour": asked_in_colour,
}
