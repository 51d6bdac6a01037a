"""What can be asked of a review: read-only answers, as plain data."""
