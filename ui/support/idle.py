"""Idle: how long nobody has touched keyboard or mouse, so that an unattended review locks."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

WARN_BEFORE = 30_000  # milliseconds
MOST_MINUTES = 480
LOOK_EVERY = 2_000  # milliseconds
SLEPT = 30  # seconds by the clock on the wall between two looks: nothing else takes so long
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.HoverMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Says when the time is nearly up, and when it is; and when the computer has slept, which
    stops its timers."""

    nearly = Signal()
    idle = Signal()
    back = Signal()  # somebody touched something after ``nearly``
    slept = Signal()

    def __init__(
        self,
        watched: QObject,
        minutes: int,
        parent: QObject,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """``clock`` is the one on the wall, in seconds: it goes on while the computer sleeps."""
        super().__init__(parent)
        self.minutes = 0
        self._clock, self._looked = clock, clock()
        self._warning, self._end = QTimer(self), QTimer(self)
        for timer in (self._warning, self._end):
            timer.setSingleShot(True)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY)
        self.set_minutes(minutes)
        self._warned = False
        self._watched = watched
        self._warning.timeout.connect(self._warn)
        self._end.timeout.connect(self.idle)
        self._looking.timeout.connect(self.look)

    def set_minutes(self, minutes: int) -> None:
        """Wait for this many minutes: at least one, at most a working day."""
        self.minutes = min(max(minutes, 1), MOST_MINUTES)
        self._end.setInterval(self.minutes * 60_000)
        self._warning.setInterval(self.minutes * 60_000 - WARN_BEFORE)

    def start(self) -> None:
        """Watch from now."""
        if not self._end.isActive():  # a filter sees every event, so there is none before
            self._watched.installEventFilter(self)
        self._looked = self._clock()
        self._looking.start()
        self._begin_again()

    def _begin_again(self) -> None:
        self._warned = False
        self._warning.start()
        self._end.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._watched.removeEventFilter(self)
        for timer in (self._warning, self._end, self._looking):
            timer.stop()

    def look(self) -> bool:
        """Look at the clock; True, and ``slept``, when it has jumped ahead since the last look.
        One that was put back says nothing."""
        now, before = self._clock(), self._looked
        self._looked = now
        if now - before < SLEPT:
            return False
        self.slept.emit()
        return True

    def _warn(self) -> None:
        self._warned = True
        self.nearly.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin again at each touch, unless it is the touch that wakes a computer."""
        if event.type() in _TOUCHES and self._end.isActive():
            if self.look():
                return True
            warned = self._warned
            self._begin_again()
            if warned:
                self.back.emit()
        return super().eventFilter(watched, event)
