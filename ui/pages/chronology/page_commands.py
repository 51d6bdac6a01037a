"""The commands that work on the page of the chronology alone."""

from __future__ import annotations

from typing import Protocol

from ui.pages.chronology.entries_model import COLUMNS
from ui.support.commands import Command


class Page(Protocol):
    """What the commands ask of the page."""

    def take_in(self) -> None: ...
    def mark_disagreement(self) -> None: ...
    def move_item(self, step: int) -> None: ...
    def sort_by_column(self, column: int) -> None: ...


def page_commands(page: Page) -> tuple[Command, ...]:
    """The page's commands."""
    return (
        Command(
            "chronology.take-in",
            "&Take in a paper…",
            "Ctrl+I",
            page.take_in,
            "Reads the chronology that an agency sent, and shows it before anything is added",
            "File",
            "Chronology",
        ),
        Command(
            "chronology.disagree",
            "Mark a record that &disagrees",
            "Ctrl+Shift+D",
            page.mark_disagreement,
            "Notes that another record says otherwise than the chosen entry",
            "Edit",
            "Chronology",
        ),
        Command(
            "chronology.earlier",
            "Move the entry &up within its day",
            "Alt+Shift+Up",
            lambda: page.move_item(-1),
            "For entries of the same day and time, whose order you know",
            "Edit",
            "Chronology",
        ),
        Command(
            "chronology.later",
            "Move the entry do&wn within its day",
            "Alt+Shift+Down",
            lambda: page.move_item(1),
            "For entries of the same day and time, whose order you know",
            "Edit",
            "Chronology",
        ),
        *(_sort(page, at) for at, column in enumerate(COLUMNS) if column.order is not None),
    )


def _sort(page: Page, column: int) -> Command:
    words = COLUMNS[column].title.lower()
    return Command(
        f"chronology.sort-{words.replace(' ', '-')}",
        f"Sort the chronology by {words}",
        run=lambda: page.sort_by_column(column),
        tip="Again for the other way round",
        page="Chronology",
    )
