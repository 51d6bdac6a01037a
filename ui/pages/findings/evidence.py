"""The evidence tray: what a finding rests on, and the chronology to pick more from."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.pages.findings.entry_list import EntryList
from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.headings import Quiet, SectionTitle
from workbench.actions.editing import amend, remove
from workbench.actions.findings import link_evidence
from workbench.intake.wording import in_words
from workbench.model.agencies import Agency, Contribution
from workbench.model.chronology import Entry, EntryQuery
from workbench.model.findings import Evidence, Finding
from workbench.questions.evidence import weight_of
from workbench.resources import label_of

SEARCH_AFTER = 150
SHOWN = 200


class Tray(QWidget):
    """What one finding rests on: each link with its bearing, and a search to add more."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._finding: Finding | None = None
        self.weight = Quiet()
        self.links = QVBoxLayout()
        self.links.setSpacing(em(self, 0.4))
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find entries by their words")
        self.search.setAccessibleName("Find entries to link as evidence")
        self.entries = EntryList(self._fetch, self._count, self)
        self.list = QListView()
        self.list.setModel(self.entries)
        self.list.setAccessibleName("Entries that can be linked")
        self.list.setWordWrap(True)
        self.list.setUniformItemSizes(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(em(self, 9))
        self.supports = QPushButton("Link as s&upporting")
        self.contradicts = QPushButton("Link as c&ontradicting")
        self.supports.clicked.connect(lambda: self.link(supports=True))
        self.contradicts.clicked.connect(lambda: self.link(supports=False))
        self.list.activated.connect(lambda _: self.link(supports=True))
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(SEARCH_AFTER)
        self._typed.timeout.connect(self._ask)
        self.search.textEdited.connect(lambda _: self._typed.start())
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, em(self, 0.4), 0, 0)
        layout.setSpacing(em(self, 0.5))
        layout.addWidget(SectionTitle("Evidence"))
        layout.addWidget(self.weight)
        layout.addLayout(self.links)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        row = QHBoxLayout()
        row.addWidget(self.supports)
        row.addWidget(self.contradicts)
        row.addStretch(1)
        layout.addLayout(row)

    def show_finding(self, finding: Finding | None) -> None:
        """Show what this finding rests on."""
        self._finding = finding
        _empty(self.links)
        if finding is None:
            return
        record = self._session.record
        self.weight.setText(weight_of(record, finding.id).sentence)
        links = record.where(Evidence, finding=finding.id)
        for link in links:
            self.links.addWidget(self._row(link))
        self.entries.set_linked({str(one.entry): one.supports for one in links if one.entry})
        if not self.entries.rowCount():
            self._ask()

    def refresh_entries(self) -> None:
        """Ask again for the entries to pick from."""
        self._ask()

    def _ask(self) -> None:
        names = {str(agency.id): agency.name for agency in self._session.record.all(Agency)}
        self.entries.ask(EntryQuery(text=self.search.text().strip()), names)

    def _fetch(self, query: EntryQuery, offset: int, limit: int) -> tuple[Entry, ...]:
        return self._session.record.entries(query, offset=offset, limit=limit)

    def _count(self, query: EntryQuery) -> int:
        return self._session.record.count_entries(query)

    def link(self, *, supports: bool) -> None:
        """Link the chosen entry to the finding."""
        finding, entry = self._finding, self.entries.entry_at(self.list.currentIndex())
        if finding is None:
            return
        if entry is None:
            self._session.said.emit("Choose an entry in the list first.")
            return
        self._session.run(
            lambda record: link_evidence(
                record, finding=finding.id, entry=entry.id, supports=supports
            )
        )

    def choose(self, row: int) -> None:
        """Choose the entry in this row."""
        self.list.selectionModel().setCurrentIndex(
            self.entries.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _row(self, link: Evidence) -> QWidget:
        """One link: its bearing and its words, with what can be done to it."""
        words = self._words(link)
        bearing = "▲ Supports" if link.supports else "▼ Contradicts"
        label = QLabel(f"{bearing}: {words}")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        turn = QPushButton("Contradicts" if link.supports else "Supports")
        turn.setAccessibleName(f"Say that this {turn.text().lower()}: {words}")
        turned = not link.supports
        turn.clicked.connect(
            lambda: self._session.run(lambda record: amend(record, link, supports=turned))
        )
        gone = QPushButton("Unlink")
        gone.setAccessibleName(f"Unlink: {words}")
        gone.clicked.connect(lambda: self._session.run(lambda record: remove(record, [link])))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(label, 1)
        for button in (turn, gone):
            look(button, "plain")
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _words(self, link: Evidence) -> str:
        record = self._session.record
        entry = record.find(Entry, link.entry) if link.entry else None
        if entry is not None:
            agency = record.find(Agency, entry.agency) if entry.agency else None
            source = f", {agency.name}" if agency else ""
            return f"{in_words(entry.when)}{source}: {entry.text[:SHOWN]}"
        paper = record.find(Contribution, link.contribution) if link.contribution else None
        if paper is None:
            return "something that was deleted"
        agency = record.find(Agency, paper.agency)
        kind = paper.title or label_of("contribution-types", paper.type)
        return f"{kind}, {agency.name}" if agency else kind


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
