"""How dates and times are read as agencies write them."""
