"""Ctrl+/: the list of keys, in a window that can stay open beside the work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ui.shell.palette import shown_keys
from ui.support.commands import Commands
from ui.support.theme import em


class KeysWindow(QWidget):
    """Every command that has keys. It shows nothing of any record."""

    def __init__(self, parent: QWidget, commands: Commands) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keys")
        keyed = [command for command in commands.all() if command.keys]
        self.table = QTableWidget(len(keyed), 2)
        self.table.setAccessibleName("Keys and what they do")
        self.table.setHorizontalHeaderLabels(["Keys", "What they do"])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        for row, command in enumerate(keyed):
            self.table.setItem(row, 0, QTableWidgetItem(shown_keys(command)))
            self.table.setItem(row, 1, QTableWidgetItem(command.text.replace("&", "")))
        self.table.resizeColumnsToContents()
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        self.resize(em(self, 26), em(self, 28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
