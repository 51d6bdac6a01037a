"""What the gate keeps ready of a review's names, to be dropped when the review is locked."""

from __future__ import annotations

from workbench.disclosure.detectors.bearers import bearers_of
from workbench.disclosure.detectors.damaged import holed
from workbench.disclosure.detectors.explained import explained
from workbench.disclosure.detectors.index import index_of
from workbench.disclosure.detectors.meant import last_of
from workbench.disclosure.detectors.one_letter import by_letter, shown_with
from workbench.disclosure.detectors.shapes import begun_by
from workbench.disclosure.detectors.slips import sound_of
from workbench.disclosure.finder import finder_of
from workbench.disclosure.normalise import atoms_of
from workbench.disclosure.pseudonyms import problems, real_names_of, shared_by
from workbench.disclosure.remembering import kept_disclosers


def forget() -> None:
    """Drop every register that was made ready, and every word that was compared with one."""
    for kept in (
        kept_disclosers,
        finder_of,
        index_of,
        holed,
        bearers_of,
        by_letter,
        shown_with,
        last_of,
        problems,
        real_names_of,
        shared_by,
        begun_by,
        explained,
        sound_of,
        atoms_of,
    ):
        kept.cache_clear()
