"""Lines: atoms broken to a width as Word breaks them, with tabs, indents and line spacing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.report.pages.atoms import DASHES, Atom, Kind, Spoken, parted
from workbench.report.pages.letters import ParagraphLook, RunLook

_HAIR = 0.01  # what rounding may add to a line that fits
_RIGHT = frozenset({"right", "decimal", "center"})


class Line(NamedTuple):
    """One line: its atoms from ``start`` to ``end``, where they begin, and its height. ``ascent``
    is from its top to its baseline; ``loose`` the room at its foot that spacing adds, which no page
    needs below its last line; ``after`` a break of page that stands at its end."""

    start: int
    end: int
    x: float
    width: float
    room: float
    height: float
    ascent: float
    loose: float = 0.0
    stops: tuple[tuple[int, float, str], ...] = ()
    notes: tuple[str, ...] = ()
    after: str = ""


class Label(NamedTuple):
    """A paragraph's number or bullet, where it stands."""

    text: str
    look: RunLook
    x: float
    width: float


@dataclass(eq=False, slots=True)
class Broken:
    """A paragraph in lines."""

    spoken: Spoken
    lines: list[Line]
    label: Label | None
    height: float
    parted: list[Atom] | None = None

    @property
    def atoms(self) -> Sequence[Atom]:
        """What it says."""
        return self.spoken.atoms if self.parted is None else self.parted

    @property
    def look(self) -> ParagraphLook:
        """How the paragraph stands."""
        return self.spoken.look


class Numbered(NamedTuple):
    """A number before a paragraph: its text and look, and what follows it."""

    text: str
    look: RunLook
    suffix: str
    align: str


def broken(
    spoken: Spoken, width: float, tab_width: float, numbered: Numbered | None = None
) -> Broken:
    """The paragraph in lines of this width."""
    breaker = _Breaker(spoken, width, tab_width)
    label = breaker.put_label(numbered) if numbered is not None else None
    breaker.run()
    lines = breaker.lines
    return Broken(spoken, lines, label, sum([line.height for line in lines]), breaker.parted)


@dataclass(slots=True)
class _Run:
    """A line on its way: where it begins, how far it has come, the tab stops that it took."""

    begin: float
    length: float
    stops: list[tuple[int, float, str]]


class _Breaker:
    def __init__(self, spoken: Spoken, width: float, tab_width: float) -> None:
        self.spoken = spoken
        self.look = spoken.look
        self.atoms: list[Atom] = []
        self.parted: list[Atom] | None = None
        self.lines: list[Line] = []
        self.tab_width = tab_width
        self.right = width - self.look.right
        self.first_x = self.look.left + self.look.first
        self.label_look: RunLook | None = None
        one = spoken.mark
        if spoken.words is not None:
            one = spoken.words[1]
        elif spoken.atoms:
            one = spoken.atoms[0].look
        self.usual = self._height(one.above, one.below) if spoken.plain else None

    def _split_words(self, room: float) -> None:
        """A word that is wider than a line goes on in the next, wherever that may be."""
        if max([atom[1] for atom in self.atoms], default=0.0) <= room:
            return
        self.parted = parted = []
        for atom in self.atoms:
            rest = atom
            while rest.kind is Kind.WORD and rest.width > room and len(rest.text) > 1:
                fits = len(rest.text) - 1
                while fits > 1 and rest.look.width(rest.text[:fits]) > room:
                    fits -= 1
                head, tail = rest.text[:fits], rest.text[fits:]
                parted.append(rest._replace(text=head, width=rest.look.width(head), space=0.0))
                rest = rest._replace(text=tail, width=rest.look.width(tail), free=True)
            parted.append(rest)
        self.atoms = parted

    def put_label(self, numbered: Numbered) -> Label:
        """Stand the number at the paragraph's beginning; the first line goes on after it."""
        look = numbered.look
        width = look.width(numbered.text)
        x = self.first_x
        if numbered.align in {"right", "end"}:
            x -= width
        elif numbered.align == "center":
            x -= width / 2
        end = x + width
        if numbered.suffix == "space":
            end += look.width(" ")
        elif numbered.suffix != "nothing":
            end = self._stop(end)[0]
        self.first_x = end
        self.label_look = look
        if look.above != self.spoken.mark.above:
            self.usual = None
        return Label(numbered.text, look, x, width)

    def run(self) -> None:
        """Break all of it."""
        if self.usual is not None and self.spoken.words is not None and self._words(self.usual):
            return
        self.atoms = self.spoken.atoms
        self._split_words(max(self.right - self.look.left, 1.0))
        if self.usual is not None and self._only_words():
            self._plain_lines(self.usual)
            return
        at = 0
        while True:
            at, more = self._line(at)
            if not more:
                return

    def _only_words(self) -> bool:
        return all(atom[0] is Kind.WORD for atom in self.atoms)

    def _words(self, usual: tuple[float, float, float]) -> bool:
        """Text in one look: most of any report, broken without making atoms of it. False where a
        word is wider than a line."""
        height, ascent, loose = usual
        text, look = self.spoken.words or ("", self.spoken.mark)
        known, narrow = look.widths, max(self.right - self.look.left, 1.0)
        x, room = self.first_x, self.right - self.first_x + _HAIR
        start = safe = at = 0
        begun = reached = behind = gap = before = 0.0
        free = True
        lines: list[Line] = []
        for at, (word, spaces) in enumerate(parted(text), 1):
            wide = known.get(word)
            if wide is None:
                wide = look.width(word)
            if wide > narrow:
                return False
            if free:
                safe, behind, before = at - 1, reached, gap
            if reached - begun + wide > room and safe > start:
                width = behind - begun - before
                lines.append(Line(start, safe, x, width, room - _HAIR, height, ascent, loose))
                x, room = self.look.left, self.right - self.look.left + _HAIR
                start, begun = safe, behind
            gap = look.width(spaces) if spaces else 0.0
            reached += wide + gap
            free = gap > 0 or word.endswith(DASHES)
        width = reached - begun - gap
        lines.append(Line(start, at, x, width, room - _HAIR, height, ascent, loose))
        self.lines = lines
        return True

    def _plain_lines(self, usual: tuple[float, float, float]) -> None:
        """Nothing but words in letters of one height: most of any report."""
        height, ascent, loose = usual
        x, room = self.first_x, self.right - self.first_x + _HAIR
        start = safe = 0
        begun = reached = behind = 0.0
        for at, (_, wide, space, _, _, free, _, _) in enumerate(self.atoms):
            if free:
                safe, behind = at, reached
            if reached - begun + wide > room and safe > start:
                length = behind - begun - self.atoms[safe - 1][2]
                self.lines.append(Line(start, safe, x, length, room - _HAIR, height, ascent, loose))
                x, room = self.look.left, self.right - self.look.left + _HAIR
                start, begun = safe, behind
            reached += wide + space
        many = len(self.atoms)
        length = reached - begun - (self.atoms[-1][2] if many else 0.0)
        self.lines.append(Line(start, many, x, length, room - _HAIR, height, ascent, loose))

    def _line(self, start: int) -> tuple[int, bool]:
        """Make the line that begins at ``start``; where the next begins, and whether it does."""
        atoms, many = self.atoms, len(self.atoms)
        x = self.first_x if not self.lines else self.look.left
        run = _Run(x, x, [])
        limit = self.right
        safe, safe_length = start, x
        at = start
        while at < many:
            kind, wide, space, text, _, free, _, _ = atoms[at]
            if kind is Kind.BREAK:
                self._add(start, at + 1, run, "" if text == "line" else text)
                return at + 1, at + 1 < many or text == "line"
            if free and at > start:
                safe, safe_length = at, run.length
            if kind is Kind.TAB:
                stop, leader, reach, moved = self._tab(at, x, limit)
                if stop > limit + _HAIR and at > start and not moved:
                    self._add(start, at, run)
                    return at, True
                run.stops.append((at, stop, leader))
                limit, run.length, x = reach, stop, stop
            elif x + wide > limit + _HAIR and safe > start:
                run.length = safe_length
                self._add(start, safe, run)
                return safe, True
            else:
                run.length = x + wide
                x = run.length + space
            at += 1
        self._add(start, many, run)
        return many, False

    def _tab(self, at: int, x: float, limit: float) -> tuple[float, str, float, bool]:
        """Where the text goes on after a tab; the leader; how far the line may reach now."""
        stop, kind, leader = self._stop(x)
        if kind not in _RIGHT:
            return stop, leader, limit, False
        following = 0.0
        gap = 0.0
        for atom in self.atoms[at + 1 :]:
            if atom.kind in {Kind.TAB, Kind.BREAK}:
                break
            following += gap + atom.width
            gap = atom.space
        if kind == "center":
            following /= 2
        reach = max(limit, stop) if kind != "center" else limit
        return max(x, stop - following), leader, reach, True

    def _stop(self, x: float) -> tuple[float, str, str]:
        """The next tab stop after ``x``: of the paragraph's own, its indent, or the usual ones."""
        hanging = self.look.left if self.look.first < 0 and x < self.look.left - _HAIR else None
        for stop in self.look.tabs:
            if stop.kind == "bar" or stop.at <= x + _HAIR:
                continue
            if hanging is not None and hanging < stop.at:
                break
            return stop.at, stop.kind, stop.leader
        if hanging is not None:
            return hanging, "left", ""
        return (int((x + _HAIR) / self.tab_width) + 1) * self.tab_width, "left", ""

    def _add(self, start: int, end: int, run: _Run, after: str = "") -> None:
        high = self._measured(start, end)
        notes = tuple(atom.note for atom in self.atoms[start:end] if atom.note)
        room, stops = self.right - run.begin, tuple(run.stops)
        width = run.length - run.begin
        line = Line(start, end, run.begin, width, room, *high, stops, notes, after)
        self.lines.append(line)

    def _measured(self, start: int, end: int) -> tuple[float, float, float]:
        if self.usual is not None:
            return self.usual
        above = below = drawn = 0.0
        for atom in self.atoms[start:end]:
            if atom.drawn is not None:
                drawn = max(drawn, atom.drawn.height)
            elif atom.kind is not Kind.BOOKMARK:
                above, below = max(above, atom.look.above), max(below, atom.look.below)
        if self.label_look is not None and not self.lines:
            above = max(above, self.label_look.above)
            below = max(below, self.label_look.below)
        if end == len(self.atoms) and (not above or not drawn):
            above, below = max(above, self.spoken.mark.above), max(below, self.spoken.mark.below)
        return self._height(above, below, drawn)

    def _height(self, above: float, below: float, drawn: float = 0.0) -> tuple[float, float, float]:
        """The line's height, the place of its baseline, and what spacing adds at its foot. What is
        drawn is not spaced out."""
        rule, line = self.look.rule, self.look.line
        natural = max(above, drawn) + below
        if rule == "exact":
            return line, line - below * line / max(natural, _HAIR), 0.0
        if rule == "atLeast":
            return max(natural, line), max(natural, line) - below, 0.0
        more = (line - 1) * (above + below)
        if line < 1:
            return natural + more, max(above, drawn) + more, 0.0
        return natural + more, max(above, drawn), more
