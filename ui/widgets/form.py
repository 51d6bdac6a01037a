"""Form: fields bound to one fact of the record, written back as they settle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.controls import Control
from ui.widgets.field import Field
from workbench.actions.editing import amend
from workbench.model.facts import Fact


class Form(QWidget):
    """Edits one fact in place. One visit to one field is one step for undo.

    ``add`` binds a control to the fact's field of that name; ``show_fact`` fills every control.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._fact: Fact | None = None
        self._controls: dict[str, Any] = {}
        self._required: dict[str, str] = {}
        self._refusals: dict[str, Callable[[Any], str]] = {}
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(em(self, 0.6))
        session.settling.connect(self.settle)

    def row(self) -> Callable[[QWidget], object]:
        """A place for fields side by side: hand it to ``add`` as ``to``."""
        across = QHBoxLayout()
        across.setSpacing(em(self, 0.6))
        self.column.addLayout(across)
        return lambda field: across.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)

    @property
    def fact(self) -> Fact | None:
        """The fact that is shown."""
        return self._fact

    def add(
        self,
        name: str,
        label: str,
        control: Control,
        *,
        hint: str = "",
        required: str = "",
        refusal: Callable[[Any], str] | None = None,
        to: Callable[[QWidget], object] | None = None,
    ) -> Field:
        """Bind ``control`` to the fact's field ``name``. ``required`` is what to say while it is
        empty, and then it is not written; ``refusal`` says why a value is not, or nothing where it
        is. ``to`` places the field elsewhere than below the last."""
        assert isinstance(control, QWidget)  # noqa: S101 # narrows the protocol to a widget
        field = Field(label, control, hint)
        self.fields[name] = field
        self._controls[name] = control
        if required:
            self._required[name] = required
        if refusal is not None:
            self._refusals[name] = refusal
        control.edited.connect(lambda: self._write(name))
        (to or self.column.addWidget)(field)
        return field

    def show_fact(self, fact: Fact | None) -> None:
        """Fill the fields from this fact. What was being typed for another is written first."""
        other = fact is None or self._fact is None or fact.id != self._fact.id
        if other:
            self.settle()
            for control in self._controls.values():
                control.visit.forget()
        self._fact = fact
        self.setEnabled(fact is not None)
        if fact is None:
            return
        for name, control in self._controls.items():
            control.show_value(getattr(fact, name))
            if other:
                self.fields[name].show_error("")

    def settle(self) -> None:
        """Write now what is still being typed."""
        for control in self._controls.values():
            control.visit.settle()

    def focus(self, name: str) -> None:
        """Put the cursor into this field."""
        control = self._controls[name]
        control.setFocus()
        if hasattr(control, "selectAll"):
            control.selectAll()

    def _write(self, name: str) -> None:
        fact, control = self._fact, self._controls[name]
        if fact is None:
            return
        value = control.value()
        wrong = self._wrong(name, value)
        self.fields[name].show_error(wrong)
        if wrong:
            return
        self.session.run(
            lambda review: amend(review, fact, step=control.visit.step, **{name: value})
        )

    def _wrong(self, name: str, value: Any) -> str:
        """Why this value is not written; empty where it is."""
        missing = self._required.get(name, "") if not value else ""
        refusal = self._refusals.get(name)
        return missing or (refusal(value) if refusal is not None else "")
