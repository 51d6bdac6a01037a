"""Disclosure page."""
