"""Named versions: moments of the record that its author wants to find again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.facts import Topic
from workbench.model.ids import NamedVersionId


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVersion:
    """The record as it stood after journal transaction ``number``: "Panel 2 draft".

    ``at`` is when it was named, in UTC (ISO 8601 with seconds).
    """

    kind: ClassVar[str] = "named_version"
    topic: ClassVar[Topic] = Topic.VERSIONS

    id: NamedVersionId
    name: str
    number: int
    at: str
    note: str = ""
