"""How a review leaves as a document."""
