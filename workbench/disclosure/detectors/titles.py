"""Titles before a name, and a stop after one."""

from __future__ import annotations

from workbench.disclosure.dictionary import word_list

_SPELLED = word_list("titles.spelled")


def ends_sentence(title: str, gap: str) -> bool:
    """Whether the stop after a title ends a sentence: after "Nurse", which is short for nothing,
    and never after "Dr"."""
    return gap.startswith(".") and title in _SPELLED
