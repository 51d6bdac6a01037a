"""Reading a board's Word template as it is."""
