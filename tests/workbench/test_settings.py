"""The settings: kept for this user alone, each with its default, and a spoilt file spoils nothing."""

from __future__ import annotations

import json
import os
from dataclasses import fields
from pathlib import Path

import pytest

from workbench.settings import Settings, load_settings, save_settings


def test_settings_are_kept_for_this_user_alone(private_data: Path) -> None:
    save_settings(Settings(author="Ash Rowan", text_size=150))
    assert load_settings() == Settings(author="Ash Rowan", text_size=150)
    if os.name != "nt":
        assert (private_data / "settings.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("spoilt", ["", "{", "[1, 2]", '"text"', "\x00\xff"])
def test_a_spoilt_file_gives_the_defaults(private_data: Path, spoilt: str) -> None:
    (private_data / "settings.json").write_text(spoilt, encoding="utf-8")
    assert load_settings() == Settings()


def test_a_value_of_the_wrong_kind_gives_that_one_its_default(private_data: Path) -> None:
    kept = {"author": "Ash Rowan", "text_size": "large", "remember_recent": 1, "unknown": 3}
    (private_data / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
    assert load_settings() == Settings(author="Ash Rowan")


def test_every_setting_says_what_it_does() -> None:
    for setting in fields(Settings):
        assert setting.metadata["about"].endswith("."), setting.name
