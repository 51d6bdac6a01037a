"""Writing disclosed blocks into a copy of a template."""
