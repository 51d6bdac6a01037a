"""How two copies of a review come together."""
