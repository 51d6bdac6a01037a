"""What a review is made of: frozen facts, with no input or output."""
