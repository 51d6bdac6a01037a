"""Hidden text: words that Word neither shows nor prints."""

from __future__ import annotations

from lxml import etree

from workbench.disclosure.cleaning.word_xml import every, is_on, remove, w


def hidden_styles(styles: etree._Element) -> frozenset[str]:
    """The styles whose words are hidden, by themselves or by what they rest on."""
    direct: dict[str, bool | None] = {}
    rests: dict[str, str] = {}
    for style in every(styles, "style"):
        name = style.get(w("styleId"), "")
        vanish = style.find(f"{w('rPr')}/{w('vanish')}")
        direct[name] = None if vanish is None else is_on(vanish)
        below = style.find(w("basedOn"))
        rests[name] = "" if below is None else below.get(w("val"), "")
    return frozenset(name for name in direct if _hides(name, direct, rests))


def _hides(name: str, direct: dict[str, bool | None], rests: dict[str, str]) -> bool:
    seen: set[str] = set()
    while name in direct and name not in seen:
        seen.add(name)
        own = direct[name]
        if own is not None:
            return own
        name = rests[name]
    return False


def remove_hidden(root: etree._Element, styles: frozenset[str]) -> int:
    """Take out every hidden run; how many there were. A field is taken out whole or not at all."""
    number = 0
    for paragraph in every(root, "p"):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        within = style is not None and style.get(w("val")) in styles
        runs = [
            one
            for one in paragraph.iter(w("r"))
            if next(one.iterancestors(w("p")), None) is paragraph
            and _is_hidden(one, within, styles)
        ]
        if not _whole_fields(runs):
            runs = [one for one in runs if not _of_field(one)]
        for run in runs:
            remove(run)
        number += len(runs)
    return number


def _is_hidden(run: etree._Element, within: bool, styles: frozenset[str]) -> bool:
    properties = run.find(w("rPr"))
    if properties is None:
        return within
    vanish = properties.find(w("vanish"))
    if vanish is not None:
        return is_on(vanish)
    style = properties.find(w("rStyle"))
    return within if style is None else style.get(w("val")) in styles


def _whole_fields(runs: list[etree._Element]) -> bool:
    kinds = [char.get(w("fldCharType")) for run in runs for char in run.findall(w("fldChar"))]
    return kinds.count("begin") == kinds.count("end")


def _of_field(run: etree._Element) -> bool:
    return run.find(w("fldChar")) is not None or run.find(w("instrText")) is not None
