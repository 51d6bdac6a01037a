"""The pages on the screen: as they will print, one below the other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QVBoxLayout, QWidget

from ui.pages.report.paper.looks import UNIT
from ui.pages.report.paper.pages import Pages
from ui.support.theme import em, tones
from ui.widgets.headings import Quiet
from workbench.model.blocks import Document
from workbench.report.numbering import Numbered

_LARGEST = 1.6  # pixels to a point


class PaperView(QWidget):
    """The pages, with a line above where they will not be quite like that."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = PagesView()
        self.note = Quiet()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.note)
        layout.addWidget(self.pages, 1)
        self.show_template("")

    def show_template(self, name: str) -> None:
        """Say what a board's own template makes different; with no name, it is our own."""
        self.note.setText(
            f"These are the words and their order. {name} brings its own typefaces, margins and "
            "cover, so lines and pages will break elsewhere in Word."
        )
        self.note.setVisible(bool(name))


class PagesView(QAbstractScrollArea):
    """Draws the pages of a disclosed document. It is given no other."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Pages as they will print")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.paper = Pages()
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._lay_out_more)
        self._tops: list[float] = []
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())

    @property
    def whole(self) -> bool:
        """Whether every page is laid out."""
        return self.paper.whole

    @property
    def page(self) -> int:
        """The page that is looked at, counted from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        return max(sum(1 for top in self._tops if top <= middle) - 1, 0)

    def show_document(self, document: Document, numbers: tuple[Numbered, ...]) -> None:
        """Show this document, with what is numbered in each of its sections."""
        looked_at = self.page
        self.paper.show(document, numbers)
        self.paper.lay_out(looked_at + 1)
        self._measure()
        self.viewport().update()
        self._tell()
        self._more.start()

    def forget(self) -> None:
        """Drop every page."""
        self._more.stop()
        self.paper = Pages()
        self._tops = []
        self.verticalScrollBar().setRange(0, 0)
        self.setAccessibleDescription("")
        self.viewport().update()

    def go_to_page(self, number: int) -> None:
        """Go to a page, counted from 0."""
        self.paper.lay_out(number)
        self._measure()
        if self._tops:
            number = max(0, min(number, len(self._tops) - 1))
            self.verticalScrollBar().setValue(round(self._tops[number] - self._gap / 2))

    # Where the pages are

    @property
    def _gap(self) -> int:
        return em(self, 0.8)

    def _zoom(self, width: float) -> float:
        """Pixels to a point for a page of this width: it fits."""
        return min((self.viewport().width() - 2 * self._gap) / width, _LARGEST)

    def _measure(self) -> None:
        top = float(self._gap)
        self._tops = []
        for page in self.paper.pages:
            self._tops.append(top)
            top += page.sheet.height * self._zoom(page.sheet.width) + self._gap
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(top) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(em(self, 3))

    def _lay_out_more(self) -> None:
        self.paper.lay_out_more()
        self._measure()
        if self.whole:
            self.viewport().update()  # the number of pages and the contents are known now
            self._tell()
        else:
            self._more.start()

    def _scrolled(self) -> None:
        self.paper.lay_out(self.page + 1)
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        """Say to a screen reader which page this is, and what stands on it."""
        if not self.paper.pages:
            return
        number = min(self.page, len(self.paper.pages) - 1)
        count = f" of {len(self.paper.pages)}" if self.whole else ""
        said = f"Page {number + 1}{count}. {self.paper.words_on(number)}"
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        scrolled = self.verticalScrollBar().value()
        for number, top in enumerate(self._tops):
            sheet = self.paper.pages[number].sheet
            zoom = self._zoom(sheet.width)
            left = (self.viewport().width() - sheet.width * zoom) / 2
            area = QRectF(left, top - scrolled, sheet.width * zoom, sheet.height * zoom)
            if area.bottom() < 0:
                continue
            if area.top() > self.viewport().height():
                break
            painter.save()
            painter.translate(area.topLeft())
            painter.scale(zoom / UNIT, zoom / UNIT)
            self.paper.paint(painter, number)
            painter.restore()
            painter.setPen(QPen(QColor(tones().outline), 1))
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
