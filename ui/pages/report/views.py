"""The views of the report, one at a time, and with whose reading one is compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.support.theme import em
from ui.widgets.controls import ChoiceField
from workbench.report.seen import Beside


class Views(QWidget):
    """A row of buttons, each of which shows one view of the same report."""

    turned = Signal(int)

    def __init__(
        self, views: Sequence[tuple[str, QWidget]], audiences: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(em(self, 11))  # what is higher is scrolled by itself
        self.buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self.others = ChoiceField(empty="Nobody")
        self.others.setAccessibleName("Whose reading it is compared with")
        self.others.setMinimumContentsLength(18)
        self.others.offer(list(audiences))
        row = QHBoxLayout()
        row.setSpacing(em(self, 0.3))
        for number, (name, view) in enumerate(views):
            button = QPushButton(name)
            button.setCheckable(True)
            self._group.addButton(button, number)
            self.buttons.append(button)
            self.stack.addWidget(view)
            row.addWidget(button)
        row.addStretch(1)
        self.compare = QWidget()  # the page finds room for it
        beside = QHBoxLayout(self.compare)
        beside.setContentsMargins(0, 0, 0, 0)
        label = QLabel("Compare &with")
        label.setBuddy(self.others)
        beside.addWidget(label)
        beside.addWidget(self.others)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.4))
        layout.addLayout(row)
        layout.addWidget(self.stack, 1)
        self._group.idClicked.connect(self.turn_to)
        self.buttons[0].setChecked(True)

    def show_view(self, view: QWidget) -> None:
        """Show this view."""
        self.turn_to(self.stack.indexOf(view))

    def turn_to(self, number: int) -> None:
        """Show this view."""
        self.buttons[number].setChecked(True)
        self.stack.setCurrentIndex(number)
        self.compare.setVisible(number == 0)
        self.turned.emit(number)


def fares(readers: str, beside: Beside) -> str:
    """How the readers fare beside the others, in a sentence."""
    others, counted = beside.disclosed.audience.label, beside.compared
    kinds = ((counted.less, "less"), (counted.more, "more"), (counted.other, "something else"))
    told = [f"{what} in {_places(number)}" for number, what in kinds if number]
    if not told:
        return f"{readers} and {_lower(others)} read the same."
    listed = " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
    return f"Beside {_lower(others)}, {_lower(readers)} shows {listed}: underlined here."


def _places(number: int) -> str:
    return "1 place" if number == 1 else f"{number:,} places"


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
