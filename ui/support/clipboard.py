"""The clipboard: other programs are given the words that the panel may read; this one its own.

Whatever was copied from an open review, however it was copied, is put through the gate at once.
Beside the safe words lies a token that means nothing elsewhere: by it this process alone finds what
was written, when it is pasted here. The words as written leave only when the author asks for that.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from ui.support.lazy import load
from ui.support.session import Session
from workbench.errors import WorkbenchError

AS_IT_IS = "copies_as_it_is"  # a property of what shows nothing of the record
OURS = "application/x-review-panel-workbench"
# By these the programs that keep a history of the clipboard are asked to leave this out of it.
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_NOT_TO_BE_KEPT = {
    "win32": (
        (_WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"), b"1"),
        (_WINDOWS.format("CanIncludeInClipboardHistory"), b"\0\0\0\0"),
        (_WINDOWS.format("CanUploadToCloudClipboard"), b"\0\0\0\0"),
    ),
    "darwin": (("application/x-nspasteboard-concealed-type", b""),),
    "linux": (("x-kde-passwordManagerHint", b"secret"),),
}
_OF_THIS_PROGRAM_ALONE = ("offscreen", "minimal")  # platforms whose clipboard nobody else sees
_OFFER = (
    "Copied with names replaced, as the panel may read it. In this window it pastes as written."
)
_MASKED = " Words that nobody has ruled on are masked."
_AS_WRITTEN = "Copied as written, with real names. It is taken off the clipboard at the next lock."
_NOT_COPIED = "Nothing was copied: the names in it could not be replaced."


@dataclass(frozen=True, slots=True)
class _Held:
    """What was copied last: its token, the words as written, and a digest of those that left."""

    token: bytes
    written: str
    digest: bytes


class Clipboard(QObject):
    """Sees to what is copied while a review is open."""

    told = Signal(str, bool)  # a sentence, and whether "Copy as written" is to be offered

    def __init__(
        self,
        session: Session,
        of_record: Callable[[], bool],
        marked: Callable[[], str],
        parent: QObject,
    ) -> None:
        """``of_record`` says whether what is copied now may come from the record, and ``marked``
        which words are marked now."""
        super().__init__(parent)
        self._session, self._of_record, self._marked = session, of_record, marked
        self._board = QGuiApplication.clipboard()
        self._held: _Held | None = None
        self._drop_what_a_crash_left()
        self._board.dataChanged.connect(self._note)
        self._board.selectionChanged.connect(self._empty_selection)

    @property
    def written(self) -> str | None:
        """The words as written, while what was copied here last is still on the clipboard."""
        held = self._held
        carried = self._board.mimeData()
        if held is None or carried is None or carried.data(OURS).data() != held.token:
            return None
        return held.written

    def copy_as_written(self, words: str = "") -> None:
        """Put these words, or else those that were copied last, on the clipboard as they are."""
        written = words or self.written
        if written:
            self._put(written, written)
            self.told.emit(_AS_WRITTEN, False)

    def clear(self) -> None:
        """Empty the clipboard if it still holds what was copied from the record, and forget it."""
        held, self._held = self._held, None
        if held is None:
            return
        carried = self._board.mimeData()
        ours = carried is not None and carried.hasFormat(OURS)
        if ours or _digest(self._board.text()) == held.digest:
            self._board.clear()

    def _drop_what_a_crash_left(self) -> None:
        carried = self._board.mimeData()
        if carried is not None and carried.hasFormat(OURS):
            self._board.clear()

    def _note(self) -> None:
        """Something was put on the clipboard: if by this program from the record, replace it."""
        carried = self._board.mimeData()
        if carried is None or carried.hasFormat(OURS) or not carried.hasText():
            return
        # Not every system says who owns the clipboard: what is marked here was copied here.
        ours = self._owned(QClipboard.Mode.Clipboard) or carried.text() == self._marked()
        if not ours or not self._of_record():
            return
        written, disclosed = carried.text(), load("workbench.actions.copying", "as_disclosed")
        self._board.clear()  # so that nothing is left there, whatever happens next
        try:
            copied = disclosed(self._session.record, written)
        except WorkbenchError:
            self.told.emit(_NOT_COPIED, False)
            return
        self._put(copied.words, written)
        if copied.words != written:
            self.told.emit(_OFFER + (_MASKED if copied.masked else ""), True)

    def _put(self, words: str, written: str) -> None:
        token = os.urandom(16)
        carried = QMimeData()
        carried.setText(words)
        carried.setData(OURS, token)
        for kind, value in _NOT_TO_BE_KEPT.get(sys.platform, ()):
            carried.setData(kind, value)
        self._held = _Held(token, written, _digest(words))
        self._board.setMimeData(carried)

    def _empty_selection(self) -> None:
        """On X11 what is marked with the mouse can be pasted anywhere with its middle button."""
        mode = QClipboard.Mode.Selection
        if self._owned(mode) and self._board.text(mode) and self._of_record():
            self._board.clear(mode)

    def _owned(self, mode: QClipboard.Mode) -> bool:
        if QGuiApplication.platformName() in _OF_THIS_PROGRAM_ALONE:
            return True
        owned = self._board.ownsSelection if mode is mode.Selection else self._board.ownsClipboard
        return owned()


def _digest(words: str) -> bytes:
    from hashlib import sha256  # late: the first window does not wait for it

    return sha256(words.encode(errors="surrogatepass")).digest()
