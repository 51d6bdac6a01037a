"""Taking in an agency's paper: chosen, read, shown, and only then added to the record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.pages.chronology.paper_preview import PaperPreview
from ui.support.lazy import load
from ui.support.session import Session
from workbench.actions.agencies import add_agency
from workbench.errors import BadInput, WorkbenchError
from workbench.model.agencies import Agency
from workbench.model.changes import Change
from workbench.model.ids import AgencyId
from workbench.review import Review

PAPERS = "Word, Excel and text papers (*.docx *.xlsx *.csv *.tsv *.txt);;All files (*)"


class Papers(QObject):
    """The way of a paper into the chronology."""

    said = Signal(str)  # why it cannot be read
    shown = Signal()
    left = Signal()
    taken = Signal(str)  # what was added

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.preview = PaperPreview(session)
        self.preview.accepted.connect(self._take_in)
        self.preview.left.connect(self._leave)

    def choose(self, window: QWidget) -> None:
        """Let the author choose a paper."""
        chosen, _ = QFileDialog.getOpenFileName(
            window, "Take in a chronology", str(Path.home()), PAPERS
        )
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a paper and show what is in it; the record is not touched."""
        try:
            proposal = load("workbench.intake.proposal", "propose")(_bytes_of(path), path.name)
        except WorkbenchError as error:
            self.said.emit(str(error))
            return
        self.preview.show_proposal(proposal)
        self.shown.emit()

    def _leave(self) -> None:
        self.preview.forget()
        self.left.emit()

    def _take_in(self, proposal: Any, agency: str, new_agency: str) -> None:
        import_chronology = load("workbench.actions.chronology_import", "import_chronology")
        if new_agency:
            made = self._session.run(lambda review: _agency_called(review, new_agency))
            if made is None:
                return
            agency = made[0].id
        change: Change | None = self._session.run(
            lambda review: import_chronology(review, proposal, AgencyId(agency))
        )
        if change is not None:
            count = len(proposal.entries)
            self.preview.forget()
            self.taken.emit(f"Took in {count:,} {'entry' if count == 1 else 'entries'}.")


def _agency_called(review: Review, name: str) -> tuple[Agency, Change | None]:
    """The agency of this name, or one of that name added."""
    for agency in review.all(Agency):
        if name.casefold() in {form.casefold() for form in (agency.name, *agency.aliases)}:
            return agency, None
    return add_agency(review, name=name)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read: {error.strerror}.") from None
