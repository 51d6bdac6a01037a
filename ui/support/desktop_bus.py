"""What a Linux desktop says on its message buses: the screen is locked, the lid shut, sleep near.

The buses are this computer's own; nothing but these questions and signals goes over them.
"""

from __future__ import annotations

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from ui.support.away import Why

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
POWER = "org.freedesktop.UPower"
POWER_PATH = "/org/freedesktop/UPower"
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS = (  # the same signal from each desktop
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
ANSWER_WITHIN = 1_000  # milliseconds


class DesktopBus(QObject):
    """Listens on the session's bus and on the system's; where one is missing it hears nothing."""

    away = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        self._delay: QDBusUnixFileDescriptor | None = None
        self._lid_closed = False
        if self._session.isConnected():
            for name in SCREEN_SAVERS:
                self._hear(self._session, "", name, "ActiveChanged", "_screen(bool)")
        if self._system.isConnected():
            self._hear_system()

    def _hear_system(self) -> None:
        manager = f"{LOGIN}.Manager"
        self._hear(self._system, LOGIN_PATH, manager, "PrepareForSleep", "_sleep(bool)")
        own = self._ask(LOGIN, LOGIN_PATH, manager, "GetSession", "auto")
        if isinstance(own, QDBusObjectPath):
            self._hear(self._system, own.path(), f"{LOGIN}.Session", "Lock", "_locked()")
        self._hear(self._system, POWER_PATH, PROPERTIES, "PropertiesChanged", "_power()")
        self._lid_closed = self._lid_is_closed()
        self._ask_for_delay()

    def _hear(
        self, bus: QDBusConnection, path: str, interface: str, signal: str, slot: str
    ) -> None:
        bus.connect("", path, interface, signal, self, SLOT(slot))  # type: ignore[call-overload] # the stubs ask for bytes, which it refuses

    def settled(self) -> None:
        """Let the computer sleep."""
        self._delay = None  # closing it is the sign

    def _ask_for_delay(self) -> None:
        """Ask that the computer wait a moment before it sleeps, so that the lock is not late."""
        told = ("sleep", "Review Panel Workbench", "Locks the review", "delay")
        given = self._ask(LOGIN, LOGIN_PATH, f"{LOGIN}.Manager", "Inhibit", *told)
        self._delay = given if isinstance(given, QDBusUnixFileDescriptor) else None

    @Slot(bool)
    def _screen(self, locked: bool) -> None:
        if locked:
            self.away.emit(Why.SCREEN)

    @Slot()
    def _locked(self) -> None:
        self.away.emit(Why.SCREEN)

    @Slot(bool)
    def _sleep(self, going: bool) -> None:
        if going:
            self.away.emit(Why.SLEEP)
        elif self._delay is None:
            self._ask_for_delay()

    @Slot()
    def _power(self) -> None:
        before, self._lid_closed = self._lid_closed, self._lid_is_closed()
        if self._lid_closed and not before:
            self.away.emit(Why.LID)

    def _lid_is_closed(self) -> bool:
        told = self._ask(POWER, POWER_PATH, PROPERTIES, "Get", POWER, "LidIsClosed")
        return (told.variant() if isinstance(told, QDBusVariant) else told) is True

    def _ask(self, service: str, path: str, interface: str, method: str, *told: str) -> object:
        """The first thing that is answered, or None where nobody answers."""
        message = QDBusMessage.createMethodCall(service, path, interface, method)
        message.setArguments(list(told))
        answer = self._system.call(message, timeout=ANSWER_WITHIN)
        answered = answer.type() == QDBusMessage.MessageType.ReplyMessage and answer.arguments()
        return answer.arguments()[0] if answered else None
