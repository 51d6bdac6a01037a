"""The two choices above the list: what to show, and up to when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ui.support.theme import em
from ui.widgets.field import ChoiceField
from ui.widgets.when_field import DayField
from workbench.questions.since import Moment


class Show(StrEnum):
    """What the list can show, besides what changed since a moment."""

    STEPS = "steps"
    VERSIONS = "versions"
    SINCE_A_DAY = "day"


@dataclass(frozen=True, slots=True)
class Asked:
    """What to show: a view, or the differences between two moments; without ``until``, to now."""

    show: Show | None
    since: Moment | None = None
    day: date | None = None
    until: Moment | None = None

    @property
    def why_nothing(self) -> str:
        """What to do when nothing can be shown for what is asked; empty when that is an answer."""
        if self.show is Show.SINCE_A_DAY and self.day is None:
            return "Type the day above."
        if self.since and self.until and self.until.number < self.since.number:
            return "“Up to” is the earlier of the two moments. Choose a later one."
        return ""


class Choices(QWidget):
    """Says when something else is asked for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._moments: tuple[Moment, ...] = ()
        self.show_what, self.until = ChoiceField(), ChoiceField()
        self.day = DayField(placeholder="Since which day? For example 3 May 2026")
        for control, name in (
            (self.show_what, "What to show"),
            (self.until, "Up to when"),
            (self.day, "Since which day"),
        ):
            control.setAccessibleName(name)
        self.show_what.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.until.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.offer(())
        self.show_what.edited.connect(self._chose)
        self.until.edited.connect(self.changed)
        self.day.edited.connect(self.changed)

    def _lay_out(self) -> None:
        show, self.up_to = QLabel("&Show"), QLabel("&Up to")
        show.setBuddy(self.show_what)
        self.up_to.setBuddy(self.until)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(em(self, 0.3))
        grid.setColumnStretch(1, 1)
        grid.addWidget(show, 0, 0)
        grid.addWidget(self.show_what, 0, 1)
        grid.addWidget(self.day, 1, 1)
        grid.addWidget(self.up_to, 2, 0)
        grid.addWidget(self.until, 2, 1)
        self._fit()

    def offer(self, moments: Sequence[Moment]) -> None:
        """Offer these moments, keeping what is chosen while it is there."""
        self._moments = tuple(moments)
        named = [(f"since {each.name}", f"What changed since {each.name}") for each in moments]
        self.show_what.offer(
            [
                (Show.STEPS.value, "Every step, the newest first"),
                (Show.VERSIONS.value, "Named versions"),
                *named,
                (Show.SINCE_A_DAY.value, "What changed since a day…"),
            ]
        )
        self.until.offer([("", "Now"), *((each.name, each.name) for each in moments)])

    def ask_since(self, name: str) -> None:
        """Choose what changed since the moment of this name."""
        self.show_what.show_value(f"since {name}")
        self._chose()

    def ask(self, show: Show) -> None:
        """Choose one of the views."""
        self.show_what.show_value(show.value)
        self._chose()

    @property
    def asked(self) -> Asked:
        """What is asked for now."""
        chosen = self.show_what.value()
        until = self._named(self.until.value())
        if chosen == Show.SINCE_A_DAY.value:
            day = date.fromisoformat(self.day.value()) if self.day.value() else None
            return Asked(Show.SINCE_A_DAY, day=day, until=until)
        since = self._named(str(chosen).removeprefix("since "))
        return Asked(None, since, until=until) if since else Asked(Show(chosen))

    def _named(self, name: str) -> Moment | None:
        return next((each for each in self._moments if each.name == name), None)

    def _chose(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        compares = self.show_what.value() not in (Show.STEPS.value, Show.VERSIONS.value)
        self.day.setVisible(self.show_what.value() == Show.SINCE_A_DAY.value)
        self.up_to.setVisible(compares and bool(self._moments))
        self.until.setVisible(compares and bool(self._moments))
