"""The pages as they will print, kept up to date on the worker while the author writes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.report.paper.pages import PagesView
from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.headings import Quiet
from workbench.report.proof import Proof, Sight, Wanted
from workbench.report.seen import Seen
from workbench.report.template import Template
from workbench.review import Review

_AT_A_TIME = 0.08  # seconds for which the worker lays out, before it does what else waits


class PaperView(QWidget):
    """The pages, with a line above that says where they may look different in Word. Nothing is
    laid out while they are not looked at."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._proof = Proof()
        self._wanted: Wanted | None = None
        self._shown: Wanted | None = None
        self._asked = 0
        self._section = ""  # to go to, once it is known where it begins
        self.pages = PagesView()
        self.note = Quiet()
        self.where = Quiet()
        self.where.setWordWrap(False)
        self.pages.turned.connect(self.where.setText)
        above = QHBoxLayout()
        above.addWidget(self.note, 1)
        above.addWidget(self.where, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.2))
        layout.addLayout(above)
        layout.addWidget(self.pages, 1)

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was asked for last, and all of it."""
        return self._shown is self._wanted and self.pages.whole

    def show_output(self, output: str, about: str, seen: Seen, board: Template | None) -> None:
        """Show this output as its readers see it, on the board's template or with None our own."""
        self._wanted = Wanted(output, about, seen, board)
        if self.isVisible():
            self._ask()

    def go_to_section(self, section: str) -> None:
        """Go to where the section begins, at once or when it is laid out."""
        self._section = section
        if self.isVisible() and self.settled:
            self._ask_more(self._asked)

    def forget(self) -> None:
        """Drop every page, and what they were made of."""
        self._asked += 1
        self._proof = Proof()
        self._wanted = self._shown = None
        self._section = ""
        self.pages.forget()
        self.note.setText("")

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was written meanwhile."""
        super().showEvent(event)
        if self._shown is not self._wanted:
            self._ask()

    def _ask(self) -> None:
        """Have it written and laid out as far as it is looked at; the rest follows."""
        wanted, proof = self._wanted, self._proof
        if wanted is None:
            return
        self._asked += 1
        asked = self._asked
        page = self.pages.page if wanted.goes_on(self._shown) else 0
        section = self._section

        def show(review: Review) -> Sight | None:
            if asked != self._asked:
                return None  # something newer waits
            return proof.show(review, wanted, page + 1, section)

        def arrived(sight: Sight | None) -> None:
            if sight is not None and asked == self._asked:
                anew = not wanted.goes_on(self._shown)
                self._shown = wanted
                self._show(sight, asked, section, anew=anew)

        self._session.ask(show, done=arrived)

    def _ask_more(self, asked: int) -> None:
        proof, section = self._proof, self._section

        def more(_: Review) -> Sight | None:
            return proof.lay_out_for(_AT_A_TIME, section) if asked == self._asked else None

        def arrived(sight: Sight | None) -> None:
            if sight is not None and asked == self._asked:
                self._show(sight, asked, section)

        self._session.ask(more, done=arrived)

    def _show(self, sight: Sight, asked: int, section: str, *, anew: bool = False) -> None:
        """Show what was laid out when this section was looked for."""
        self.pages.show_sight(sight, anew=anew)
        self.note.setText(" ".join(sight.told))
        if section == self._section and (sight.sought is not None or sight.whole):
            self._section = ""
            if sight.sought is not None:
                self.pages.go_to_page(sight.sought.page, sight.sought.down)
        if not sight.whole or self._section:
            self._ask_more(asked)
