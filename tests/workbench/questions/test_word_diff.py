"""Two wordings compared, as a person reads them."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from workbench.questions.word_diff import Run, Sort, word_diff

SAME, REMOVED, ADDED = Sort.SAME, Sort.REMOVED, Sort.ADDED
SENTENCES = st.lists(
    st.sampled_from(["the", "nurse", "saw", ",", "saw.", "her\n", "", "ab", "é", "1"]), max_size=12
)


def test_the_words_that_went_and_came_are_told() -> None:
    assert word_diff("The nurse saw her at home.", "The carer saw her twice at home.") == (
        Run(SAME, "The "),
        Run(REMOVED, "nurse "),
        Run(ADDED, "carer "),
        Run(SAME, "saw her "),
        Run(ADDED, "twice "),
        Run(SAME, "at home."),
    )
    assert word_diff("", "New") == (Run(ADDED, "New"),)
    assert word_diff("Old", "") == (Run(REMOVED, "Old"),)
    assert word_diff("a b", "a b") == (Run(SAME, "a b"),)


@given(SENTENCES, SENTENCES)
def test_each_side_can_be_read_out_of_the_runs(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    runs = word_diff(before, after)
    kept = "".join(run.text for run in runs if run.sort is not REMOVED)
    assert kept.split() == after.split()
    assert "".join(run.text for run in runs if run.sort is not ADDED).split() == before.split()
    assert all(one.sort is not other.sort for one, other in itertools.pairwise(runs))


def test_a_long_text_with_one_word_changed_shows_that_word_alone() -> None:
    words = [f"word{number % 50}" for number in range(20_000)]
    changed = [*words[:9_000], "changed", *words[9_001:]]
    runs = word_diff(" ".join(words), " ".join(changed))
    assert [run.text.strip() for run in runs if run.sort is not SAME] == [words[9_000], "changed"]
