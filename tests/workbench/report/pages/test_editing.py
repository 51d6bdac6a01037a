"""After an edit the pages are those of a file that was laid out afresh, at the cost of the edit."""

from __future__ import annotations

import random
from copy import deepcopy

import pytest

from tests.workbench.report.paged import composed, laid_out
from workbench.report.pages.laying import Layout
from workbench.report.pages.page import Page, Text
from workbench.report.parts.ooxml import Element, local, q, text_runs
from workbench.report.word import Composed
from workbench.review import Review


@pytest.fixture(scope="module")
def written(adult: Review) -> Composed:
    return composed(adult, "overview")


def pages(layout: Layout) -> list[Page]:
    return [layout.page(number) for number in range(layout.count)]


def prose(root: Element) -> list[Element]:
    """The body's paragraphs that say something and belong to no field."""
    body = root[0]
    return [
        one
        for one in body
        if local(one) == "p"
        and one.find(q("r")) is not None
        and next(one.iter(q("fldChar"), q("drawing"), q("bookmarkStart")), None) is None
    ]


def longer(paragraph: Element, words: int) -> Element:
    """A copy of the paragraph that says so much more."""
    made = deepcopy(paragraph)
    made.extend(text_runs(" and one more word" * words))
    return made


@pytest.mark.parametrize("seed", range(3))
def test_an_edited_file_has_the_pages_of_one_laid_out_afresh(written: Composed, seed: int) -> None:
    chance = random.Random(seed)
    root = deepcopy(written.root)
    whole = {**written.whole, written.main: root}
    layout = laid_out(whole)
    pages(layout)
    for _ in range(2):
        old = chance.choice(prose(root))
        made = [longer(old, chance.choice((1, 3, 80))) for _ in range(chance.choice((1, 1, 3)))]
        for new in made:
            old.addprevious(new)
        old.getparent().remove(old)  # type: ignore[union-attr] # it stands in the body
        layout.replaced([old], made)
        layout.page(chance.randrange(20))
        assert pages(layout) == pages(laid_out(whole))


def test_the_whole_file_again_after_an_edit_gives_the_same_pages(written: Composed) -> None:
    root = deepcopy(written.root)
    whole = {**written.whole, written.main: root}
    layout = laid_out(whole)
    before = pages(layout)
    old = prose(root)[40]
    old.addnext(longer(old, 2))
    layout.changed(whole)
    after = pages(layout)
    assert after == pages(laid_out(whole))
    assert after[0] is before[0]


def test_pages_that_an_edit_leaves_as_they_were_are_not_made_again(written: Composed) -> None:
    root = deepcopy(written.root)
    layout = laid_out({**written.whole, written.main: root})
    before = pages(layout)
    old = prose(root)[30]
    new = deepcopy(old)
    node = next(new.iter(q("t")))
    node.text = (node.text or "x")[:-1] + "i"
    old.addprevious(new)
    old.getparent().remove(old)  # type: ignore[union-attr] # it stands in the body
    layout.replaced([old], [new])
    at = layout.index_of_element(new)
    while at is None:  # it stands further on than what is laid out
        layout.page(layout.counted)
        at = layout.index_of_element(new)
    layout.page(at)
    assert layout.whole
    after = pages(layout)
    assert [one is other for one, other in zip(before, after, strict=True)].count(False) == 1


def test_the_first_page_does_not_wait_for_how_many_there_are(written: Composed) -> None:
    layout = laid_out(written.whole)
    third = layout.page(2)
    assert layout.counted == 3
    assert not layout.whole
    assert any("\u2026" in item.words for item in third.items if isinstance(item, Text))
    many = layout.count
    said = [item.words for item in layout.page(2).items if isinstance(item, Text)]
    assert any(f"Page 3 of {many}" in words for words in said)
