"""What every screen stands on: session, commands, theme, background work."""
