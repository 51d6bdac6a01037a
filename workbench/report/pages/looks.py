"""How paragraphs and their words look: styles, numbering and direct formatting put together."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from workbench.report.pages.labels import Numbering
from workbench.report.pages.letters import NOWHERE, Around, ParagraphLook, RunLook, Slack
from workbench.report.pages.marks import (
    TOGGLES,
    Border,
    Marks,
    TabStop,
    paragraph_marks,
    run_marks,
)
from workbench.report.pages.measuring import Fonts
from workbench.report.pages.page import Face
from workbench.report.parts.ooxml import Element, q
from workbench.report.reading.styles import Styles

_RAISED = 0.65  # of the size: superscripts and subscripts
_SMALL = 0.8
_PLAIN_FAMILY = "Times New Roman"  # Word's, for a file that names none
_HTML_SPACE = 14.0


class Looks:
    """The looks of one document. Each is made once, so that what measures in it is kept."""

    def __init__(
        self, styles: Styles, numbering: Numbering, theme: dict[str, str], fonts: Fonts,
        slack: Slack,
    ) -> None:  # fmt: skip
        self.styles = styles
        self.numbering = numbering
        self._theme = theme
        self._fonts = fonts
        self._wider, self._higher = 1 + slack.width, 1 + slack.height
        defaults = styles.root.find(q("docDefaults"))
        self._run_defaults = run_marks(_inside(defaults, "rPrDefault", "rPr"))
        self._paragraph_defaults = paragraph_marks(_inside(defaults, "pPrDefault", "pPr"))
        self._normal = next(
            (
                one.get(q("styleId"), "")
                for one in styles.root.iter(q("style"))
                if one.get(q("default")) in {"1", "true"} and one.get(q("type")) == "paragraph"
            ),
            "",
        )
        self._families: dict[str, None] = {}
        self._paragraphs: dict[tuple[bytes, int], ParagraphLook] = {}
        self._runs: dict[tuple[bytes, str, int, bytes], RunLook] = {}
        self._made: dict[tuple[object, ...], RunLook] = {}
        self._around: list[Around] = [NOWHERE]  # kept, so that their identities stay theirs

    @property
    def missing(self) -> tuple[str, ...]:
        """The typefaces that this document uses and the computer lacks."""
        lacking = self._fonts.missing
        return tuple(family for family in self._families if family in lacking)

    def keep(self, around: Around) -> Around:
        """Have this cell's look stay, for looks are known by it."""
        self._around.append(around)
        return around

    def paragraph(self, holder: Element | None, around: Around = NOWHERE) -> ParagraphLook:
        """The look of a paragraph with this ``pPr``."""
        key = (b"" if holder is None else etree.tostring(holder, with_tail=False), id(around))
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = self._paragraph(paragraph_marks(holder), around)
        return found

    def run(
        self, holder: Element | None, style: str, around: Around = NOWHERE,
        level: Element | None = None,
    ) -> RunLook:  # fmt: skip
        """The look of a run with this ``rPr`` in a paragraph of ``style``; ``level`` is what the
        list says of its numbers."""
        own = b"" if holder is None else etree.tostring(holder, with_tail=False)
        other = b"" if level is None else etree.tostring(level, with_tail=False)
        key = (own, style, id(around), other)
        found = self._runs.get(key)
        if found is None:
            marks = run_marks(holder)
            if level is not None:
                marks |= run_marks(level)
            found = self._runs[key] = self._look(self._run(marks, style, around))
        return found

    def _paragraph(self, own: Marks, around: Around) -> ParagraphLook:
        style = str(own.get("style", "")) or self._normal
        if self.styles.get(style) is None:
            style = self._normal
        steps = [paragraph_marks(one.find(q("pPr"))) for one in self.styles.chain(style)]
        names = [one.get(q("styleId"), "") for one in self.styles.chain(style)]
        steps.reverse()
        names.reverse()
        number = self._number((*zip(steps, names, strict=True), (own, style)))
        merged: Marks = dict(self._paragraph_defaults)
        _add(merged, around.paragraph)
        for step, name in zip([*steps, own], [*names, style], strict=True):
            if number and "numId" in step:
                level = self.numbering.level(*self._named(step, name))
                if level is not None:
                    _add(merged, paragraph_marks(level.find(q("pPr"))))
            _add(merged, step)
        return self._shaped(merged, style, number)

    def _named(self, step: Marks, style: str) -> tuple[str, int]:
        list_id = str(step.get("numId", ""))
        depth = str(step.get("ilvl", ""))
        if depth.isdigit():
            return list_id, int(depth)
        return list_id, self.numbering.level_of_style(list_id, style)

    def _number(self, steps: Sequence[tuple[Marks, str]]) -> tuple[str, int] | None:
        list_id, depth = "", 0
        for step, style in steps:
            if "numId" in step:
                list_id, depth = self._named(step, style)
            elif str(step.get("ilvl", "")).isdigit():
                depth = int(str(step["ilvl"]))
        return None if list_id in {"", "0"} else (list_id, depth)

    def _shaped(self, merged: Marks, style: str, number: tuple[str, int] | None) -> ParagraphLook:
        def points(name: str) -> float:
            found = merged.get(name, 0.0)
            return found if isinstance(found, float) else 0.0

        spaced: tuple[str, float] = merged.get("line", ("auto", 1.0))  # type: ignore[assignment] # as read
        rule, line = spaced
        before = _HTML_SPACE if merged.get("beforeAuto") else points("before")
        after = _HTML_SPACE if merged.get("afterAuto") else points("after")
        tabs: tuple[TabStop, ...] = merged.get("tabs", ())  # type: ignore[assignment] # as read
        borders: dict[str, Border | None] = merged.get("borders", {})  # type: ignore[assignment] # as read
        return ParagraphLook(
            style=style,
            before=before,
            after=after,
            contextual=bool(merged.get("contextualSpacing")),
            rule=rule,
            line=line,
            left=points("left"),
            right=points("right"),
            first=points("first"),
            align=str(merged.get("align", "left")),
            tabs=tuple(sorted(tabs, key=lambda stop: stop.at)),
            keep_next=bool(merged.get("keepNext")),
            keep_lines=bool(merged.get("keepLines")),
            page_before=bool(merged.get("pageBreakBefore")),
            widow=bool(merged.get("widowControl", True)),
            borders=borders,
            shade=str(merged.get("shade", "")),
            number=number,
            framed="frame" in merged,
        )

    def _run(self, own: Marks, style: str, around: Around) -> Marks:
        merged: Marks = dict(self._run_defaults)
        merged |= around.run
        levels = [around.run, self._chained(style), self._chained(str(own.get("style", "")))]
        for level in levels[1:]:
            merged |= level
        for toggle in TOGGLES:  # a style that is bold within one that is bold is not
            said = [bool(level[toggle]) for level in levels if toggle in level]
            if said:
                merged[toggle] = sum(said) % 2 == 1
        return merged | own

    def _chained(self, style: str) -> Marks:
        found: Marks = {}
        for one in reversed(list(self.styles.chain(style))):
            found |= run_marks(one.find(q("rPr")))
        found.pop("style", None)
        return found

    def _look(self, marks: Marks) -> RunLook:
        key = tuple(sorted((name, str(said)) for name, said in marks.items() if name != "style"))
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._made_look(marks)
        return found

    def _made_look(self, marks: Marks) -> RunLook:
        family = str(marks.get("font", _PLAIN_FAMILY))
        if family.startswith("+"):
            family = self._theme.get(family[1:6], _PLAIN_FAMILY)
        size = float(str(marks.get("size", 10.0)))
        raised = marks.get("raised")
        lift = float(str(marks.get("lifted", 0.0)))
        whole = size
        if raised in {"superscript", "subscript"}:
            lift += size * (0.33 if raised == "superscript" else -0.1)
            size *= _RAISED
        bold, italic = bool(marks.get("b")), bool(marks.get("i"))
        metrics = self._fonts.metrics(family, bold, italic)
        self._families[family] = None
        colour = str(marks.get("colour", "auto"))
        look = RunLook(
            face=Face(family, size, bold, italic),
            metrics=metrics,
            # A raised letter leaves its line as high as a letter that is not.
            above=metrics.ascent * whole * self._higher,
            below=metrics.descent * whole * self._higher,
            colour="000000" if colour in {"auto", ""} else colour,
            underlined=str(marks.get("underline", "none")) not in {"none", ""},
            struck=bool(marks.get("strike") or marks.get("dstrike")),
            capitals=bool(marks.get("caps")),
            hidden=bool(marks.get("vanish")),
            shade=str(marks.get("shade", "")) or _HIGHLIGHTS.get(str(marks.get("highlight")), ""),
            lift=lift,
            spread=float(str(marks.get("spread", 0.0))) * self._wider,
            kerned=0 < float(str(marks.get("kern", 0.0))) <= size,
            stretch=float(str(marks.get("stretch", 1.0))) * self._wider,
        )
        if marks.get("smallCaps") and not look.capitals:
            smaller = marks | {"smallCaps": False, "caps": True, "size": whole * _SMALL}
            look.small = self._made_look(smaller)
        return look


def _inside(holder: Element | None, *names: str) -> Element | None:
    for name in names:
        holder = None if holder is None else holder.find(q(name))
    return holder


def _add(merged: Marks, step: Marks) -> None:
    """Lay a step over what is known. Tab stops and borders add up; the rest replaces."""
    for name, said in step.items():
        if name == "tabs":
            merged[name] = _with_stops(merged.get(name, ()), said)  # type: ignore[arg-type] # as read
        elif name == "borders":
            merged[name] = {**merged.get(name, {}), **said}  # type: ignore[dict-item] # as read
        else:
            merged[name] = said


def _with_stops(known: tuple[TabStop, ...], more: tuple[TabStop, ...]) -> tuple[TabStop, ...]:
    stops = {round(stop.at, 2): stop for stop in known}
    for stop in more:
        stops.pop(round(stop.at, 2), None)
        if stop.kind != "clear":
            stops[round(stop.at, 2)] = stop
    return tuple(stops.values())


_HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF",
    "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
    "lightGray": "C0C0C0", "black": "000000",
}  # fmt: skip
