"""Figures: laid out from disclosed words as shapes that stay text, and written natively."""
