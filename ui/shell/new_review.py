"""The screen on which a review is made: what it is, where it is kept, and its passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.shell.doors import NewReview
from ui.shell.passphrase import PassphraseBox
from ui.shell.screen import Screen, row_of
from ui.support.theme import look
from ui.widgets.field import ChoiceField, Field
from ui.widgets.headings import Quiet
from workbench.strength import strength

SUFFIX = ".review"


class PlaceBox(QWidget):
    """A file's place, typed or chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.choose_button = QPushButton("Choose…")
        self.choose_button.setAccessibleName("Choose where to keep the file")
        self.choose_button.clicked.connect(self._choose)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.choose_button)

    def path(self) -> Path | None:
        """The place, with the suffix that review files have."""
        typed = self.line.text().strip()
        if not typed:
            return None
        place = Path(typed).expanduser()
        return place if place.suffix == SUFFIX else place.with_name(place.name + SUFFIX)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Where to keep the review", self.line.text(), f"Reviews (*{SUFFIX})"
        )
        if chosen:
            self.line.setText(chosen)


class NewReviewScreen(Screen):
    """Asks what a new review needs, and says beside each box what is still missing."""

    made = Signal(NewReview)
    left = Signal()

    def __init__(self, author: str) -> None:
        super().__init__("New review")
        self.type = ChoiceField("review-types")
        self.title_line, self.author = QLineEdit(), QLineEdit(author)
        self.place = PlaceBox()
        self.place.line.setText(str(Path.home() / f"Untitled{SUFFIX}"))
        self.passphrase, self.again = PassphraseBox(), PassphraseBox()
        self.fields = {
            "type": Field("&Kind of review", self.type),
            "title": Field(
                "&Title", self.title_line, hint="Use the name that the report may show: Adult C."
            ),
            "author": Field("&Your name", self.author, hint="Changes are noted under this name."),
            "place": Field(
                "&Where to keep it",
                self.place,
                hint="One file. Its name is not protected: do not put anyone’s name in it.",
            ),
            "passphrase": Field(
                "&Passphrase",
                self.passphrase,
                hint="There is no other way in: nobody can recover it for you.",
            ),
            "again": Field("Passphrase &again", self.again),
        }
        for field in self.fields.values():
            self.column.addWidget(field)
        self.strength = Quiet()
        self.strength.setMinimumHeight(self.fontMetrics().height())
        self.fields["passphrase"].add_below(self.strength)
        self._add_buttons()
        self.passphrase.typed.connect(self._judge)

    def _add_buttons(self) -> None:
        self.make_button, self.cancel_button = QPushButton("Make the review"), QPushButton("Cancel")
        look(self.make_button, "main")
        self.make_button.clicked.connect(self._make)
        self.again.entered.connect(self._make)
        self.cancel_button.clicked.connect(self.left)
        self.column.addWidget(row_of(self.make_button, self.cancel_button))

    def forget(self) -> None:
        """Keep no passphrase that was typed."""
        self.passphrase.clear()
        self.again.clear()

    def busy(self, making: bool) -> None:
        """Say that it is being made, which takes a moment on purpose."""
        self.make_button.setText("Making…" if making else "Make the review")
        self.make_button.setEnabled(not making)

    def refuse(self, text: str) -> None:
        """Say why it could not be made."""
        self.busy(False)
        self.fields["place"].show_error(text)
        self.ensureWidgetVisible(self.fields["place"])

    say = refuse

    def _judge(self) -> None:
        found = strength(self.passphrase.text(), self.title_line.text(), self.author.text())
        self.strength.setText(found.words)

    def _missing(self) -> dict[str, str]:
        """What is still wrong, by field."""
        wrong = {}
        if not self.title_line.text().strip():
            wrong["title"] = "Give the review a title."
        if not self.author.text().strip():
            wrong["author"] = "Type your name, so that the history can say who changed what."
        path = self.place.path()
        if path is None:
            wrong["place"] = "Say where to keep the file."
        elif path.exists():
            wrong["place"] = "There is already a file of this name there. Choose another name."
        words = self.passphrase.text()
        if not strength(words, self.title_line.text(), self.author.text()).enough:
            wrong |= {"passphrase": "Choose a stronger passphrase: four or more unrelated words."}
        if self.again.text() != words:
            wrong["again"] = "The two passphrases differ. Type the second one again."
        return wrong

    def _make(self) -> None:
        if self.show_faults(self.fields, self._missing()):
            return
        path = self.place.path()
        assert path is not None  # noqa: S101 # what is missing was said above
        self.busy(True)
        self.made.emit(
            NewReview(
                path=path,
                passphrase=self.passphrase.text(),
                type=self.type.value(),
                title=self.title_line.text().strip(),
                author=self.author.text().strip(),
            )
        )
