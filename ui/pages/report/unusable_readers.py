"""Which of the author's own readers are not offered, and what is wrong with their files."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.widgets.headings import Quiet
from workbench.disclosure.audiences import audience_faults


class UnusableReaders(Quiet):
    """Not in the way while every file of readers can be used."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def refresh(self) -> None:
        """Look at the files again."""
        faults = audience_faults()
        self.setText("Not among the readers:\n" + "\n".join(faults) if faults else "")
        self.setVisible(bool(faults))
