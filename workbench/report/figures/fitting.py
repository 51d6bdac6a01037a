"""How wide text is, and making it fit: by the widths of Arial, which every reader's machine has or
replaces by letters of the same widths."""

from __future__ import annotations

from functools import cache

_ELLIPSIS = "\u2026"
# In thousandths of the size: the characters of each width, as the typeface's metrics have them.
_WIDTHS = {
    191: "'", 222: "ijl\u2018\u2019", 260: "|", 278: " !,./:;I[\\]ft", 333: "()-`r\u201c\u201d",
    355: '"', 389: "*", 500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu\u2013\u00a3",
    584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm",
    889: "%", 944: "W", 1000: "\u2014\u2026", 1015: "@",
}  # fmt: skip
_BOLD = 1.08
LEADING = 1.2


@cache
def _width(character: str) -> int:
    return next((width for width, found in _WIDTHS.items() if character in found), 600)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of the text in points."""
    return sum(map(_width, text)) * size / 1000 * (_BOLD if bold else 1)


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than ``width``; a word that is wider has a line of its own."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and text_width(longer, size, bold=bold) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def fitted(
    text: str, width: float, height: float, sizes: tuple[float, ...], *, bold: bool = False
) -> tuple[str, float]:
    """The text and the largest of the sizes at which it fits; at the smallest it is cut short.

    It is cut only here, after the gate: half a name would not be known for one.
    """
    for size in sizes:
        lines = wrapped(text, width, size, bold=bold)
        wide = max((text_width(line, size, bold=bold) for line in lines), default=0)
        if len(lines) * size * LEADING <= height and wide <= width:
            return text, size
    size = sizes[-1]
    room = max(1, int(height / (size * LEADING)))
    lines = wrapped(text, width, size, bold=bold)
    if len(lines) <= room:
        return text, size
    last = lines[room - 1]
    while last and text_width(last + _ELLIPSIS, size, bold=bold) > width:
        last = last.rpartition(" ")[0]
    return " ".join((*lines[: room - 1], last.rstrip(" ,.;:") + _ELLIPSIS)).strip(), size
