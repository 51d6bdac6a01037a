"""A recovery key typed back: a slip is told from another key."""

from __future__ import annotations

import pytest

from workbench.actions.safekeeping import check_recovery_key
from workbench.errors import BadInput
from workbench.store.recovery import new_secret, written


def test_a_key_typed_back_may_be_small_and_spaced_but_not_another() -> None:
    key = written(new_secret())
    check_recovery_key(key, key.lower().replace("-", " "))
    slip = ("1" if key[0] == "0" else "0") + key[1:]
    with pytest.raises(BadInput, match="slip"):
        check_recovery_key(key, slip)
    with pytest.raises(BadInput, match="not this one"):
        check_recovery_key(key, written(new_secret()))
