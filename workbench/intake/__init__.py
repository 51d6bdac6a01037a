"""How papers come in."""
