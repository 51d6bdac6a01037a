"""Whether the panel screen is open, told without knowing anything of it but its name."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

PANEL = "panel-screen"


def is_presenting() -> bool:
    """Whether a room may be looking: while it is, what words stand for is not shown."""
    return any(
        window.objectName() == PANEL and window.isVisible()
        for window in QApplication.topLevelWidgets()
    )
