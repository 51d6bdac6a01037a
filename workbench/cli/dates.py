"""``workbench dates``: each line as it is understood."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import Any

from workbench.errors import BadInput
from workbench.intake.dates import Context, Understood, understand


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("dates", help="how each line of standard input is understood")
    parser.add_argument("--jsonl", action="store_true", help="each line is an object with a text")
    parser.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print one JSON object for each line."""
    for number, line in enumerate(sys.stdin, 1):
        line = line.rstrip("\r\n")  # the line without its end
        if args.jsonl and not line.strip():
            continue
        text, context = _asked(line, number, args.today) if args.jsonl else (line, None)
        about = context or Context(today=args.today)
        print(json.dumps(as_json(understand(text, context=about)), ensure_ascii=False))
    return 0


def as_json(understood: Understood) -> dict[str, Any]:
    """What was understood, as the command line gives it."""
    when = understood.when
    return {
        "text": when.text,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "start_time": when.start_time.isoformat("minutes") if when.start_time else None,
        "end_time": when.end_time.isoformat("minutes") if when.end_time else None,
        "precision": when.precision.value,
        "approximate": when.approximate,
        "ambiguous": understood.ambiguous,
        "alternatives": [day.isoformat() for day in understood.alternatives],
        "valid": understood.valid,
        "message": understood.message,
    }


def _asked(line: str, number: int, today: date | None) -> tuple[str, Context]:
    wrong = BadInput(f"Line {number} is not an object with a text and perhaps a context.")
    try:
        asked = json.loads(line)
        about = asked.get("context") or {}
        return str(asked["text"]), Context(
            previous_date=_day(about.get("previous_date")),
            column=about.get("column") or "date",
            row_date=_day(about.get("row_date")),
            date_system=int(about["date_system"]) if about.get("date_system") else None,
            column_siblings=tuple(str(each) for each in about.get("column_siblings") or ()),
            role=about.get("role") or "",
            today=today,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise wrong from None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
