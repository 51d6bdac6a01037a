"""Words beside which a detector looks: each set of them is one bit in the class of its words.

A detector says once which words it waits for and is given a bit. The classes of a text (see
``classes.py``) are put together anyway, so that one test of a bit tells whether a pattern could
match there at all; most patterns are looked for in hardly any text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

# The bits below are those of reading.py. Compiled, a test of bits is quick only below the 62nd.
_FIRST, _FIRST_SELDOM = 1 << 9, 1 << 62
_small: dict[str, int] = {}  # by the word in lower case
_typed: dict[str, int] = {}  # by the word as it is written
_shapes: list[tuple[int, bool, Callable[[str], object]]] = []
_taken: list[int] = []
_taken_seldom: list[int] = []


def cue(
    words: Collection[str] = (),
    *,
    as_written: bool = False,
    seldom: bool = False,
    shape: Callable[[str], object] | None = None,
) -> int:
    """The bit that a text has with one of these words in it, or with a word of this shape: in
    lower case, unless ``as_written``. One that is met ``seldom``, and asked for alone, gets a bit
    beyond the quick ones."""
    taken, first = (_taken_seldom, _FIRST_SELDOM) if seldom else (_taken, _FIRST)
    bit = first << len(taken)
    taken.append(bit)
    known = _typed if as_written else _small
    for word in words:
        known[word] = known.get(word, 0) | bit
    if shape is not None:
        _shapes.append((bit, as_written, shape))
    return bit


def cues_of(atom: str, low: str) -> int:
    """The bits of one word."""
    bits = _small.get(low, 0) | _typed.get(atom, 0)
    for bit, as_written, shape in _shapes:
        if shape(atom if as_written else low):
            bits |= bit
    return bits
