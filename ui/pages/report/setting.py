"""Setting parts of the report as text to read."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from ui.pages.report.parts import Pair, Part
from ui.pages.report.word_setting import WordSetter
from ui.support.theme import tones
from workbench.model.blocks import (
    Board,
    DayTimeline,
    Figure,
    Heading,
    Items,
    Marked,
    Paragraph,
    ParagraphStyle,
    Table,
    Tone,
    Words,
    spelled_out,
)

_SIGNS = {Tone.RISK: "▲ ", Tone.PROTECTIVE: "● ", Tone.PLAIN: ""}
_SIZES = {1: 1.9, 2: 1.45, 3: 1.2, 4: 1.05, 5: 1.0}
Rows = list[list[tuple[Words, Words]]]


class Setter(WordSetter):
    """Writes parts at a cursor."""

    def set_part(self, cursor: QTextCursor, part: Part) -> None:
        """Write the part before the paragraph in which the cursor stands; it is left there."""
        self.placed.clear()
        said, written = part.heading
        if part.level:
            lead = f"{part.number}\u2002" if part.number else ""
            self._heading(cursor, said, written, min(part.level, 5), lead)
        else:
            self._space(cursor)
        for pair in part.pairs:
            self._pair(cursor, pair)

    # Blocks

    def _pair(self, cursor: QTextCursor, pair: Pair) -> None:
        match pair.said, pair.written:
            case Heading() as said, Heading() as written:
                self._heading(cursor, said.text, written.text, min(said.level + 1, 5))
            case Paragraph() as line, Paragraph() as other:
                self._paragraph(cursor, line, other, pair.number)
            case Items() as items, Items() as others:
                for at, one in enumerate(zip(items.items, others.items, strict=True), 1):
                    self._item(cursor, *one, f"{at}. " if items.ordered else "• ")
            case Figure() as figure, Figure() as drawn:
                for told in zip(spelled_out(figure), spelled_out(drawn), strict=True):
                    self._paragraph(cursor, *told, "")
            case _:
                self._side_by_side(cursor, pair)

    def _side_by_side(self, cursor: QTextCursor, pair: Pair) -> None:
        match pair.said, pair.written:
            case Table() as said, Table() as written:
                self._table(cursor, said, written)
            case Board() as board, Board() as other:
                self._board(cursor, board, other)
            case DayTimeline() as line, DayTimeline() as day:
                self._timeline(cursor, line, day)

    def _heading(
        self, cursor: QTextCursor, said: Words, written: Words, level: int, lead: str = ""
    ) -> None:
        block = QTextBlockFormat()
        block.setHeadingLevel(level)
        block.setTopMargin(self.em(0.9 if level > 1 else 0.2))
        block.setBottomMargin(self.em(0.35))
        style = self.style(bold=True, size=_SIZES[level])
        self._block(cursor, block)
        cursor.insertText(lead, style)
        self.words(cursor, said, written, style)
        self._on(cursor)

    def _paragraph(
        self, cursor: QTextCursor, said: Paragraph, written: Paragraph, number: str
    ) -> None:
        block = QTextBlockFormat()
        block.setBottomMargin(self.em(0.6))
        quote, note = said.style is ParagraphStyle.QUOTE, said.style is ParagraphStyle.NOTE
        if quote:
            block.setLeftMargin(self.em(2))
            block.setRightMargin(self.em(2))
        style = self.style(italic=quote, size=0.9 if note else 1.0)
        self._block(cursor, block)
        if number:
            cursor.insertText(f"{number}\u2002", style)
        self.words(cursor, said.text, written.text, style)
        self._on(cursor)
        for at, (one, other) in enumerate(_footnotes(said.text, written.text), 1):
            self._item(cursor, one, other, f"Footnote {at}: ")

    def _item(self, cursor: QTextCursor, said: Words, written: Words, lead: str) -> None:
        block = QTextBlockFormat()
        block.setLeftMargin(self.em(1.6))
        block.setTextIndent(-self.em(1.0))
        block.setBottomMargin(self.em(0.25))
        self._block(cursor, block)
        cursor.insertText(lead, self.style())
        self.words(cursor, said, written, self.style())
        self._on(cursor)

    def _table(self, cursor: QTextCursor, said: Table, written: Table) -> None:
        if said.caption:
            self._heading(cursor, said.caption, written.caption, 5)
        titles: list[tuple[Words, Words]] = [
            ((one.title,), (other.title,))
            for one, other in zip(said.columns, written.columns, strict=True)
        ]
        rows = [
            list(zip(one, other, strict=True))
            for one, other in zip(said.rows, written.rows, strict=True)
        ]
        self._grid(cursor, [titles, *rows], [one.share for one in said.columns], head=True)

    def _board(self, cursor: QTextCursor, said: Board, written: Board) -> None:
        columns = ((said.left, written.left), (said.right, written.right))
        titles: list[tuple[Words, Words]] = [
            ((_SIGNS[one.tone] + one.title,), (_SIGNS[one.tone] + other.title,))
            for one, other in columns
        ]
        rows: Rows = [titles]
        for at in range(max(len(one.items) for one, _ in columns)):
            rows.append(
                [
                    (one.items[at], other.items[at]) if at < len(one.items) else ((), ())
                    for one, other in columns
                ]
            )
        self._grid(cursor, rows, [1, 1], head=True)

    def _timeline(self, cursor: QTextCursor, said: DayTimeline, written: DayTimeline) -> None:
        if said.day:
            self._heading(cursor, said.day, written.day, 4)
        rows: Rows = [
            [(one.at, other.at), (one.who, other.who), (one.what, other.what)]
            for one, other in zip(said.points, written.points, strict=True)
        ]
        if rows:
            self._grid(cursor, rows, [1, 1.4, 4], head=False)

    def _grid(self, cursor: QTextCursor, rows: Rows, shares: list[float], *, head: bool) -> None:
        whole = sum(shares) or 1
        look = QTextTableFormat()
        look.setBorder(1)
        look.setBorderCollapse(True)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderBrush(tones().outline)
        look.setCellPadding(self.em(0.35))
        look.setCellSpacing(0)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * one / whole) for one in shares]
        )
        look.setHeaderRowCount(int(head))
        self._block(cursor, self._thin())
        table = cursor.insertTable(len(rows), len(shares), look)
        self._fill(table, rows, head=head)
        cursor.setPosition(table.lastPosition() + 1)
        self._on(cursor)

    def _fill(self, table: QTextTable, rows: Rows, *, head: bool) -> None:
        for number, row in enumerate(rows):
            style = self.style(bold=head and number == 0)
            for column, (said, written) in enumerate(row):
                inside = table.cellAt(number, column).firstCursorPosition()
                self.words(inside, said, written, style)

    # Places

    def _thin(self) -> QTextBlockFormat:
        thin = QTextBlockFormat()
        thin.setLineHeight(self.em(0.4), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return thin

    def _space(self, cursor: QTextCursor) -> None:
        self._block(cursor, self._thin())
        self._on(cursor)

    def _block(self, cursor: QTextCursor, style: QTextBlockFormat) -> None:
        """A fresh paragraph before the one in which the cursor stands; the cursor is in it."""
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.setBlockFormat(style)

    def _on(self, cursor: QTextCursor) -> None:
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)


def _footnotes(said: Words, written: Words) -> list[tuple[Words, Words]]:
    """The footnotes of some words, as they are read and as they were written."""
    mine, theirs = (
        [part.mark.footnote for part in one if isinstance(part, Marked) and part.mark.footnote]
        for one in (said, written)
    )
    return list(zip_longest(mine, theirs[: len(mine)], fillvalue=()))
