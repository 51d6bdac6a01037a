"""What can be done on other pages than the one that is shown, known before a page is made.

A page adds its commands when it is made, which is when it is first shown: to make them all for
their names would cost a second. Their words stand in ``resources/wording/page-commands.json``.
"""

from __future__ import annotations

from functools import cache

from ui.support.commands import Command, Commands
from workbench.resources import read_json


@cache
def page_commands() -> tuple[Command, ...]:
    """Every page's commands, as words: what runs one is its action, once its page is shown."""
    told = read_json("wording", "page-commands.json")
    return tuple(
        Command(each["id"], each["text"], tip=each["tip"], page=each["page"]) for each in told
    )


def elsewhere(commands: Commands) -> tuple[Command, ...]:
    """Those of the pages that are not shown; none while no review is open."""
    if not commands.is_open:
        return ()
    return tuple(each for each in page_commands() if each.page != commands.shown_page)
