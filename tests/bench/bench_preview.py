"""The reading view and the pages on a report of some 300 pages, as ratios of one run.

Run ``python tests/bench/bench_preview.py``. Lines: a page after an edit, from the changed block to
the painted page, within 1.5 of painting the same page unchanged.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.pages.report.paper.painting import paint_page
from ui.pages.report.paper.pictures import Pictures
from ui.pages.report.reading import ReadingView
from ui.support import theme
from workbench.actions.opening import create_review
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
from workbench.report.layouts import Layout, layout
from workbench.report.outputs import OVERVIEW
from workbench.report.pages.page import Page, Text
from workbench.report.proof import Proof, Wanted
from workbench.report.seen import Seen, same_objects
from workbench.review import Review
from workbench.store.keys import LEAST

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


def painted(page: Page, pictures: Pictures) -> None:
    """Paint one page as the screen does, at 96 dots to the inch."""
    image = QImage(
        round(page.width * 4 / 3), round(page.height * 4 / 3), QImage.Format.Format_RGB32
    )
    painter = QPainter(image)
    painter.scale(4 / 3, 4 / 3)
    paint_page(painter, page, pictures)
    painter.end()


def printed(edited: str = "") -> Document:
    """The same report in the sections of our own template, so that it can be written on it."""
    plans = plan().sections
    whole = report(edited).sections
    spread = [whole[at :: len(plans)] for at in range(len(plans))]
    blocks = [
        tuple(block for one in some for block in one.blocks if isinstance(block, Paragraph))
        for some in spread
    ]
    table = whole[-1].blocks
    return Document(
        words("The review"),
        (("board", ("A board",)),),
        tuple(
            Section(
                one.id, words(one.title), table if one.id == "chronology" else said, one.landscape
            )
            for one, said in zip(plans, blocks, strict=True)
        ),
    )


def plan() -> Layout:
    """The sections of an overview report."""
    return OVERVIEW.plan(layout("sar"))


def seen(document: Document, before: Seen | None = None) -> Seen:
    """The report as its readers see it."""
    disclosed = disclose(document, KNOWN, audience("published"))
    said = same_objects(disclosed.document, before.said if before else None)
    return Seen(document, disclosed, said, KNOWN, (), (), plan())


def bench_pages(review: Review) -> None:
    """A page after an edit, beside the same page unchanged: written into the Word tree, laid out
    and painted, from the changed block on."""
    said = PEOPLE[(65 + 10) % 4]
    first_version = seen(printed())
    begun = time.perf_counter()
    shorter = seen(printed("Changed."), first_version)
    worker = (time.perf_counter() - begun) * 1000
    longer = seen(
        printed(SAID.format(who=said).replace("cold", "very cold") + " (65.10)"), first_version
    )
    unedited = Wanted("overview", "", first_version)
    versions = {
        "a word more": Wanted("overview", "", longer),
        "a paragraph cut to a word": Wanted("overview", "", shorter),
    }
    proof = Proof()
    begun = time.perf_counter()
    sight = proof.show(review, unedited, 1)
    first = (time.perf_counter() - begun) * 1000
    while not sight.whole:
        sight = proof.lay_out_for(1.0)
    whole = (time.perf_counter() - begun) * 1000
    pictures = Pictures(sight.parts)
    number = next(at for at, page in enumerate(sight.pages) if "(65.10)" in said_on(page))
    print(
        f"pages: {len(sight.pages)}; the first two after {first:.0f} ms, all after {whole:.0f} ms"
    )
    print(f"on the worker, through the gate after an edit: {worker:.0f} ms")
    for name, version in versions.items():
        turn = cycle((version, unedited))

        def edit() -> Page:
            return proof.show(review, next(turn), number).pages[number]  # noqa: B023 # called here

        unchanged, edited = side_by_side(
            lambda: painted(sight.pages[number], pictures), lambda: painted(edit(), pictures)
        )
        print(f"a page unchanged {unchanged:.2f} ms, after {name} {edited:.2f} ms: "
              f"{edited / unchanged:.2f} times (line: 1.5)")  # fmt: skip


def side_by_side(*acts: Callable[[], object], times: int = 40) -> list[float]:
    """The median time of each act, turn by turn, in milliseconds of the processor: other programs
    on the machine would count for more than a page."""
    taken: list[list[float]] = [[] for _ in acts]
    for _ in range(times):
        for act, mine in zip(acts, taken, strict=True):
            begun = time.process_time()
            act()
            mine.append((time.process_time() - begun) * 1000)
    return [statistics.median(one) for one in taken]


def said_on(page: Page) -> str:
    """The words of a page."""
    return " ".join(one.words for one in page.items if isinstance(one, Text))


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
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.review"
        review = create_review(
            path, "seven grey herons", type="sar", title="A", author="A", cost=LEAST
        )
        bench_pages(review)
        review.close()
    bench_reading()
    bench_gate()


if __name__ == "__main__":
    main()
