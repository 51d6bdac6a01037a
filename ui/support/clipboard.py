"""What was copied here is taken off the clipboard again when the review goes off the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication


class CopiedHere(QObject):
    """Notes what is copied while this program is in use: its digest alone, never the words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._digest = b""
        self._clipboard.dataChanged.connect(self._note)

    def clear(self) -> None:
        """Empty the clipboard if it still holds what was copied here."""
        if self._clipboard.ownsClipboard() or self._holds() == self._digest:
            self._clipboard.clear()
        self._digest = b""

    def _note(self) -> None:
        in_use = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        if in_use or self._clipboard.ownsClipboard():
            self._digest = self._holds()

    def _holds(self) -> bytes:
        from hashlib import sha256  # not before something is copied: the first window waits for it

        return sha256(self._clipboard.text().encode(errors="surrogatepass")).digest()
