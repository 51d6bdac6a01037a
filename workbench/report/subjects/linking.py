"""What a passage may point to: findings and recommendations by number, evidence by its source."""

from __future__ import annotations

from workbench.model.agencies import Contribution
from workbench.model.blocks import Inline, Moment, Words, words
from workbench.model.chronology import Entry
from workbench.model.ids import ContributionId, EntryId
from workbench.report.material import Material
from workbench.report.subjects.inline import Links, meant
from workbench.resources import label_of


def links_of(material: Material) -> Links:
    """The numbers under which the report prints findings and recommendations, and its evidence."""
    learning = [one.id for one in material.findings if not one.good_practice]
    entries = material.entry_by_id
    papers = {one.id: one for one in material.contributions}

    def evidence(kind: str, key: str) -> Words:
        if not material.evidence_notes:
            return ()
        if kind == "entry":
            entry = meant(key, entries)
            return _entry(entries[EntryId(entry)], material) if entry else ()
        paper = meant(key, papers)
        return _paper(papers[ContributionId(paper)], material) if paper else ()

    def holds(kind: str, key: str) -> bool:
        return meant(key, entries if kind == "entry" else papers) is not None

    return Links(
        holds=holds,
        findings={key: number for number, key in enumerate(learning, 1)},
        recommendations={one.id: n for n, one in enumerate(material.recommendations, 1)},
        evidence=evidence,
    )


def _entry(entry: Entry, material: Material) -> Words:
    """ "The GP practice, record of 3 March 2024"."""
    agency = material.agency(entry.agency) or "Family and network"
    if not entry.when.dated:
        return words(f"{agency}, record without a date.")
    parts: list[Inline] = [f"{agency}, record of ", Moment(entry.when), "."]
    return words(*parts)


def _paper(paper: Contribution, material: Material) -> Words:
    kind = paper.title or label_of("contribution-types", paper.type)
    return words(f"{material.agency(paper.agency)}, {kind[:1].lower()}{kind[1:]}.")
