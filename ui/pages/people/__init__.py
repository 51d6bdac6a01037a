"""People page."""
