"""That the register was complete: every name in the papers registered or ruled out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.facts import Topic
from workbench.model.ids import RegisterCheckId


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCheck:
    """All ``names`` that the papers held after journal transaction ``number`` had been looked at.

    ``at`` is in UTC (ISO 8601 with seconds).
    """

    kind: ClassVar[str] = "register_check"
    topic: ClassVar[Topic] = Topic.RULINGS

    id: RegisterCheckId
    at: str
    number: int
    names: int
    note: str = ""
