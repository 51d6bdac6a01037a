"""A time as it was written, and below it how it was understood."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.support.theme import look
from ui.widgets.controls import LineField
from ui.widgets.headings import Quiet
from workbench.intake.dates import understand
from workbench.intake.wording import in_words
from workbench.model.when import UNDATED, Precision, When


class WhenField(QWidget):
    """Takes "22.05.16, am" or "early March 2024" as it is, and says what that was taken to be."""

    edited = Signal()

    def __init__(self, *, placeholder: str = "For example 22 May 2016, about 11.40am") -> None:
        super().__init__()
        self.line = LineField(placeholder=placeholder)
        self.visit = self.line.visit
        self.understood = Quiet()
        self._when = UNDATED
        self.setFocusProxy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.understood)
        self.line.textEdited.connect(self._read)
        self.line.edited.connect(self.edited)
        self._say("", valid=True)

    def setAccessibleName(self, name: str) -> None:
        """The line is what has the focus, so it is the line that says its name."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def value(self) -> When:
        """The time as written and as understood."""
        return self._when

    def show_value(self, value: When) -> None:
        """Show this time, unless another is being typed."""
        if self.visit.unsettled or (value == self._when and value.text == self.line.value()):
            return
        self._when = value
        self.line.show_value(value.text or (in_words(value) if value.dated else ""))
        self._say(in_words(value) if value.dated else "", valid=True)

    def _read(self, text: str) -> None:
        """Understand what is typed as it is typed."""
        if not text.strip():
            self._when = UNDATED
            self._say("", valid=True)
            return
        found = understand(text.strip())
        self._when = found.when
        said = in_words(found.when) if found.when.dated else "No date understood; kept as written"
        if found.message:
            said = f"{said}. {found.message}"
        self._say(said, valid=found.valid)

    def _say(self, text: str, *, valid: bool) -> None:
        if valid and text == self.line.value():
            text = ""  # said already
        self.understood.setText(f"Understood as: {text}" if text and valid else text)
        self.understood.setVisible(bool(text))
        look(self.understood, "muted" if valid else "error")
        self.line.setAccessibleDescription(self.understood.text())


class DayField(QWidget):
    """Takes a day however it is written, and holds it as an ISO day; anything else is said to be
    no day, and is not taken."""

    edited = Signal()

    def __init__(self, *, placeholder: str = "A day") -> None:
        super().__init__()
        self.line = LineField(placeholder=placeholder)
        self.visit = self.line.visit
        self.wrong = Quiet()
        look(self.wrong, "error")
        self.wrong.hide()
        self._day = ""
        self.setFocusProxy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.wrong)
        self.line.edited.connect(self._read)
        self.line.editingFinished.connect(self._tidy)

    def setAccessibleName(self, name: str) -> None:
        """The line is what has the focus, so it is the line that says its name."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def value(self) -> str:
        """The day as the record keeps it, or ""."""
        return self._day

    def show_value(self, value: str) -> None:
        """Show this day, unless another is being typed or is typed wrongly."""
        if self.visit.unsettled or (value == self._day and not self.wrong.isHidden()):
            return
        changed = value != self._day
        self._day = value
        if changed or not self.line.hasFocus():
            self.line.show_value(_said(value))
            self._say("")

    def _read(self) -> None:
        text = self.line.value()
        found = understand(text).when if text else UNDATED
        if text and (found.precision is not Precision.DAY or found.start is None):
            self._say("This is not one day. Type a day, such as 31 March 2026, or leave it empty.")
            return
        self._say("")
        day = found.start.isoformat() if found.start else ""
        if day != self._day:
            self._day = day
            self.edited.emit()

    def _tidy(self) -> None:
        if self.wrong.isHidden():
            self.line.show_value(_said(self._day))

    def _say(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
        self.line.setAccessibleDescription(text)


def _said(day: str) -> str:
    return in_words(When(precision=Precision.DAY, start=_date(day), end=_date(day))) if day else ""


def _date(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
