"""Files and folders as commands are given them."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path


def path(text: str) -> Path:
    """The file or folder that was named. Nothing is no name, although it would mean the folder in
    which one stands: a script whose variable was empty meant another."""
    if not text.strip():
        raise ArgumentTypeError("no name was given: it is empty")
    return Path(text)
