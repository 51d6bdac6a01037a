"""Agencies page."""
