"""The pages on the screen, one below the other: scrolled, turned by keys, and said aloud."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.pages.report.paper.painting import paint_page
from ui.pages.report.paper.pictures import Pictures
from ui.support.theme import em, tones
from workbench.report.pages.page import Page, Text
from workbench.report.proof import Sight

_AT_MOST = 0.3  # of the height in sight is above what is gone to
_LARGEST = 0.1  # of the interface's letters, to a point


class PagesView(QAbstractScrollArea):
    """Paints the pages of a document that is written. It is given no other."""

    turned = Signal(str)  # which page is looked at, in words

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Pages as they will print")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.paper: tuple[Page, ...] = ()
        self.whole = True
        self._pictures = Pictures({})
        self._tops: list[float] = []
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())

    @property
    def page(self) -> int:
        """The page that is looked at, counted from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        return max(sum(1 for top in self._tops if top <= middle) - 1, 0)

    def show_sight(self, sight: Sight, *, anew: bool) -> None:
        """Show these pages; while not all are laid out, the later ones stay as they were, unless
        it is another document that begins ``anew``."""
        later = () if sight.whole or anew else self.paper[len(sight.pages) :]
        self.paper, self.whole = (*sight.pages, *later), sight.whole
        self._pictures.take(sight.parts)
        self._measure()
        if anew:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()
        self._tell()

    def forget(self) -> None:
        """Drop every page."""
        self.paper, self.whole, self._tops = (), True, []
        self._pictures = Pictures({})
        self.verticalScrollBar().setRange(0, 0)
        self.setAccessibleDescription("")
        self.turned.emit("")
        self.viewport().update()

    def go_to_page(self, number: int, down: float = 0.0) -> None:
        """Go to a page, counted from 0; where its top and so many points down are not both in
        sight, to there."""
        if not self._tops:
            return
        number = max(0, min(number, len(self._tops) - 1))
        down *= self._zoom(self.paper[number].width)
        down = max(down - self.viewport().height() * _AT_MOST, 0.0)
        self.verticalScrollBar().setValue(round(self._tops[number] - self._gap / 2 + down))

    def words_on(self, number: int) -> str:
        """What stands on a page, for a screen reader."""
        return " ".join(one.words for one in self.paper[number].items if isinstance(one, Text))

    # Where the pages are

    @property
    def _gap(self) -> int:
        return em(self, 0.8)

    def _zoom(self, width: float) -> float:
        """Pixels to a point for a page of this width: it fits."""
        return min(
            (self.viewport().width() - 2 * self._gap) / width, em(self, _LARGEST * 100) / 100
        )

    def _widths(self) -> set[float]:
        return {page.width for page in self.paper}

    def _measure(self) -> None:
        gap = self._gap
        top, zooms = float(gap), {width: self._zoom(width) for width in self._widths()}
        self._tops = []
        for page in self.paper:
            self._tops.append(top)
            top += page.height * zooms[page.width] + gap
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(top) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(em(self, 3))

    def _scrolled(self) -> None:
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        """Say to a screen reader which page this is, and what stands on it."""
        if not self.paper:
            return
        number = min(self.page, len(self.paper) - 1)
        count = f" of {len(self.paper)}" if self.whole else ""
        where = f"Page {number + 1}{count}"
        self.turned.emit(where)
        said = f"{where}. {self.words_on(number)}"
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that can be seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tones().line)
        scrolled = self.verticalScrollBar().value()
        for page, top in zip(self.paper, self._tops, strict=True):
            zoom = self._zoom(page.width)
            left = (self.viewport().width() - page.width * zoom) / 2
            area = QRectF(left, top - scrolled, page.width * zoom, page.height * zoom)
            if area.bottom() < 0:
                continue
            if area.top() > self.viewport().height():
                break
            painter.save()
            painter.translate(area.topLeft())
            painter.scale(zoom, zoom)
            paint_page(painter, page, self._pictures)
            painter.restore()
            painter.setPen(QPen(tones().outline, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page that is looked at."""
        super().resizeEvent(event)
        at = self.page
        self._measure()
        self.go_to_page(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Down and Page Up turn pages; Home and End go to the first and the last."""
        turns = {
            Qt.Key.Key_PageDown: self.page + 1,
            Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._tops) - 1,
        }
        if event.key() in turns:
            self.go_to_page(turns[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for most of a page."""
        return QSize(em(self, 30), em(self, 30))
