"""What is put into a record comes out of it, whatever the words."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from tests.workbench.store.records import make, reopen
from tests.workbench.store.worlds import everything, worlds
from workbench.model.facts import Fact
from workbench.model.kinds import KINDS


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds())
def test_every_kind_of_fact_comes_back_as_it_was_put(world: list[Fact]) -> None:
    assert {fact.kind for fact in world} | {"review"} == {kind.kind for kind in KINDS}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.review"
        review = make(path)
        review.change("put them all", put=world)
        review.close()
        again = reopen(path)
        held = everything(again)
        again.close()
    for fact in world:
        assert held[fact.kind][fact.id] == fact
