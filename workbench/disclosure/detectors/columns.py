"""Whoever a column is kept for: under "Init", "Author" or "Staff" each cell names somebody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.words_met import covered_by
from workbench.disclosure.dictionary import trade_words, word_list

_HEADS = word_list("columns.heads")
_NOBODY = word_list("columns.nobody") | word_list("word_names.nobody")
COLUMN_CUES = cue(_HEADS)
_MOST = 3  # words of a name in a cell


def by_column(reading: Reading, found: Sequence[Found], shown: frozenset[str]) -> Iterator[Found]:
    """What stands in the cells of a column whose head says that it names people."""
    text = reading.text
    if not reading.called(COLUMN_CUES) or "\n" not in text or not ("|" in text or "\t" in text):
        return
    covered: set[int] | None = None
    for start, end in _cells(text):
        first, last = bisect_left(reading.starts, start), bisect_left(reading.starts, end) - 1
        if last < first or last - first >= _MOST or not _names(reading, first, last, shown):
            continue
        covered = covered_by(reading, found) if covered is None else covered
        if not all(place in covered for place in range(first, last + 1)):
            yield Found(
                reading.starts[first],
                reading.ends[last],
                Kind.UNKNOWN,
                certain=False,
                rule="column",
            )


def _cells(text: str) -> Iterator[tuple[int, int]]:
    """The cells under a head that says so: where each begins and ends."""
    columns: list[int] = []
    width = start = 0
    for line in text.split("\n"):
        mark = "|" if "|" in line else "\t"
        cells = line.split(mark)
        heads = [at for at, cell in enumerate(cells) if _is_head(cell)]
        if len(cells) > 2 and heads:
            columns, width = heads, len(cells)
        elif len(cells) == width:
            at = start
            for column, cell in enumerate(cells):
                if column in columns:
                    yield at, at + len(cell)
                at += len(cell) + 1
        elif len(cells) == 1 and line.strip():
            columns, width = [], 0
        start += len(line) + 1


def _is_head(cell: str) -> bool:
    words = cell.lower().replace("/", " ").split()
    return 0 < len(words) < 4 and words[-1].strip(".:()") in _HEADS


def _names(reading: Reading, first: int, last: int, shown: frozenset[str]) -> bool:
    """Whether a cell may name somebody: letters or words with a capital, not all of the trade."""
    places = range(first, last + 1)
    atoms = [reading.atoms[place] for place in places]
    if not all(atom.isalpha() and atom[0].isupper() for atom in atoms):
        return False
    lows = [reading.lows[place] for place in places]
    if any(low in _NOBODY or low in shown for low in lows):
        return False
    return not all(low in trade_words() and len(low) > 2 for low in lows)
