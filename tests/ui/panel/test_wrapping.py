"""Lines for the room: within their width, within 60 characters, and with no word lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ui.panel.sizing import LONGEST_LINE
from ui.panel.wrapping import width_of, wrap

pytestmark = pytest.mark.usefixtures("qapp")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text(alphabet=st.sampled_from("abc defg  hijk\n-é"), max_size=400),
    width=st.sampled_from([120.0, 700.0, 3000.0]),
)
def test_lines_fit_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = wrap(text, width, 50)

    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert len(line) <= LONGEST_LINE
        assert width_of(line, 50) <= width


def test_a_line_break_that_the_author_typed_is_kept() -> None:
    assert wrap("First.\nSecond.", 2000, 50) == ("First.", "Second.")
