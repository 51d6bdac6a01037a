"""Every command of the window itself, each once, in the order in which the menus show them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ui.shell.copying import Copying
from ui.shell.item_history import history_commands
from ui.shell.over_work import OverWork
from ui.shell.page_entries import PAGES
from ui.support.commands import Command
from ui.support.session import Session
from ui.support.theme import Light

MENUS = ("File", "Edit", "View", "Panel", "Help")


class Window(Protocol):
    """What the commands ask of the main window."""

    over: OverWork
    session: Session
    copying: Copying

    def ask_new(self) -> None: ...
    def ask_open(self) -> None: ...
    def save_now(self) -> None: ...
    def lock(self) -> None: ...
    def show_card(self) -> None: ...
    def close_review(self) -> None: ...
    def close_for_good(self) -> None: ...
    def quit(self) -> None: ...
    def on_page(self, what: str) -> None: ...
    def show_page(self, name: str) -> None: ...
    def show_item(self, page: str, id: str) -> None: ...  # noqa: A002
    def next_part(self, step: int) -> None: ...
    def change_text_size(self, steps: int) -> None: ...
    def use_light(self, light: Light) -> None: ...
    def lock_after(self, minutes: int) -> None: ...
    def show_settings(self) -> None: ...
    def present(self) -> None: ...
    def find_anything(self) -> None: ...
    def show_keys(self) -> None: ...


def window_commands(window: Window) -> tuple[Command, ...]:
    """The window's commands."""
    return (
        *_file(window),
        *_edit(window),
        *_pages(window),
        *_disclosure(window),
        *_view(window),
        Command(
            "panel.show",
            "&Show to panel",
            "F5",
            window.present,
            "Opens the panel screen, on which names are replaced",
            "Panel",
        ),
        Command(
            "help.keys",
            "&Keys",
            "Ctrl+/",
            window.show_keys,
            "Lists every key",
            "Help",
            always=True,
        ),
    )


def _file(window: Window) -> tuple[Command, ...]:
    return (
        Command(
            "file.new", "&New review…", "Ctrl+Shift+N", window.ask_new, menu="File", always=True
        ),
        Command("file.open", "&Open…", "Ctrl+O", window.ask_open, menu="File", always=True),
        Command(
            "file.save",
            "&Save now",
            "Ctrl+S",
            window.save_now,
            "Changes save themselves; this does it now",
            "File",
        ),
        Command(
            "file.lock",
            "&Lock",
            "Ctrl+L",
            window.lock,
            "Takes everything off the screen until the passphrase is typed",
            "File",
        ),
        Command(
            "file.recovery",
            "&Recovery key…",
            "",
            lambda: window.over.show_recovery(),
            "Makes a key to print, for when the passphrase is forgotten",
            "File",
        ),
        Command(
            "file.passphrase",
            "Change &passphrase…",
            "",
            lambda: window.over.show_passphrase(),
            "Puts another passphrase in the place of the one that you use",
            "File",
        ),
        Command(
            "file.ways",
            "&Ways to open it…",
            "",
            lambda: window.over.show_ways(),
            "Lists every key of this review: this computer's keychain, colleagues, after a leak",
            "File",
        ),
        Command(
            "file.card",
            "My colleague ca&rd…",
            "",
            window.show_card,
            "With this card an author lets you open their review with a key of your own",
            "File",
            always=True,
        ),
        Command(
            "file.merge",
            "&Merge another copy…",
            "",
            lambda: window.over.show_merge(),
            "Takes in what was done in another copy of this review, and asks where the two clash",
            "File",
        ),
        Command(
            "file.check",
            "Check a finished fi&le…",
            "",
            lambda: _check_file(window),
            "Looks through any Word, Excel, PowerPoint or PDF file for what this review holds",
            "File",
        ),
        Command("file.close", "&Close review", "Ctrl+W", window.close_review, menu="File"),
        Command(
            "file.close-for-good",
            "Close &for good…",
            "",
            window.close_for_good,
            "Exports what must be kept, then destroys the review and its keys",
            "File",
        ),
        Command(
            "file.settings", "S&ettings…", "Ctrl+,", window.show_settings, menu="File", always=True
        ),
        Command("file.quit", "&Quit", "Ctrl+Q", window.quit, menu="File", always=True),
    )


def _check_file(window: Window) -> None:
    window.show_page("Report")
    window.on_page("check_file")


def _edit(window: Window) -> tuple[Command, ...]:
    def page(what: str) -> Callable[[], None]:
        return lambda: window.on_page(what)

    return (
        Command("edit.undo", "&Undo", "Ctrl+Z", window.session.undo, menu="Edit"),
        Command("edit.redo", "&Redo", "Ctrl+Y; Ctrl+Shift+Z", window.session.redo, menu="Edit"),
        Command(
            "edit.copy-as-written",
            "Copy as &written",
            "Ctrl+Shift+C",
            window.copying.copy_as_written,
            "Copies with the real names; Ctrl+C copies what the panel may read",
            "Edit",
        ),
        Command("item.new", "&New item on this page", "Ctrl+N", page("new_item"), menu="Edit"),
        Command("item.edit", "&Change the item", "F2", page("edit_main"), menu="Edit"),
        Command(
            "item.delete",
            "&Delete the item",
            "",
            page("delete_item"),
            "The Delete key does this in a list",
            "Edit",
        ),
        Command(
            "item.back",
            "&Back to the list",
            "Ctrl+Return; Ctrl+Enter",
            page("back_to_list"),
            menu="Edit",
        ),
        *history_commands(page),
        Command("page.find", "&Find on this page", "Ctrl+F", page("find_here"), menu="Edit"),
        Command(
            "find.anything",
            "Find &anything",
            "Ctrl+K",
            window.find_anything,
            menu="Edit",
            always=True,
        ),
    )


def _pages(window: Window) -> tuple[Command, ...]:
    def go(name: str) -> Callable[[], None]:
        return lambda: window.show_page(name)

    return tuple(
        Command(
            f"page.{entry.name.lower().replace(' ', '-')}",
            entry.name,
            entry.keys,
            go(entry.name),
            f"Goes to {entry.name}",
            "View",
        )
        for entry in PAGES
    )


def _disclosure(window: Window) -> tuple[Command, ...]:
    def turn_to(tab: str) -> Callable[[], None]:
        return lambda: window.show_item("Disclosure", tab)

    return tuple(
        Command(f"disclosure.{name}", tab, "", turn_to(tab), tip)
        for name, tab, tip in (
            ("complete", "Complete the register", "Looks for names that nobody registered"),
            ("rulings", "Rulings", "Lists what you ruled on names, to give a reason or revoke"),
            ("together", "What identifies together", "Facts that single somebody out together"),
            ("log", "Disclosure log", "What left the record, and what was refused"),
            ("key", "Key to the pseudonyms", "Writes the key as an encrypted file"),
        )
    )


def _view(window: Window) -> tuple[Command, ...]:
    def size(steps: int) -> Callable[[], None]:
        return lambda: window.change_text_size(steps)

    def light(chosen: Light) -> Callable[[], None]:
        return lambda: window.use_light(chosen)

    def lock_after(minutes: int) -> Callable[[], None]:
        return lambda: window.lock_after(minutes)

    def view(name: str, text: str, keys: str, run: Callable[[], object]) -> Command:
        return Command(name, text, keys, run, menu="View", always=True)

    return (
        view("text.larger", "&Larger text", "Ctrl++; Ctrl+=", size(1)),
        view("text.smaller", "S&maller text", "Ctrl+-", size(-1)),
        view("text.usual", "&Usual text", "Ctrl+0", size(0)),
        Command(
            "part.next", "Next &part", "F6", lambda: window.next_part(1), "Moves on", menu="View"
        ),
        Command(
            "part.before",
            "Part be&fore",
            "Shift+F6",
            lambda: window.next_part(-1),
            "Moves back",
            menu="View",
        ),
        *(
            view(f"lock.after-{minutes}", f"Lock after {minutes} minutes", "", lock_after(minutes))
            for minutes in (5, 10, 30)
        ),
        view("light.system", "As the &system", "", light(Light.SYSTEM)),
        view("light.light", "L&ight screen", "", light(Light.LIGHT)),
        view("light.dark", "&Dark screen", "", light(Light.DARK)),
    )
