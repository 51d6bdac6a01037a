"""The chronology: every entry of every agency in one list, and the chosen one beside it."""
