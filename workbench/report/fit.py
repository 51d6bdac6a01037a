"""Whether a single sheet stays one: how many lines each of its boxes takes, and which is too long.

Reckoned from the widths of letters and the sheet's own measures, a little to the safe side; that
the reckoning holds is tested against pages that were laid out.
"""

from __future__ import annotations

from workbench.model.blocks import Block, Document, Heading, Items, Paragraph, Section
from workbench.report.figures.drawing import said
from workbench.report.figures.fitting import wrapped
from workbench.report.layouts import Layout

# Of the built-in sheet, in points: a column's width, the height of both columns together, what a
# box's heading and the spaces around it take, a line of text, the space after it.
_COLUMN, _HIGH = 216.0, 2 * 592.0
_HEADING, _LINE, _AFTER, _INDENT, _SIZE = 33.0, 13.3, 3.5, 17.0, 11.0


def overfull(document: Document, plan: Layout) -> tuple[str, ...]:
    """What is too long, in a sentence; nothing when the sheet stays one page."""
    if plan.form != "sheet":
        return ()
    heights = {section.id: _height(section) for section in document.sections}
    over = sum(heights.values()) - _HIGH
    if over <= 0:
        return ()
    longest = max(document.sections, key=lambda section: heights[section.id])
    lines = max(1, round(over / _LINE))
    spoken = "1 line" if lines == 1 else f"{lines} lines"
    return (
        f"The {plan.document} is about {spoken} too long for one page. The longest box is "
        f"\u201c{said(longest.title)}\u201d: shorten it first.",
    )


def _height(section: Section) -> float:
    return _HEADING + sum(map(_block, section.blocks))


def _block(block: Block) -> float:
    match block:
        case Paragraph() | Heading():
            return _text(said(block.text), _COLUMN)
        case Items():
            return sum(_text(said(item), _COLUMN - _INDENT) for item in block.items)
        case _:
            return 0.0


def _text(text: str, width: float) -> float:
    return len(wrapped(text, width, _SIZE)) * _LINE + _AFTER
