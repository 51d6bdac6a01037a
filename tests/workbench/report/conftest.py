"""The invented review's report, as the gate lets it out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.workbench.report.invented import material, ruled
from tests.workbench.report.samples import sample_review
from workbench.disclosure.gate import Disclosed
from workbench.model.blocks import Document, words
from workbench.report.layouts import layout
from workbench.report.sections import section_of
from workbench.review import Review

VALUES = {
    "board": "Harrowmere Safeguarding Adults Board",
    "reference": "SAR 7",
    "document": "Safeguarding Adults Review: overview report",
    "author": "Una Corrigan",
    "version": "Draft 1",
    "marking": "Confidential draft",
}


@pytest.fixture(scope="session")
def document() -> Document:
    facts = material()
    return Document(
        words(facts.details.title),
        tuple((name, words(text)) for name, text in VALUES.items()),
        tuple(section_of(plan, facts) for plan in layout("sar").sections if not plan.only),
    )


@pytest.fixture(scope="session")
def disclosed(document: Document) -> Disclosed:
    return ruled(document)


@pytest.fixture(scope="session")
def adult(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    with sample_review("adult", tmp_path_factory.mktemp("adult")) as review:
        yield review


@pytest.fixture(scope="session")
def child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    with sample_review("child", tmp_path_factory.mktemp("child")) as review:
        yield review
