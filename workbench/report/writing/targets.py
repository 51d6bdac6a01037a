"""Which of a slot's own tables takes which of the report's, and filling it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.model.blocks import Block, Board, Table
from workbench.report.parts.ooxml import Element, drop
from workbench.report.reading.tables import Card, TableToFill, card_to_fill, table_to_fill
from workbench.report.writing.cards import as_table, cards_of
from workbench.report.writing.filling import BOARD_KEYS, fill_board, fill_cards, fill_table
from workbench.report.writing.house import House


def on_cards(blocks: Sequence[Block], tables: Sequence[Element]) -> Sequence[Block]:
    """Findings as rows where the board has cards for them."""
    if not any(cards_of(table) for table in tables):
        return blocks
    found = as_table(blocks)
    return blocks if found is None else [*found[0], found[1]]


def drop_spare_cards(filled: Sequence[TableToFill | Card], tables: Sequence[Element]) -> None:
    """A board shows two or three cards as a pattern; those beyond the first are spare."""
    for target in filled:
        if isinstance(target, Card):
            keys = dict.fromkeys(target.rows, "")
            for other in tables:
                if other.getparent() is not None and _card(other, keys) is not None:
                    drop(other)


def target_for(block: Block, tables: Sequence[Element]) -> TableToFill | Card | None:
    """The table that is for this block, if there is one."""
    if isinstance(block, Table):
        keys = {column.key: column.title for column in block.columns}
        fits = filter(None, (table_to_fill(one, keys) for one in tables))
        return next(fits, None) or next(filter(None, (_card(one, keys) for one in tables)), None)
    if isinstance(block, Board):
        return next(filter(None, (table_to_fill(one, BOARD_KEYS) for one in tables)), None)
    return None


def _card(table: Element, keys: Mapping[str, str]) -> Card | None:
    parts = cards_of(table) if "title" in keys else None
    return card_to_fill(table, keys) if parts is None else Card(table, parts)


def fill_target(block: Block, target: TableToFill | Card, house: House) -> list[str]:
    """Fill it; what found no place in it is said."""
    if isinstance(block, Board) and isinstance(target, TableToFill):
        fill_board(block, target, house)
    elif isinstance(block, Table) and isinstance(target, Card):
        return fill_cards(block, target)
    elif isinstance(block, Table) and isinstance(target, TableToFill):
        return fill_table(block, target)
    return []
