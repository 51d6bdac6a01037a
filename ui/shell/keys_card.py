"""My colleague card: one's own key, with which authors let one open their reviews."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.shell.copying import AS_IT_IS
from ui.shell.keys_row import stack_of
from ui.shell.passphrase import PassphraseBox
from ui.shell.screen import Screen, row_of
from ui.shell.strength import new_passphrase_faults
from ui.support.background import Background
from ui.support.theme import em, look
from ui.widgets.field import Field
from ui.widgets.headings import Quiet
from workbench.actions.keys import Identity, make_card, my_card
from workbench.errors import WorkbenchError
from workbench.strength import strength

_ABOUT = (
    "With your card an author lets you open their review with a key of your own, so that no "
    "passphrase is told to anybody. Nothing on the card is secret: send it as you like. Then read "
    "its first and its last group to each other by telephone, so that the author knows it is yours."
)
_NONE = (
    "You have no card on this computer yet. Choose a passphrase of your own: you type it wherever "
    "a review that was shared with you asks for one."
)
_BY = {
    False: "Type your own passphrase where a shared review asks for one.",
    True: "This computer's keychain opens the reviews that are shared with you.",
}


class CardWindow(QWidget):
    """Shows the card, or makes it. It shows nothing of any review."""

    def __init__(self, parent: QWidget, background: Background) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("My colleague card")
        self.setProperty(AS_IT_IS, True)
        self._background = background
        self.screen_ = Screen("My colleague card")
        column = self.screen_.column
        self.about = Quiet(_NONE)
        self.new, self.again = PassphraseBox(), PassphraseBox()
        self.fields = (
            Field("&Passphrase", self.new, "Four or more unrelated words."),
            Field("The same &again", self.again),
        )
        self.strength = Quiet()
        self.strength.setMinimumHeight(self.fontMetrics().height())
        self.fields[0].add_below(self.strength)
        self.new.typed.connect(lambda: self.strength.setText(strength(self.new.text()).words))
        self.make_button = QPushButton("Make my card")
        self.keychain_button = QPushButton("Use this computer's keychain instead")
        look(self.make_button, "main")
        look(self.keychain_button, "plain")
        self.making = stack_of(row_of(self.make_button), row_of(self.keychain_button))
        self.card = QLabel()
        self.card.setMargin(em(self, 0.5))
        self.card.setTextFormat(Qt.TextFormat.PlainText)
        flags = Qt.TextInteractionFlag
        self.card.setTextInteractionFlags(
            flags.TextSelectableByKeyboard | flags.TextSelectableByMouse
        )
        self.card.setAccessibleName("My colleague card")
        look(self.card, "notice")
        self.copy_button = QPushButton("Copy")
        self.copying = row_of(self.copy_button)
        self.told = Quiet()
        for part in (Quiet(_ABOUT), self.about, *self.fields, self.making, self.card,
                     self.copying, self.told):  # fmt: skip
            column.addWidget(part)
        self.make_button.clicked.connect(self._make)
        self.again.entered.connect(self._make)
        self.keychain_button.clicked.connect(lambda: self._make_by(None))
        self.copy_button.clicked.connect(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.screen_)
        self.resize(em(self, 30), em(self, 30))
        self._look_up()

    def _look_up(self) -> None:
        try:
            self._show(my_card())
        except WorkbenchError as error:
            self._show(None)
            self.making.setEnabled(False)
            self.say(str(error))

    def _show(self, mine: Identity | None) -> None:
        for part in (*self.fields, self.making):
            part.setVisible(mine is None)
        for part in (self.card, self.copying):
            part.setVisible(mine is not None)
        self.told.hide()
        if mine is not None:
            self.card.setText(mine.card)
            self.about.setText(_BY[mine.in_keychain])
            self.copy_button.setFocus()

    def say(self, text: str) -> None:
        """Say how it went, or why not."""
        self.screen_.card.setEnabled(True)
        self.told.setText(text)
        self.told.show()

    def _make(self) -> None:
        new = self.new.text()
        weak, differs = new_passphrase_faults(new, self.again.text())
        self.fields[0].show_error(weak)
        self.fields[1].show_error(differs)
        if not weak and not differs:
            self._make_by(new)

    def _make_by(self, passphrase: str | None) -> None:
        self.screen_.card.setEnabled(False)
        for box in (self.new, self.again):
            box.clear()
        self._background.start(
            lambda: make_card(passphrase),
            done=self._made,
            failed=lambda error: self.say(str(error)),
            broke=lambda: self.say(""),
        )

    def _made(self, mine: Identity) -> None:
        self.screen_.card.setEnabled(True)
        self._show(mine)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.card.text())
        self.say("The card is copied.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
