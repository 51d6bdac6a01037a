"""Errors whose text can be shown to the author as it is.

Every text says what happened, where, and what to do next, in words for a person who does not
program. No text may hold anything from a record: an error can end up in a log or on a projector.
"""

from __future__ import annotations


class WorkbenchError(Exception):
    """Something that the author can understand and act on. Its text is shown unchanged.

    ``open_again`` when the review cannot go on as it is, nothing is lost, and opening it again
    settles it.
    """

    open_again = False


class BadInput(WorkbenchError):
    """A file, a word or an option from outside cannot be used."""


class Refused(WorkbenchError):
    """The workbench could do this and will not, and says why (an unresolved name, a leak)."""


class Missing(WorkbenchError):
    """What was asked for is not, or no longer, in the record."""
