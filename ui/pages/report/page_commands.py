"""Every command of the report's page, each once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from ui.pages.report.queue import Queue
from ui.pages.report.reading import ReadingView
from ui.support.commands import Command


class Page(Protocol):
    """What the commands ask of the page."""

    reading: ReadingView
    queue: Queue

    def write_report(self, path: Path | None = None) -> None: ...


def page_commands(page: Page) -> tuple[Command, ...]:
    """What can be done on the page."""

    def reading(name: str, text: str, keys: str, run: Callable[[], object]) -> Command:
        return Command(f"report.{name}", text, keys, run, "", "Edit", page="Report")

    go = page.reading.go_to_mark
    return (
        Command(
            "report.write",
            "&Write Word report…",
            "Ctrl+Shift+W",
            page.write_report,
            "Writes the redacted report, and refuses while a name is unresolved",
            "File",
            page="Report",
        ),
        reading("mark", "Next ma&rked word", "F3", lambda: go(1)),
        reading("mark-before", "Marked word before", "Shift+F3", lambda: go(-1)),
        reading("question", "Next name to c&heck", "F8", page.queue.next_question),
    )
