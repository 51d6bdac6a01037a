"""Complete the register: every name in the papers is registered or ruled out, and then it ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.pages.register.asking import SHOWN, Answers, Asked, AskedList, item_for
from ui.pages.register.parting import Parting, title
from ui.pages.register.saying import moment
from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.headings import Quiet
from ui.widgets.list_detail import framed
from workbench.actions.completing import (
    accept_form,
    note_complete,
    refuse_form,
    register_agency,
    register_alias,
    register_person,
    register_place,
    rule_out,
)
from workbench.disclosure.completing import Candidate, Completion, Mine, Proposal, completion
from workbench.disclosure.register import register_of
from workbench.errors import Refused
from workbench.model.rulings import Verdict
from workbench.review import Review

ABOUT = (
    "Every paper that came in is read for names that are not registered. The gate finds a "
    "registered name in any form; a name that nobody registered it can only suspect. Answer with "
    "the key in brackets while the list is in focus."
)
END = "Every name in the papers is registered or ruled out."


class Completing(QWidget):
    """The open names on the left, the chosen one with its answers on the right."""

    heard = Signal(int, int)  # texts read, of how many; from the worker

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._mine = Mine()  # goes with this page, when the review is locked
        self._asked: dict[str, Asked] = {}
        self._found: Completion | None = None
        self._running = self._again = False
        self.progress, self.last, self.wrong = Quiet(), Quiet(), QLabel()
        self.wrong.setWordWrap(True)
        look(self.wrong, "error")
        self.wrong.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Names looked at")
        self.bar.setFixedHeight(em(self, 0.45))
        self.list = AskedList()
        self.list.setAccessibleName("Names to be registered or ruled out")
        self.answers = Answers()
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.list.answered.connect(self.answer)
        self.answers.answered.connect(self.answer)
        self.heard.connect(self._say_reading)
        self._lay_out()

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(framed(self.answers))
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.work = Parting(self.list, scroll, 42)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(em(self, 0.45))
        page.addWidget(title("Complete the register"))
        page.addWidget(Quiet(ABOUT))
        page.addWidget(self.progress)
        page.addWidget(self.bar)
        page.addWidget(self.last)
        page.addWidget(self.wrong)
        page.addWidget(self.work, 1)
        page.addStretch(0)

    # Asking

    def refresh(self) -> None:
        """Ask again what is open. While an answer is awaited, once more is enough."""
        if self._running:
            self._again = True
            return
        self._running = True
        if self._found is None:
            self.progress.setText("Reading the papers…")
        mine, heard, session = self._mine, self.heard, self.session
        review = session.record

        def told(done: int, of: int) -> None:
            if session.review is not review:  # locked meanwhile: its closing is not kept waiting
                raise Refused("The review was put away before its papers were read.")
            heard.emit(done, of)

        self.session.ask(
            lambda record: completion(record, mine, told),
            done=self._show,
            failed=lambda error: self._ended(str(error)),
        )

    @property
    def settled(self) -> bool:
        """Whether what is shown is how it stands."""
        return not self._running

    def _say_reading(self, done: int, of: int) -> None:
        if self._found is None and done < of:
            self.progress.setText(f"Reading the papers: {done:,} of {of:,} texts.")
            self.bar.setRange(0, of)
            self.bar.setValue(done)

    def _ended(self, said: str) -> None:
        self._running = False
        self.progress.setText(said)

    def _show(self, found: Completion) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.refresh()
            return
        self._found = found
        chosen, row = self.chosen, max(self.list.currentRow(), 0)
        asked: list[Asked] = [*found.candidates, *found.proposals]
        self._asked = {one.id: one for one in asked[:SHOWN]}
        self.list.clear()
        for one in asked[:SHOWN]:
            self.list.addItem(item_for(one))
        register = register_of(self.session.record)
        self.answers.offer([(entity.id, entity.name) for entity in register.entities])
        at = list(self._asked).index(chosen.id) if chosen and chosen.id in self._asked else row
        self.list.setCurrentRow(min(at, len(self._asked) - 1))
        self._show_chosen()
        self._say(found)
        if found.complete:
            self.session.run(lambda record: note_complete(record, found))

    def _say(self, found: Completion) -> None:
        self.bar.setRange(0, max(found.names, 1))
        self.bar.setValue(found.looked_at if found.names else 1)
        forms = len(found.proposals)
        more = "" if not forms else f" {forms:,} forms of registered names are proposed below."
        if forms == 1:
            more = " One form of a registered name is proposed below."
        if found.complete:
            self.progress.setText(f"{END}{more}")
        else:
            said = f"{found.looked_at:,} of {found.names:,} looked at."
            if len(found.candidates) > SHOWN:
                said += f" The first {SHOWN:,} are listed."
            self.progress.setText(said + more)
        self.last.setText(self._last(found))
        self.last.setVisible(bool(self.last.text()))
        self.wrong.setText(wrong(found.to_put_right))
        self.wrong.setVisible(bool(found.to_put_right))
        self.work.setVisible(bool(self._asked))

    def _last(self, found: Completion) -> str:
        if found.last is None:
            return ""
        when = moment(found.last.at)
        new = len(found.candidates)
        if found.complete:
            return f"Complete since {when}."
        came = "1 name is" if new == 1 else f"{new:,} names are"
        return f"It was complete on {when}. Since then {came} new."

    # Answering

    @property
    def chosen(self) -> Asked | None:
        """What is answered next."""
        item = self.list.currentItem()
        return self._asked.get(item.data(Qt.ItemDataRole.UserRole)) if item else None

    def _show_chosen(self) -> None:
        self.answers.ask(self.chosen)

    def answer(self, key: str) -> None:
        """Give the chosen name the answer of this key."""
        one = self.chosen
        act = self._act(one, key) if one is not None else None
        if one is None or act is None:
            return
        row = self.list.currentRow()
        if self.session.run(act) is None:
            return
        self._asked.pop(one.id, None)  # at once; what else it settles follows from the worker
        self.list.takeItem(row)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.setFocus()

    def _act(self, one: Asked | None, key: str) -> Callable[[Review], object] | None:
        if isinstance(one, Proposal):
            form = one
            forms: dict[str, Callable[[Review], object]] = {
                "Y": lambda record: accept_form(record, form),
                "N": lambda record: refuse_form(record, form),
            }
            return forms.get(key)
        if not isinstance(one, Candidate):
            return None
        name, who, reason = one, self.answers.who.value(), self.answers.reason.text().strip()
        acts: dict[str, Callable[[Review], object]] = {
            "P": lambda record: register_person(record, name),
            "L": lambda record: register_place(record, name),
            "A": lambda record: register_agency(record, name),
            "O": lambda record: rule_out(record, name, Verdict.ORDINARY, reason),
            "K": lambda record: rule_out(record, name, Verdict.KEEP, reason),
        }
        if who is not None:
            acts["S"] = lambda record: register_alias(record, name, who)
        return acts.get(key)

    def find_here(self) -> None:
        """Go to the names."""
        self.list.setFocus()


def wrong(entries: int) -> str:
    """What to say of entries that stop every report."""
    if not entries:
        return ""
    many = "1 entry of the register has" if entries == 1 else f"{entries:,} entries have"
    return (
        f"▲ {many} a pseudonym that is a real name, or somebody else’s. No report can leave until "
        "it is changed. See People and Places, where each is marked."
    )
