"""The core of the Review Panel Workbench: everything but the window."""
