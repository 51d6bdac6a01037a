"""History: what was done to the record step by step, what changed since a moment, and its named
versions. Every question is asked on the worker; the list grows as one scrolls."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pages.history import answers
from ui.pages.history.answers import Detail, One, Page
from ui.pages.history.choices import Asked, Choices, Show
from ui.pages.history.detail import HistoryDetail
from ui.pages.history.rows_model import HistoryRows, HistoryTable, Row
from ui.support.commands import Commands
from ui.support.session import Saved, Session
from ui.support.theme import em, look
from ui.widgets.headings import Quiet
from ui.widgets.list_detail import ListDetail
from ui.widgets.notice import NoticeBar
from workbench.actions.versions import forget_version, name_version
from workbench.model.changes import Step
from workbench.model.facts import Topic
from workbench.model.versions import NamedVersion
from workbench.questions.found import shown_with
from workbench.questions.history import Item
from workbench.questions.history_words import at_said, kind_words
from workbench.questions.since import moment_of_version, moments
from workbench.review import Review

T = TypeVar("T")


class HistoryPage(QWidget):
    """A list on the left, what one line of it did on the right."""

    topics = frozenset(Topic)
    asked_for = Signal(str, str)  # a page, and the id of an item on it

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        del commands
        self.session = session
        self._asked = self._shown = self._detail_asked = self._detail_shown = 0
        self._wanted = self._name_next = ""  # rows to choose, and to name, once they are there
        self.one: One | None = None  # the item whose history alone is shown
        self.rows = HistoryRows(self)
        self.table = HistoryTable(self.rows)
        self.detail = HistoryDetail(session)
        self.choices = Choices()
        self.notice = NoticeBar()
        self.only = Quiet()
        self.everything_button = QPushButton("Show everything")
        self.frame = ListDetail(
            title="History",
            add_text="Name this version",
            table=self.table,
            detail=self.detail,
            list_share=58,
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        frame = self.frame
        frame.search.hide()
        frame.delete_button.hide()
        look(self.everything_button, "plain")
        only = QHBoxLayout()
        only.addWidget(self.only, 1)
        only.addWidget(self.everything_button)
        above = QVBoxLayout()
        above.setSpacing(em(self, 0.3))
        above.addWidget(self.choices)
        above.addLayout(only)
        frame.filters.addLayout(above, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.notice)
        page.addWidget(frame, 1)
        self._say_only("")

    def _connect(self) -> None:
        self.choices.changed.connect(self._ask_anew)
        self.rows.more_wanted.connect(self._ask_more)
        self.table.chosen.connect(lambda _: self._show_chosen())
        self.table.delete_pressed.connect(self.delete_item)
        self.frame.add_button.clicked.connect(self.new_item)
        self.everything_button.clicked.connect(self.show_everything)
        self.detail.go_asked.connect(self._go_to)
        self.detail.history_asked.connect(self.show_one)
        self.detail.version.compare_asked.connect(self._compare)
        self.detail.version.told.connect(self.notice.say)
        self.detail.forget_asked.connect(self.delete_item)

    # What is asked

    def refresh(self) -> None:
        """Ask again for what the page shows, and keep what was chosen."""
        chosen = self.chosen_row
        self._wanted = self._wanted or (chosen.id if chosen else "")
        self.choices.offer(moments(self.session.record, answers.today()))
        self._ask_anew()

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was asked for last."""
        return self._shown == self._asked and self._detail_shown == self._detail_asked

    def _ask_anew(self) -> None:
        self._asked += 1
        number, asked = self._asked, self.choices.asked
        if asked.show is Show.SINCE_A_DAY and asked.day is None:
            self._show(number, asked, Page(()))
            return
        quick = asked.show in (Show.STEPS, Show.VERSIONS)
        self._ask(self._question(asked), lambda page: self._show(number, asked, page), quick=quick)

    def _ask(
        self, question: Callable[[Review], T], done: Callable[[T], object], *, quick: bool
    ) -> None:
        """Ask on the worker; but what is quick does not wait there until the file is written."""
        if quick and self.session.state is Saved.WAITING:
            done(question(self.session.record))
        else:
            self.session.ask(question, done=done)

    def _question(self, asked: Asked) -> answers.Question:
        until = asked.until.number if asked.until else None
        if asked.since is not None:
            return partial(answers.differences, after=asked.since.number, until=until)
        if asked.show is Show.VERSIONS:
            return answers.named_versions
        if asked.show is Show.SINCE_A_DAY and asked.day is not None:
            return partial(answers.differences_since_day, day=asked.day, until=until)
        return partial(answers.steps, before=None, of=self.one, after=None, today=answers.today())

    def _ask_more(self) -> None:
        last = next((row for row in reversed(self.rows.rows) if not row.heading), None)
        if last is None:
            return
        self._asked += 1
        number, step = self._asked, last.told
        question = partial(
            answers.steps,
            before=step.first,
            of=self.one,
            after=step.at.astimezone().date(),
            today=answers.today(),
        )
        self._ask(question, lambda page: self._add(number, page), quick=True)

    # What is shown

    def _show(self, number: int, asked: Asked, page: Page) -> None:
        if number != self._asked:
            return  # something else was asked meanwhile, and its own answer follows
        self._shown = number
        view = answers.view_of(asked)
        same = [row.id for row in page.rows] == [row.id for row in self.rows.rows]
        at = self.table.verticalScrollBar().value()
        self.table.hide_columns(view.hidden)
        self.rows.show_rows(view.titles, page.rows, more=page.more)
        self._say_only(self._name_of_one() if self.one and view is answers.STEPS else "")
        self._say_count(view, page)
        row = self.rows.row_of(self._wanted) if self._wanted else None
        self._wanted = ""
        first = self.rows.first_line() if row is None else row
        if first is not None:
            self.table.select_row(first)
        if same:
            self.table.verticalScrollBar().setValue(at)
        self._show_chosen()

    def _add(self, number: int, page: Page) -> None:
        if number == self._asked:
            self._shown = number
            self.rows.add_rows(page.rows, more=page.more)

    def _say_count(self, view: answers.View, page: Page) -> None:
        lines = sum(not row.heading for row in page.rows)
        self.frame.count.setText(f"{lines:,}" if view is not answers.STEPS and lines else "")
        self.frame.say_empty("" if lines else self.choices.asked.why_nothing or view.empty)
        self.frame.delete_button.hide()

    @property
    def chosen_row(self) -> Row | None:
        """The chosen line of the list."""
        at = self.table.currentIndex().row()
        row = self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None
        return None if row is None or row.heading else row

    @property
    def chosen(self) -> NamedVersion | None:
        """The chosen version, while versions are listed."""
        told = self.chosen_row.told if self.chosen_row else None
        return told if isinstance(told, NamedVersion) else None

    def _show_chosen(self) -> None:
        self._detail_asked += 1
        number, row = self._detail_asked, self.chosen_row
        told = row.told if row else None
        if isinstance(told, NamedVersion):
            self._detail_shown = number
            self.detail.show_version(told)
            if told.id == self._name_next:
                self._name_next = ""
                self.frame.show_detail()
                self.detail.focus_main()
        elif isinstance(told, Step):
            title = f"{row.cells[2]}\n{told.author}, {at_said(told.at)}" if row else ""
            question = partial(answers.of_step, first=told.first, last=told.last, of=self.one)
            quick = sum(each.count for each in told.touched) <= answers.MOST_TOLD
            self._ask(question, lambda found: self._tell(number, title, found), quick=quick)
        elif isinstance(told, Item):
            self._ask(
                partial(answers.of_item, item=told),
                lambda found: self._tell(number, "", found),
                quick=True,
            )
        else:
            self._detail_shown = number
            self.detail.show_nothing()

    def _tell(self, number: int, title: str, found: Detail) -> None:
        if number == self._detail_asked:
            self._detail_shown = number
            self.detail.show_changes(title, found)

    # What the author does

    def show_one(self, kind: str, id: str) -> None:  # noqa: A002 # the field's name
        """Show the history of one item alone."""
        self.one = (kind, id)
        self.choices.show_what.show_value(Show.STEPS.value)
        self.choices.ask(Show.STEPS)

    def show_everything(self) -> None:
        """Show the steps of the whole record again."""
        self.one = None
        self._ask_anew()

    def new_item(self) -> None:
        """Name the record as it is now, and put the cursor where its name is typed."""
        self.session.settling.emit()
        made = self.session.run(lambda review: name_version(review, answers.fresh_name(review)))
        if made is not None:
            self._wanted = made[0].id
            self._name_next = made[0].id
            self.choices.ask(Show.VERSIONS)

    def delete_item(self) -> None:
        """Take the chosen version's name away."""
        row = self.chosen_row
        if row is not None and isinstance(row.told, NamedVersion):
            version = row.told
            if self.session.run(lambda review: forget_version(review, version)) is not None:
                self.notice.say("The name is forgotten. What the record held then stays here.")

    def edit_main(self) -> None:
        """Go to the name of the chosen version."""
        self.detail.focus_main()

    def back_to_list(self) -> None:
        """Leave the fields."""
        self.session.settling.emit()
        self.frame.show_list()

    def choose(self, id: str) -> bool:  # noqa: A002 # the field's name
        """Show the version of this id."""
        self._wanted = id
        self.choices.ask(Show.VERSIONS)
        return True

    def _compare(self, version: NamedVersion) -> None:
        self.choices.ask_since(moment_of_version(version).name)
        self.table.setFocus()

    def _go_to(self, kind: str, id: str) -> None:  # noqa: A002
        shown = shown_with(self.session.record, kind, id)
        if shown is None:
            self.notice.say("This was deleted, so it cannot be gone to.")
            return
        self.asked_for.emit(kind_words(kind).page, shown)

    def _name_of_one(self) -> str:
        assert self.one is not None  # noqa: S101 # asked only while one is shown
        return answers.name_of(self.session.record, *self.one)

    def _say_only(self, name: str) -> None:
        self.only.setText(f"Only: {name}" if name else "")
        self.only.setVisible(bool(name))
        self.everything_button.setVisible(bool(name))

    def changeEvent(self, event: QEvent) -> None:
        """The colours of the changes follow a change from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "detail"):
            self.detail.paint_anew()
