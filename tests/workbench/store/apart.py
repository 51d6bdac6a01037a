"""Work in a process of its own, which can be killed, limited, or made to drop its rights."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

_START = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_context = multiprocessing.get_context(_START)
if _START == "forkserver":
    _context.set_forkserver_preload(["tests.workbench.store.records", "workbench.actions.closing"])


def start(work: Callable[..., None], *args: Any) -> tuple[BaseProcess, Connection]:
    """Start ``work(pipe, *args)`` in a process with this test's data folder."""
    here, there = _context.Pipe()
    process = _context.Process(
        target=_begin, args=(work, there, os.environ["WORKBENCH_DATA"], *args), daemon=True
    )
    process.start()
    there.close()
    return process, here


def _begin(work: Callable[..., None], pipe: Connection, data: str, *args: Any) -> None:
    os.environ["WORKBENCH_DATA"] = data
    work(pipe, *args)


def told_by(work: Callable[..., None], *args: Any) -> Any:
    """What ``work`` sends back before it ends."""
    process, pipe = start(work, *args)
    try:
        return pipe.recv()
    finally:
        process.join(30)
