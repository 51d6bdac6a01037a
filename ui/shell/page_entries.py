"""The pages in working order, and where each kind of fact is shown, as data: read before any page
or the rail is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page of the rail: its name, where its class is, its keys, and which kind it counts."""

    name: str
    module: str
    page: str
    keys: str
    counts: str = ""


PAGES = (
    PageEntry("Overview", "ui.pages.overview.page", "OverviewPage", "Ctrl+1"),
    PageEntry("People", "ui.pages.people.page", "PeoplePage", "Ctrl+2", "person"),
    PageEntry("Agencies", "ui.pages.agencies.page", "AgenciesPage", "Ctrl+3", "agency"),
    PageEntry("Chronology", "ui.pages.chronology.page", "ChronologyPage", "Ctrl+4", "entry"),
    PageEntry(
        "Risks and protective factors", "ui.pages.factors.page", "FactorsPage", "Ctrl+5", "factor"
    ),
    PageEntry("Findings", "ui.pages.findings.page", "FindingsPage", "Ctrl+6", "finding"),
    PageEntry(
        "Recommendations",
        "ui.pages.recommendations.page",
        "RecommendationsPage",
        "Ctrl+7",
        "recommendation",
    ),
    PageEntry("Meetings", "ui.pages.meetings.page", "MeetingsPage", "Ctrl+8", "meeting"),
    PageEntry("Report", "ui.pages.report.page", "ReportPage", "Ctrl+9"),
    PageEntry("Disclosure", "ui.pages.register.page", "DisclosurePage", "Ctrl+Shift+G"),
    PageEntry("History", "ui.pages.history.page", "HistoryPage", "Ctrl+J"),
)


@dataclass(frozen=True, slots=True)
class FoundOn:
    """What a fact that was found is called, and the page that shows it."""

    word: str
    page: str


FOUND = {
    "person": FoundOn("Person", "People"),
    "relationship": FoundOn("Relationship", "People"),
    "place": FoundOn("Place", "People"),
    "agency": FoundOn("Agency", "Agencies"),
    "contribution": FoundOn("Contribution", "Agencies"),
    "entry": FoundOn("Entry", "Chronology"),
    "factor": FoundOn("Risk or protective factor", "Risks and protective factors"),
    "awareness": FoundOn("Who knew", "Risks and protective factors"),
    "finding": FoundOn("Finding", "Findings"),
    "evidence": FoundOn("Evidence", "Findings"),
    "recommendation": FoundOn("Recommendation", "Recommendations"),
    "meeting": FoundOn("Meeting", "Meetings"),
    "decision": FoundOn("Decision", "Meetings"),
    "meeting_action": FoundOn("Action", "Meetings"),
    "passage": FoundOn("Passage", "Report"),
    "named_version": FoundOn("Named version", "History"),
}
