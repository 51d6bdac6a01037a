"""macOS: what its notification centres post locks the review, and sleep waits for that. Cocoa is
played by stand-ins that keep to Apple's and PyObjC's documentation; no Mac was at hand."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.shell.window import MainWindow
from ui.support.away import Why, watch_system
from ui.support.mac_notifications import LOCKED, WORKSPACE, MacNotifications, watch

AT_ONCE = 4  # NSNotificationSuspensionBehaviorDeliverImmediately
NOT_SLOWED = 15728639  # NSActivityUserInitiatedAllowingIdleSystemSleep


class Posted:
    """A stand-in for the centres: a test posts what macOS would."""

    def __init__(self) -> None:
        self.heard: dict[str, Callable[[], None]] = {}

    def hear(self, name: str, told: Callable[[], None]) -> None:
        self.heard[name] = told

    def post(self, name: str) -> None:
        self.heard[name]()

    def end(self) -> None:
        self.heard.clear()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("com.apple.screenIsLocked", Why.SCREEN),
        ("NSWorkspaceScreensDidSleepNotification", Why.DARK),
        ("NSWorkspaceSessionDidResignActiveNotification", Why.SWITCHED),
        ("NSWorkspaceWillSleepNotification", Why.SLEEP),
    ],
)
def test_each_notification_gives_its_reason(qtbot: QtBot, name: str, why: Why) -> None:
    parent, posted, heard = QObject(), Posted(), []
    watching = MacNotifications(parent, posted, hold=1)
    watching.away.connect(heard.append)
    posted.post(name)
    assert heard == [why]
    assert set(posted.heard) == {LOCKED, *WORKSPACE}


def test_only_sleep_holds_macos_up(qtbot: QtBot) -> None:
    parent, posted, late = QObject(), Posted(), []
    watching = MacNotifications(parent, posted)

    def put_away() -> None:
        late.append("put away")
        watching.settled()

    watching.away.connect(lambda _: QTimer.singleShot(1, put_away))
    posted.post(LOCKED)
    assert late == []
    posted.post("NSWorkspaceWillSleepNotification")
    assert late


def test_the_record_is_closed_before_macos_may_sleep(working: MainWindow) -> None:
    posted, record = Posted(), working.session.record
    working.locking.hear_system(lambda window: MacNotifications(window, posted))
    closed: list[str] = []
    close = record.close
    record.close = lambda: (close(), closed.append("closed"))  # type: ignore[method-assign]
    posted.post("NSWorkspaceScreensDidSleepNotification")
    assert working.workspace is None
    posted.post("NSWorkspaceWillSleepNotification")  # returns only now
    assert closed == ["closed"]
    assert working.entrance.unlock.reason.text() == Why.DARK


def test_with_nothing_open_macos_sleeps_at_once(window: MainWindow) -> None:
    posted, late = Posted(), []
    window.locking.hear_system(lambda given: MacNotifications(given, posted))
    QTimer.singleShot(0, lambda: late.append("waited"))
    posted.post("NSWorkspaceWillSleepNotification")
    assert late == []


def test_nothing_is_heard_once_the_application_ends(qtbot: QtBot) -> None:
    parent, posted = QObject(), Posted()
    watching = MacNotifications(parent, posted)
    application = QCoreApplication.instance()
    assert application is not None
    application.aboutToQuit.emit()
    assert posted.heard == {}
    watching.settled()


class Centre:
    """NSNotificationCenter, and NSDistributedNotificationCenter when ``distributed``."""

    def __init__(self, distributed: bool = False) -> None:
        self.observers: list[tuple[Any, bytes, str]] = []
        self.suspended = distributed  # as AppKit leaves it while the program is not in front
        if distributed:
            self.addObserver_selector_name_object_suspensionBehavior_ = self._add_with

    def addObserver_selector_name_object_(
        self, observer: Any, selector: bytes, name: str, _sender: object
    ) -> None:
        self.observers.append((observer, selector, "" if self.suspended else name))

    def _add_with(
        self, observer: Any, selector: bytes, name: str, _sender: object, behaviour: int
    ) -> None:
        assert behaviour == AT_ONCE
        self.observers.append((observer, selector, name))

    def removeObserver_(self, observer: Any) -> None:
        self.observers = [each for each in self.observers if each[0] is not observer]

    def post(self, name: str) -> int:
        told = [each for each in self.observers if each[2] == name]
        for observer, selector, _ in told:
            method = getattr(observer, selector.decode().replace(":", "_"))
            assert method(SimpleNamespace(name=lambda: name)) is None
        return len(told)


class NSObject:
    @classmethod
    def alloc(cls) -> Any:
        return cls()

    def init(self) -> Any:
        return self


@pytest.fixture
def cocoa(monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """PyObjC's three modules, as far as they are used."""
    shared, own = Centre(distributed=True), Centre()
    activities: list[tuple[int, str]] = []

    def begin(options: int, reason: str) -> tuple[int, str]:
        activities.append((options, reason))
        return activities[-1]

    process = SimpleNamespace(
        beginActivityWithOptions_reason_=begin, endActivity_=activities.remove
    )
    modules: dict[str, dict[str, object]] = {
        "objc": {"selector": lambda function, *, selector, signature: function},
        "Foundation": {
            "NSObject": NSObject,
            "NSDistributedNotificationCenter": SimpleNamespace(defaultCenter=lambda: shared),
            "NSNotificationSuspensionBehaviorDeliverImmediately": AT_ONCE,
            "NSProcessInfo": SimpleNamespace(processInfo=lambda: process),
            "NSActivityUserInitiatedAllowingIdleSystemSleep": NOT_SLOWED,
        },
        "AppKit": {
            "NSWorkspace": SimpleNamespace(
                sharedWorkspace=lambda: SimpleNamespace(notificationCenter=lambda: own)
            ),
            **{name: f"constant of {name}" for name in WORKSPACE},
        },
    }
    for name, inside in modules.items():
        made = ModuleType(name)
        made.__dict__.update(inside)
        monkeypatch.setitem(sys.modules, name, made)
    monkeypatch.delitem(sys.modules, "ui.support.cocoa", raising=False)
    yield SimpleNamespace(shared=shared, own=own, activities=activities)
    sys.modules.pop("ui.support.cocoa", None)


def test_cocoa_is_asked_for_the_right_things_at_the_right_centre(
    qtbot: QtBot, cocoa: SimpleNamespace
) -> None:
    window, heard = QWidget(), []
    qtbot.addWidget(window)
    watching = watch(window)
    assert watching is not None
    watching.away.connect(heard.append)
    watching.away.connect(lambda _: watching.settled())
    assert [options for options, _ in cocoa.activities] == [NOT_SLOWED]
    assert cocoa.shared.post(LOCKED) == 1  # although the program is not in front
    for name in WORKSPACE:
        assert cocoa.own.post(f"constant of {name}") == 1
    assert heard == [Why.SCREEN, *WORKSPACE.values()]
    watching.end()
    assert (cocoa.shared.observers, cocoa.own.observers) == ([], [])
    assert cocoa.activities == []


def test_where_pyobjc_is_missing_the_window_listens_to_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setitem(sys.modules, "objc", None)
    assert watch_system(window) is None
