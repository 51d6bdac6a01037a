"""Where this laptop keeps the application's own data, apart from any record."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path


def data_folder() -> Path:
    """The application's private folder; ``WORKBENCH_DATA`` names another."""
    chosen = os.environ.get("WORKBENCH_DATA")
    return Path(chosen) if chosen else user_data_path("review-panel-workbench", appauthor=False)
