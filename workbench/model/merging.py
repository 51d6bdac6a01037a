"""What was taken in from other copies of the record, so that it is not asked about again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.facts import Topic
from workbench.model.ids import MergedCopyId


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedCopy:
    """Another copy was merged up to its journal transaction ``number``, whose hash is ``chained``.

    ``at`` is in UTC (ISO 8601 with seconds).
    """

    kind: ClassVar[str] = "merged_copy"
    topic: ClassVar[Topic] = Topic.VERSIONS

    id: MergedCopyId
    number: int
    chained: str
    at: str
    name: str = ""
