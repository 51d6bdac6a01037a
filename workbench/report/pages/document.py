"""The parts of a Word file as the layout reads them: looks, lists, theme, settings, margins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from workbench.report.pages.labels import Numbering
from workbench.report.pages.letters import Slack
from workbench.report.pages.looks import Looks
from workbench.report.pages.margins import Notes, Setting
from workbench.report.pages.marks import TWIP, whole_of
from workbench.report.pages.measuring import Fonts
from workbench.report.parts.ooxml import NAMESPACES, Element, el, on, parse, q, value
from workbench.report.parts.package import Relationship, relationships
from workbench.report.reading.styles import Styles

Parts = Mapping[str, bytes | Element]
_A = NAMESPACES["a"]
_OF_TODAY = 15
_TAB_WIDTH = 36.0


@dataclass(eq=False, slots=True)
class Papers:
    """What the parts beside the body say. ``bodies`` are headers and footers by name."""

    setting: Setting
    notes: Notes
    targets: dict[str, str]
    even: bool
    bodies: dict[str, Element] = field(default_factory=dict)
    pictures: dict[str, dict[str, str]] = field(default_factory=dict)


def read_papers(
    parts: Parts, main: str, fonts: Fonts, slack: Slack, tell: Callable[[str], None]
) -> Papers:
    """Read them; ``slack`` makes letters so much larger."""
    plain = {name: part for name, part in parts.items() if isinstance(part, bytes)}
    links = relationships(plain, main)
    settings = _part(parts, links, "settings")
    styled = _part(parts, links, "styles")
    styles = Styles(el("styles") if styled is None else styled)
    numbering = Numbering(_part(parts, links, "numbering"))
    looks = Looks(styles, numbering, _theme(_part(parts, links, "theme")), fonts, slack)
    setting = Setting(
        looks=looks,
        tab_width=_tab_width(settings),
        widens=slack.widens,
        adds=on(settings, "compat/doNotUseHTMLParagraphAutoSpacing"),
        older=_mode(settings) < _OF_TODAY,
        tell=tell,
    )
    if on(settings, "autoHyphenation"):
        tell("Words are not hyphenated.")
    targets = {one.id: one.target for one in links}
    papers = Papers(
        setting,
        Notes(_part(parts, links, "footnotes"), setting),
        targets,
        on(settings, "evenAndOddHeaders"),
        pictures={main: targets},
    )
    for link in links:
        if link.word in {"header", "footer"} and link.target in parts:
            papers.bodies[link.target] = _root(parts[link.target])
            inner = relationships(plain, link.target)
            papers.pictures[link.target] = {one.id: one.target for one in inner}
    return papers


def _root(part: bytes | Element) -> Element:
    return parse(part) if isinstance(part, bytes) else part


def _part(parts: Parts, links: tuple[Relationship, ...], kind: str) -> Element | None:
    found = next((one.target for one in links if one.word == kind), "")
    return _root(parts[found]) if found in parts else None


def _theme(root: Element | None) -> dict[str, str]:
    """The typefaces of the theme: "major" and "minor"."""
    found = {}
    for name in ("major", "minor"):
        latin = None
        if root is not None:
            latin = next(root.iter(f"{{{_A}}}{name}Font"), None)
            latin = None if latin is None else latin.find(f"{{{_A}}}latin")
        if latin is not None and latin.get("typeface"):
            found[name] = latin.get("typeface", "")
    return found


def _tab_width(settings: Element | None) -> float:
    said = value(settings, "defaultTabStop") or ""
    return float(said) * TWIP if said.isdigit() and int(said) else _TAB_WIDTH


def _mode(settings: Element | None) -> int:
    """The year of Word whose ways the file keeps: 15 for those of today."""
    compat = None if settings is None else settings.find(q("compat"))
    for one in () if compat is None else compat.findall(q("compatSetting")):
        if one.get(q("name")) == "compatibilityMode":
            return whole_of(one.get(q("val")), _OF_TODAY)
    return 12
