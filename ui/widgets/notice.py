"""Notice: one sentence above a page, with Undo where it helps. It never asks and never blocks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from ui.support.theme import em, look


class NoticeBar(QFrame):
    """Shows the latest sentence until it is dismissed or another comes."""

    def __init__(self) -> None:
        super().__init__()
        look(self, "notice")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.act = QPushButton("Undo")
        self.dismiss = QPushButton("Dismiss")
        for button in (self.act, self.dismiss):
            look(button, "plain")
        self._run: Callable[[], object] | None = None
        self.act.clicked.connect(self._do)
        self.dismiss.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em(self, 0.6), em(self, 0.2), em(self, 0.3), em(self, 0.2))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.act)
        layout.addWidget(self.dismiss)
        self.hide()

    def say(self, text: str, *, act: str = "", run: Callable[[], object] | None = None) -> None:
        """Show a sentence, with a button ``act`` that does ``run`` where they are given."""
        self.text.setText(text)
        self._run = run
        self.act.setText(act)
        self.act.setVisible(run is not None)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def expire(self) -> None:
        """Take away an offer that no longer means what it said, because something else was done
        since: an Undo would take back that instead."""
        if self._run is not None:
            self.clear()

    def clear(self) -> None:
        """Take the sentence away."""
        self._run = None
        self.text.clear()
        self.hide()

    def _do(self) -> None:
        run = self._run
        self.clear()
        if run is not None:
            run()
