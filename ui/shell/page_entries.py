"""The pages in working order, as data: read by the menus before any page or the rail is made."""

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
)
