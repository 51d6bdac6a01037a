"""The disclosure log: what left the record and what was refused, to be looked at and printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from ui.pages.register.saying import moment, short
from ui.support.commands import Commands
from ui.support.session import Session
from ui.support.theme import em, tones
from ui.widgets.headings import Quiet, SectionTitle
from ui.widgets.listing import ListDetailPage
from ui.widgets.rows import Column
from workbench.disclosure.log import REFUSED, log_of
from workbench.errors import WorkbenchError
from workbench.model.facts import Topic
from workbench.model.releases import LoggedRelease
from workbench.report.log_document import (
    audience_called,
    described,
    entry_in_words,
    output_called,
    write_log,
)
from workbench.report.release import Release
from workbench.review import Review


class EntryView(QWidget):
    """One entry in full."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The entry of the log")
        self.title = SectionTitle()
        self.at, self.about, self.done = Quiet(), QLabel(), QLabel()
        self.mark = Quiet()
        self.mark.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.6))
        for label in (self.title, self.at, self.about, self.done, self.mark):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)

    def show_entry(self, entry: LoggedRelease | None) -> None:
        """Fill it."""
        if entry is None:
            for label in (self.title, self.at, self.about, self.done, self.mark):
                label.clear()
            return
        self.title.setText(described(entry)[0])
        self.at.setText(moment(entry.at))
        self.about.setText("\n".join(described(entry)[1:]))
        self.done.setText("\n".join(entry_in_words(entry)))
        halves = f"{entry.file_hash[:32]}\n{entry.file_hash[32:]}"
        self.mark.setText(f"Fingerprint (SHA-256):\n{halves}" if entry.file_hash else "")


class LogListing(ListDetailPage):
    """Every entry, the newest first."""

    topics = frozenset({Topic.RELEASES})
    title = "Log"
    noun = "entry"
    add_text = "Write it for the board…"
    empty = (
        "Nothing has left the record yet. Each report that leaves, and each that is refused, is "
        "noted here in counts and kinds, without a name."
    )
    columns = (
        Column("When", lambda one: short(one.at), 21),
        Column("What", lambda one: output_called(one.output).capitalize()),
        Column("For", lambda one: one.recipient or audience_called(one.audience), 26),
        Column(
            "Outcome",
            lambda one: "Left" if one.released else "▲ Refused",
            12,
            lambda one: None if one.released else tones().risk,
        ),
    )

    def __init__(self, session: Session, commands: Commands) -> None:
        self.entry = EntryView()
        super().__init__(session, commands, self.entry)
        self.frame.delete_button.hide()

    def facts(self, record: Review, text: str) -> Sequence[LoggedRelease]:
        """The entries that hold these words."""
        return [one for one in log_of(record) if _holds(one, text.casefold().split())]

    def show_fact(self, fact: LoggedRelease | None) -> None:
        """Show the entry."""
        self.entry.show_entry(fact)

    def delete_item(self) -> None:
        """Nothing is taken out of the log."""
        self.notice.say("The log is kept as it is: nothing can be taken out of it.")

    def edit_main(self) -> None:
        """Show the entry where the list is shown alone."""
        self.frame.show_detail()

    def new_item(self) -> None:
        """Write the log for the board."""
        self.write()

    def write(self, path: Path | None = None) -> None:
        """Write the log as a Word document, at a place that is asked for when not given."""
        target = path or self._ask_where()
        if target is None:
            return
        self.frame.add_button.setEnabled(False)
        self.session.ask(
            lambda record: write_log(record, target), done=self._written, failed=self._refused
        )

    def _written(self, done: Release) -> None:
        self.frame.add_button.setEnabled(True)
        self.session.run(lambda _: done.change)
        told = " ".join(done.told)
        self.notice.say(f"The log is written, without a name, in {done.path.name}. {told}".strip())

    def _refused(self, error: WorkbenchError) -> None:
        self.frame.add_button.setEnabled(True)
        self.session.run(lambda _: REFUSED)
        self.notice.say(str(error))

    def _ask_where(self) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(
            self, "Write the disclosure log", "disclosure-log.docx", "Word documents (*.docx)"
        )
        return Path(name) if name else None


def _holds(one: LoggedRelease, wanted: list[str]) -> bool:
    outcome = "left" if one.released else "refused"
    whole = " ".join((*described(one), moment(one.at), outcome)).casefold()
    return all(word in whole for word in wanted)
