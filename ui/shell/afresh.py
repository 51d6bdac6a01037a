"""Where the author was, so that a fresh process, or the next unlocking, goes on from there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.shell.entrance import Entrance
from ui.support.renewal import Again
from ui.support.session import Session

FIRST_PAGE = "Overview"


class Afresh(QObject):
    """Keeps the file, the page, and why it was locked; and has a fresh process go on from there."""

    said = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        entrance: Entrance,
        renew: Callable[[Again], None] | None,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._entrance = window, session, entrance
        self._renew = renew
        self.path: Path | None = None
        self.page, self._reason, self._making = FIRST_PAGE, "", ""
        session.put_away.connect(self.start)
        entrance.emptied.connect(self.start)

    def show_locked(self, reason: str) -> None:
        """Show the unlock screen, with the reason."""
        self._reason = reason
        if self.path is not None:
            self._entrance.show_unlock(self.path, reason)
        if self._renew is not None:
            self._entrance.setEnabled(False)  # for the moment until the next process takes over

    def forget(self) -> None:
        """The review was closed, so that nobody goes back to it."""
        self.path, self.page, self._reason, self._making = None, FIRST_PAGE, "", ""

    def go_to(self, path: Path | None) -> None:
        """Close the review that is open, and ask for this file's passphrase, or with None what a
        new review needs. It begins in a fresh process: two reviews never share a memory."""
        held_one = self._session.review is not None
        if not self._session.close():
            return
        self.forget()
        self.path, self._making = path, "" if path else "yes"
        self._show()
        if held_one:
            self.start()

    def _show(self, said: str = "") -> None:
        if self.path is not None:
            self._entrance.show_unlock(self.path, said)
        elif self._making:
            self._entrance.show_new()

    def start(self, trouble: str = "") -> None:
        """Let a fresh process go on from here: what this one's memory holds goes with it."""
        if self._renew is None or self._session.review is not None:
            return
        said = f"{self._reason} {trouble}".strip()
        place = bytes(self._window.saveGeometry().toHex().data()).decode()
        try:
            self._renew(Again(str(self.path or ""), said, self.page, place, self._making))
        except OSError:
            self._entrance.setEnabled(True)
            self.said.emit("Close the window as well: what was open may still be in its memory.")

    def take_up(self, again: Again) -> None:
        """Go on where the process before this one stopped."""
        self._window.restoreGeometry(QByteArray.fromHex(again.place.encode()))
        self.page = again.page or self.page
        self.path, self._making = Path(again.file) if again.file else None, again.making
        self._show(again.said)
