"""The window. It holds no SQL, no keys and no Word files."""
