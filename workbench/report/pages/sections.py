"""The page set-up of each section: size, margins, numbers, and which header and footer it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from workbench.report.pages.marks import TWIP, number_in
from workbench.report.parts.ooxml import NAMESPACES, Element, local, on, q, value

_LETTER = (612.0, 792.0)  # what programs take where nothing is said
_USUAL = {"top": 72.0, "bottom": 72.0, "left": 72.0, "right": 72.0, "header": 36.0, "footer": 36.0}
_REFERENCE = f"{{{NAMESPACES['r']}}}id"


@dataclass(eq=False, slots=True)
class Section:
    """One section's pages, in points. ``headers`` and ``footers`` name a part for "default",
    "first" and "even" pages."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float
    fixed_top: bool = False
    fixed_bottom: bool = False
    continuous: bool = False
    parity: str = ""
    columns: int = 1
    gutter: float = 0.0
    own_first: bool = False
    start: int | None = None
    style: str = "decimal"
    headers: dict[str, str] = field(default_factory=dict)
    footers: dict[str, str] = field(default_factory=dict)

    @property
    def room(self) -> float:
        """The width of its text."""
        return self.width - self.left - self.right

    @property
    def column(self) -> float:
        """The width of one of its columns."""
        return (self.room - self.gutter * (self.columns - 1)) / self.columns

    def same_paper(self, other: Section) -> bool:
        """Whether a page can hold both."""
        mine = (self.width, self.height, self.left, self.right)
        return mine == (other.width, other.height, other.left, other.right)


def section(
    element: Element | None,
    before: Section | None,
    targets: Mapping[str, str],
    tell: Callable[[str], None],
) -> Section:
    """What a ``sectPr`` says; headers and footers that it does not name are those before."""
    size = None if element is None else element.find(q("pgSz"))
    edges = None if element is None else element.find(q("pgMar"))
    found = {name: _length(edges, name, usual) for name, usual in _USUAL.items()}
    if size is None or edges is None:
        tell("The template does not say how large its paper and its margins are.")
    gutter = _length(edges, "gutter", 0.0)
    made = Section(
        width=_length(size, "w", _LETTER[0]),
        height=_length(size, "h", _LETTER[1]),
        top=abs(found["top"]),
        bottom=abs(found["bottom"]),
        left=found["left"] + gutter,
        right=found["right"],
        header=found["header"],
        footer=found["footer"],
        fixed_top=found["top"] < 0,
        fixed_bottom=found["bottom"] < 0,
        headers=dict(before.headers) if before else {},
        footers=dict(before.footers) if before else {},
    )
    if element is not None:
        _add(made, element, targets, tell)
    return made


def _add(
    made: Section, element: Element, targets: Mapping[str, str], tell: Callable[[str], None]
) -> None:
    kind = value(element, "type") or "nextPage"
    made.continuous = kind == "continuous"
    made.parity = kind if kind in {"oddPage", "evenPage"} else ""
    made.own_first = on(element, "titlePg")
    numbers = element.find(q("pgNumType"))
    if numbers is not None:
        start = number_in(numbers, "start")
        made.start = None if start is None else int(start)
        made.style = numbers.get(q("fmt"), "decimal")
    for child in element:
        if local(child) in {"headerReference", "footerReference"}:
            held = made.headers if local(child) == "headerReference" else made.footers
            held[child.get(q("type"), "default")] = targets.get(child.get(_REFERENCE, ""), "")
    columns = element.find(q("cols"))
    many = 1 if columns is None else int(number_in(columns, "num") or 1)
    if columns is not None and many > 1:
        made.columns = many
        space = number_in(columns, "space", TWIP)
        made.gutter = 36.0 if space is None else space
        if columns.get(q("equalWidth"), "1") in {"0", "false"}:
            tell("Columns of unequal width are counted as if they were equal.")
    grid = element.find(q("docGrid"))
    if grid is not None and grid.get(q("type"), "default") != "default":
        tell("The template’s grid of lines is not followed.")


def _length(element: Element | None, name: str, usual: float) -> float:
    found = None if element is None else number_in(element, name, TWIP)
    return usual if found is None else found
