"""Session: the review that is open, what is done to it, and who hears of it.

Pages ask ``session.record`` for what they show and do acts through ``session.run``. The session
says which topics changed, keeps the file saved in the background, and locks.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ui.support.background import Background
from ui.support.lazy import load
from workbench.errors import Missing, WorkbenchError
from workbench.model.changes import Change
from workbench.model.facts import Topic

if TYPE_CHECKING:  # the record's own imports are slow, and wait until one is opened
    from workbench.review import Review

T = TypeVar("T")
EVERYTHING = frozenset(Topic)
SAVE_AFTER = 3_000  # milliseconds after the last change


class Saved(StrEnum):
    """How the record's file stands, as the status line says it."""

    SAVED = "All changes saved"
    WAITING = "Saving…"
    FAILED = "Not saved to the file"
    READ_ONLY = "Open to read only"


class Session(QObject):
    """Holds the open review, or none."""

    opened = Signal()  # a review was opened or unlocked
    settling = Signal()  # hand over what is still being typed, now
    changed = Signal(object)  # frozenset[Topic]
    said = Signal(str)  # a sentence for the notice bar
    saved = Signal(Saved)
    locked = Signal(str)  # the review went away from the screen; why, in a sentence
    put_away = Signal(str)  # its record is closed too; what was wrong with that, if anything
    closed = Signal()  # no review any more

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._background = background
        self._state = Saved.SAVED
        self.trouble = ""  # why the file could not be written last time
        self._told_of_backup = ""  # why no backup could be made, as it was said last
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_AFTER)
        self._saving.timeout.connect(self.save_now)

    @property
    def review(self) -> Review | None:
        """The open review, or None."""
        return self._review

    @property
    def record(self) -> Review:
        """The open review. Raises :class:`Missing` when none is open."""
        if self._review is None:
            raise Missing("No review is open. Open one, or unlock the one you were working on.")
        return self._review

    @property
    def state(self) -> Saved:
        """How the record's file stands."""
        return self._state

    def open(self, review: Review) -> None:
        """Take up a review that was just opened."""
        self._review = review
        self._set_state(Saved.READ_ONLY if review.read_only else Saved.SAVED)
        self.opened.emit()
        if review.notices:  # together: each sentence takes the place of the one before
            self.said.emit("\n".join(review.notices))
        if review.unsaved:
            self._note_change()

    # What is done to it

    def run(self, act: Callable[[Review], T]) -> T | None:
        """Do an act of ``workbench.actions`` on the review and tell the pages what it touched.

        Returns what the act returned; None when it was refused, which is said in the notice bar.
        """
        try:
            outcome = act(self.record)
        except WorkbenchError as error:
            self.said.emit(str(error))
            return None
        self._tell(_change_in(outcome))
        return outcome

    def ask(
        self,
        question: Callable[[Review], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[WorkbenchError], object] | None = None,
    ) -> None:
        """Ask something slow of the review on the worker. The answer comes back to the screen's
        thread, unless the review has gone from the screen meanwhile."""
        review = self.record

        def while_open(answer: Callable[[T], object]) -> Callable[[T], object]:
            return lambda found: answer(found) if review is self._review else None

        self._background.start(
            lambda: question(review),
            done=while_open(done),
            failed=while_open(failed or (lambda error: self.said.emit(str(error)))),  # type: ignore[arg-type]
        )

    def undo(self) -> None:
        """Take back the latest step."""
        self.settling.emit()
        self.run(lambda review: review.undo())

    def redo(self) -> None:
        """Do again what was undone last."""
        self.settling.emit()
        self.run(lambda review: review.redo())

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        writable = self._writable
        return writable.undo_label if writable else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, or None."""
        writable = self._writable
        return writable.redo_label if writable else None

    def _tell(self, change: Change | None) -> None:
        if change is None or not change.topics:
            return
        self._note_change()
        self.changed.emit(change.topics)

    # Keeping it

    def _note_change(self) -> None:
        self._set_state(Saved.WAITING)
        self._saving.start()

    def save_now(self) -> None:
        """Write the file in the background, now."""
        self.settling.emit()
        self._saving.stop()
        review = self._writable
        if review is None:
            return
        self._background.start(
            review.save, done=lambda _: self._wrote(review), failed=self._could_not_write
        )

    def _wrote(self, review: Review) -> None:
        if review.backup_trouble not in ("", self._told_of_backup):
            self.said.emit(f"The file is saved, but its backup is not. {review.backup_trouble}")
        self._told_of_backup = review.backup_trouble
        if review is not self._review or review.unsaved:
            return  # more was done meanwhile: its own save follows
        self._set_state(Saved.SAVED)

    def _could_not_write(self, error: WorkbenchError) -> None:
        self.trouble = str(error)
        self._set_state(Saved.FAILED)
        self.said.emit(str(error))

    def _set_state(self, state: Saved) -> None:
        self._state = state
        self.saved.emit(state)

    # Letting it go

    def lock(self, reason: str) -> None:
        """Take the review off the screen at once; save and close its record behind the screen."""
        if self._review is None:
            return
        self.settling.emit()
        review = self._let_go()
        self.locked.emit(reason)
        self._background.start(
            review.close,
            done=lambda _: self.put_away.emit(""),
            failed=lambda error: self._kept(review, error),
        )

    def _kept(self, review: Review, error: WorkbenchError) -> None:
        review.abandon()  # the working copy stays, encrypted, and the next opening takes it up
        self.said.emit(str(error))
        self.put_away.emit(str(error))

    def close(self) -> bool:
        """Save and close the review, and wait for it; False, with the reason said, when its file
        cannot be written, and then the review stays open. Where the file was changed elsewhere the
        review is closed all the same: what was typed waits here for the next opening."""
        if self._review is None:
            return True
        self.settling.emit()
        self._saving.stop()
        try:
            self._background.complete(self._review.close)
        except WorkbenchError as error:
            if error.open_again:
                self.abandon()
                self.said.emit(str(error))
                return True
            self._could_not_write(error)
            return False
        self._let_go()
        self.closed.emit()
        return True

    def abandon(self) -> None:
        """Close without the file: everything typed stays in the working copy on this computer."""
        if self._review is None:
            return
        self._background.wait()
        self._let_go().abandon()
        self.closed.emit()

    def _let_go(self) -> Review:
        review = self.record
        self._saving.stop()
        self._review = None
        # Queued behind whatever the worker is still asked, so that nothing is made ready again.
        self._background.start(_forget, done=lambda _: None, failed=lambda _: None)
        return review

    @property
    def _writable(self) -> Review | None:
        return None if self._review is None or self._review.read_only else self._review


def _forget() -> None:
    """Drop what the gate kept ready of the review's names, if it was ever asked."""
    if "workbench.disclosure.finder" in sys.modules:
        load("workbench.disclosure.forgetting", "forget")()


def _change_in(outcome: object) -> Change | None:
    """The change in what an act returned: itself, or the last of ``(fact, change)``."""
    if isinstance(outcome, tuple) and outcome:
        outcome = outcome[-1]
    return outcome if isinstance(outcome, Change) else None
