"""Slow work away from the screen: one thread, so that work on a record is done in order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
_Act = Callable[..., object]
_Parcel = tuple["Future[Any]", _Act, _Act, _Act]


class Background(QObject):
    """One worker. What it brings back arrives on the screen's own thread, in order."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False
        self._finished.connect(_arrive, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor  # not before there is work to do

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="workbench")

    def start(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[WorkbenchError], object],
        broke: Callable[[], object] = lambda: None,
    ) -> None:
        """Do ``work`` on the worker, then call ``done`` with what it returned, or ``failed`` with
        an error that can be shown. Any other error is raised on the screen's thread, after
        ``broke`` was called to leave the screen usable."""
        future = self._pool.submit(work)
        future.add_done_callback(lambda finished: self._tell((finished, done, failed, broke)))

    def _tell(self, parcel: _Parcel) -> None:
        if not self._stopped:
            self._finished.emit(parcel)

    def complete(self, work: Callable[[], T]) -> T:
        """Do ``work`` on the worker after all that was started, and wait for what it returns."""
        return self._pool.submit(work).result()

    def wait(self) -> None:
        """Return when everything started so far is finished on the worker."""
        self._pool.submit(int).result()

    def stop(self) -> None:
        """Finish what was started, bring nothing more back, and end the worker."""
        self._stopped = True
        self._pool.shutdown(wait=True)


def _arrive(parcel: _Parcel) -> None:
    future, done, failed, broke = parcel
    error = future.exception()
    if error is None:
        done(future.result())
    elif isinstance(error, WorkbenchError):
        failed(error)
    else:
        broke()
        raise error
