"""Writing the document that is chosen: the button, where to, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton

from ui.support.session import Session
from ui.support.theme import look
from ui.widgets.notice import NoticeBar
from workbench.disclosure.log import REFUSED
from workbench.errors import WorkbenchError
from workbench.report.file_names import suggested_name
from workbench.report.order import ReleaseOrder
from workbench.report.outputs import OUTPUTS, SLIDES
from workbench.report.release import Release, release
from workbench.report.release_each import release_each
from workbench.report.stages import Stages, Stopped

WRITE = "Write Word report…"


class WriteButton(QPushButton):
    """Writes what is wanted when it is pressed, and says in the page's notice what came of it."""

    written = Signal()
    stage = Signal(str)  # from the worker

    def __init__(
        self, session: Session, wanted: Callable[[], ReleaseOrder], notice: NoticeBar
    ) -> None:
        super().__init__(WRITE)
        look(self, "main")
        self._session, self._wanted, self._notice = session, wanted, notice
        self.clicked.connect(lambda: self.write())
        self._stop = Event()
        self.stage.connect(self._say_stage)

    def write(self, path: Path | None = None) -> None:
        """Write to ``path``, asked for when not given, and say where it is."""
        self._session.settling.emit()
        order = self._wanted()
        target = path or self._ask_where(order)
        if target is None:
            return
        self.setEnabled(False)
        self.setText("Writing…")
        self._stop.clear()
        stages = Stages(self.stage.emit, self._stop.is_set)
        self._session.ask(
            lambda record: release(record, order, target, stages=stages),
            done=self._say_done,
            failed=self._say_refused,
        )

    def write_each(self, folder: Path | None = None) -> None:
        """Write a file for each agency into ``folder``, asked for when not given."""
        self._session.settling.emit()
        order = self._wanted()
        if not OUTPUTS[order.output].about:
            self._notice.say("This document is about the whole review. There is one of it.")
            return
        target = folder or self._ask_folder()
        if target is None:
            return
        self.setEnabled(False)
        self.setText("Writing…")
        self._session.ask(
            lambda record: list(release_each(record, order, target)),
            done=self._say_each,
            failed=self._say_refused,
        )

    def _ask_folder(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, "A folder for the files")
        return Path(chosen) if chosen else None

    def _say_each(self, done: list[tuple[str, Release]]) -> None:
        self.written.emit()
        for _, one in done:
            self._note(one)
        whose = "; ".join(f"{one.path.name} is for {name}" for name, one in done)
        self._ready(
            f"{len(done)} files are written and were looked through: no name was found. {whose}.",
            done[0][1].path,
        )

    def _note(self, done: Release) -> None:
        self._session.run(lambda _: done.change)  # the log has a new entry, to be saved and shown

    def _say_stage(self, said: str) -> None:
        """Say how far it has come, with a way to stop; nothing of it where it is over already."""
        if not self.isEnabled():
            self._notice.say(said, act="Stop", run=self.stop)

    def stop(self) -> None:
        """Stop writing at the next stage. Nothing is left behind."""
        self._stop.set()

    def _ask_where(self, order: ReleaseOrder) -> Path | None:
        output = OUTPUTS[order.output]
        kind = "PowerPoint slides" if output.ending == SLIDES else "Word documents"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            "Write the report",
            suggested_name(
                self._session.record,
                order.output,
                recipient=order.recipient,
                changes=order.between is not None,
            ),
            f"{kind} (*{output.ending})",
        )
        return Path(chosen) if chosen else None

    def _say_done(self, done: Release) -> None:
        self.written.emit()
        self._session.run(lambda _: done.change)
        told = " ".join(done.told)
        self._ready(
            f"The report is written and was looked through: no name was found. It is in "
            f"{done.path.name}. {told}".strip(),
            done.path,
        )

    def _say_refused(self, error: WorkbenchError) -> None:
        if isinstance(error, Stopped):
            self._ready(str(error))
            return
        self._session.run(lambda _: REFUSED)  # the log has a new entry, to be saved and shown
        self._ready(str(error))

    def _ready(self, said: str, written: Path | None = None) -> None:
        self.setText(WRITE)
        self.setEnabled(True)
        if written is None:
            self._notice.say(said)
        else:
            folder = written.absolute().parent
            self._notice.say(said, act="Show in folder", run=lambda: self._show_folder(folder))

    def _show_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._notice.say("The folder could not be shown. Open it in your file browser instead.")
