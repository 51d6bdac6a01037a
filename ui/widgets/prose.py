"""A box for prose: what is bold looks bold, headings look like headings, slips are underlined."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu

from ui.support.lazy import load
from ui.support.theme import tones
from ui.widgets.controls import TextField

_HEADING = re.compile(r"#{1,3} +\S.*")
_QUOTE = re.compile(r"> ?.*")
_STRESS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*])\1(?![\w*])")
_ASIDE = re.compile(r"\^\[[^\]]*\]|\{[a-z]+:[^{}]*\}")
_NEXT_SLIP = QKeySequence(Qt.Key.Key_F7)


class ProseField(TextField):
    """A text with marks for headings, lists, quotations, bold and italic, checked for spelling.

    Ctrl+B and Ctrl+I mark what is selected; F7 goes to the next slip and offers what was meant.
    """

    def __init__(self, *, lines: int = 8, placeholder: str = "") -> None:
        super().__init__(lines=lines, placeholder=placeholder)
        self._looks = _Looks(self.document())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark the selection, or go to the next slip."""
        if event.matches(QKeySequence.StandardKey.Bold):
            self.stress("**")
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.stress("*")
        elif QKeySequence(event.keyCombination()) == _NEXT_SLIP:
            self.next_slip()
        else:
            super().keyPressEvent(event)

    def stress(self, stars: str) -> None:
        """Put the stars round the selection or the word at the cursor, or take them away."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        words = cursor.selectedText()
        marked = len(words) > 2 * len(stars) and words.startswith(stars) and words.endswith(stars)
        if words.strip():
            bare = words[len(stars) : -len(stars)] if marked else f"{stars}{words.strip()}{stars}"
            start = cursor.selectionStart()
            cursor.insertText(bare)
            cursor.setPosition(start)
            cursor.setPosition(start + len(bare), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def begin_lines(self, mark: str) -> None:
        """Begin each line of the selection with the mark of a heading, list or quotation, or take
        the mark away where all have it."""
        cursor = self.textCursor()
        paper = self.document()
        first = paper.findBlock(cursor.selectionStart())
        last = paper.findBlock(cursor.selectionEnd())
        blocks = [first]
        while blocks[-1] != last and blocks[-1].next().isValid():
            blocks.append(blocks[-1].next())
        marked = all(block.text().startswith(mark) for block in blocks)
        cursor.beginEditBlock()
        for block in blocks:
            cursor.setPosition(block.position())
            if marked:
                ends = block.position() + len(mark)
                cursor.setPosition(ends, QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
            elif not block.text().startswith(mark):
                cursor.insertText(mark)
        cursor.endEditBlock()
        self.setFocus()

    # Spelling

    def next_slip(self) -> None:
        """Select the next word that the dictionary does not have, and offer what was meant."""
        slips = load("workbench.spelling", "misspelt")(self.toPlainText())
        at = self.textCursor().selectionEnd()
        after = next((slip for slip in chain(slips, slips) if slip[0] >= at), None)
        found = after or (slips[0] if slips else None)
        if found is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(found[0])
        cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.slip_menu().popup(self.mapToGlobal(self.cursorRect().bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, led by what may have been meant where a slip was clicked."""
        cursor = self.cursorForPosition(event.pos())
        slip = self._slip_at(cursor.position())
        if slip is None:
            super().contextMenuEvent(event)
            return
        cursor.setPosition(slip[0])
        cursor.setPosition(slip[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.slip_menu().popup(event.globalPos())

    def slip_menu(self) -> QMenu:
        """What may have been meant by the selected word."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        word = self.textCursor().selectedText()
        meant = load("workbench.spelling", "suggestions")(word)
        for each in meant:
            menu.addAction(each, self._put_in_place(each))
        if not meant:
            nothing = QAction("No word of the dictionary is near", menu)
            nothing.setEnabled(False)
            menu.addAction(nothing)
        menu.addSeparator()
        menu.addAction("&Ignore it while the review is open", lambda: self._looks.ignore(word))
        return menu

    def _put_in_place(self, word: str) -> Callable[[], None]:
        return lambda: self.textCursor().insertText(word)

    def _slip_at(self, at: int) -> tuple[int, int] | None:
        slips = load("workbench.spelling", "misspelt")(self.toPlainText())
        return next((slip for slip in slips if slip[0] <= at <= slip[1]), None)


class _Looks(QSyntaxHighlighter):
    """Gives the words of each paragraph the look that they will have, and underlines slips."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._ignored: set[str] = set()

    def ignore(self, word: str) -> None:
        """Mark this word no more."""
        self._ignored.add(word)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Look through one paragraph."""
        whole = QTextCharFormat()
        if _HEADING.fullmatch(text):
            whole.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, len(text), whole)
        elif _QUOTE.fullmatch(text):
            whole.setFontItalic(True)
            self.setFormat(0, len(text), whole)
        for found in _STRESS.finditer(text):
            stressed = QTextCharFormat(whole)
            stressed.setFontItalic(len(found[1]) != 2 or whole.fontItalic())
            if len(found[1]) > 1:
                stressed.setFontWeight(QFont.Weight.Bold)
            self.setFormat(found.start(), len(found[0]), stressed)
        for found in _ASIDE.finditer(text):
            aside = QTextCharFormat()
            aside.setForeground(tones().muted)
            self.setFormat(found.start(), len(found[0]), aside)
        self._underline_slips(text)

    def _underline_slips(self, text: str) -> None:
        for start, end in load("workbench.spelling", "misspelt")(text):
            if text[start:end] in self._ignored:
                continue
            slip = QTextCharFormat(self.format(start))
            slip.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
            slip.setUnderlineColor(tones().risk)
            self.setFormat(start, end - start, slip)
