"""What can be wrong with a record, each in words that the author can act on."""

from __future__ import annotations

from workbench.errors import BadInput, Refused


class NotARecord(BadInput):
    """The file is something else."""


class NewerVersion(BadInput):
    """The file was made by a later version of the workbench."""


class Damaged(BadInput):
    """The file is a record, and bytes of it are wrong or missing."""


class WrongPassphrase(BadInput):
    """No key slot opens with what was typed. The text gives no hint, on purpose."""

    def __init__(self) -> None:
        super().__init__(
            "That passphrase does not open this review. Check capital letters and spaces, "
            "and type it again."
        )


class AlreadyOpen(Refused):
    """Another window or process has the record."""


class ChangedElsewhere(Refused):
    """The file on disk is no longer the one that was opened. Opening again keeps both."""

    open_again = True


class CannotWrite(BadInput):
    """The record's file or its folder cannot be written to."""
