"""One file for each kind of paper: from bytes to rows of cells."""
