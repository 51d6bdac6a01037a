"""The colours of the screens, each once, for light and for dark. Every pair is contrast-tested."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours that a screen may use, by what they are for."""

    window: QColor  # the ground of the whole window
    base: QColor  # the ground of lists and boxes to type in
    stripe: QColor  # every other row
    text: QColor
    muted: QColor  # what is said quietly
    line: QColor  # between things
    outline: QColor  # round what can be typed in or pressed
    button: QColor
    accent: QColor  # what acts, and what has the focus
    on_accent: QColor
    selected: QColor  # the ground of what is selected
    risk: QColor
    risk_ground: QColor
    protective: QColor
    protective_ground: QColor
    notice_ground: QColor
    warning: QColor  # a badge's ground: real names, errors
    on_warning: QColor


def _tones(**named: str) -> Tones:
    return Tones(**{name: QColor(value) for name, value in named.items()})


LIGHT = _tones(
    window="#f4f5f7",
    base="#ffffff",
    stripe="#f8f9fb",
    text="#1b1d22",
    muted="#545c69",
    line="#d5dae1",
    outline="#858d99",
    button="#ffffff",
    accent="#1b5a8a",
    on_accent="#ffffff",
    selected="#d6e6f2",
    risk="#a32d1a",
    risk_ground="#fbe9e7",
    protective="#17653a",
    protective_ground="#e6f4ef",
    notice_ground="#e4eef7",
    warning="#a5301c",
    on_warning="#ffffff",
)

DARK = _tones(
    window="#1b1d1f",
    base="#232629",
    stripe="#272b2e",
    text="#f3f2f1",
    muted="#b4bac2",
    line="#3b4046",
    outline="#858d96",
    button="#2d3135",
    accent="#8cc4ee",
    on_accent="#11202c",
    selected="#2a4356",
    risk="#ffa494",
    risk_ground="#402622",
    protective="#86dba9",
    protective_ground="#1f3a2c",
    notice_ground="#26394a",
    warning="#ffb4a6",
    on_warning="#3a120a",
)
