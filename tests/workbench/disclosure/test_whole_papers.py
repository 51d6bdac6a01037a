"""What the finder makes of papers written without looking at it, each with its own register."""

from __future__ import annotations

import pytest

from tests.workbench.disclosure.marked import Score
from tests.workbench.disclosure.whole_papers import PAPERS, score_paper


@pytest.fixture(scope="module")
def papers() -> Score:
    """The score on all papers together."""
    total = Score()
    for path in PAPERS:
        score_paper(path, total)
    return total


@pytest.mark.parametrize(
    ("part", "whole", "least"),
    [
        ("registered surfaced", "registered", 0.997),
        ("patterned surfaced", "patterned", 1.0),
        ("identity certain", "identity", 0.93),
        ("certain right", "certain", 0.989),
        ("unknown surfaced", "unknown", 0.985),
        ("capitals left", "capitals", 0.98),
        ("words left", "words", 0.992),
    ],
)
def test_papers_reach(papers: Score, part: str, whole: str, least: float) -> None:
    assert papers.counts[whole] > 60
    assert papers.share(part, whole) >= least, "\n".join(papers.wrong)


def test_nobody_in_a_paper_is_taken_for_somebody_else(papers: Score) -> None:
    assert papers.counts["wrong entity"] <= 1, "\n".join(papers.wrong)
