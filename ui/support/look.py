"""Look: the settings in use, and the application dressed by them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QApplication

from ui.support import theme
from workbench.settings import Settings, save_settings

SIZES = (80, 90, 100, 110, 125, 150, 175, 200, 225, 250)


class Look:
    """Changes a setting, keeps it, and dresses the application anew."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        self._app = app
        self.settings = settings
        self.dress()

    def dress(self) -> None:
        """Make the application look as the settings say."""
        chosen = self.settings.light
        light = theme.Light(chosen) if chosen in set(theme.Light) else theme.Light.SYSTEM
        percent = min(max(self.settings.text_size, theme.SMALLEST), theme.LARGEST)
        theme.apply(self._app, light=light, percent=percent)

    def change(self, **settings: Any) -> None:
        """Change settings, and keep them."""
        self.settings = replace(self.settings, **settings)
        save_settings(self.settings)
        if settings.keys() & {"light", "text_size"}:
            self.dress()

    def step_text(self, steps: int) -> None:
        """Make text larger or smaller by steps; 0 is the usual size."""
        if steps == 0:
            self.change(text_size=100)
            return
        nearest = min(SIZES, key=lambda size: abs(size - self.settings.text_size))
        at = min(max(SIZES.index(nearest) + steps, 0), len(SIZES) - 1)
        self.change(text_size=SIZES[at])

    def author(self) -> str:
        """The name under which changes are noted: the author's own, or this computer's user."""
        from getpass import getuser  # late: the first window does not wait for it

        return self.settings.author or getuser()
