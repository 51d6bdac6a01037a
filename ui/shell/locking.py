"""When the review is locked: idle for too long, the author gone, the computer asleep."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.support.away import AwayWatch, Why, watch_system
from ui.support.idle import IdleWatch
from ui.support.look import Look
from ui.support.session import Session


class Locking(QObject):
    """Watches while a review is open, and locks it with the reason. It never asks first."""

    nearly = Signal(str)  # what is said half a minute before
    put_off = Signal()
    left_alone = Signal()  # the same, while nothing is open

    def __init__(self, session: Session, appearance: Look, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._look, self._window = session, appearance, window
        self._away: AwayWatch | None = None
        self._putting_away = False  # a record is being saved and closed behind the screen
        self._always = False  # whether to watch while nothing is open too
        self.label = QLabel()
        app = QApplication.instance()
        assert app is not None  # noqa: S101 # there is no window without an application
        self.idle = IdleWatch(app, appearance.settings.lock_after, self)
        self.idle.nearly.connect(self._warn)
        self.idle.back.connect(self.put_off)
        self.idle.idle.connect(lambda: self._leave(f"Locked after {self._time} without use."))
        self.idle.slept.connect(lambda: self._leave(Why.SLEPT))
        session.locked.connect(lambda _: self._begin_to_put_away())
        session.put_away.connect(lambda _: self._end_putting_away())

    def hear_system(self, watch: Callable[[QWidget], AwayWatch | None] = watch_system) -> None:
        """Lock also when the system says that the author has left."""
        self._away = watch(self._window)
        if self._away is not None:
            self._away.away.connect(self._leave)
        self._always = True
        self.idle.start()

    def _leave(self, why: str) -> None:
        if self._session.review is None:
            self.left_alone.emit()  # what was typed at the entrance need not stay there
            self._settled()
            if self._always:
                self.idle.start()
        else:
            self.lock(why)

    def _begin_to_put_away(self) -> None:
        self._putting_away = True

    def _end_putting_away(self) -> None:
        self._putting_away = False
        self._settled()

    def _settled(self) -> None:
        """Let the computer sleep, unless a lock that began before is still at work: the lid tells
        first, and sleep a moment later."""
        if self._away is not None and not self._putting_away:
            self._away.settled()

    def lock(self, reason: str) -> None:
        """Take everything off the screen now."""
        self._session.lock(reason)

    def begin(self) -> None:
        """Watch: a review was opened."""
        self.idle.start()
        self.label.setText(f"Locks after {self._time} without use")

    def end(self) -> None:
        """No review is open any more."""
        self.idle.stop()
        if self._always:
            self.idle.start()
        self.label.clear()

    def set_minutes(self, minutes: int) -> None:
        """Lock after this long without use, from now on."""
        self._look.change(lock_after=minutes)
        self.idle.set_minutes(minutes)
        if self._session.review is not None:
            self.begin()
        elif self._always:
            self.idle.start()

    @property
    def _time(self) -> str:
        return "1 minute" if self.idle.minutes == 1 else f"{self.idle.minutes} minutes"

    def _warn(self) -> None:
        self.nearly.emit("Nobody has used the workbench for a while. It locks in 30 seconds.")
