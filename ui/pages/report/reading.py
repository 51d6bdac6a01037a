"""The reading view: the report as its readers will see it, and what their words stand for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.pages.report.parts import Part, parts_of
from ui.pages.report.presenting import is_presenting
from ui.pages.report.reading_text import ReadingText, empty_document
from ui.pages.report.setting import Setter
from ui.pages.report.word_setting import MARK, Spell, Stood
from ui.support.theme import em, look
from workbench.model.blocks import Document
from workbench.report.numbering import Numbered

Tell = Callable[[Stood], str]
_SOON = 60  # parts that are set at once where as many were read before
_AT_ONCE = 6  # parts that are set before the view is shown; the rest follow while it is read
HINT = (
    "Underlined words stand for others. Point at one, or go to the next with F3, to see for what."
)
NOT_NOW = "What the words stand for is not shown while the panel screen is open."


@dataclass
class _Set:
    """A part that is set, where it begins, and its marks: how far from there, and their numbers."""

    part: Part
    start: QTextCursor
    marks: tuple[tuple[int, int], ...]


class ReadingView(QWidget):
    """Shows a disclosed document. It is given the document as it was written for one purpose only:
    to tell the author, in the line below, what a marked word stands for."""

    asked = Signal(str)  # the author asks about words that are held back: the words as written

    def __init__(self) -> None:
        super().__init__()
        self.text = ReadingText()
        self.told = QLabel(HINT)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(em(self, 2.8))
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        look(self.told, "muted")
        self._tell: Tell = stands_for
        self._parts: tuple[Part, ...] = ()
        self._set: list[_Set] = []
        self._setter: Setter | None = None
        self._known: Hashable = None
        self._wanted: int | None = None  # how far down to go once enough is set
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._set_more)
        self.text.highlighted.connect(self._point_at)
        self.text.anchorClicked.connect(lambda url: self._go_on(url.toString()))
        self.text.entered.connect(self._enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.3))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.told)

    # What is shown

    @property
    def whole(self) -> bool:
        """Whether every part is set."""
        return len(self._set) == len(self._parts)

    def show_document(
        self,
        said: Document,
        written: Document,
        spell: Spell,
        *,
        numbers: Sequence[Numbered] = (),
        known: Hashable = None,
        tell: Tell | None = None,
    ) -> None:
        """Show ``said``, with a mark on all that stands for something else in ``written``. Only
        the parts that changed are set again, and all of them when what is ``known`` of names is
        something else. ``tell`` says what a mark means."""
        self._tell = tell or stands_for
        parts = parts_of(said, written, numbers)
        bar = self.text.verticalScrollBar()
        at, were = bar.value(), len(self._set)
        if self._setter is None or known != self._known:
            self._begin(spell)
            self._known = known
        anew = not self._set
        self._replace(parts)
        self._set_up_to(max(_AT_ONCE, len(self._set), min(were, _SOON)))
        if anew:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._go_back_to(at)
        self._more.start()

    def _go_back_to(self, at: int) -> None:
        """Go back to this height, now or when enough is set for it."""
        bar = self.text.verticalScrollBar()
        bar.setValue(at)
        self._wanted = None if bar.value() >= at else at

    def forget(self) -> None:
        """Drop everything that was shown."""
        self._more.stop()
        self._parts, self._set, self._setter = (), [], None
        self._known = self._wanted = None
        self.text.setDocument(empty_document(self.text))
        self.told.setText(HINT)

    def _begin(self, spell: Spell) -> None:
        self._set = []
        self.text.setDocument(empty_document(self.text))
        self._setter = Setter(self.text.font(), spell)

    def _replace(self, parts: tuple[Part, ...]) -> None:
        """Take out the parts that are no longer there, and set those that came in their place."""
        first = _same([one.part for one in self._set], parts)
        rest = [one.part for one in self._set[first:]]
        last = 0
        if self.whole:
            last = _same(rest[::-1], parts[first:][::-1])
        end = len(self._set) - last
        if first < end:
            cursor = QTextCursor(self._set[first].start)
            stop = self._set[end].start.position() if last else self._tail()
            cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        between = parts[first : len(parts) - last] if last else ()
        del self._set[first:end]
        self._parts = parts
        for number, part in enumerate(between):
            self._set_part(part, first + number)

    def _tail(self) -> int:
        return self.text.document().lastBlock().position()

    def _set_up_to(self, number: int) -> None:
        while len(self._set) < min(number, len(self._parts)):
            self._set_part(self._parts[len(self._set)], len(self._set))

    def _set_part(self, part: Part, place: int) -> None:
        """Write a part where it belongs, before the one that stands there."""
        if self._setter is None:
            return
        at = self._set[place].start.position() if place < len(self._set) else self._tail()
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(at)
        cursor.beginEditBlock()
        self._setter.set_part(cursor, part)
        cursor.endEditBlock()
        if place < len(self._set):
            self._set[place].start.setPosition(cursor.position())
        start = QTextCursor(self.text.document())
        start.setPosition(at)
        start.setKeepPositionOnInsert(False)
        marks = tuple((where - at, number) for where, number in self._setter.placed)
        self._set.insert(place, _Set(part, start, marks))

    def _set_more(self) -> None:
        """Set one part, and go on when nothing else waits."""
        self._set_up_to(len(self._set) + 1)
        if self._wanted is not None and self._wanted <= self.text.verticalScrollBar().maximum():
            self._go_back_to(self._wanted)
        if not self.whole:
            self._more.start()

    # Going from mark to mark

    def go_to_mark(self, step: int) -> bool:
        """Go to the next mark, or with -1 to the one before; False where there is none."""
        if step > 0:
            while (found := self._next_mark(step)) is None and not self.whole:
                self._set_up_to(len(self._set) + 1)
        else:
            found = self._next_mark(step)
        if found is None:
            self._say("There are no more marked words." if self._parts else HINT)
            return False
        place, stood = found
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(place)
        cursor.setPosition(place + len(stood.said), QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        self.text.setFocus()
        self._explain(stood)
        return True

    def marks(self) -> list[tuple[int, Stood]]:
        """Every mark that is set, by its place in the text."""
        stood = self._setter.stood if self._setter is not None else {}
        return [
            (one.start.position() + far, stood[number])
            for one in self._set
            for far, number in one.marks
        ]

    def _next_mark(self, step: int) -> tuple[int, Stood] | None:
        cursor = self.text.textCursor()
        if step > 0:
            at = cursor.selectionEnd()
            return next((one for one in self.marks() if one[0] >= at), None)
        at = cursor.selectionStart()
        return next((one for one in reversed(self.marks()) if one[0] < at), None)

    # What a mark means

    def _stood(self, address: str) -> Stood | None:
        number = address.removeprefix(MARK)
        if self._setter is None or not number.isdigit():
            return None
        return self._setter.stood.get(int(number))

    def _point_at(self, url: QUrl) -> None:
        self._explain(self._stood(url.toString()))

    def _explain(self, stood: Stood | None) -> None:
        if stood is None:
            self.told.setText(HINT)
        else:
            self._say(NOT_NOW if is_presenting() else self._tell(stood))

    def _say(self, text: str) -> None:
        self.told.setText(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.told, text))

    def _enter(self) -> None:
        self._go_on(self.text.textCursor().charFormat().anchorHref())

    def _go_on(self, address: str) -> None:
        stood = self._stood(address)
        if stood is not None and stood.held:
            self.asked.emit(stood.written)

    def changeEvent(self, event: QEvent) -> None:
        """Set everything anew in other colours or in another size."""
        super().changeEvent(event)
        anew = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in anew and getattr(self, "_setter", None) is not None:
            self._set_anew()

    def _set_anew(self) -> None:
        if self._setter is not None:
            self._begin(self._setter.spell)
            self._set_up_to(_AT_ONCE)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self._more.start()


def stands_for(stood: Stood) -> str:
    """What a mark means, in a sentence."""
    if stood.held:
        return f"Held back: “{stood.written}”. Nobody has ruled on it; press Enter to do so."
    if not stood.written:
        return f"“{stood.said}” was put in."
    return f"“{stood.said}” stands for “{stood.written}”."


def _same(one: Sequence[Part], other: Sequence[Part]) -> int:
    """How many parts agree from the beginning on."""
    number = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        number += 1
    return number
