"""Idle: how long nobody has touched keyboard or mouse, so that an unattended review locks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

WARN_BEFORE = 30_000  # milliseconds
MOST_MINUTES = 480
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
    """Says when the time is nearly up, and when it is."""

    nearly = Signal()
    idle = Signal()
    back = Signal()  # somebody touched something after ``nearly``

    def __init__(self, watched: QObject, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self.minutes = 0
        self._warning, self._end = QTimer(self), QTimer(self)
        for timer in (self._warning, self._end):
            timer.setSingleShot(True)
        self.set_minutes(minutes)
        self._warned = False
        self._watched = watched
        self._warning.timeout.connect(self._warn)
        self._end.timeout.connect(self.idle)

    def set_minutes(self, minutes: int) -> None:
        """Wait for this many minutes: at least one, at most a working day."""
        self.minutes = min(max(minutes, 1), MOST_MINUTES)
        self._end.setInterval(self.minutes * 60_000)
        self._warning.setInterval(self.minutes * 60_000 - WARN_BEFORE)

    def start(self) -> None:
        """Watch from now."""
        if not self._end.isActive():  # a filter sees every event, so there is none before
            self._watched.installEventFilter(self)
        self._begin_again()

    def _begin_again(self) -> None:
        self._warned = False
        self._warning.start()
        self._end.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._watched.removeEventFilter(self)
        self._warning.stop()
        self._end.stop()

    def _warn(self) -> None:
        self._warned = True
        self.nearly.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin again at each touch."""
        if event.type() in _TOUCHES and self._end.isActive():
            warned = self._warned
            self._begin_again()
            if warned:
                self.back.emit()
        return super().eventFilter(watched, event)
