"""Cocoa's notification centres, through PyObjC. Imported on macOS alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import new_class
from typing import Any

objc, foundation, appkit = (import_module(name) for name in ("objc", "Foundation", "AppKit"))


@cache  # a class of Objective-C is made once in a process
def _observer_class() -> Any:
    def heard(self: Any, notification: Any) -> None:
        self.told[str(notification.name())]()

    method = objc.selector(heard, selector=b"heard:", signature=b"v@:@")
    inside = {"heard_": method, "__module__": __name__}
    return new_class(
        "WorkbenchObserver", (foundation.NSObject,), exec_body=lambda names: names.update(inside)
    )


class Cocoa:
    """The workspace's centre, and the one that all programs share."""

    def __init__(self) -> None:
        self._shared = foundation.NSDistributedNotificationCenter.defaultCenter()
        self._workspace = appkit.NSWorkspace.sharedWorkspace().notificationCenter()
        self._observer = _observer_class().alloc().init()  # the centres do not keep it alive
        self._observer.told = {}
        # Behind other windows macOS would slow the program's timers, and idle time with them.
        self._process = foundation.NSProcessInfo.processInfo()
        self._unslowed = self._process.beginActivityWithOptions_reason_(
            foundation.NSActivityUserInitiatedAllowingIdleSystemSleep, "Locks a review in time"
        )

    def hear(self, name: str, told: Callable[[], None]) -> None:
        """Have ``told`` called, on the screen's thread, when this is posted."""
        of_workspace = getattr(appkit, name, None)
        self._observer.told[of_workspace or name] = told
        if of_workspace is not None:
            self._workspace.addObserver_selector_name_object_(
                self._observer, b"heard:", of_workspace, None
            )
            return
        at_once = foundation.NSNotificationSuspensionBehaviorDeliverImmediately
        # Otherwise it waits until the program is in front again, which is after the unlocking.
        self._shared.addObserver_selector_name_object_suspensionBehavior_(
            self._observer, b"heard:", name, None, at_once
        )

    def end(self) -> None:
        """Hear nothing more."""
        self._process.endActivity_(self._unslowed)
        self._workspace.removeObserver_(self._observer)
        self._shared.removeObserver_(self._observer)
