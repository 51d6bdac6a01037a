"""What every test stands on: a private data folder, and key derivation that does not dawdle."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PASSPHRASE = "four invented words here"


@pytest.fixture(autouse=True)
def private_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The application's data folder of this test alone."""
    data = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("WORKBENCH_DATA", str(data))
    return data


@pytest.fixture
def quick_environment(private_data: Path) -> dict[str, str]:
    """The environment for a workbench that a test starts as a process of its own."""
    return {
        **os.environ,
        "WORKBENCH_DATA": str(private_data),
        "WORKBENCH_PASSPHRASE": PASSPHRASE,
        "QT_QPA_PLATFORM": "offscreen",
    }
