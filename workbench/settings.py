"""Where this laptop keeps the application's own data, and every setting, each declared once.

Nothing of a record is ever in the settings.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_data_path


def data_folder() -> Path:
    """The application's private folder; ``WORKBENCH_DATA`` names another."""
    chosen = os.environ.get("WORKBENCH_DATA")
    return Path(chosen) if chosen else user_data_path("review-panel-workbench", appauthor=False)


def setting(default: Any, about: str) -> Any:
    """A setting: its default, and what it does in plain words."""
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting of the application."""

    author: str = setting("", "The name under which changes are noted in a review’s history.")
    text_size: int = setting(100, "The size of all text, in per cent.")
    light: str = setting("system", "Light or dark screens: system, light or dark.")
    lock_after: int = setting(10, "Minutes without use after which the review is locked.")
    remember_recent: bool = setting(True, "Whether the first screen lists the files opened last.")
    backup_folder: str = setting(
        "", "Another folder for backups, best on another disk; empty for the private folder."
    )
    backups_kept: int = setting(10, "How many of the latest backups of a review are kept.")
    room_screen: str = setting("", "The screen that the room looked at last.")


def load_settings() -> Settings:
    """The settings as kept; one that is missing or not of its type has its default."""
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        kept = {}
    usable = {
        each.name: kept[each.name]
        for each in fields(Settings)
        if isinstance(kept, dict) and type(kept.get(each.name)) is type(each.default)
    }
    return Settings(**usable)


def save_settings(settings: Settings) -> None:
    """Keep the settings."""
    write_private(_file(), asdict(settings))


def write_private(path: Path, content: Any) -> None:
    """Write JSON that only this user can read, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(f"{path.name}.new")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")
    fresh.replace(path)


def _file() -> Path:
    return data_folder() / "settings.json"
