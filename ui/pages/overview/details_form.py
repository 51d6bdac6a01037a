"""What the review is: title, reference, board, scope, where it has got to."""

from __future__ import annotations

from ui.support.session import Session
from ui.widgets.field import ChoiceField, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.headings import SectionTitle
from ui.widgets.when_field import DayField


class DetailsForm(Form):
    """Edits the details of the review."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAccessibleName("The review’s details")
        self.column.addWidget(SectionTitle("The review"))
        self.add("title", "&Title", LineField(), required="The review needs a title.")
        self.add("type", "&Kind", ChoiceField("review-types"))
        beside = self.row()
        self.add("status", "&Status", ChoiceField("review-statuses"), to=beside)
        self.add("reference", "&Reference", LineField(), to=beside)
        self.add("mandate", "&Mandate", ChoiceField("mandates", empty="Not chosen"))
        self.add("board", "&Board or partnership", LineField())
        self.add("lead_reviewer", "&Lead reviewer", LineField())
        scope = self.row()
        self.add("scope_start", "Scope &from", DayField(), to=scope)
        self.add("scope_end", "Scope t&o", DayField(), to=scope)
        self.add("scope_reason", "&Why these dates", TextField(lines=2))
        end = self.row()
        self.add("commissioned_on", "&Commissioned on", DayField(), to=end)
        self.add("version", "&Version of the report", LineField(), to=end)
        usual = "As is usual for this kind"
        self.add("layout", "Re&port set out as", ChoiceField("report-layouts", empty=usual))
