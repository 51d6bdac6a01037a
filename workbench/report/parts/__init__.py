"""Word files as parts: the zip package, XML with its elements in order, and what a reader needs."""
