"""Whether 20,000 entries scroll, filter and sort without a stutter.

Scrolling is set against Qt's own table of the same words held in memory; filtering and sorting
against the store's answer alone, so that the ratio is what the window adds. Run it as
``python -m tests.bench.bench_chronology``.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from ui.pages.chronology.entries_model import COLUMNS, PAGE
from ui.pages.chronology.page import ChronologyPage
from ui.support import theme
from ui.support.background import Background
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.agencies import add_agency
from workbench.actions.opening import create_review
from workbench.model.chronology import Entry, EntryOrder, EntryQuery
from workbench.model.ids import EntryId, new_id
from workbench.model.when import Precision, When
from workbench.review import Review
from workbench.store.keys import LEAST

ENTRIES = 20_000
MOST = 2.0
WORDS = "Missed appointment. Third in six months. Discharged to GP. Seen at home. Letter sent."


class InMemory(QAbstractTableModel):
    """The same words as plain lists."""

    def __init__(self, rows: list[list[str]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 # Qt's own way
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return None


def filled(path: Path) -> Review:
    """A record of 20,000 invented entries of six agencies."""
    review = create_review(
        path, "four invented words here", type="sar", title="X", author="Y", cost=LEAST
    )
    agencies = [add_agency(review, name=f"Agency {number}")[0].id for number in range(6)]
    first = date(2012, 1, 1)
    entries = []
    for number in range(ENTRIES):
        day = first + timedelta(days=number * 7 % 4001)
        entries.append(
            Entry(
                id=EntryId(new_id()),
                when=When(precision=Precision.DAY, start=day, end=day),
                text=f"{number}. {WORDS[number % 40 :]}",
                agency=agencies[number % 6],
                source=f"p{number % 90}",
                mark="gap" if number % 11 == 0 else "",
            )
        )
    review.change("take in many", put=entries)
    return review


def milliseconds(act: Callable[[int], object], number: int) -> float:
    """How long an act takes until the screen shows it."""
    started = time.perf_counter()
    act(number)
    QApplication.processEvents()
    return (time.perf_counter() - started) * 1000


def compared(
    what: str, ours: Callable[[int], object], theirs: Callable[[int], object], times: int
) -> bool:
    """Time both in turn, so that a busy machine slows both alike; whether the ratio is kept."""
    taken = [(milliseconds(ours, at), milliseconds(theirs, at)) for at in range(times)]
    mine, other = (statistics.median(column) for column in zip(*taken, strict=True))
    ratio = mine / other
    print(f"{what:7} {mine:7.1f} ms against {other:6.1f} ms, ratio {ratio:5.2f} (at most {MOST})")
    return ratio <= MOST


def scrolling(table: QTableView) -> Callable[[int], object]:
    """One frame of scrolling."""

    def step(number: int) -> None:
        table.verticalScrollBar().setValue(number * 90)
        table.viewport().repaint()

    return step


def measure(review: Review) -> bool:
    """Print every ratio; whether all are kept."""
    background, commands = Background(), Commands()
    session = Session(background)
    session.open(review)
    page = ChronologyPage(session, commands)
    page.resize(1200, 800)
    page.show()
    page.refresh()
    plain = QTableView()
    rows = [
        [column.text(each, page.model.names) for column in COLUMNS] for each in review.entries()
    ]
    plain.setModel(InMemory(rows))
    plain.resize(page.table.size())
    plain.show()
    QApplication.processEvents()

    chosen = review.entries(limit=1)[0].id

    def asked(query: EntryQuery) -> Callable[[int], object]:
        return lambda _: (
            review.count_entries(query),
            review.entries(query, limit=PAGE),
            review.place_of_entry(query, chosen),
        )

    words = ("appointment", "letter")
    by_words = next(at for at, each in enumerate(COLUMNS) if each.order is EntryOrder.TEXT)
    kept = [
        compared("scroll", scrolling(page.table), scrolling(plain), 150),
        compared(
            "filter",
            lambda number: page._search(words[number % 2]),
            lambda number: asked(EntryQuery(text=words[number % 2]))(number),
            16,
        ),
    ]
    page._search("")
    kept.append(
        compared(
            "sort",
            lambda _: page.sort_by_column(by_words),
            asked(EntryQuery(order=EntryOrder.TEXT)),
            12,
        )
    )
    page.close()
    plain.close()
    session.abandon()
    background.stop()
    return all(kept)


def main() -> int:
    """0 when every ratio is kept."""
    app = QApplication(["bench"])
    theme.load_typeface()
    theme.apply(app)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKBENCH_DATA"] = folder
        return 0 if measure(filled(Path(folder) / "bench.review")) else 1


if __name__ == "__main__":
    sys.exit(main())
