"""The gate: how content is made safe before it leaves the record."""
