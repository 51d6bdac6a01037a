"""The way from any page to the history: of the item in hand, or to name the record as it is now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ui.support.commands import Command
from ui.support.lazy import load
from workbench.model.facts import Fact

if TYPE_CHECKING:  # the window paints before a review can be opened
    from workbench.review import Review

NOTHING_CHOSEN = "Choose an item of this page first; then its history can be shown."


def history_commands(page: Callable[[str], Callable[[], None]]) -> tuple[Command, ...]:
    """The commands; ``page`` makes the act that the workspace does by this name."""
    return (
        Command(
            "item.history",
            "&History of this item",
            "Ctrl+Shift+J",
            page("history_of_item"),
            "Shows who changed what of the chosen item, and when",
            "Edit",
        ),
        Command(
            "history.name",
            "Name this &version",
            "",
            page("name_version"),
            "Names the review as it is now, so that you can see later what changed since",
            "Edit",
        ),
    )


def item_in_hand(page: Any, record: Review) -> tuple[str, str] | None:
    """The kind and id of what is chosen on a page; on the Overview it is the review itself, on the
    Report the passage that is written."""
    shown = getattr(page, "shown", page)
    chosen = getattr(shown, "chosen", None)
    chosen = getattr(chosen, "fact", chosen)  # a row that shows a fact
    if chosen is None and hasattr(page, "todo"):
        chosen = record.details
    if chosen is None and hasattr(page, "passages"):
        passage_of = load("workbench.actions.set_up", "passage_of")
        chosen = passage_of(record, page.passages.section.value() or "")
    return _named(chosen)


def _named(chosen: Fact | None) -> tuple[str, str] | None:
    kind = getattr(chosen, "kind", None)
    return (kind, chosen.id) if chosen is not None and isinstance(kind, str) else None
