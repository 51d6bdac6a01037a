"""What the panel sees on the projected screen."""
