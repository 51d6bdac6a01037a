"""Holding up the system's sleep: macOS and Windows wait while a program handles what they told it,
so what has to be put away is put away within."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer


class Holding:
    """Returns to the system only when all is put away, or when it would wait no longer."""

    def __init__(self, most: int) -> None:
        """``most`` is how long to hold, in milliseconds."""
        self._most = most
        self._put_away = True
        self._loop: QEventLoop | None = None

    def until_settled(self, tell: Callable[[], object]) -> None:
        """Call ``tell``, then let the window work until :meth:`settled` is called."""
        self._put_away = False
        tell()
        if self._put_away or self._loop is not None:  # one that already waits waits for both
            return
        self._loop = QEventLoop()
        end = QTimer(self._loop)
        end.setSingleShot(True)
        end.timeout.connect(self._loop.quit)
        end.start(self._most)
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._loop = None

    def settled(self) -> None:
        """All is put away."""
        self._put_away = True
        if self._loop is not None:
            self._loop.quit()
