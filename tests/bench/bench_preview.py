"""The reading view and the pages on a report of some 300 pages, as ratios of one run.

Run ``python tests/bench/bench_preview.py``. Lines: a page after an edit within 1.5 of painting the
same page unchanged.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.pages.report.paper.looks import UNIT
from ui.pages.report.paper.pages import Pages
from ui.pages.report.reading import ReadingView
from ui.support import theme
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.disclosure.standing import plain
from workbench.model.blocks import (
    Column,
    Document,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
    words,
)
from workbench.report.numbering import Numbered
from workbench.report.seen import same_objects

PEOPLE = ("Wren Okafor", "Oona Ashe", "Thaddeus Wolverley", "Ottoline Quench")
KNOWN = Register(
    tuple(
        Entity(id=str(n), kind=EntityKind.PERSON, name=name, shown_as=f"Person {n}")
        for n, name in enumerate(PEOPLE)
    )
)
SAID = (
    "{who} was seen at home on 14 March 2024 by a worker, who wrote that the flat was cold and that "
    "nobody had been told. The visit was recorded, and no referral followed. The panel asked why "
    "this was not shared, and was told that each agency had thought that another would do it."
)


def report(edited: str = "") -> Document:
    """A report of about 300 pages in 130 sections, one of them a table."""
    sections = []
    for number in range(130):
        texts = [
            SAID.format(who=PEOPLE[(number + at) % 4]) + f" ({number}.{at})" for at in range(36)
        ]
        if number == 65 and edited:
            texts[10] = edited
        blocks = tuple(Paragraph((text,), ParagraphStyle.NUMBERED) for text in texts)
        sections.append(Section(str(number), words(f"Part {number}"), blocks))
    rows = tuple(((f"{n} May 2023",), (SAID.format(who=PEOPLE[n % 4]),)) for n in range(500))
    columns = (Column("a", "Date"), Column("b", "What happened", 4.0))
    sections.append(Section("table", words("Chronology"), (Table(columns, rows),), landscape=True))
    return Document(words("The review"), (("board", ("A board",)),), tuple(sections))


def median(act: Callable[[], object], times: int = 15) -> float:
    """The median time of an act, in milliseconds."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def painted(pages: Pages, number: int) -> None:
    """Paint one page as the screen does, at 96 dots to the inch."""
    sheet = pages.pages[number].sheet
    image = QImage(
        round(sheet.width * 4 / 3), round(sheet.height * 4 / 3), QImage.Format.Format_RGB32
    )
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(4 / 3 / UNIT, 4 / 3 / UNIT)
    pages.paint(painter, number)
    painter.end()


def bench_pages() -> None:
    """A page after an edit, beside the same page unchanged."""
    read = audience("published")
    first_version = disclose(report(), KNOWN, read).document
    begun = time.perf_counter()
    edited_version = same_objects(disclose(report("Changed."), KNOWN, read).document, first_version)
    worker = (time.perf_counter() - begun) * 1000
    versions = [first_version, edited_version]
    numbers = tuple(Numbered(str(n), 1, str(n)) for n in range(1, len(versions[0].sections) + 1))
    pages = Pages()
    begun = time.perf_counter()
    pages.show(versions[0], numbers)
    pages.lay_out(2)
    first = (time.perf_counter() - begun) * 1000
    while not pages.whole:
        pages.lay_out_more()
    whole = (time.perf_counter() - begun) * 1000
    number = (pages.page_of(65) or 1) + 1
    unchanged = median(lambda: painted(pages, number))
    turn = iter(range(1, 1000))

    def edit() -> None:
        pages.show(versions[next(turn) % 2], numbers)
        pages.lay_out(number)
        painted(pages, number)

    edit()
    edited = median(edit)
    print(
        f"pages: {len(pages.pages)}; the first two after {first:.0f} ms, all after {whole:.0f} ms"
    )
    print(f"on the worker, before the screen is asked for anything: {worker:.0f} ms")
    print(f"a page unchanged {unchanged:.2f} ms, after an edit {edited:.2f} ms: "
          f"{edited / unchanged:.2f} times (line: 1.5)")  # fmt: skip


def bench_reading() -> None:
    """The reading view: first sight, and a change in the middle beside setting it all."""
    written = [report(text) for text in ("", "Changed by the author.")]
    read = [disclose(one, KNOWN, audience("published")).document for one in written]
    view = ReadingView()
    view.resize(700, 800)
    view.show()

    def show(at: int) -> None:
        view.show_document(read[at], written[at], lambda said: plain(said, KNOWN), known=KNOWN)

    begun = time.perf_counter()
    show(0)
    first = (time.perf_counter() - begun) * 1000
    while not view.whole:
        QApplication.processEvents()
    whole = (time.perf_counter() - begun) * 1000
    turn = iter(range(1000))
    changed = median(lambda: show(next(turn) % 2))
    print(f"reading view: first sight {first:.0f} ms, all {whole:.0f} ms, a change {changed:.1f} ms: "
          f"{whole / changed:.0f} times as fast as setting it all")  # fmt: skip
    view.close()


def bench_gate() -> None:
    """The gate after a change, beside the gate for the first time."""
    written = [report(text) for text in ("", "Changed.", "Changed again.")]
    read = audience("panel")
    begun = time.perf_counter()
    disclose(written[0], KNOWN, read)
    first = (time.perf_counter() - begun) * 1000
    turn = iter(range(1000))
    again = median(lambda: disclose(written[next(turn) % 3], KNOWN, read), 9)
    print(
        f"gate: first {first:.0f} ms, after a change {again:.0f} ms: {first / again:.0f} times as fast"
    )


def main() -> None:
    """Run all three."""
    app = QApplication.instance() or QApplication(["workbench"])
    theme.load_typeface()
    if isinstance(app, QApplication):
        theme.apply(app)
    bench_pages()
    bench_reading()
    bench_gate()


if __name__ == "__main__":
    main()
