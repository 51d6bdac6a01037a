"""The pages of a Word file as they will print, worked out here without Word."""
