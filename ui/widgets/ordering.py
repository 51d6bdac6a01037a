"""OrderedPage: a page whose facts stand in an order that the author gives them."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ui.support.commands import Commands
from ui.support.session import Session
from ui.widgets.listing import ListDetailPage
from workbench.model.changes import Change
from workbench.review import Review


class OrderedPage(ListDetailPage):
    """A list whose rows have a ``number``, counted from 1; two buttons move the chosen one."""

    def __init__(self, session: Session, commands: Commands, detail: QWidget) -> None:
        super().__init__(session, commands, detail)
        for text, step in (("Move up", -1), ("Move down", 1)):
            button = QPushButton(text)
            button.setAccessibleName(f"{text} in the order of {self.title.lower()}")
            button.clicked.connect(lambda _=False, step=step: self.move_item(step))
            self.frame.filters.addWidget(button)

    def put_at(self, record: Review, row: Any, index: int) -> Change:
        """Make the row's fact the one at ``index``, counted from 0."""
        raise NotImplementedError

    def move_item(self, step: int) -> None:
        """Move the chosen fact one place."""
        row = self.chosen
        if row is not None:
            self.session.settling.emit()
            place = max(0, row.number - 1 + step)
            self.session.run(lambda record: self.put_at(record, row, place))
