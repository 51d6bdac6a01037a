"""Taking in an agency's paper: chosen, read, shown, and only then added to the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.pages.chronology.paper_password import PaperPassword
from ui.pages.chronology.paper_preview import PaperPreview
from ui.support.lazy import load
from ui.support.session import Session
from workbench.actions.agencies import agency_called
from workbench.errors import BadInput, WorkbenchError
from workbench.model.agencies import Agency
from workbench.model.changes import Change
from workbench.review import Review

if TYPE_CHECKING:  # reading Word is slow to load, and waits until a paper is chosen
    from workbench.intake.proposal import Proposal

PAPERS = "Word, Excel and text papers (*.docx *.xlsx *.csv *.tsv *.txt);;All files (*)"


class Papers(QObject):
    """The way of a paper into the chronology."""

    said = Signal(str)  # why it cannot be read
    wanted = Signal()  # the password of a protected paper
    shown = Signal()
    left = Signal()
    taken = Signal(str)  # what was added

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.preview = PaperPreview(session)
        self.preview.accepted.connect(self._take_in)
        self.preview.left.connect(self._leave)
        self.password = PaperPassword()
        self.password.given.connect(self.read)
        self.password.left.connect(self._leave)

    def choose(self, window: QWidget) -> None:
        """Let the author choose a paper."""
        chosen, _ = QFileDialog.getOpenFileName(
            window, "Take in a chronology", str(Path.home()), PAPERS
        )
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path, password: str = "") -> None:
        """Read a paper on the worker and show what is in it; the record is not touched."""
        propose = load("workbench.intake.proposal", "propose")

        def failed(error: WorkbenchError) -> None:
            if isinstance(error, load("workbench.intake.protected", "PasswordWanted")):
                self.password.ask(path, str(error))
                self.wanted.emit()
            else:
                self.left.emit()
                self.said.emit(str(error))

        self.said.emit(f"Reading {path.name}…")
        self._session.ask(
            lambda _: propose(_bytes_of(path), path.name, password=password),
            done=self._show,
            failed=failed,
        )

    def _show(self, proposal: Proposal) -> None:
        self.password.forget()
        self.preview.show_proposal(proposal)
        self.shown.emit()

    def _leave(self) -> None:
        self.preview.forget()
        self.password.forget()
        self.left.emit()

    def _take_in(self, proposal: Proposal, agency: str, new_agency: str) -> None:
        import_chronology = load("workbench.actions.chronology_import", "import_chronology")

        def act(review: Review) -> Change:
            sender = agency_called(review, new_agency) if new_agency else review.get(Agency, agency)
            change: Change = import_chronology(review, proposal, sender)
            return change

        if self._session.run(act) is not None:
            count = len(proposal.entries)
            self.preview.forget()
            self.taken.emit(f"Took in {count:,} {'entry' if count == 1 else 'entries'}.")


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read: {error.strerror}.") from None
