"""The disclosure log says what was done, in counts, and names nobody."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

from tests.workbench.disclosure import leak_bed
from tests.workbench.disclosure.passages_by_hand import register
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.log import log_entry
from workbench.model.blocks import Document

KNOWN = register(("p1", "person", leak_bed.NAME, [], "child", "Child A"))
AT = datetime(2026, 3, 31, 9, 30, tzinfo=UTC)


def entry_of(text: str, content: bytes) -> dict[str, object]:
    disclosed = disclose(Document(title=(text,)), KNOWN, audience("board"))
    made = log_entry(disclosed, scan(content, KNOWN), content, at=AT, output="overview")
    loaded: dict[str, object] = json.loads(made.as_json())
    return loaded


def test_a_released_document_is_logged_with_what_was_replaced_and_its_hash() -> None:
    entry = entry_of(f"{leak_bed.NAME} rang 07700 900123.", leak_bed.BASE)
    assert entry["released"] is True
    assert entry["replaced"] == [["person", 1], ["phone", 1]]
    assert entry["audience"] == "board"
    assert entry["at"] == "2026-03-31T09:30:00+00:00"
    assert entry["hash"] == hashlib.sha256(leak_bed.BASE).hexdigest()
    assert entry["pictures_to_look_at"] == 1


def test_a_refused_document_is_logged_with_counts_and_without_a_name() -> None:
    leaking = leak_bed.PARTS["header"]()
    entry = entry_of("It was Dr Adebayo.", leaking)
    assert entry["released"] is False
    assert entry["held_back"] == [["unknown", 1]]
    assert entry["leaks"] == [["person", 1]]
    text = json.dumps(entry)
    assert not any(word in text for word in ("Adebayo", "Quillfeather", "Zebedee"))
