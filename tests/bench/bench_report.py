"""What writing a long report costs, beside python-docx and beside bare cloning of the same rows.

Run it as ``python -m tests.bench.bench_report``. One board's template takes 300 pages of text and a
table of 5,000 rows by 7 columns. All figures are ratios of one run on one machine.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from copy import deepcopy

import docx

from tests.workbench.report.boards import numbered
from tests.workbench.report.invented import ruled
from workbench.disclosure.gate import Disclosed
from workbench.disclosure.register import Register
from workbench.model.blocks import Column, Document, Paragraph, Section, Table
from workbench.report.layouts import layout
from workbench.report.parts.ooxml import el, parse, q, serialise, text_runs
from workbench.report.parts.package import pack, unpack
from workbench.report.template import template_from
from workbench.report.word import render

ROWS, COLUMNS, PAGES, PARAGRAPHS_A_PAGE = 5_000, 7, 300, 6
SENTENCE = "the visit was made and recorded and nobody asked what had changed since the last one. "
CELL = "seen at home with no change noted"
TEXT = SENTENCE * 5


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def report(pages: int, rows: int) -> Disclosed:
    """A report of this length that has been through the gate."""
    text = tuple(Paragraph((TEXT,)) for _ in range(pages * PARAGRAPHS_A_PAGE))
    columns = tuple(Column(f"c{number}", f"column {number}") for number in range(COLUMNS))
    sections = [Section("background", ("background",), text)]
    if rows:
        table = Table(columns, ((((CELL,),) * COLUMNS),) * rows, ("all entries",))
        sections.append(Section("chronology", ("chronology",), (table,), landscape=True))
    return ruled(Document(("a long report",), (), tuple(sections)), register=Register())


def ours(disclosed: Disclosed) -> bytes:
    """The whole way from template bytes to file bytes."""
    return render(disclosed, template_from(numbered(), "board.docx", layout("sar"))).content


def with_add_row() -> bytes:
    """The same text and rows as python-docx's own documentation adds them."""
    document = docx.Document(io.BytesIO(numbered()))
    for _ in range(PAGES * PARAGRAPHS_A_PAGE):
        document.add_paragraph(TEXT)
    table = document.add_table(1, COLUMNS)
    for _ in range(ROWS):
        for cell in table.add_row().cells:
            cell.text = CELL
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def by_bare_cloning() -> bytes:
    """The same text and rows cloned with lxml, with nothing else read, kept or checked."""
    parts = unpack(numbered())
    root = parse(parts["word/document.xml"])
    body = root.find(q("body"))
    assert body is not None
    paragraph = el("p", *text_runs(" "))
    row = el(
        "tr",
        *(
            el("tc", el("tcPr", el("tcW", w=1300, type="dxa")), deepcopy(paragraph))
            for _ in range(COLUMNS)
        ),
    )
    table = el("tbl", el("tblPr"), el("tblGrid"))
    for _ in range(PAGES * PARAGRAPHS_A_PAGE):
        made = deepcopy(paragraph)
        next(made.iter(q("t"))).text = TEXT
        body.insert(0, made)
    for _ in range(ROWS):
        made = deepcopy(row)
        for node in made.iter(q("t")):
            node.text = CELL
        table.append(made)
    body.insert(0, table)
    parts["word/document.xml"] = serialise(root)
    return pack(parts)


def main() -> None:
    """Print the ratios."""
    whole = report(PAGES, ROWS)
    # Turn and turn about, so that a busy moment of the machine falls on both.
    runs = [(seconds(lambda: ours(whole), 1), seconds(by_bare_cloning, 1)) for _ in range(7)]
    mine, cloned = (min(times) for times in zip(*runs, strict=True))
    slow = seconds(with_add_row, runs=1)
    print(f"python-docx add_row / ours: {slow / mine:.1f} (aim: at least 7)")
    print(f"ours / bare cloning: {mine / cloned:.2f} (aim: at most 1.2)")
    short, long = report(60, 0), report(600, 0)
    growth = seconds(lambda: ours(long)) / seconds(lambda: ours(short)) / 10
    print(f"cost of a page at 600 pages / at 60: {growth:.2f} (aim: at most 1.2)")


if __name__ == "__main__":
    main()
