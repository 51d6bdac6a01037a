"""Whether the review is any good: the quality checks."""
