"""Taking in another copy of the open review: what it has, what clashes, and the author's choice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.shell.passphrase import PassphraseBox
from ui.shell.screen import Screen, row_of
from ui.support.lazy import load
from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.field import Field
from ui.widgets.headings import Quiet, SizedLabel
from workbench.review import Review

if TYPE_CHECKING:
    from workbench.exchange.merge import Choice, MergePlan
    from workbench.exchange.told import ClashTold, MergeTold

WIDTH = 44
NAMED = 12  # of what can be taken in, so many are named
_ABOUT = (
    "Choose the other copy of this review: one that a colleague worked on, or one that a sync "
    "folder kept beside it. It is only read. You see what it has before anything is taken in."
)


class MergeScreen(Screen):
    """Compares another copy with the open review, and merges it when the author says so."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("Merge another copy")
        self.card.setMaximumWidth(em(self, WIDTH))
        self._session = session
        self._path: Path | None = None
        self._plan: MergePlan | None = None
        self.clashes: list[ClashCard] = []
        self.about = Quiet(_ABOUT)
        self.file_button = QPushButton("Choose the copy…")
        self.file = Quiet("No copy is chosen yet.")
        self.passphrase = PassphraseBox()
        self.field = Field("&Passphrase of the copy", self.passphrase)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.answers = QVBoxLayout()
        self.compare_button = QPushButton("Compare")
        self.merge_button = QPushButton("Merge")
        self.cancel_button = QPushButton("Cancel")
        self._lay_out()
        self.file_button.clicked.connect(self._choose)
        self.passphrase.entered.connect(self._compare)
        self.compare_button.clicked.connect(self._compare)
        self.merge_button.clicked.connect(self._merge)
        self.cancel_button.clicked.connect(self.left)
        self._offer(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addWidget(self.file, 1)
        self.column.addWidget(self.about)
        self.column.addLayout(row)
        self.column.addWidget(self.field)
        self.column.addWidget(self.told)
        self.column.addLayout(self.answers)
        self.column.addWidget(row_of(self.compare_button, self.merge_button, self.cancel_button))

    def enter(self) -> None:
        """Put the focus where one begins."""
        self.file_button.setFocus()

    def say(self, text: str) -> None:
        """Say what is wrong, and let the author go on."""
        self.card.setEnabled(True)
        self.field.show_error(text)

    def choose(self, path: Path) -> None:
        """Take this file as the other copy."""
        self._path = path
        self.file.setText(path.name)
        self._forget()
        self._offer(None)
        self.passphrase.setFocus()

    def _choose(self) -> None:
        beside = str(self._session.record.path.parent)
        chosen, _ = QFileDialog.getOpenFileName(
            self, "Choose the other copy", beside, "Reviews (*.review);;All files (*)"
        )
        if chosen:
            self.choose(Path(chosen))

    # Comparing

    def _compare(self) -> None:
        path, words = self._path, self.passphrase.text()
        if path is None:
            self.say("Choose the other copy first.")
            return
        self._forget()
        self.card.setEnabled(False)
        self.field.show_error("")

        def compared(review: Review) -> tuple[MergePlan, MergeTold]:
            theirs = _opened(path, words)
            try:
                plan = load("workbench.exchange.merge", "plan_merge")(review, theirs)
                return plan, load("workbench.exchange.told", "tell")(plan, review, theirs)
            finally:
                theirs.close()

        self._session.ask(
            compared,
            done=lambda found: self._show(*found),
            failed=lambda error: self.say(str(error)),
        )

    def _show(self, plan: MergePlan, told: MergeTold) -> None:
        self.card.setEnabled(True)
        self._plan = plan
        self.told.setText(in_sentences(told))
        for clash in told.clashes:
            card = ClashCard(clash)
            card.chosen.connect(self._count)
            self.clashes.append(card)
            self.answers.addWidget(card)
        self._offer(plan)
        (self.clashes[0] if self.clashes else self.merge_button).setFocus()

    def _offer(self, plan: MergePlan | None) -> None:
        ready = plan is not None and not plan.empty
        self.merge_button.setVisible(ready)
        self.compare_button.setVisible(not ready)
        look(self.compare_button, "main")
        look(self.merge_button, "main")
        self._count()

    def _count(self) -> None:
        left = sum(card.choice is None for card in self.clashes)
        self.merge_button.setEnabled(left == 0)
        self.merge_button.setText("Merge" if not left else f"Merge ({left} still to choose)")

    def _forget(self) -> None:
        """Take away what was said of an earlier copy."""
        self._plan = None
        self.told.clear()
        for card in self.clashes:
            self.answers.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.clashes.clear()

    # Merging

    def _merge(self) -> None:
        path, words = self._path, self.passphrase.text()
        if path is None or self._plan is None:
            return
        self.card.setEnabled(False)
        self._session.ask(
            lambda _: _opened(path, words),
            done=self._take_in,
            failed=lambda error: self.say(str(error)),
        )

    def _take_in(self, theirs: Review) -> None:
        plan, merge = self._plan, load("workbench.exchange.merge", "merge")
        choices = {card.told.clash.key: card.choice for card in self.clashes}
        change = self._session.run(lambda review: merge(review, theirs, plan, choices))
        self._session.ask(lambda _: theirs.close(), done=lambda _: None)
        self.card.setEnabled(True)
        if change is not None:
            self.passphrase.clear()
            self.left.emit()
            self._session.said.emit("The copy is merged. Undo takes it back in one step.")


class ClashCard(QFrame):
    """One clash: what both copies say, side by side, and which is kept."""

    chosen = Signal()

    def __init__(self, told: ClashTold) -> None:
        super().__init__()
        look(self, "card")
        self.told = told
        self.mine, self.theirs = QRadioButton("Keep this"), QRadioButton("Keep this")
        group = QButtonGroup(self)
        about = f"{told.field}: {told.name}" if told.field else told.name
        heading = SizedLabel(about, 1, bold=True)
        heading.setWordWrap(True)
        sides = QHBoxLayout()
        sides.setSpacing(em(self, 1))
        for title, text, button in (
            ("In this review", told.mine, self.mine),
            ("In the other copy", told.theirs, self.theirs),
        ):
            group.addButton(button)
            button.setAccessibleName(f"{about}. {title}: {text}. Keep this")
            button.toggled.connect(lambda _: self.chosen.emit())
            sides.addWidget(_side(title, text, button), 1)
        column = QVBoxLayout(self)
        column.addWidget(heading)
        column.addLayout(sides)
        self.setFocusProxy(self.mine)

    @property
    def choice(self) -> Choice | None:
        """Which is kept, or None while nothing is chosen."""
        kinds = load("workbench.exchange.merge", "Choice")
        if self.mine.isChecked():
            return kinds.MINE  # type: ignore[no-any-return] # loaded late, for a quick start
        return kinds.THEIRS if self.theirs.isChecked() else None


def _side(title: str, text: str, button: QRadioButton) -> QWidget:
    side = QWidget()
    words = QLabel(text)
    words.setWordWrap(True)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(Quiet(title))
    column.addWidget(words, 1)
    column.addWidget(button)
    return side


def _opened(path: Path, words: str) -> Review:
    review: Review = load("workbench.actions.opening", "open_review")(
        path, words, author="", read_only=True
    )
    return review


def in_sentences(told: MergeTold) -> str:
    """What the other copy has, for the author to read."""
    if not told.taken and not told.clashes:
        return "The other copy has nothing that this review lacks."
    count = len(told.taken)
    lines = ["1 item can be taken in as it is:"]
    if count > 1:
        lines = [f"{count:,} items can be taken in as they are:"]
    lines += [f"• {one.deed.value}: {one.name}" for one in told.taken[:NAMED]]
    if count > NAMED:
        lines.append(f"• and {count - NAMED:,} more")
    lines = lines if count else []
    lines += [f"Deleted there, and kept because it is needed here: {name}" for name in told.kept]
    if told.clashes:
        clashes = len(told.clashes)
        noun = "answer clashes" if clashes == 1 else "answers clash"
        lines.append(f"{clashes:,} {noun}. Choose which to keep; the journal keeps the other.")
    return "\n".join(lines)
