"""What was done to the record, what changed since a moment, and its named versions."""
