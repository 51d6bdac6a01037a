"""Cleaned copies of Word files: what nobody reads is taken out; no word of the text is changed."""
