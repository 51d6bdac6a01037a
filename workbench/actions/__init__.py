"""What the author can do: one function per act, named by its verb."""
