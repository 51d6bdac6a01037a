"""Which screen the room looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QScreen


@dataclass(frozen=True, slots=True)
class Choice:
    """The room's screen, or None with the reason why there is none, for the author."""

    screen: QScreen | None
    reason: str = ""


def identity(screen: QScreen) -> str:
    """What makes a screen the same one tomorrow: not its number, which changes as it is plugged."""
    parts = (screen.manufacturer(), screen.model(), screen.serialNumber())
    return "/".join(part.strip() for part in parts) if any(parts) else screen.name()


def room_screen(screens: Sequence[QScreen], author: QScreen | None, remembered: str = "") -> Choice:
    """The screen that the room looks at: the one used last time if it is here and is not the
    author's own, otherwise the first that shows something else than the author's."""
    others = [
        screen
        for screen in screens
        if screen is not author and (author is None or screen.geometry() != author.geometry())
    ]
    known = [screen for screen in others if remembered and identity(screen) == remembered]
    if known or others:
        return Choice((known or others)[0])
    if len(screens) > 1:
        return Choice(
            None,
            "The screens show the same picture, so the room would see your work. The panel page is "
            "open as a window. Set the screens to extend, not to mirror, and press F5 again.",
        )
    return Choice(
        None,
        "There is only one screen, so the panel page is open as a window. "
        "Connect the projector and press F5 again to fill its screen.",
    )
