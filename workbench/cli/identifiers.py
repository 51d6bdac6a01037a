"""``workbench identifiers``: what the gate finds in a text."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.cli.paths import path
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.finder import Finder, finder_of
from workbench.disclosure.normalise import passage_of
from workbench.disclosure.register import Register, register_from_json
from workbench.errors import BadInput


def add(subparsers: Any) -> None:
    """Add the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "identifiers", help="what the gate finds in a text that it reads from standard input"
    )
    parser.add_argument("--register", required=True, type=path, help="who is registered, as JSON")
    parser.add_argument(
        "--jsonl", action="store_true", help="each line is a paragraph with an id and a text"
    )
    parser.set_defaults(run=run)


def register_in(path: Path) -> Register:
    """The register in a JSON file; one that cannot be used is refused in plain words."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise BadInput("The register file cannot be opened. Check its name and place.") from None
    except UnicodeDecodeError:
        raise BadInput("The register file is not plain text. Save it as JSON in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise BadInput(f"The register file is not JSON: look at line {error.lineno}.") from None
    return register_from_json(content)


def found_in(finder: Finder, text: str, recent: Recent) -> Iterator[dict[str, object]]:
    """What is found in one text, each as the object that the command prints."""
    passage = passage_of(text)
    for found in finder.find(passage, recent):
        start, end = passage.original_span(found.start, found.end)
        yield {
            "start": start,
            "end": end,
            "kind": found.kind.value,
            "text": text[start:end],
            "entity": found.entity,
            "certain": found.certain,
        }


def run(args: argparse.Namespace) -> int:
    """Read the text and say what is found in it."""
    finder, recent = finder_of(register_in(args.register)), Recent()
    if not args.jsonl:
        for row in found_in(finder, sys.stdin.read(), recent):
            print(json.dumps(row, ensure_ascii=False))
        return 0
    for number, line in enumerate(sys.stdin, 1):
        if line.strip():
            key, text = _paragraph(number, line)
            found = list(found_in(finder, text, recent))
            print(json.dumps({"id": key, "found": found}, ensure_ascii=False))
    return 0


def _paragraph(number: int, line: str) -> tuple[object, str]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        raise BadInput(f"Line {number} is not JSON. Each line is one paragraph as JSON.") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise BadInput(f"Line {number} must be an object with an id and a text.")
    return row["id"], row["text"]
