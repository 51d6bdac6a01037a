"""What writing a long report costs, beside python-docx and beside bare cloning of the same rows.

Run it as ``python -m tests.bench.bench_report``. One board's template takes 300 pages of text and a
table of 5,000 rows by 7 columns. All figures are ratios of one run on one machine, of the time that
the processor worked, so that other work on the machine does not count. Compared is the writing
alone, for the others know no pages; what a release adds for page numbers is told beside it, on rows
and paragraphs that all differ, since equal ones are measured once.

docxtpl is no dependency of the workbench. Where ``DOCXTPL_PYTHON`` names a Python that has it, the
same text and rows go through it too, each side in processes of its own, with their peak memory.
"""

from __future__ import annotations

import io
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

import docx

from tests.workbench.report.boards import numbered
from tests.workbench.report.invented import ruled
from workbench.disclosure.gate import Disclosed
from workbench.disclosure.register import Register
from workbench.model.blocks import Column, Document, Paragraph, Section, Table
from workbench.report.layouts import layout
from workbench.report.pages.laying import Layout
from workbench.report.pages.measuring import computer_fonts
from workbench.report.parts.ooxml import el, parse, q, serialise, text_runs
from workbench.report.parts.package import pack, unpack
from workbench.report.template import template_from
from workbench.report.word import compose, render

ROWS, COLUMNS, PAGES, PARAGRAPHS_A_PAGE = 5_000, 7, 300, 6
SENTENCE = "the visit was made and recorded and nobody asked what had changed since the last one. "
CELL = "seen at home with no change noted"
TEXT = SENTENCE * 5


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
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


def differing(pages: int, rows: int) -> Disclosed:
    """A report of this length in which no paragraph and no row says what another says."""
    count = itertools.count()
    text = tuple(
        Paragraph((TEXT.replace("visit", f"visit {next(count)}"),))
        for _ in range(pages * PARAGRAPHS_A_PAGE)
    )
    columns = tuple(Column(f"c{number}", f"column {number}") for number in range(COLUMNS))
    cells = tuple(tuple((f"{next(count)} {CELL}",) for _ in range(COLUMNS)) for _ in range(rows))
    sections = [Section("background", ("background",), text)]
    if rows:
        table = Table(columns, cells, ("all entries",))
        sections.append(Section("chronology", ("chronology",), (table,), landscape=True))
    return ruled(Document(("a long report",), (), tuple(sections)), register=Register())


def laid_out(disclosed: Disclosed) -> tuple[float, int, float]:
    """Seconds to write it, its pages, and the seconds to lay them out."""
    template = template_from(numbered(), "board.docx", layout("sar"))
    written = seconds(lambda: compose(disclosed, template))
    composed = compose(disclosed, template)
    pages = Layout(composed.whole, composed.main, computer_fonts()).count
    took = seconds(lambda: Layout(composed.whole, composed.main, computer_fonts()).count)
    return written, pages, took


def with_numbers(disclosed: Disclosed) -> float:
    """Writing it with page numbers in its contents list, beside writing it without."""
    template = template_from(numbered(), "board.docx", layout("sar"))
    return seconds(lambda: render(disclosed, template, computer_fonts()), 1) / seconds(
        lambda: render(disclosed, template)
    )


def ours(disclosed: Disclosed) -> bytes:
    """The whole way, with the making of the template as for the others."""
    return filled(numbered(), disclosed)


def filled(template: bytes, disclosed: Disclosed) -> bytes:
    """From template bytes to file bytes."""
    return render(disclosed, template_from(template, "board.docx", layout("sar"))).content


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


MEASURED = """
import io, json, sys, time
from pathlib import Path
def memory(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))
def measure(work):
    Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
    before = memory("VmRSS")
    work()
    peak = memory("VmHWM") - before
    times = []
    for _ in range(3):  # as in a window that is open all day, the first time does not count
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    print(json.dumps([min(times), peak]))
"""
WITH_DOCXTPL = (
    MEASURED
    + """
from docxtpl import DocxTemplate
template, rows, columns, paragraphs, text, cell = sys.argv[1], *map(int, sys.argv[2:5]), *sys.argv[5:]
def work():
    made = DocxTemplate(template)
    made.render({"texts": [text] * paragraphs, "rows": [[cell] * columns] * rows}, autoescape=True)
    made.save(io.BytesIO())
measure(work)
"""
)
OURS = (
    MEASURED
    + """
from tests.bench.bench_report import PAGES, ROWS, filled, numbered, report
whole, template = report(PAGES, ROWS), numbered()
measure(lambda: filled(template, whole))
"""
)


def docxtpl_template(path: Path) -> None:
    """The board's template with docxtpl's own marks for the same text and rows."""
    document = docx.Document(io.BytesIO(numbered()))
    for line in ("{%p for text in texts %}", "{{ text }}", "{%p endfor %}"):
        document.add_paragraph(line)
    table = document.add_table(4, COLUMNS)
    table.cell(1, 0).text = "{%tr for row in rows %}"
    for number in range(COLUMNS):
        table.cell(0, number).text = f"column {number}"
        table.cell(2, number).text = f"{{{{ row[{number}] }}}}"
    table.cell(3, 0).text = "{%tr endfor %}"
    document.save(str(path))


def beside_docxtpl(runs: int = 3) -> None:
    """Print how long and how much memory both take, each run in a process of its own."""
    python = os.environ.get("DOCXTPL_PYTHON")
    if python is None:
        print("docxtpl: not compared, because DOCXTPL_PYTHON names no Python that has it")
        return
    with TemporaryDirectory() as folder:
        template = Path(folder) / "template.docx"
        docxtpl_template(template)
        sizes = [str(ROWS), str(COLUMNS), str(PAGES * PARAGRAPHS_A_PAGE), TEXT, CELL]
        theirs, mine = [], []
        for _ in range(runs):  # turn and turn about
            theirs.append(child(python, WITH_DOCXTPL, str(template), *sizes))
            mine.append(child(sys.executable, OURS))
    slow, fast = min(took for took, _ in theirs), min(took for took, _ in mine)
    much, little = min(peak for _, peak in theirs), min(peak for _, peak in mine)
    print(f"docxtpl / ours: {slow / fast:.1f} (aim: at least 1.8)")
    print(f"peak memory, ours / docxtpl: {little / much:.2f} (aim: at most 1)")


def child(python: str, code: str, *args: str) -> tuple[float, int]:
    """Seconds, and the memory that the work takes at its peak, in a process of its own."""
    done = subprocess.run(
        [python, "-c", code, *args], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    took, peak = json.loads(done.stdout.splitlines()[-1])
    return took, peak


def main() -> None:
    """Print the ratios."""
    beside_docxtpl()
    whole = report(PAGES, ROWS)
    # Turn and turn about, so that a busy moment of the machine falls on both.
    runs = [(seconds(lambda: ours(whole), 1), seconds(by_bare_cloning, 1)) for _ in range(7)]
    mine, cloned = (min(times) for times in zip(*runs, strict=True))
    slow = seconds(with_add_row, runs=1)
    print(f"python-docx add_row / ours: {slow / mine:.1f} (aim: at least 7)")
    print(f"ours / bare cloning: {mine / cloned:.2f} (aim: at most 1.2)")
    for name, whole in (("text", differing(100, 0)), ("text and rows", differing(PAGES, ROWS))):
        written, pages, took = laid_out(whole)
        print(
            f"{name}: laying out {pages} pages / writing them: {took / written:.2f} "
            f"({took / pages * 100:.2f} s for 100 pages); with page numbers / without: "
            f"{with_numbers(whole):.2f}"
        )
    short, long = report(60, 0), report(600, 0)
    growth = seconds(lambda: ours(long)) / seconds(lambda: ours(short)) / 10
    print(f"cost of a page at 600 pages / at 60: {growth:.2f} (aim: at most 1.2)")


if __name__ == "__main__":
    main()
