"""The glossary: what the author wrote as "MCA: Mental Capacity Act 2005", one term a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from workbench.model.blocks import Block, Column, Section, Table, Words, rewrite_block, words
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.inline import inline
from workbench.report.subjects.prose import prose
from workbench.resources import read_json

GLOSSARY = "glossary"


def glossary(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """A table of terms; a passage that is not written as terms stays prose."""
    lines = _lines(plan.id, material)
    terms = _terms(lines)
    return _table(plan, terms) if terms is not None and lines else prose(plan, material)


def plain_glossary(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The words of services that this report uses, each in plain words: the author's own terms,
    and the workbench's for the rest."""
    own = {
        **(_terms(_lines(GLOSSARY, material)) or {}),
        **(_terms(_lines(plan.id, material)) or {}),
    }
    known = {term.casefold() for term in own}
    said = "\n".join(_words_of(material.report))
    plain: Mapping[str, str] = read_json("templates", "wording", "plain-words.json")
    found = {
        term: meaning
        for term, meaning in plain.items()
        if term.casefold() not in known and _stands_in(term, said)
    }
    terms = {**own, **found}
    return _table(plan, terms) if terms else ()


def _lines(section: str, material: Material) -> list[str]:
    lines = (
        line.strip().removeprefix("- ") for line in material.passages.get(section, "").splitlines()
    )
    return [line for line in lines if line]


def _terms(lines: Iterable[str]) -> dict[str, str] | None:
    """The terms with their meanings; None when a line is no term."""
    pairs = [line.partition(":") for line in lines]
    if not all(term and colon and meaning for term, colon, meaning in pairs):
        return None
    return {term.strip(): meaning.strip() for term, _, meaning in pairs}


def _table(plan: SectionPlan, terms: Mapping[str, str]) -> tuple[Block, ...]:
    rows = tuple(
        (words(term), inline(meaning))
        for term, meaning in sorted(terms.items(), key=lambda pair: pair[0].casefold())
    )
    columns = (Column("term", "Term", 1), Column("meaning", "Meaning", 3))
    places = tuple(f"{plan.title}, row {number}" for number in range(1, len(rows) + 1))
    return (Table(columns, rows, words("Terms used in this report"), places, plan.title),)


def _words_of(sections: Iterable[Section]) -> list[str]:
    said: list[str] = []

    def hear(text: Words, place: str) -> Words:
        del place
        said.append("".join(part for part in text if isinstance(part, str)))
        return text

    for section in sections:
        for block in section.blocks:
            rewrite_block(block, hear)
    return said


def _stands_in(term: str, text: str) -> bool:
    # A short form is one only in capitals: "CIN" is no "cin".
    flags = 0 if term.isupper() else re.IGNORECASE
    return re.search(rf"(?<!\w){re.escape(term)}s?(?!\w)", text, flags) is not None
