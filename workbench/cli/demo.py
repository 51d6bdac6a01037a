"""``workbench demo``: the main job from end to end, on two invented reviews."""

from __future__ import annotations

import argparse
import json
import os
import secrets
import sys
from pathlib import Path
from typing import Any

from workbench.actions.opening import create_review
from workbench.actions.sample import SAMPLES, make_sample, sample_details
from workbench.cli.opening import say_notices
from workbench.cli.passphrase import VARIABLE, author_name
from workbench.cli.paths import path
from workbench.disclosure.audiences import audience
from workbench.errors import BadInput
from workbench.report.order import ReleaseOrder
from workbench.report.release import release
from workbench.resources import resource

WORDS = 5


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "demo", help="make invented reviews and write their redacted Word reports"
    )
    parser.add_argument("--dir", type=path, default=Path("demo"), metavar="DIR")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make both samples and their reports; say where they are and what opens them."""
    folder = _fresh_folder(args.dir)
    given = os.environ.get(VARIABLE)
    passphrase = given or made_passphrase()
    made = [_make(name, folder, passphrase) for name in SAMPLES]
    if args.json:
        told: dict[str, Any] = {"made": made}
        if not given:
            told["passphrase"] = passphrase
        print(json.dumps(told, ensure_ascii=False))
        return 0
    for each in made:
        print(f"record: {each['record']}\nreport: {each['report']}")
    print(f"passphrase: {'the one in ' + VARIABLE if given else passphrase}")
    print("Everyone in these reviews is invented.")
    return 0


def made_passphrase() -> str:
    """A passphrase of words made for it, which offend nobody, chosen by the system's source of
    chance."""
    words = resource("dictionary", "passphrase-words.txt").read_text(encoding="ascii").split()
    return " ".join(secrets.choice(words) for _ in range(WORDS))


def _fresh_folder(wanted: Path) -> Path:
    """The wanted folder, or the next one like it that holds no earlier demonstration."""
    folder, number = wanted, 1
    while any(path.exists() for name in SAMPLES for path in _paths(name, folder)):
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    if folder != wanted:
        print(f"{wanted} holds an earlier demonstration; this one is in {folder}.", file=sys.stderr)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(
            f"The folder {folder} cannot be made: {error.strerror}. Name another with --dir."
        ) from None
    return folder.resolve()


def _paths(name: str, folder: Path) -> tuple[Path, Path]:
    """Where a sample's record and its report go."""
    return folder / f"{name}.review", folder / f"{name}-report.docx"


def _make(name: str, folder: Path, passphrase: str) -> dict[str, str]:
    details = sample_details(name)
    record, report = _paths(name, folder)
    review = create_review(
        record, passphrase, type=details["type"], title=details["title"], author=author_name()
    )
    say_notices(review)
    try:
        make_sample(review, name)
        release(review, ReleaseOrder(output="overview", audience=audience("published")), report)
    finally:
        review.close()
    return {"record": str(record), "report": str(report)}
