"""How a template's paragraphs look: what is cloned from it for each new one."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from workbench.report.parts.ooxml import Element, el, local, paragraph_text, put, q
from workbench.report.writing.inline import ink

# What a new paragraph must not inherit from the one that it is cloned from.
_NOT_CLONED = frozenset({"sectPr", "pageBreakBefore", "rPr", "cnfStyle", "framePr"})
_GUIDANCE_LOOKS = frozenset(
    {"i", "iCs", "color", "highlight", "shd", "rStyle", "vanish", "u", "b", "bCs"}
)


@dataclass(frozen=True, slots=True)
class Look:
    """Paragraph and run properties to clone."""

    paragraph_properties: Element | None = None
    run_properties: Element | None = None

    def paragraph(self, text: str = "") -> Element:
        """A new paragraph of this look that says ``text``."""
        made = el("p")
        if self.paragraph_properties is not None and len(self.paragraph_properties):
            made.append(deepcopy(self.paragraph_properties))
        if text:
            made.extend(ink(text, self.run_properties))
        return made

    def with_paragraph(self, *extra: Element) -> Look:
        """The same look with these paragraph properties set as well."""
        made = el("pPr")
        if self.paragraph_properties is not None:
            made = deepcopy(self.paragraph_properties)
        for one in extra:
            put(made, deepcopy(one))
        return Look(made, self.run_properties)

    def with_run(self, *extra: Element) -> Look:
        """The same look with these run properties set as well."""
        made = el("rPr")
        if self.run_properties is not None:
            made = deepcopy(self.run_properties)
        for one in extra:
            put(made, deepcopy(one))
        return Look(self.paragraph_properties, made)

    def without_numbering(self) -> Look:
        """The same look outside any list that its paragraph properties name."""
        if self.paragraph_properties is None:
            return self
        made = deepcopy(self.paragraph_properties)
        if made.find(q("numPr")) is not None:
            for name in ("numPr", "ind"):
                for found in made.findall(q(name)):
                    made.remove(found)
        return Look(made, self.run_properties)


def styled(style: str | None) -> Look:
    """The look of a style and nothing else; without a style, the template's default."""
    if style is None:
        return Look()
    return Look(el("pPr", el("pStyle", val=style)))


def look_of(paragraph: Element, *, guidance: bool = False) -> Look:
    """The look of a paragraph that stands there; of guidance, without what marks it as such."""
    properties = el("pPr")
    for child in paragraph.iterfind(f"{q('pPr')}/*"):
        if local(child) not in _NOT_CLONED and not (guidance and local(child) in {"pBdr", "shd"}):
            properties.append(deepcopy(child))
    run = next((one for one in paragraph.iter(q("r")) if paragraph_text(one).strip()), None)
    runs = el("rPr")
    for child in run.iterfind(f"{q('rPr')}/*") if run is not None else ():
        if not guidance or local(child) not in _GUIDANCE_LOOKS:
            runs.append(deepcopy(child))
    return Look(properties, runs)
